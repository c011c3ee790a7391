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
  let gaps = missing
  for (const [place, at] of times.entries()) {
    const before = times[place - 1]
    if (before !== undefined && at - before > longest) {
      points.push([before + (at - before) / 2, null])
      gaps += 1
    }
    const value = values[place]
    points.push([at, value === undefined || Number.isNaN(value) ? null : value])
  }
  const isGap = (place: number): boolean => (points[place]?.[1] ?? null) === null
  const alone = points.filter(([, value], place) => value !== null && isGap(place - 1) && isGap(place + 1))
  return { points, alone, gaps }
}

/** Three quarters of the distances are not longer; infinite where there are too few to tell. */
function usualDistance(times: readonly number[]): number {
  if (times.length < 4) return Number.POSITIVE_INFINITY
  const distances = new Float64Array(times.length - 1)
  for (let place = 1; place < times.length; place++)
    distances[place - 1] = (times[place] ?? 0) - (times[place - 1] ?? 0)
  distances.sort()
  return distances[Math.floor((distances.length - 1) * 0.75)] ?? Number.POSITIVE_INFINITY
}
