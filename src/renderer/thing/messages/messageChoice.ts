import type { Instant, ThingMessage } from '@shared/domain/thing'

export const messageRanges = ['newest', 'hour', 'day', 'week', 'own'] as const
export type MessageRange = (typeof messageRanges)[number]

/** How many messages may be asked for; the last is the most the channel allows. */
export const messageLimits = [100, 500, 2_000, 10_000] as const

/** Which messages of a thing are looked at. */
export interface MessageChoice {
  readonly range: MessageRange
  /** Local times as a field writes them: `2026-11-23T14:05`, or empty. */
  readonly own: { readonly from: string; readonly to: string }
  /** tsmId and tsmEv; none of them: all. */
  readonly messageIds: readonly number[]
  readonly eventIds: readonly number[]
  readonly limit: number
}

export const firstChoice: MessageChoice = {
  range: 'newest',
  own: { from: '', to: '' },
  messageIds: [],
  eventIds: [],
  limit: 500
}

/** The same as the channel `things:messages` takes it. */
export interface MessageFilter {
  readonly limit: number
  readonly from?: Instant
  readonly to?: Instant
  readonly messageIds?: number[]
  readonly eventIds?: number[]
}

const minuteMs = 60_000
const lengths: Readonly<Record<'hour' | 'day' | 'week', number>> = {
  hour: 60 * minuteMs,
  day: 1_440 * minuteMs,
  week: 10_080 * minuteMs
}

/** As many ids as the channel takes. */
export const mostIds = 100

/**
 * @param now rounded down to the minute, so that the same choice within a minute is the same question
 * @returns null for an own range that ends before it begins, or has no end at all
 */
export function filterOf(choice: MessageChoice, now: Instant): MessageFilter | null {
  const window = windowOf(choice, now)
  if (window === null) return null
  const { limit, messageIds, eventIds } = choice
  return {
    limit,
    ...window,
    ...(messageIds.length > 0 && { messageIds: inOrder(messageIds) }),
    ...(eventIds.length > 0 && { eventIds: inOrder(eventIds) })
  }
}

function windowOf({ range, own }: MessageChoice, now: Instant): { from?: Instant; to?: Instant } | null {
  if (range === 'newest') return {}
  if (range !== 'own') return { from: Math.floor(now / minuteMs) * minuteMs - lengths[range] }
  const [from, to] = [instantOf(own.from), instantOf(own.to)]
  if (from === null && to === null) return null
  if (from !== null && to !== null && from > to) return null
  // The minute that is named last belongs to it.
  return { ...(from !== null && { from }), ...(to !== null && { to: to + minuteMs - 1 }) }
}

/** The laptop's own time: it is the one that the technician means. */
function instantOf(written: string): Instant | null {
  if (!/^\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}/.test(written)) return null
  const at = new Date(written).getTime()
  return Number.isNaN(at) || at < 0 ? null : at
}

/** Equal choices are equal questions, in whatever order they were made. */
function inOrder(ids: readonly number[]): number[] {
  return ids.toSorted((a, b) => a - b).slice(0, mostIds)
}

/** Whether the newest of all are asked for: those are kept for working without a connection. */
export function isPlain({ from, to, messageIds, eventIds }: MessageFilter): boolean {
  return [from, to, messageIds, eventIds].every((value) => value === undefined)
}

/** What a choice leaves of messages that are known anyway. */
export function chosenFrom(messages: readonly ThingMessage[], filter: MessageFilter): ThingMessage[] {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, messageIds, eventIds, limit } = filter
  return messages
    .filter(
      ({ at, tsmId, tsmEv }) =>
        at >= from &&
        at <= to &&
        (messageIds === undefined || messageIds.includes(tsmId)) &&
        (eventIds === undefined || (tsmEv !== null && eventIds.includes(tsmEv)))
    )
    .slice(0, limit)
}
