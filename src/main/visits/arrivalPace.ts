import { firstDataMinutes, type DeviceKind } from '@shared/domain/deviceKind'
import type { Instant } from '@shared/domain/thing'

const minute = 60_000

/** How long after its installation a thing is listened for, in milliseconds. */
export const listenedForMs = 24 * 60 * minute

/** The longest time between two looks, in milliseconds: a thing may still come after hours. */
const longestMs = 30 * minute

/** However many things of a stack are listened for, it is asked no more often than this on the average. */
const shortestPerThingMs = 1_000

/** What decides when a silent thing is looked at next. */
export interface ArrivalState {
  readonly kind: DeviceKind
  /** When it was installed, by this laptop's clock. */
  readonly installedAt: Instant
  /** When the last look ended, whatever it showed; null when there was none. */
  readonly triedAt: Instant | null
  /** Looks in a row that came to nothing because the server could not tell. */
  readonly failures: number
  /** How many things of the stack are listened for. */
  readonly things: number
}

/**
 * When to look next whether a thing was heard: rarely before its kind usually sends its first data, every tenth of that
 * time around it, and then the less often the longer it takes.
 */
export function nextArrivalLookAt(state: ArrivalState, now: Instant): Instant {
  const { installedAt, triedAt, failures, things } = state
  const typical = firstDataMinutes(state.kind).typical * minute
  const last = Math.max(triedAt ?? installedAt, installedAt)
  const shortest = Math.max(typical / 10, things * shortestPerThingMs)
  const usual = Math.max(shortest, usualWait(last - installedAt, typical))
  const wait = Math.min(longestMs, usual * 2 ** Math.min(failures, 10))
  // A clock that was set back since must not put off what is due.
  return Math.min(last, now) + wait
}

/** @param age of the thing at the last look, in milliseconds like the others */
function usualWait(age: number, typical: number): number {
  if (age < typical * 0.75) return typical / 4
  return age < typical * 1.5 ? typical / 10 : (age - typical) / 5
}
