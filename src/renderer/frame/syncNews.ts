import type { Connection } from '@shared/ipc/channels'

/** What of the queue can be heard from its badge. */
export interface QueueState {
  /** Whether the main process has told; before, nothing was counted. */
  readonly known: boolean
  readonly stackId: string | null
  readonly connection: Connection
  readonly waiting: number
  readonly needsYou: number
}

/**
 * Whether somebody who does not see the badge is told of a change: that all has gone out, that a person is needed, and
 * that something is kept here for want of a connection. Not every single action: a batch makes several each second.
 */
export function isSyncNews(before: QueueState, now: QueueState): boolean {
  if (!before.known || before.stackId !== now.stackId) return false
  if (now.needsYou > before.needsYou) return true
  if (before.waiting > 0 && now.waiting === 0) return true
  return before.waiting === 0 && now.waiting > 0 && now.connection !== 'online'
}
