import type { Action, Choice } from '@shared/domain/action'
import type { Simulator } from '../../../../simulator/simulator'
import { checkDone, checkQuestion } from './claiming'
import { groupOfThing, stateOfThing, statusOfThing, type Subject } from './facts'
import { noteEffect } from './happening'
import { Ledger } from './ledger'
import { nothingKnown, Wish, type Knowledge } from './wish'

interface Sight extends Knowledge {
  readonly moment: number
  /** How many wishes had been closed by then. */
  readonly after: number
}

/**
 * Hears what the technician wants and what the app says, reads what the server really did, and complains when the three
 * do not go together. This is all that the outbox promises:
 *
 * 1. what is saved stays, and is closed by the server's word or by a person's, never by anything else (here);
 * 2. nothing happens that was not wanted, nothing twice, nothing out of order, nothing before it is on record, and
 *    nothing of somebody else's is overwritten that nobody here has seen (happening.ts);
 * 3. nothing is said to be done that is not, and nobody is asked but where there is something to ask (claiming.ts).
 */
export class Witness {
  readonly #ledger: Ledger
  readonly #sights = new Map<Subject, Sight>()
  /** In the order in which they were closed. */
  readonly #closed: Wish[] = []

  /**
   * @param listsGroups whether the server shows its groups
   * @param clockAhead how far the laptop's clock is ahead of the true time, in milliseconds
   */
  constructor(cloud: Simulator, listsGroups: boolean, clockAhead: () => number) {
    this.#ledger = new Ledger(cloud, listsGroups, clockAhead)
  }

  get complaints(): readonly string[] {
    return this.#ledger.complaints
  }

  get wishes(): readonly Wish[] {
    return this.#ledger.wishes
  }

  get clockWasSetBack(): boolean {
    return this.#ledger.clockSetBackAt >= 0
  }

  /** The technician has saved these. */
  saved(actions: readonly Action[]): void {
    this.#readOn()
    const moment = ++this.#ledger.moment
    for (const action of actions) {
      const subject = stateOfThing(action.intent)
      const sight = subject === null ? undefined : this.#sights.get(subject)
      const start = subject === null ? nothingKnown : this.#startFrom(subject, sight)
      this.#ledger.wishes.push(new Wish(action, start, sight?.moment ?? moment))
    }
  }

  /** The technician has seen the state of a thing, or only a part of it, as the server has it now. */
  saw(tuid: string, status: string | null, group: string | null): void {
    this.#readOn()
    const seen = { moment: ++this.#ledger.moment, upTo: this.#ledger.story.length, after: this.#closed.length }
    if (status !== null) this.#sights.set(statusOfThing(tuid), { ...seen, value: status })
    if (group !== null) this.#sights.set(groupOfThing(tuid), { ...seen, value: group })
  }

  /** What the app has read by itself, and shows as of then (by the laptop's clock), is known as well. */
  isShown(tuid: string, group: string, asOf: number): void {
    this.#readOn()
    const { story, clockSetBackAt, moment } = this.#ledger
    const subject = groupOfThing(tuid)
    const upTo = story.lengthAt(this.#ledger.trueTime(asOf))
    if (upTo <= (this.#sights.get(subject)?.upTo ?? -1)) return
    const after = this.#closed.filter(({ closedAt }) => closedAt <= upTo).length
    // Whether that was before the clock was set back is not known: then it is in doubt.
    this.#sights.set(subject, { value: group, upTo, after, moment: clockSetBackAt < 0 ? moment : clockSetBackAt - 1 })
  }

  clockIsSetBack(): void {
    this.#ledger.clockSetBackAt = ++this.#ledger.moment
  }

  /** The technician settles what the app has asked about. */
  settles(seq: number, choice: Choice): void {
    this.#wish(seq).decide(choice)
  }

  /** The technician gives up some wishes; the app may say that it is too late for one. */
  givesUp(seqs: readonly number[], tell: () => void): void {
    const wishes = seqs.map((seq) => this.#wish(seq))
    for (const wish of wishes) wish.decide('keep_theirs')
    tell()
    for (const wish of wishes) if (wish.state !== 'discarded') wish.closedByPerson = null
  }

  /** The app says how an action is. */
  heard(action: Action): void {
    const ledger = this.#ledger
    const wish = this.wishes.find(({ seq }) => seq === action.seq)
    // Not saved yet: the app is just about to say so.
    if (wish === undefined) return
    this.#readOn()
    const before = wish.state
    if (before === action.state) return
    if (!wish.isOpen) ledger.complain(wish, `is ${action.state} after it was ${before}`)
    if (before === 'needs_you' && !wish.isDecided) ledger.complain(wish, `is ${action.state}, but nobody decided`)
    wish.state = action.state
    if (action.state === 'sending') wish.wasSent = true
    if (action.state === 'needs_you') this.#isAsked(wish, action)
    if (wish.isOpen) return
    this.#closed.push(wish)
    wish.closedAt = ledger.story.length
    if (action.state === 'done') checkDone(ledger, wish, action)
    else if (wish.closedByPerson !== 'given up') ledger.complain(wish, 'was dropped by nobody')
  }

  /** Between two steps: this is all that the app has. */
  hasNow(actions: readonly Action[]): void {
    this.#readOn()
    const wanted = this.wishes.map(({ seq }) => seq).join()
    const there = actions.map(({ seq }) => seq).join()
    if (wanted !== there) this.#ledger.complaints.push(`saved were the actions ${wanted}, and there are ${there}`)
    for (const action of actions) this.heard(action)
  }

  #isAsked(wish: Wish, action: Action): void {
    const { story } = this.#ledger
    const value = action.need?.serverShows ?? null
    wish.reason = action.need?.reason ?? null
    wish.isDecided = false
    // What is shown may be older than the question: more may have happened since.
    const turns = wish.subject === null ? [] : story.turnsOf(wish.subject)
    wish.shown = { upTo: turns.findLast((turn) => turn.value === value)?.place ?? story.length, value }
    checkQuestion(this.#ledger, wish, action)
  }

  #wish(seq: number): Wish {
    const wish = this.wishes.find((each) => each.seq === seq)
    if (wish === undefined) throw new Error(`nobody has wished for action ${seq}`)
    return wish
  }

  /** The wish before it about the same, unless the technician has seen the thing since that was closed. */
  #startFrom(subject: Subject, sight: Sight | undefined): Wish | Knowledge {
    const earlier = this.wishes.findLast((wish) => wish.subject === subject && wish.closedByPerson !== 'given up')
    if (earlier === undefined) return sight ?? nothingKnown
    return sight !== undefined && this.#closed.slice(0, sight.after).includes(earlier) ? sight : earlier
  }

  #readOn(): void {
    for (const effect of this.#ledger.story.news()) if (effect.by === 'api') noteEffect(this.#ledger, effect)
  }
}
