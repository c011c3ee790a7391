import { endsBeforeItBegins, isActive } from '@shared/domain/alertPeriod'
import type { AlertPeriod, Instant } from '@shared/domain/thing'
import type { TimeWindow } from './alertRange'

/** Where something begins and ends on the timeline, as shares of its length. */
export interface Bar {
  readonly start: number
  readonly end: number
  /** It began before records did, so that its beginning is only drawn somewhere. */
  readonly unknownStart: boolean
  /** It lasts up to this moment. */
  readonly active: boolean
  /** It ends before it begins: drawn between the two, whichever comes first. */
  readonly reversed: boolean
  /** So many periods lie so close together that they are drawn as one. */
  readonly count: number
}

export interface Lane {
  readonly alertType: string
  readonly bars: readonly Bar[]
}

export interface Timeline {
  readonly from: Instant
  readonly to: Instant
  /** One for each type of alert, those that are active first, else by name. */
  readonly lanes: readonly Lane[]
}

/** Bars nearer to each other than this share of the timeline cannot be told apart by eye. */
const blurred = 0.002

const hourMs = 3_600_000

/** Lays periods out in time. @param window an open end is where the records begin, or this moment */
export function timelineOf(periods: readonly AlertPeriod[], window: TimeWindow, now: Instant): Timeline {
  const { from, to } = extentOf(periods, window, now)
  const byType = Map.groupBy(periods, ({ alertType }) => alertType)
  const lanes = [...byType].map(([alertType, ofType]) => ({
    alertType,
    bars: blur(ofType.map((period) => barOf(period, from, to, now)))
  }))
  const isAlerting = ({ bars }: Lane): boolean => bars.some(({ active }) => active)
  return {
    from,
    to,
    lanes: lanes.toSorted(
      (a, b) => Number(isAlerting(b)) - Number(isAlerting(a)) || a.alertType.localeCompare(b.alertType)
    )
  }
}

function extentOf(periods: readonly AlertPeriod[], window: TimeWindow, now: Instant): { from: Instant; to: Instant } {
  const to = window.to === undefined ? now : Math.min(window.to, Math.max(now, window.from ?? now))
  const known = periods.flatMap((period) => [period.from, period.to]).filter((at) => at !== null && at < to)
  // By a step at a time: there may be more of them than a call takes arguments.
  const earliest = known.reduce<number>((least, at) => Math.min(least, at ?? least), to)
  // A little room before the first, so that what began before it can be seen to.
  const from = window.from ?? earliest - Math.max(hourMs, (to - earliest) * 0.05)
  return { from, to: Math.max(to, from + hourMs) }
}

function barOf(period: AlertPeriod, from: Instant, to: Instant, now: Instant): Bar {
  const share = (at: Instant): number => Math.min(1, Math.max(0, (at - from) / (to - from)))
  const active = isActive(period, now)
  const begin = share(period.from ?? from)
  const end = active ? share(now) : share(period.to ?? to)
  return {
    start: Math.min(begin, end),
    end: Math.max(begin, end),
    unknownStart: period.from === null,
    active,
    reversed: endsBeforeItBegins(period),
    count: 1
  }
}

/** Draws as one what lies too close together, so that any number of periods stays a bounded number of bars. */
function blur(bars: readonly Bar[]): Bar[] {
  const drawn: Bar[] = []
  for (const bar of bars.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const before = drawn.at(-1)
    if (before === undefined || bar.start - before.end > blurred) drawn.push(bar)
    else drawn[drawn.length - 1] = together(before, bar)
  }
  return drawn
}

function together(a: Bar, b: Bar): Bar {
  return {
    start: a.start,
    end: Math.max(a.end, b.end),
    unknownStart: a.unknownStart || b.unknownStart,
    active: a.active || b.active,
    reversed: a.reversed || b.reversed,
    count: a.count + b.count
  }
}
