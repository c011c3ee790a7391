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
  return seen.asOf !== null && seen.asOf >= doneAt ? seen : beliefIn(latest)
}

/** The belief that rests on another action which is still open: its target. */
export function beliefAfter(entry: Pick<JournalEntry, 'intent' | 'seq' | 'capturedAt'>): Base {
  return { value: targetOf(entry.intent), since: null, asOf: entry.capturedAt, after: entry.seq }
}

/**
 * A belief as it stands now. One that rested on another action becomes, when that one is done, what it has made true,
 * and when a person has discarded it, what it rested on itself.
 */
export function settledBelief(base: Base, journal: Pick<Journal, 'bySeq'>): Base {
  let belief = base
  while (belief.after !== null) {
    const earlier = journal.bySeq(belief.after)
    if (earlier === null) return noBelief
    if (earlier.life.state === 'done') return beliefIn(earlier)
    if (earlier.life.state !== 'discarded') return belief
    // Whatever led a person to discard it may have come from the server: it is looked at before anything is sent.
    belief = earlier.base.after === null ? { ...earlier.base, asOf: null } : earlier.base
  }
  return belief
}

/** What an action that is done has made true. Only the server's answer to it says that nobody changed it since. */
function beliefIn({ intent, receipt }: Pick<JournalEntry, 'intent' | 'receipt'>): Base {
  return { value: targetOf(intent), since: null, asOf: receipt?.by === 'answer' ? receipt.at : null, after: null }
}

function targetOf(intent: Intent): string | null {
  return intent.type === 'status' ? intent.status : intent.type === 'group' ? intent.groupId : null
}
