import { numberedCommands, type Base, type Intent } from '@shared/domain/action'
import { unassignedGroupId } from '@shared/domain/deploymentGroup'
import type { InstallationRecord, Instant } from '@shared/domain/thing'
import { isNeverRead, type Ground } from './beliefs'
import type { Facts } from './courier'
import { nothingShown, type ServerShows } from './stateMachine'

/** How far a laptop's clock is taken to be off at most where the server does not tell its own, in milliseconds. */
const clockTolerance = 120_000

/** The server tells its time, and that of its records, in whole seconds. */
export const clockStep = 1_000

export interface Question {
  readonly intent: Intent
  /** What we believe the server to show. */
  readonly base: Base
  readonly ground: Ground
  /** What the server may still show although it is so no longer, by our own doing of the last moments. */
  readonly outdated: readonly (string | null)[]
  readonly transactionId: number | null
  /** Commands that an earlier look has shown to be there. */
  readonly arrived: readonly number[]
  /** Null while the action was never sent: then `found` can only be somebody else's doing. */
  readonly firstSentAt: Instant | null
}

/** `absent`: what we want is not there, and nothing speaks against (still) sending it. */
export type Verdict =
  /** `wasSo`: perhaps without what was sent, so that finding it says nothing about that. */
  | { readonly type: 'found'; readonly responsible: string | null; readonly wasSo: boolean }
  /** `arrived`: of several commands, those that are there. */
  | { readonly type: 'absent'; readonly shows: ServerShows | null; readonly arrived?: readonly number[] }
  | { readonly type: 'conflict'; readonly shows: ServerShows }
  | { readonly type: 'cannot_tell'; readonly shows: ServerShows; readonly arrived?: readonly number[] }

const found = (responsible: string | null = null): Verdict => ({ type: 'found', responsible, wasSo: false })
const absent = (shows: ServerShows | null = null): Verdict => ({ type: 'absent', shows })
const cannotTell = (shows: ServerShows = nothingShown): Verdict => ({ type: 'cannot_tell', shows })

/** Decides from what the server shows whether an action has happened, has not, or must go to a person. */
export function reconcile(question: Question, facts: Facts): Verdict {
  const { intent } = question
  switch (intent.type) {
    case 'status':
      return facts.type === 'status'
        ? unlessHidden(reconcileStatus(question, intent.status, facts), question, facts.complete)
        : cannotTell()
    case 'group':
      return facts.type === 'group' ? reconcileGroup(question, intent.groupId, facts.groupId) : cannotTell()
    case 'command':
      return facts.type === 'commands' ? reconcileCommands(question, facts) : cannotTell()
    case 'group_create':
    case 'group_rename':
    case 'group_delete':
      return facts.type === 'groups' ? reconcileGroups(intent, facts.groupIds, facts.complete) : cannotTell()
  }
}

/**
 * Whether the newest record is of the second that the server is in. One that were added now would have the same time, and
 * nobody could tell later which of the two came first.
 */
export function isOfThisSecond(facts: Facts, now: Instant): boolean {
  if (facts.type !== 'status' || facts.serverAhead === null) return false
  const at = newestFirst(facts.history)[0]?.at ?? null
  return at !== null && at % clockStep === 0 && Math.abs(now + facts.serverAhead - at) < clockStep
}

/** Each command is looked for by its own number: a server may have taken some of a list, and not the others. */
function reconcileCommands(question: Question, facts: Extract<Facts, { type: 'commands' }>): Verdict {
  const wanted = numberedCommands(question).map(({ transactionId }) => transactionId)
  if (wanted.includes(null)) return cannotTell()
  const there = [...question.arrived, ...facts.transactionIds]
  const arrived = wanted.filter((id): id is number => id !== null && there.includes(id))
  if (arrived.length === wanted.length) return found()
  const some = arrived.length === 0 ? {} : { arrived }
  return facts.complete
    ? { type: 'absent', shows: null, ...some }
    : { type: 'cannot_tell', shows: nothingShown, ...some }
}

/** A record that could not be read may be the very one that is missing. */
function unlessHidden(verdict: Verdict, { firstSentAt }: Question, complete: boolean): Verdict {
  if (complete || firstSentAt === null || verdict.type !== 'absent') return verdict
  return cannotTell(verdict.shows ?? nothingShown)
}

type StatusFacts = Extract<Facts, { type: 'status' }>

