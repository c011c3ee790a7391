import type { Action, ActionState, Intent, Need } from '@shared/domain/action'
import { factsWanted, stateOfThing, wordsOfWish, type Subject } from './facts'

/** What somebody knew of a subject. */
export interface Knowledge {
  /** Up to which place in the server's log; null: it was never read. */
  readonly upTo: number | null
  /** The value it had there. */
  readonly value: string | null
}

export const nothingKnown: Knowledge = { upTo: null, value: null }

/** Something the technician wants, and what has become of it. */
export class Wish {
  readonly intent: Intent
  readonly seq: number
  readonly words: string
  /** What has to happen for it, in words: several commands happen one by one. */
  readonly parts: readonly string[]
  /** What it overwrites, if it overwrites anything. */
  readonly subject: Subject | null
  /** The value that the subject is to have. */
  readonly target: string | null
  /** The moment from which it comes: when the oldest was read or saved of all that it rests on. */
  readonly roots: number
  /** What was known when it was saved; or the wish before it about the same, from whose outcome it starts. */
  #startsFrom: Knowledge | Wish
  /** What the app has said last. */
  state: ActionState = 'pending'
  /** Why the app asks the technician, or asked last. */
  reason: Need['reason'] | null = null
  isDecided = false
  /** What the server showed when the app asked. */
  shown = nothingKnown
  wasSent = false
  /** Places in the server's log at which it happened. */
  readonly effects: number[] = []
  readonly #times = new Map<string, number>()
  closedByPerson: 'given up' | 'marked done' | null = null
  /** How much had happened at the server when it was closed. */
  closedAt = Infinity
  /** How often the technician has had it sent again although it may have happened. */
  sentAgain = 0

  constructor(action: Action, startsFrom: Knowledge | Wish, since: number) {
    const { seq, intent } = action
    this.seq = seq
    this.intent = intent
    this.parts = wordsOfWish(action)
    this.words = this.parts.join(' and ')
    this.subject = stateOfThing(intent)
    this.target = factsWanted(intent)[0]?.value ?? null
    this.#startsFrom = startsFrom
    this.roots = startsFrom instanceof Wish ? Math.min(startsFrom.roots, since) : since
  }

  /** How often a part of it has happened. */
  timesOf(part: string): number {
    return this.#times.get(part) ?? 0
  }

  /** Whether all of it has happened. */
  get hasHappened(): boolean {
    return this.parts.every((part) => this.timesOf(part) > 0)
  }

  /** @param place in the server's log */
  happens(part: string, place: number): void {
    this.effects.push(place)
    this.#times.set(part, this.timesOf(part) + 1)
  }

  get isOpen(): boolean {
    return this.state !== 'done' && this.state !== 'discarded'
  }

  /** Whether a request of it may be at the server. */
  get mayBeUnderWay(): boolean {
    const isUnclear = this.state === 'needs_you' && this.reason !== 'refused'
    return this.state === 'sending' || this.state === 'unknown' || isUnclear
  }

  /** What the technician has reason to believe of the subject before this comes true. */
  get knowledge(): Knowledge {
    const start = this.#startsFrom
    if (!(start instanceof Wish)) return start
    if (start.closedByPerson === 'given up') return start.knowledge
    return { upTo: start.effects.at(-1) ?? start.knowledge.upTo, value: start.target }
  }

  /** The technician has answered what the app asked. */
  decide(choice: 'send_again' | 'keep_theirs' | 'mark_done'): void {
    this.isDecided = true
    if (choice === 'keep_theirs') this.closedByPerson = 'given up'
    if (choice === 'mark_done') this.closedByPerson = 'marked done'
    if (choice !== 'send_again') return
    if (this.reason !== 'refused') this.sentAgain++
    // Shown what is there, the technician wants it all the same.
    if (this.shown.value !== null) this.#startsFrom = this.shown
  }
}
