import type { Base, Intent } from '@shared/domain/action'
import { unassignedGroupId } from '@shared/domain/deploymentGroup'
import type { Instant } from '@shared/domain/thing'
import type { Journal, JournalEntry } from './journal'
import type { OutboxPolicy } from './policy'

/** Nothing was ever read. A reading that showed nothing differs from it in having a time. */
export const noBelief: Base = { value: null, since: null, asOf: null, after: null }

/** As of then: it was read, but is to be read again before anything is built upon it. */
const longAgo: Instant = 0

export function isNeverRead({ value, asOf }: Base): boolean {
  return value === null && asOf === null
}

/** A reading, and the newest action on its subject that was done when it was asked for, where that is known. */
export type Seen = Base & { readonly doneBefore?: number }

/** What the server was last seen to show about the subject of an intent (the read model's cache). */
export interface LastSeen {
  base(stackId: string, intent: Intent): Seen
}

export interface BeliefSources {
  readonly journal: Pick<Journal, 'latestOfThing' | 'bySeq'>
  readonly lastSeen: LastSeen
  readonly policy: Pick<OutboxPolicy, 'shownWithin'>
}

/**
 * What the app believes at the moment of capture: the target of the latest queued action on the same subject; or what
 * the latest one has made true, unless the server was asked since; or what the server was last seen to show.
 */
export function beliefFor(stackId: string, intent: Intent, { journal, lastSeen, policy }: BeliefSources): Base {
  if (intent.type !== 'status' && intent.type !== 'group') return noBelief
  const latest = journal.latestOfThing(stackId, intent.tuid, intent.type)
  const { doneBefore, ...seen } = lastSeen.base(stackId, intent)
  if (latest === null) return seen
  if (latest.life.state !== 'done') return beliefAfter(latest)
  const own = { ...beliefIn(latest), after: latest.seq }
  if (!wasReadAfter(latest, seen, doneBefore)) return own
  return outdatedValues(own, journal, seen.asOf ?? 0, policy.shownWithin).includes(seen.value) ? own : seen
}

/** By numbers, which a clock that is set back does not change; by time only where an earlier version has read it. */
function wasReadAfter({ seq, receipt, capturedAt }: JournalEntry, seen: Base, doneBefore: number | undefined): boolean {
  return doneBefore === undefined ? (seen.asOf ?? -Infinity) > (receipt?.at ?? capturedAt) : doneBefore >= seq
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
    belief = earlier.base
    // Whatever led a person to discard it may have come from the server: it is looked at before anything is sent.
    if (belief.after === null && belief.asOf !== null) belief = { ...belief, asOf: longAgo }
  }
  return belief
}

/**
 * What a look that began at `askedAt` may still show of a subject, where the server shows what it has done only a moment
 * later: what was so before our own actions on it that came true within `shownWithin` before. Null: none.
 */
export function outdatedValues(
  base: Base,
  journal: Pick<Journal, 'bySeq'>,
  askedAt: Instant,
  shownWithin: number
): readonly (string | null)[] {
  const values: (string | null)[] = []
  let { after } = base
  while (after !== null) {
    const earlier = journal.bySeq(after)
    if (earlier === null) break
    if (earlier.life.state === 'done') {
      if (!hasJustComeTrue(earlier, askedAt, shownWithin)) break
      values.push(earlier.base.value)
    }
    after = earlier.base.after
  }
  return values
}

/** By the server's word: what a person has said to be so, it need never show. */
function hasJustComeTrue({ receipt }: Pick<JournalEntry, 'receipt'>, askedAt: Instant, shownWithin: number): boolean {
  return receipt !== null && receipt.by !== 'person' && receipt.at <= askedAt && askedAt - receipt.at < shownWithin
}

/**
 * A settled belief about the group of a thing, followed to what this laptop has made of that group since: a thing goes
 * along when its group is renamed, and is unassigned when it is deleted. `perhaps` is what a look that began at `askedAt`
 * may show as well: what was so while it was under way, and what comes of a request whose outcome is not known yet.
 * `outdated`, as for {@link outdatedValues}.
 */
