import { answerQuestion } from '@shared/domain/commandAnswer'
import type { Problem } from '@shared/domain/problem'
import type { Instant } from '@shared/domain/thing'
import type { Outcome } from '../api/outcome'
import type { Timing } from '../outbox/timing'
import { StackRests } from '../things/stackRests'
import type { ThingReader } from '../things/thingReader'
import { Turns } from '../things/turns'
import { isLate, type AwaitedThing, type AwaitedThings } from './awaitedThings'
import { nextLookAt } from './lookPace'

/** Requests under way at any moment, over all things and stacks. */
export const looksAtOnce = 2

/** The server answers and does not show it: looked at as seldom as can be, and not beyond the day. */
const lastingProblems: readonly Problem['kind'][] = ['not_found', 'refused']
const manyFailures = 10

export interface AnswerLooksOptions {
  readonly awaited: AwaitedThings
  readonly things: Pick<ThingReader, 'answersInPassing'>
  /** Whether the stack can be reached, and takes our credentials. */
  readonly isOnline: (stackId: string) => boolean
  readonly isAttended: (thing: AwaitedThing) => boolean
  readonly timing: Timing
  /** What went wrong with looking is something else than before. */
  readonly onProblemChanged: (thing: AwaitedThing) => void
  readonly onFault: (error: unknown) => void
}

/**
 * Asks for the answers of one thing after the other, each at its own pace and few at a time. Nothing is asked while
 * nothing is waited for, or of a stack that cannot be reached, does not take our credentials, or wants to be left alone.
 */
export class AnswerLooks {
  readonly #options: AnswerLooksOptions
  readonly #turns = new Turns(looksAtOnce)
  readonly #rests: StackRests
  readonly #online = new Set<string>()
  readonly #ending = new AbortController()
  #timer: { readonly due: Instant; readonly cancel: () => void } | null = null

  constructor(options: AnswerLooksOptions) {
    this.#options = options
    this.#rests = new StackRests(options.timing.now)
  }

  /** Something is waited for that was not. */
  begin(thing: AwaitedThing): void {
    const due = this.#dueOf(thing)
    if (due !== null && (this.#timer === null || due < this.#timer.due)) this.#set(due)
  }

  /** What decides when to look may be something else: the connection, or who looks at what. */
  rearm(): void {
    const { awaited, isOnline } = this.#options
    for (const stackId of awaited.stacks()) {
      const isBack = isOnline(stackId) && !this.#online.has(stackId)
      if (isOnline(stackId)) this.#online.add(stackId)
      else this.#online.delete(stackId)
      if (!isBack) continue
      // What failed before says nothing of a connection that is there again.
      for (const thing of awaited.all()) if (thing.stackId === stackId) thing.failures = 0
    }
    this.#arm()
  }

  /** How any call to a stack has ended. */
  heard(stackId: string, outcome: Outcome<unknown>): void {
    this.#rests.heard(stackId, outcome)
  }

  /** Looks now, because somebody asks. */
  async look(thing: AwaitedThing): Promise<void> {
    this.#rests.forget(thing.stackId)
    await this.#look(thing, () => true)
  }

  stop(): void {
    this.#ending.abort()
    this.#timer?.cancel()
  }

  /** When to look at a thing; null while that depends on something else than time. */
  #dueOf(thing: AwaitedThing): Instant | null {
    const { awaited, isOnline, isAttended, timing } = this.#options
    if (thing.looking !== null || !isOnline(thing.stackId)) return null
    const next = nextLookAt(
      {
        ...thing,
        acceptedAt: Math.max(...thing.commands.map(({ acceptedAt }) => acceptedAt)),
        isAttended: isAttended(thing),
        things: awaited.count(thing.stackId)
      },
      timing.now()
    )
    return Math.max(next, timing.now() + this.#rests.left(thing.stackId))
  }

  #arm(): void {
    let earliest: Instant | null = null
    for (const thing of this.#options.awaited.all()) {
      const due = this.#dueOf(thing)
      if (due !== null) earliest = Math.min(due, earliest ?? due)
    }
    this.#timer?.cancel()
    this.#timer = null
    if (earliest !== null) this.#set(earliest)
  }

  #set(due: Instant): void {
    if (this.#ending.signal.aborted) return
    const { timing } = this.#options
    this.#timer?.cancel()
    const cancel = timing.after(Math.max(0, due - timing.now()), () => this.#lookAtDue())
    this.#timer = { due, cancel }
  }

  #lookAtDue(): void {
    const { awaited, isOnline, timing } = this.#options
    for (const thing of awaited.all()) {
      const due = this.#dueOf(thing)
      if (due === null || due > timing.now()) continue
      void this.#look(thing, () => isOnline(thing.stackId) && this.#rests.left(thing.stackId) === 0)
    }
    this.#arm()
  }

  /** @param mayAsk whether it is still to be asked when its turn has come */
  #look(thing: AwaitedThing, mayAsk: () => boolean): Promise<void> {
    thing.looking ??= this.#inTurn(thing, mayAsk)
    return thing.looking
  }

  async #inTurn(thing: AwaitedThing, mayAsk: () => boolean): Promise<void> {
    const { signal } = this.#ending
    const problem = await this.#turns.take(signal, async () => (mayAsk() ? { now: await this.#ask(thing) } : null))
    thing.looking = null
    if (signal.aborted) return
    if (problem !== null) this.#looked(thing, problem.now)
    this.#arm()
  }

  /** What is found comes by the way of all messages. @returns what went wrong */
  async #ask(thing: AwaitedThing): Promise<Problem | null> {
    const { things, onFault } = this.#options
    // Whoever else reads the thing's messages may have found the answer meanwhile.
    const question = answerQuestion(thing.commands)
    if (question === null) return null
    try {
      const { problem } = await things.answersInPassing(thing.stackId, thing.tuid, question, this.#ending.signal)
      return problem
    } catch (error) {
      onFault(error)
      return { kind: 'internal' }
    }
  }

  #looked(thing: AwaitedThing, problem: Problem | null): void {
    const { awaited, timing, onProblemChanged } = this.#options
    const isOther = thing.problem?.kind !== problem?.kind
    thing.triedAt = timing.now()
    thing.problem = problem
    const isLasting = problem !== null && lastingProblems.includes(problem.kind)
    if (problem === null) thing.failures = 0
    else if (isLasting) thing.failures = manyFailures
    // A busy server says itself when it is to be asked again.
    else if (problem.kind !== 'busy' && problem.kind !== 'cancelled') thing.failures += 1
    if (isLasting) awaited.end(thing, (command) => isLate(command, timing.now()))
    if (isOther) onProblemChanged(thing)
  }
}
