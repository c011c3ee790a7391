import type { Instant } from '@shared/domain/thing'

/** A stretch of time; an end that is not there lies where time begins, or at this moment. */
export interface TimeWindow {
  readonly from?: Instant
  readonly to?: Instant
}

export const rangeNames = ['day', 'week', 'month', 'year', 'all', 'own'] as const
export type RangeName = (typeof rangeNames)[number]

const dayMs = 86_400_000
const minuteMs = 60_000

const lengths: Readonly<Record<'day' | 'week' | 'month' | 'year', number>> = {
  day: dayMs,
  week: 7 * dayMs,
  month: 30 * dayMs,
  year: 365 * dayMs
}

/** Dates as a date field writes them: `2026-11-23`, or empty. */
export interface OwnRange {
  readonly from: string
  readonly to: string
}

/**
 * @param now rounded down to the minute, so that the same choice within a minute is the same question
 * @returns null for an own range that ends before it begins, or has no end at all
 */
export function windowOf(name: RangeName, own: OwnRange, now: Instant): TimeWindow | null {
  if (name === 'all') return {}
  if (name !== 'own') return { from: Math.floor(now / minuteMs) * minuteMs - lengths[name] }
  const from = startOfDay(own.from)
  const to = startOfDay(own.to)
  if (from === null && to === null) return null
  if (from !== null && to !== null && from > to) return null
  return { ...(from !== null && { from }), ...(to !== null && { to: endOfDay(to) }) }
}

/** The laptop's own day: it is the day that the technician means. */
function startOfDay(date: string): Instant | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (parts === null) return null
  const at = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])).getTime()
  return Number.isNaN(at) || at < 0 ? null : at
}

function endOfDay(start: Instant): Instant {
  const day = new Date(start)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime() - 1
}
