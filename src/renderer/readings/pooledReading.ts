import { shallowRef, type ShallowRef } from 'vue'
import type { Reading } from '@shared/domain/thing'
import { ask } from '@/bridge'
import { problemOf } from '@/problemOf'
import { unread, type Part } from './parts'
import type { AnswerTo, Question, ThingChannel } from './question'

/** How long an answer is as good as a new one, in milliseconds: for going from one page to the other and back. */
export const freshMs = 15_000

interface UnderWay {
  readonly ticket: string
  readonly over: Promise<void>
  readonly end: () => void
}

/** One question and the latest answer to it, for everybody who asks the same. */
export class PooledReading<C extends ThingChannel = ThingChannel> {
  readonly question: Question<C>
  readonly part: ShallowRef<Part<AnswerTo<C>>> = shallowRef(unread)
  readonly #onGivenUp: (ticket: string) => void
  #underWay: UnderWay | null = null
  #outdated = false
  /** How many want to see the answer. */
  holders = 0

  /** @param onGivenUp told the ticket of a question whose answer nobody waits for any more */
  constructor(question: Question<C>, onGivenUp: (ticket: string) => void) {
    this.question = question
    this.#onGivenUp = onGivenUp
  }

  /** How much memory the answer takes, counted in elements of lists. */
  get weight(): number {
    const value: unknown = this.part.value.reading?.value
    return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)
      ? value.items.length
      : 1
  }

  /** Asks now, unless the same is being asked already. Never rejects: what went wrong stands in the reading. */
  read(): Promise<void> {
    return this.#underWay?.over ?? this.#begin()
  }

  /** Asks unless the server has said so a moment ago. */
  freshen(): Promise<void> {
    return this.#isFresh() ? Promise.resolve() : this.read()
  }

  /** Resolves when nothing is being asked. */
  settled(): Promise<void> {
    return this.#underWay?.over ?? Promise.resolve()
  }

  /** Something has changed since: what is known, and what is just being asked, may tell of the time before. */
  outdate(): void {
    this.#outdated = true
    this.giveUp()
    if (this.holders > 0) void this.#begin()
  }

  /** Forgets the answer, which is no longer about the same server. */
  forget(): void {
    this.giveUp()
    this.part.value = unread
    if (this.holders > 0) void this.#begin()
  }

  giveUp(): void {
    if (this.#underWay === null) return
    this.#onGivenUp(this.#underWay.ticket)
    this.#underWay.end()
    this.#underWay = null
    this.part.value = { ...this.part.value, busy: false }
  }

  #isFresh(): boolean {
    const reading = this.part.value.reading
    if (reading === null || !reading.live || reading.asOf === null || this.#outdated) return false
    const age = Date.now() - reading.asOf
    return age >= 0 && age < freshMs
  }

  #begin(): Promise<void> {
    const { promise: over, resolve: end } = Promise.withResolvers<void>()
    const underWay = { ticket: crypto.randomUUID(), over, end }
    this.#underWay = underWay
    this.#outdated = false
    this.part.value = { ...this.part.value, busy: true }
    void this.#ask(underWay)
    return over
  }

  async #ask(underWay: UnderWay): Promise<void> {
    const reading = await this.#readingOf(underWay.ticket)
    // Given up meanwhile, or asked anew: somebody knows better.
    if (this.#underWay !== underWay) return
    this.#underWay = null
    this.part.value = { reading, busy: false }
    underWay.end()
  }

  /** The channel itself fails on nonsense only; then what was known before stays, with the problem beside it. */
  async #readingOf(ticket: string): Promise<Reading<AnswerTo<C>>> {
    const { channel, input } = this.question
    try {
      return await askAbout<C>(channel, { ...input, ticket })
    } catch (error) {
      const before = this.part.value.reading
      return { value: before?.value ?? null, asOf: before?.asOf ?? null, live: false, problem: problemOf(error) }
    }
  }
}

/** The table says which input and which answer belong to a channel; over a union of channels that is lost. */
const askAbout = ask as <C extends ThingChannel>(channel: C, input: object) => Promise<Reading<AnswerTo<C>>>
