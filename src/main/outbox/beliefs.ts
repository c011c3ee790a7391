import type { Base, Intent } from '@shared/domain/action'
import type { Journal, JournalEntry } from './journal'

export const noBelief: Base = { value: null, since: null, asOf: null, after: null }

/** What the server was last seen to show about the subject of an intent (the read model's cache). */
export interface LastSeen {
  base(stackId: string, intent: Intent): Base
}

/**
 * What the app believes at the moment of capture: the target of the latest queued action on the same subject; or what
 * the latest one has made true, unless the server was read since; or what the server was last seen to show.
 */
export function beliefFor(
  stackId: string,
  intent: Intent,
  journal: Pick<Journal, 'latestOfThing'>,
  lastSeen: LastSeen
): Base {
  if (intent.type !== 'status' && intent.type !== 'group') return noBelief
  const latest = journal.latestOfThing(stackId, intent.tuid, intent.type)
  const seen = lastSeen.base(stackId, intent)
  if (latest === null) return seen
  if (latest.life.state !== 'done') return beliefAfter(latest)
  const doneAt = latest.receipt?.at ?? latest.capturedAt
  return seen.asOf !== null && seen.asOf >= doneAt ? seen : { ...beliefAfter(latest), asOf: doneAt, after: null }
}

/** The belief that rests on another action: its target. */
export function beliefAfter(entry: Pick<JournalEntry, 'intent' | 'seq' | 'capturedAt'>): Base {
  const { intent } = entry
  const value = intent.type === 'status' ? intent.status : intent.type === 'group' ? intent.groupId : null
  return { value, since: null, asOf: entry.capturedAt, after: entry.seq }
}