function reconcileStatus(question: Question, target: string, facts: StatusFacts): Verdict {
  const records = newestFirst(facts.history)
  const [newest] = records
  const { base, ground, outdated, firstSentAt } = question
  if (newest === undefined) return absent(outdated.includes(null) ? null : nothingShown)
  const shows: ServerShows = { value: newest.status, since: newest.at, by: newest.responsible }
  const since = recordedSince(question, target, records, facts.serverAhead)
  const news = withoutOurEarlier(since, ground.own)
  if (newest.status === target && news.includes(newest)) return found(newest.responsible)
  // It happened, and somebody has changed it since: our part is done, theirs stays.
  const ours = firstSentAt === null ? undefined : news.find(({ status }) => status === target)
  if (ours !== undefined) return found(ours.responsible)
  // The state we started from: ours has not happened (yet).
  if ([base.value, ...ground.perhaps].includes(newest.status)) return absent(shows)
  // What was so before our own last action, which the server does not show yet: nobody else's doing.
  if (news.length === 0 && outdated.includes(newest.status)) return absent()
  // The same state set on purpose once more.
  if (newest.status === target) return absent(shows)
  // Nobody here had read it, and it was so before the person wanted something else.
  if (isNeverRead(ground.read) && since.length === 0) return absent(shows)
  return { type: 'conflict', shows }
}

/** The records that are newer than what everything here rests on. Compared by the server's own times where possible. */
function recordedSince(
  { ground: { read, capturedAt }, firstSentAt }: Question,
  target: string,
  records: readonly InstallationRecord[],
  serverAhead: number | null
): readonly InstallationRecord[] {
  // It was read, and there was none.
  if (read.value === null && !isNeverRead(read)) return records
  const { value, since } = read
  if (since !== null) {
    const start = records.findLastIndex(({ status, at }) => status === value && at === since)
    return start === -1 ? records.filter(({ at }) => at !== null && at > since) : records.slice(0, start)
  }
  // Read without a time, which the server does not tell.
  const start = value === target ? -1 : records.findIndex(({ status }) => status === value)
  if (start !== -1) return records.slice(0, start)
  // Only the laptop's clock is left: in doubt a record is newer, so that nothing is done twice or overwritten unasked.
  const moment = value === null ? capturedAt : firstSentAt
  if (moment === null) return []
  const from = serverAhead === null ? moment - clockTolerance : moment + serverAhead - clockStep
  return records.filter(({ at }) => (at === null ? firstSentAt !== null : at > from))
}

/** Of records, newest first: those newer than the marks of our earlier actions, or of the same time as the last. */
function withoutOurEarlier(
  records: readonly InstallationRecord[],
  own: readonly string[]
): readonly InstallationRecord[] {
  let left = records
  for (const target of own) {
    const mark = left.findLastIndex(({ status }) => status === target)
    const at = left[mark]?.at ?? NaN
    // Of two records of the same second nobody knows for sure which came first.
    if (mark !== -1) left = left.filter((record, index) => index < mark || (index > mark && record.at === at))
  }
  return left
}

/** Those without a time last. Of the same time, they stay in the given order: the API client puts the newer first. */
function newestFirst(history: readonly InstallationRecord[]): readonly InstallationRecord[] {
  return history.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
}

function reconcileGroup(
  { base, ground, outdated, firstSentAt }: Question,
  target: string,
  current: string | null
): Verdict {
  const shows: ServerShows = { value: current, since: null, by: null }
  const named = (group: string | null): string => group ?? unassignedGroupId
  const isOutdated = named(base.value) !== named(current) && outdated.map(named).includes(named(current))
  if (current === target) {
    const isBase = base.value === target
    // Never sent, and it was there when we started: the person insists, so it is sent once.
    if (firstSentAt === null && isBase) return absent(shows)
    if (firstSentAt === null && isOutdated) return absent()
    return { type: 'found', responsible: null, wasSo: isBase || isOutdated || ground.perhaps.includes(target) }
  }
  if (isOutdated) return absent()
  if (isNeverRead(base) || current === null) return absent(shows)
  // Read, and in none: that is how some servers say `unassigned`.
  const expected = [base.value ?? unassignedGroupId, ...ground.perhaps]
  return expected.includes(current) ? absent(shows) : { type: 'conflict', shows }
}

function reconcileGroups(
  intent: Extract<Intent, { type: 'group_create' | 'group_rename' | 'group_delete' }>,
  groupIds: readonly string[],
  complete: boolean
): Verdict {
  const isThere = groupIds.includes(intent.groupId)
  switch (intent.type) {
    case 'group_create':
      if (isThere) return found()
      return complete ? absent() : cannotTell()
    case 'group_delete':
      if (isThere) return absent()
      return complete ? found() : cannotTell()
    case 'group_rename': {
      const newIsThere = groupIds.includes(intent.newGroupId)
      if (newIsThere && !isThere && complete) return found()
      if (isThere && !newIsThere && complete) return absent()
      const shown = [isThere ? intent.groupId : null, newIsThere ? intent.newGroupId : null].filter((id) => id !== null)
      return cannotTell({ ...nothingShown, value: shown.join(', ') || null })
    }
  }
}
