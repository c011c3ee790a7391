import type { MessageSeries } from './messageSeries'

/** Time and value; the value null is a gap in the line. */
export type Point = [at: number, value: number | null]

export interface DrawnSeries {
  /** In the order of time. */
  readonly points: readonly Point[]
  /** Points with a gap on either side, which no line shows. */
  readonly alone: readonly Point[]
  readonly gaps: number
}

/** This many times the usual distance between two messages is a silence, not a pause. */
const silence = 3

/**
 * What is to be drawn of a series. Where nothing was said for much longer than usual, the line is broken: a straight line
 * over a silent night would be invented. A coded state holds until the next word, and has no gaps.
 */
export function drawnOf({ times, values, codes, missing }: MessageSeries): DrawnSeries {
  const longest = codes.size > 0 ? Number.POSITIVE_INFINITY : silence * usualDistance(times)
  const points: Point[] = []
  const alone: Point[] = []
  let gaps = missing
  let isAfterGap = true
  let last: Point | null = null
  const breakLine = (): void => {
    if (isAfterGap && last !== null) alone.push(last)
    isAfterGap = true
    last = null
  }
  for (let place = 0; place < times.length; place++) {
    const at = times[place] ?? 0
    const value = values[place] ?? Number.NaN
    const before = times[place - 1] ?? at
    if (at - before > longest) {
      points.push([before + (at - before) / 2, null])
      gaps += 1
      breakLine()
    }
    if (Number.isNaN(value)) {
      points.push([at, null])
      breakLine()
      continue
    }
    const point: Point = [at, value]
    points.push(point)
    isAfterGap = last === null
    last = point
  }
  breakLine()
  return { points, alone, gaps }
}

/** As many distances tell what is usual as well as all of them. */
const mostDistances = 400

/** Three quarters of the distances are not longer; infinite where there are too few to tell. */
function usualDistance(times: readonly number[]): number {
  const count = Math.min(times.length - 1, mostDistances)
  if (count < 3) return Number.POSITIVE_INFINITY
  const distances = new Float64Array(count)
  for (let index = 0; index < count; index++) {
    const place = Math.floor((index * (times.length - 1)) / count)
    distances[index] = (times[place + 1] ?? 0) - (times[place] ?? 0)
  }
  distances.sort()
  return distances[Math.floor((count - 1) * 0.75)] ?? Number.POSITIVE_INFINITY
}
