import type { Choice } from '@shared/domain/action'
import type { OwnReason } from '@shared/domain/discardReason'
import type { Instant } from '@shared/domain/thing'
import type { Change, JournalEntry } from './journal'

/** What is recorded beside the new state when a person makes a choice about an action that needs one. */
export function settlementOf({ life, lastAttempt }: JournalEntry, choice: Choice, now: Instant): Partial<Change> {
  const { need } = life
  if (choice === 'mark_done') return { receipt: { at: now, by: 'person', responsible: null } }
  if (choice === 'keep_theirs') return { discardReason: 'kept_theirs' satisfies OwnReason }
  if (need === null || need.reason === 'refused' || need.serverShows === null) return {}
  // "Apply mine" knowing theirs: what the server showed is now what we build on, so it is no conflict any more.
  const asOf = lastAttempt?.endedAt ?? null
  return { base: { value: need.serverShows, since: need.serverShowsSince, asOf, after: null } }
}
