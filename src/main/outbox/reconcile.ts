import type { Base, Intent } from '@shared/domain/action'
import type { InstallationRecord, Instant } from '@shared/domain/thing'
import type { Facts } from './courier'
import { nothingShown, type ServerShows } from './stateMachine'

/** How far the laptop's and the server's clocks may be apart without fooling a comparison, in milliseconds. */
const clockTolerance = 120_000

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

const found = (responsible: string | null = null): Verdict => ({ type: 'found', responsible })
const absent = (shows: ServerShows | null = null): Verdict => ({ type: 'absent', shows })
const cannotTell = (shows: ServerShows = nothingShown): Verdict => ({ type: 'cannot_tell', shows })

/** Decides from what the server shows whether an action has happened, has not, or must go to a person. */
export function reconcile(question: Question, facts: Facts): Verdict {
  const { intent } = question
  switch (intent.type) {
    case 'status':
      return facts.type === 'status'
        ? unlessHidden(reconcileStatus(question, intent.status, facts.history), question, facts.complete)
        : cannotTell()
    case 'group':
      return facts.type === 'group' ? reconcileGroup(question, intent.groupId, facts.groupId) : cannotTell()
    case 'command':
      if (facts.type !== 'commands' || question.transactionId === null) return cannotTell()
      if (facts.transactionIds.includes(question.transactionId)) return found()
      return facts.complete ? absent() : cannotTell()
    case 'group_create':
    case 'group_rename':
    case 'group_delete':
      return facts.type === 'groups' ? reconcileGroups(intent, facts.groupIds, facts.complete) : cannotTell()
  }
}

/** A record that could not be read may be the very one that is missing. */
function unlessHidden(verdict: Verdict, { firstSentAt }: Question, complete: boolean): Verdict {
  if (complete || firstSentAt === null || verdict.type !== 'absent') return verdict
  return cannotTell(verdict.shows ?? nothingShown)
}

function reconcileStatus(question: Question, target: string, history: readonly InstallationRecord[]): Verdict {
  const newest = newestOf(history)
  if (newest === null) return absent(nothingShown)
  const shows: ServerShows = { value: newest.status, since: newest.at, by: newest.responsible }
  const { base } = question
  const since = startOf(question, target, history)
  if (newest.status === target && isNews(newest, question, since)) return found(newest.responsible)
  const ours = history.find((record) => record.status === target && isOurs(record, question, since))
  // It happened, and somebody has changed it since: our part is done, theirs stays.
  if (ours !== undefined) return found(ours.responsible)
  // The state we started from, or the same state set on purpose once more: ours has not happened (yet).
  if (newest.status === base.value || newest.status === target) return absent(shows)
  if (base.value === null && !isAfter(newest.at, question.capturedAt)) return absent(shows)
  return { type: 'conflict', shows }
}

/**
 * When the server recorded the status we started from, by its own clock: a laptop's may be hours off. Known from the
 * reading, or found in the history when the belief rests on what we did ourselves.
 */
function startOf({ base }: Question, target: string, history: readonly InstallationRecord[]): Instant | null {
  if (base.since !== null || base.value === null || base.value === target) return base.since
  return newestOf(history.filter(({ status }) => status === base.value))?.at ?? null
}

/** Whether a record with our target is news, or only the record we already started from. */
function isNews(record: InstallationRecord, question: Question, since: Instant | null): boolean {
  const { base, firstSentAt, intent, capturedAt } = question
  // Never sent and nothing known: an old record of the same status is not what the person asked for now.
  if (base.value === null) return firstSentAt !== null || isAfter(record.at, capturedAt)
  if (intent.type !== 'status' || base.value !== intent.status) return true
  if (record.at !== null && since !== null) return record.at > since
  return isOurs(record, question, since)
}

/** Whether a record may be the effect of our own sending. */
function isOurs(record: InstallationRecord, { firstSentAt }: Question, since: Instant | null): boolean {
  if (firstSentAt === null || record.at === null) return false
  return since === null ? record.at >= firstSentAt - clockTolerance : record.at > since
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
      const shown = [isThere ? intent.groupId : null, newIsThere ? intent.newGroupId : null].filter((id) => id !== null)
      return cannotTell({ ...nothingShown, value: shown.join(', ') || null })
    }
  }
}
