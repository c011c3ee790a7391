import type { Intent } from '@shared/domain/action'
import type { Effect } from '../../../../simulator/effects'
import { factsWanted, keepOrder, wordsOfChange, type Subject } from './facts'
import type { Ledger } from './ledger'
import type { Turn } from './serverStory'
import type { Knowledge, Wish } from './wish'

/** A belief may be this old, in milliseconds, before the server has to be asked again (docs/architecture.md). */
const freshFor = 30_000

/**
 * What must hold whenever something has happened at the server by our doing: somebody wanted it, it is its turn, it is
 * on record as being sent, it has not happened before, and it overwrites nothing that nobody here has seen.
 */
export function noteEffect(ledger: Ledger, effect: Effect): void {
  const words = wordsOfChange(effect)
  const alike = ledger.wishes.filter((wish) => wish.parts.includes(words))
  const due = alike.find((wish) => wish.isOpen && !mustWait(ledger, wish))
  // Sent, and closed before the server came to it.
  const late = alike.find((wish) => !wish.isOpen && wish.wasSent && wish.timesOf(words) === 0)
  if (due !== undefined && (late === undefined || (due.mayBeUnderWay && due.timesOf(words) === 0))) {
    happensInTurn(ledger, due, words, effect)
  } else if (late !== undefined) {
    happensLate(ledger, late, words, effect)
  } else {
    ledger.complaints.push(`"${words}" happened, and ${alike.length === 0 ? 'nobody wanted it' : 'not in its turn'}`)
  }
}

/** Whether a wish that must come first is still open. */
function mustWait({ wishes }: Ledger, wish: Wish): boolean {
  return wishes.some((other) => other.seq < wish.seq && other.isOpen && keepOrder(other.intent, wish.intent))
}

function happensInTurn(ledger: Ledger, wish: Wish, words: string, effect: Effect): void {
  if (!wish.mayBeUnderWay) ledger.complain(wish, `happened while it was ${wish.state}`)
  if (wish.timesOf(words) > wish.sentAgain && !wasUndone(ledger, wish)) ledger.complain(wish, 'happened twice')
  if (overwritesUnseen(ledger, wish, effect)) ledger.complain(wish, 'overwrote what somebody else had changed')
  wish.happens(words, effect.seq)
}

/** Nobody can know that ours is still to come when a person has closed it, or when somebody else has made it so. */
function happensLate(ledger: Ledger, wish: Wish, words: string, effect: Effect): void {
  const { subject, target, closedAt, knowledge } = wish
  const wasMadeSo = (subject === null ? [] : ledger.story.turnsOf(subject)).some(
    ({ by, value, place }) => by === 'others' && value === target && place > (knowledge.upTo ?? 0) && place <= closedAt
  )
  if (wish.closedByPerson === null && !wasMadeSo) ledger.complain(wish, 'happened after it was said to be done')
  wish.happens(words, effect.seq)
  ledger.late.add(effect.seq)
}

/**
 * Whether it has been undone since it happened. Only of the status and of commands does the server keep a history: of
 * anything else nobody can tell what was undone from what never happened.
 */
function wasUndone({ story, late }: Ledger, { intent, effects }: Wish): boolean {
  if (intent.type === 'status' || intent.type === 'command') return false
  const last = effects.at(-1) ?? 0
  return factsWanted(intent).some(({ subject }) =>
    story.turnsOf(subject).some(({ by, place }) => place > last && (by === 'others' || late.has(place)))
  )
}

function overwritesUnseen(ledger: Ledger, wish: Wish, effect: Effect): boolean {
  const { subject, knowledge } = wish
  if (subject === null || knowledge.upTo === null || ledger.isInDoubt(wish)) return false
  const { story } = ledger
  const last = story.lastChange(subject, effect.seq)
  if (last === undefined || last.by === 'us' || last.place <= knowledge.upTo || isWantedHere(ledger, last)) return false
  const value = story.valueBefore(subject, effect.seq)
  const isExpected = value === wish.target || value === followed(ledger, knowledge) || mayBeOurs(ledger, subject, value)
  return !isExpected && story.arrivalOf(effect) - last.at > freshFor
}

/** Somebody else was only faster. */
function isWantedHere({ story, wishes }: Ledger, { place }: Turn): boolean {
  const change = story.effectAt(place)
  return change !== undefined && wishes.some(({ parts }) => parts.includes(wordsOfChange(change)))
}

/** What was known of the group of a thing, followed through what has become of that group from here since. */
function followed({ wishes }: Ledger, { value, upTo }: Knowledge): string | null {
  let now = value
  for (const { intent, state, closedAt } of wishes) {
    if (state !== 'done' || closedAt <= (upTo ?? 0) || !('groupId' in intent) || intent.groupId !== now) continue
    now = madeOfMembers(intent) ?? now
  }
  return now
}

/** What is on its way may have made it so, or what the technician had given up when it was. */
function mayBeOurs({ wishes }: Ledger, subject: Subject, value: string | undefined): boolean {
  return wishes.some((wish) => {
    const isOpenForGroup = wish.mayBeUnderWay && subject.startsWith('group of') && madeOfMembers(wish.intent) === value
    const wasGivenUp = wish.closedByPerson === 'given up' && wish.wasSent
    return isOpenForGroup || (wasGivenUp && wish.subject === subject && wish.target === value)
  })
}

/** The group of the things in a group once this has happened to it. */
function madeOfMembers(intent: Intent): string | null {
  if (intent.type === 'group_rename') return intent.newGroupId
  return intent.type === 'group_delete' ? 'unassigned' : null
}
