import type { Base, Intent } from '@shared/domain/action'
import type { InstallationRecord, Instant } from '@shared/domain/thing'
import type { Facts } from './courier'
import type { ServerShows } from './stateMachine'

/** How far the laptop's and the server's clocks may be apart without fooling a comparison, in milliseconds. */
export const clockTolerance = 120_000

export interface Question {
  readonly intent: Intent
  readonly base: Base
  readonly transactionId: number | null
  readonly capturedAt: Instant
  /** Null while the action was never sent: then `found` can only be somebody else's doing. */
  readonly firstSentAt: Instant | null
}

/** `absent`: what we want is not there, and nothing speaks against (still) sending it. */
export type Verdict =
  | { readonly type: 'found'; readonly responsible: string | null }
  | { readonly type: 'absent'; readonly shows: ServerShows | null }
  | { readonly type: 'conflict'; readonly shows: ServerShows }
  | { readonly type: 'cannot_tell'; readonly shows: ServerShows }

const nothing: ServerShows = { value: null, since: null, by: null }
const found = (responsible: string | null = null): Verdict => ({ type: 'found', responsible })
const absent = (shows: ServerShows | null = null): Verdict => ({ type: 'absent', shows })
const cannotTell = (shows: ServerShows = nothing): Verdict => ({ type: 'cannot_tell', shows })

/** Decides from what the server shows whether an action has happened, has not, or must go to a person. */
export function reconcile(question: Question, facts: Facts): Verdict {
  const { intent } = question
  switch (intent.type) {
    case 'status':
      return facts.type === 'status' ? reconcileStatus(question, intent.status, facts.history) : cannotTell()
    case 'group':
      return facts.type === 'group' ? reconcileGroup(question, intent.groupId, facts.groupId) : cannotTell()
    case 'command':
      if (facts.type !== 'commands' || question.transactionId === null) return cannotTell()
      return facts.transactionIds.includes(question.transactionId) ? found() : absent()
    case 'group_create':
    case 'group_rename':
    case 'group_delete':
      return facts.type === 'groups' ? reconcileGroups(intent, facts.groupIds, facts.complete) : cannotTell()
  }
}

function reconcileStatus(question: Question, target: string, history: readonly InstallationRecord[]): Verdict {
  const newest = newestOf(history)
  if (newest === null) return absent(nothing)
  const shows: ServerShows = { value: newest.status, since: newest.at, by: newest.responsible }
  const { base } = question
  if (newest.status === target && isNewerThanBase(newest, question)) return found(newest.responsible)
  // The state we started from, or the same state set on purpose once more: ours has not happened (yet).
  if (newest.status === base.value || newest.status === target) return absent(shows)
  const ours = history.find((record) => record.status === target && isOurs(record, question))
  // It happened, and somebody has changed it since: our part is done, theirs stays.
  if (ours !== undefined) return found(ours.responsible)
  if (base.value === null && !isAfter(newest.at, question.capturedAt)) return absent(shows)
  return { type: 'conflict', shows }
}

/** Whether a record with our target is news, or only the record we already started from. */
function isNewerThanBase(record: InstallationRecord, question: Question): boolean {
  const { base, firstSentAt, intent } = question
  if (intent.type !== 'status') return false
  if (base.value !== intent.status) {
    // Never sent and nothing known: an old record of the same status is not what the person asked for now.
    return base.value !== null || firstSentAt !== null || isAfter(record.at, question.capturedAt)
  }
  if (record.at !== null && base.since !== null) return record.at > base.since
  return isOurs(record, question)
}

/** Whether a record may be the effect of our own sending. */
function isOurs(record: InstallationRecord, { base, firstSentAt }: Question): boolean {
  if (firstSentAt === null || record.at === null) return false
  if (base.since !== null && record.at <= base.since) return false
  return record.at >= firstSentAt - clockTolerance
}

function isAfter(at: Instant | null, moment: Instant): boolean {
  return at !== null && at > moment + clockTolerance
}

function newestOf(history: readonly InstallationRecord[]): InstallationRecord | null {
  let newest: InstallationRecord | null = null
  for (const record of history) if (newest === null || (record.at ?? 0) > (newest.at ?? 0)) newest = record
  return newest
}

function reconcileGroup({ base, firstSentAt }: Question, target: string, current: string | null): Verdict {
  const shows: ServerShows = { value: current, since: null, by: null }
  if (current === target) {
    // Never sent, and it was there when we started: the person insists, so it is sent once.
    return firstSentAt === null && base.value === target ? absent(shows) : found()
  }
  if (base.value === null || current === null || current === base.value) return absent(shows)
  return { type: 'conflict', shows }
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
      return cannotTell({
        ...nothing,
        value: groupIds.filter((id) => id === intent.groupId || id === intent.newGroupId).join(', ')
      })
    }
  }
}
