import type { Instant } from '@shared/domain/thing'

/** A stretch of time; both ends are sent as whole Unix seconds, rounded outwards. */
export interface TimeWindow {
  readonly from?: Instant
  readonly to?: Instant
}

/** spec: Get messages of a thing, Get all commands sent to a thing. */
export interface HistoryFilter extends TimeWindow {
  /** Only these tsmId. */
  readonly messageIds?: readonly number[]
  /** Only these tsmEv. */
  readonly eventIds?: readonly number[]
  readonly limit?: number
}
