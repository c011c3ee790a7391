import type { Instant } from '@shared/domain/thing'

/** The shortest time between two looks for the answers of a thing, in milliseconds; the first comes as long after sending. */
const shortestMs = 10_000

/** The longest, while nobody looks at the thing: an answer may still come after hours. */
export const longestMs = 15 * 60_000

/** The longest while somebody waits for it in front of a screen. */
const longestAttendedMs = 30_000

/** However many things of a stack are waited for, it is asked no more often than this on the average. */
const shortestPerThingMs = 1_000

/** What decides when a thing is looked at next. */
export interface LookState {
  /** When the server took the latest of the commands that are waited for. */
  readonly acceptedAt: Instant
  /** When the last look ended, whatever it showed; null when there was none in this run. */
  readonly triedAt: Instant | null
  /** Looks in a row that came to nothing because the server could not tell. */
  readonly failures: number
  /** Somebody waits for it in front of a screen. */
  readonly isAttended: boolean
  /** How many things of the stack are waited for. */
  readonly things: number
}

/**
 * When to look next: soon after sending often, as most devices answer within a minute, and then the less often the
 * longer it takes.
 */
export function nextLookAt({ acceptedAt, triedAt, failures, isAttended, things }: LookState, now: Instant): Instant {
  const last = Math.max(triedAt ?? acceptedAt, acceptedAt)
  const longest = isAttended ? longestAttendedMs : longestMs
  const shortest = isAttended ? shortestMs : Math.max(shortestMs, things * shortestPerThingMs)
  const usual = Math.min(longest, (last - acceptedAt) / 2)
  const wait = Math.min(longestMs, Math.max(usual, shortest * 2 ** Math.min(failures, 10)))
  // A clock that was set back since must not put off what is due.
  return Math.min(last, now) + wait
}
