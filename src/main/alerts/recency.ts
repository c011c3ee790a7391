import type { Instant } from '@shared/domain/thing'

/** Whether an instant lies at most so many milliseconds back. One still to come is of a clock that was set back since. */
export function isRecent(at: Instant, now: Instant, ms: number): boolean {
  return at <= now && now - at < ms
}
