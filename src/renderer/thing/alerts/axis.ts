import { addDays, addHours, addMonths, addYears, startOfDay, startOfHour, startOfMonth, startOfYear } from 'date-fns'
import type { Instant } from '@shared/domain/thing'

export type TickUnit = 'hour' | 'day' | 'month' | 'year'

export interface Tick {
  readonly at: Instant
  /** Share of the axis. */
  readonly place: number
}

export interface Axis {
  /** The unit the ticks count in: it decides how they are written. */
  readonly unit: TickUnit
  readonly ticks: readonly Tick[]
}

const hourMs = 3_600_000
const mostTicks = 6

const steps: readonly { readonly unit: TickUnit; readonly count: number; readonly ms: number }[] = [
  ...[1, 2, 3, 6, 12].map((count) => ({ unit: 'hour', count, ms: count * hourMs }) as const),
  ...[1, 2, 7, 14].map((count) => ({ unit: 'day', count, ms: count * 24 * hourMs }) as const),
  ...[1, 2, 3, 6].map((count) => ({ unit: 'month', count, ms: count * 30 * 24 * hourMs }) as const),
  ...[1, 2, 5, 10, 20].map((count) => ({ unit: 'year', count, ms: count * 365 * 24 * hourMs }) as const)
]

/** Round moments of the laptop's own calendar between two instants, few enough to be read. */
export function axisOf(from: Instant, to: Instant): Axis {
  const step = steps.find(({ ms }) => (to - from) / ms <= mostTicks) ?? { unit: 'year', count: 50 }
  const ticks: Tick[] = []
  for (let at = firstOf(step.unit, step.count, from); at <= to; at = next(step.unit, step.count, at)) {
    if (at >= from) ticks.push({ at, place: (at - from) / (to - from) })
  }
  return { unit: step.unit, ticks }
}

/** A round moment at or before. */
function firstOf(unit: TickUnit, count: number, from: Instant): Instant {
  switch (unit) {
    case 'hour': {
      const day = startOfDay(from).getTime()
      const hours = Math.floor((startOfHour(from).getTime() - day) / hourMs / count) * count
      return addHours(day, hours).getTime()
    }
    case 'day':
      return startOfDay(from).getTime()
    case 'month': {
      const year = startOfYear(from)
      return addMonths(year, Math.floor(startOfMonth(from).getMonth() / count) * count).getTime()
    }
    case 'year': {
      const year = startOfYear(from)
      return addYears(year, -(year.getFullYear() % count)).getTime()
    }
  }
}

function next(unit: TickUnit, count: number, at: Instant): Instant {
  const add = { hour: addHours, day: addDays, month: addMonths, year: addYears }[unit]
  return add(at, count).getTime()
}
