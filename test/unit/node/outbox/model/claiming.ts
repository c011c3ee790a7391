import type { Action, Need } from '@shared/domain/action'
import { factsWanted, isGone, isThere, type Fact } from './facts'
import type { Ledger } from './ledger'
import type { Wish } from './wish'

/** What must hold when the app says that something is done: it has happened, or is so, or a person has said so. */
export function checkDone(ledger: Ledger, wish: Wish, action: Action): void {
  const { hasHappened } = wish
  switch (action.receipt?.by) {
    case 'answer':
      if (!hasHappened) ledger.complain(wish, 'is said to be done, and was not')
      return
    case 'read_back':
      if (!hasHappened && !isSoWithoutUs(ledger, wish, action)) ledger.complain(wish, 'is said to be there, and is not')
      return
    case 'person':
      if (wish.closedByPerson !== 'marked done') ledger.complain(wish, 'is marked as done by nobody')
      return
    case undefined:
      ledger.complain(wish, 'is done without a receipt')
  }
}

function isSoWithoutUs(ledger: Ledger, { intent, subject, target, knowledge }: Wish, action: Action): boolean {
  const { story } = ledger
  const facts = factsWanted(intent)
  const since = ledger.lastAskedAt(action)
  if (facts.length > 0 && facts.every((fact) => story.wasSo(fact, since))) return true
  if (subject === null) return false
  // Somebody else had made it so, and it has been changed again since: the history tells.
  return story.turnsOf(subject).some(({ value, place }) => value === target && place > (knowledge.upTo ?? 0))
}

/** What must hold when the app asks the technician: there is something to ask, and what is shown is so. */
export function checkQuestion(ledger: Ledger, wish: Wish, action: Action): void {
  const { need } = action
  if (need === null) return
  const isRight: Record<Need['reason'], () => boolean> = {
    refused: () => wasRefused(ledger, wish, action),
    conflict: () => isConflict(ledger, wish, action),
    cannot_tell: () => cannotBeTold(ledger, wish, action),
    // No server here says yes and names something else.
    contradicted: () => false
  }
  if (!isRight[need.reason]()) ledger.complain(wish, `is called ${need.reason} for no reason: ${JSON.stringify(need)}`)
}

/**
 * Somebody else was last to change it, after what the technician knew, to what nobody here wanted. Or it is our own doing
 * which the technician does not count with: given up, not known to be done, or marked as done when it was not.
 */
function isConflict(ledger: Ledger, wish: Wish, action: Action): boolean {
  const { story, late, wishes } = ledger
  const { subject, knowledge } = wish
  const shown = action.need?.serverShows ?? null
  if (subject === null || shown === null || shown === wish.target) return false
  if (ledger.isInDoubt(wish)) return true
  if (!story.wasSo({ subject, value: shown }, ledger.lastAskedAt(action))) return false
  const last = story.lastSet(subject)
  if (last?.by === 'others' && last.place > (knowledge.upTo ?? 0)) return true
  const uncounted = wishes.filter(({ state, closedByPerson }) => state !== 'done' || closedByPerson !== null)
  return (
    uncounted.some(({ closedByPerson, effects }) => closedByPerson === 'marked done' && effects.length === 0) ||
    story
      .turnsOf(subject)
      .some(({ place }) => late.has(place) || uncounted.some(({ effects }) => effects.includes(place)))
  )
}

/** The server was told to refuse it; or the group was not there, or was there already. */
function wasRefused(ledger: Ledger, { intent }: Wish, action: Action): boolean {
  const { story } = ledger
  if (action.lastAttempt?.httpStatus === 400) return ++ledger.refusals <= story.faultsWithStatus(400)
  const was = (fact: Fact): boolean => story.wasSo(fact, ledger.lastAskedAt(action))
  switch (intent.type) {
    case 'group':
    case 'group_delete':
      return was(isGone(intent.groupId))
    case 'group_create':
      return was(isThere(intent.groupId))
    case 'group_rename':
      return was(isGone(intent.groupId)) || was(isThere(intent.newGroupId))
    case 'status':
    case 'command':
      return false
  }
}

/** The server does not show its groups; or it showed both names of one that was to be renamed, or neither. */
function cannotBeTold(ledger: Ledger, { intent }: Wish, action: Action): boolean {
  if ('tuid' in intent) return false
  if (!ledger.listsGroups) return true
  if (intent.type !== 'group_rename') return false
  const was = (fact: Fact): boolean => ledger.story.wasSo(fact, ledger.lastAskedAt(action))
  const { groupId, newGroupId } = intent
  return (was(isThere(groupId)) && was(isThere(newGroupId))) || (was(isGone(groupId)) && was(isGone(newGroupId)))
}
