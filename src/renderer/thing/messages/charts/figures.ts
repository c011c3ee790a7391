import type { Instant } from '@shared/domain/thing'
import type { MessageSeries } from './messageSeries'

/** A series in a few numbers, for those who cannot see it drawn. */
export interface Figures {
  readonly latest: number
  readonly latestAt: Instant
  readonly lowest: number
  readonly highest: number
  readonly average: number
  /** How many numbers there are. */
  readonly count: number
}

/** @returns null where nothing is a number */
export function figuresOf({ times, values }: MessageSeries): Figures | null {
  let [count, sum, lowest, highest] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let last = -1
  for (const [place, value] of values.entries()) {
    if (Number.isNaN(value)) continue
    count += 1
    sum += value
    lowest = Math.min(lowest, value)
    highest = Math.max(highest, value)
    last = place
  }
  const [latest, latestAt] = [values[last], times[last]]
  if (latest === undefined || latestAt === undefined) return null
  return { latest, latestAt, lowest, highest, average: sum / count, count }
}
