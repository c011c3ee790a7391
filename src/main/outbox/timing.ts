import type { Instant } from '@shared/domain/thing'

/** Time and chance, given from outside so that tests can hold them. */
export interface Timing {
  readonly now: () => Instant
  /** Milliseconds of a clock that nobody can set; it begins anywhere, and may rest while the laptop sleeps. */
  readonly monotonicNow: () => number
  /** @returns a function that cancels */
  readonly after: (ms: number, task: () => void) => () => void
  /** From 0 up to 1. */
  readonly random: () => number
}