export function carriedAlong(
  belief: Base,
  entry: Pick<JournalEntry, 'stackId' | 'intent' | 'base' | 'capturedAt'>,
  journal: Pick<Journal, 'bySeq' | 'sentEndsOfGroup'>,
  askedAt: Instant,
  shownWithin: number
): { belief: Base; perhaps: readonly string[]; outdated: readonly string[] } {
  const since = entry.intent.type === 'group' ? soSince(entry, journal) : null
  if (since === null) return { belief, perhaps: [], outdated: [] }
  const perhaps: string[] = []
  const outdated: string[] = []
  let { value } = belief
  let last = since.seq
  while (value !== null && value !== unassignedGroupId) {
    // Whatever touches one group is done in the order of its numbers, so that this only goes forward.
    const ends = journal.sentEndsOfGroup(entry.stackId, value).filter(({ seq }) => seq > last)
    perhaps.push(...ends.filter(mayHaveHappened).map(madeOfMembers))
    const end = ends.find(({ receipt }) => receipt !== null && receipt.at >= since.at)
    if (end === undefined) break
    if (end.receipt !== null && end.receipt.at >= askedAt) perhaps.push(value)
    else if (hasJustComeTrue(end, askedAt, shownWithin)) outdated.push(value)
    value = madeOfMembers(end)
    last = end.seq
  }
  return { belief: { ...belief, value }, perhaps, outdated }
}

/** Not known to be done, nor known not to have been when a person gave it up. */
function mayHaveHappened({ life: { state, mayStillHappenUntil } }: JournalEntry): boolean {
  return state !== 'done' && (state !== 'discarded' || mayStillHappenUntil !== null)
}

/** The group of the members of a group after it was renamed or deleted. */
function madeOfMembers({ intent }: JournalEntry): string {
  return intent.type === 'group_rename' ? intent.newGroupId : unassignedGroupId
}

/**
 * Since when what a belief says has been so, as far as is known: since an action, whose number tells what came after it
 * whatever the clock does, or since it was read. Null while it rests on an action that is still open.
 */
function soSince(
  { base, capturedAt }: Pick<JournalEntry, 'base' | 'capturedAt'>,
  journal: Pick<Journal, 'bySeq'>
): { seq: number; at: Instant } | null {
  let rests = { base, capturedAt }
  while (rests.base.after !== null) {
    const earlier = journal.bySeq(rests.base.after)
    if (earlier?.life.state === 'done') return { seq: earlier.seq, at: -Infinity }
    if (earlier?.life.state !== 'discarded') return null
    rests = earlier
  }
  return { seq: 0, at: rests.base.asOf ?? rests.capturedAt }
}

/** What a belief rests on in the end: something read from the server, and what was done from here since. */
export interface Ground {
  readonly read: Base
  /** When the first action that rests on this reading was captured, by this laptop's clock. */
  readonly capturedAt: Instant
  /** What our earlier actions have made true since, oldest first: each has left its mark on the server. */
  readonly own: readonly string[]
  /** What may be so by our own doing all the same: an action that was on its way when a person discarded it. */
  readonly perhaps: readonly string[]
}

export function groundOf(
  { base, capturedAt }: Pick<JournalEntry, 'base' | 'capturedAt'>,
  journal: Pick<Journal, 'bySeq'>
): Ground {
  const own: string[] = []
  const perhaps: string[] = []
  let ground = { read: base, capturedAt }
  while (ground.read.after !== null) {
    const earlier = journal.bySeq(ground.read.after)
    if (earlier === null) return { read: noBelief, capturedAt: ground.capturedAt, own, perhaps }
    const target = targetOf(earlier.intent)
    const isDiscarded = earlier.life.state === 'discarded'
    if (target !== null && !(isDiscarded && earlier.firstSentAt === null)) {
      if (isDiscarded && own.length === perhaps.length) perhaps.push(target)
      own.unshift(target)
    }
    ground = { read: earlier.base, capturedAt: earlier.capturedAt }
  }
  return { ...ground, own, perhaps }
}

/**
 * Until when actions before this one on the same subject may still be acting that a person has discarded on their way;
 * null when there are none. What is sent before that could be undone by them.
 */
export function unsettledUntil(base: Base, journal: Pick<Journal, 'bySeq'>): Instant | null {
  let until: Instant | null = null
  let { after } = base
  while (after !== null) {
    const earlier = journal.bySeq(after)
    if (earlier?.life.state !== 'discarded') break
    const { mayStillHappenUntil } = earlier.life
    if (mayStillHappenUntil !== null) until = Math.max(until ?? mayStillHappenUntil, mayStillHappenUntil)
    after = earlier.base.after
  }
  return until
}

/**
 * What an action that is done has made true. Only the server's answer to it says that nobody changed it since; and that
 * may have been on its way for long, so that what it says is as old as the request.
 */
function beliefIn({ intent, receipt, lastAttempt }: Pick<JournalEntry, 'intent' | 'receipt' | 'lastAttempt'>): Base {
  const asOf = receipt?.by === 'answer' ? (lastAttempt?.startedAt ?? receipt.at) : null
  return { value: targetOf(intent), since: null, asOf, after: null }
}

function targetOf(intent: Intent): string | null {
  return intent.type === 'status' ? intent.status : intent.type === 'group' ? intent.groupId : null
}
