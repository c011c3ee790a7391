import type { Action, Intent } from '@shared/domain/action'
import type { Reading } from '@shared/domain/thing'

/** What we ourselves have changed of a thing, where that says more than a reading. */
export interface OwnChange {
  /** The group id or the installation status. */
  readonly value: string
  readonly action: Action
}

/**
 * The latest of our own changes of a kind that counts.
 * @param actions of one thing, in any order
 */
export function ownChange(
  actions: readonly Action[],
  type: 'group' | 'status',
  counts: (action: Action) => boolean
): OwnChange | null {
  const newestFirst = actions.filter((action) => action.intent.type === type).toSorted((a, b) => b.seq - a.seq)
  const action = newestFirst.find(counts)
  const value = action === undefined ? null : targetOf(action.intent)
  return action === undefined || value === null ? null : { value, action }
}

/**
 * Whether the server has confirmed an action after a reading was made, so that the reading shows how it was before. A
 * person's decision is not the server's word, so it never counts here; and by a clock that has been set back since, a
 * receipt is from the future and says nothing of the order.
 */
export function isConfirmedAfter({ state, receipt }: Action, reading: Reading<unknown> | null): boolean {
  if (state !== 'done' || receipt === null || receipt.by === 'person') return false
  const readAt = reading?.asOf ?? null
  return readAt === null || (receipt.at > readAt && receipt.at <= Date.now())
}

function targetOf(intent: Intent): string | null {
  if (intent.type === 'group') return intent.groupId
  return intent.type === 'status' ? intent.status : null
}
