import type { Problem } from '@shared/domain/problem'
import type { Instant } from '@shared/domain/thing'
import type { Outcome } from '../api/outcome'
import type { Timing } from '../outbox/timing'
import type { Asker, IdleTurns } from './idleTurns'
import { StackRests } from './stackRests'
import { Turns } from './turns'

/** Requests of one watch that are under way at any moment, over all things and stacks. */
export const looksAtOnce = 2

/** The server answers and does not show it: looked at as seldom as can be. */
const lastingProblems: readonly Problem['kind'][] = ['not_found', 'refused']
const manyFailures = 10

/** A thing that is looked at again and again, and how that goes. */
export interface LookedAt {
  readonly stackId: string
  /** When the last look ended, in this run of the app. */
  triedAt: Instant | null
  /** Looks in a row that came to nothing. */
  failures: number
  problem: Problem | null
  /** A look is on its way, or waits for its turn. */
  looking: Promise<void> | null
}

export interface PacedLooksOptions<T extends LookedAt> {
  readonly all: () => Iterable<T>
  /** Whether it is still to be looked at. */
  readonly isWanted: (thing: T) => boolean
  readonly nextLookAt: (thing: T, now: Instant) => Instant
  /** Asks the server. @returns what went wrong */
  readonly ask: (thing: T, signal: AbortSignal) => Promise<Problem | null>
  /** Whether the stack can be reached, and takes our credentials. */
  readonly isOnline: (stackId: string) => boolean
  readonly idleTurns: IdleTurns
  /** As whom it waits for those turns. */
  readonly asker: Asker
  readonly timing: Timing
  /** @param isOther what went wrong is something else than before @param isLasting it will most likely stay so */
  readonly onLooked: (thing: T, told: { readonly isOther: boolean; readonly isLasting: boolean }) => void
  readonly onFault: (error: unknown) => void
}

/**
 * Looks at one thing after the other, each at its own pace and few at a time. Nothing is asked of a stack that cannot be
 * reached, does not take our credentials, or wants to be left alone. While nobody is at the laptop, what is due waits for
 * turns, and each goes to the thing that has been due for longest.
 */
export class PacedLooks<T extends LookedAt> {
  readonly #options: PacedLooksOptions<T>
  readonly #turns = new Turns(looksAtOnce)
  readonly #rests: StackRests
  readonly #online = new Set<string>()
  /** Stacks that are asked in turn only, for now. */
  readonly #idle = new Set<string>()
  readonly #ending = new AbortController()
  #timer: { readonly due: Instant; readonly cancel: () => void } | null = null

  constructor(options: PacedLooksOptions<T>) {
    this.#options = options
    this.#rests = new StackRests(options.timing.now)
  }

  /** Something is waited for that was not, or was looked at. */
  begin(thing: T): void {
    const due = this.#dueOf(thing)
    if (due !== null && (this.#timer === null || due < this.#timer.due)) this.#set(due)
  }

  /** What decides when to look may be something else: the connection, or who looks at what. */
  rearm(): void {
    const { all, isOnline } = this.#options
    const things = [...all()]
    for (const stackId of new Set(things.map((thing) => thing.stackId))) {
      const isBack = isOnline(stackId) && !this.#online.has(stackId)
      if (isOnline(stackId)) this.#online.add(stackId)
      else this.#online.delete(stackId)
      if (!isBack) continue
      // What failed before says nothing of a connection that is there again.
      for (const thing of things) if (thing.stackId === stackId) thing.failures = 0
    }
    if (this.#idle.size > 0) this.#options.idleTurns.mustWait()
    this.#arm()
  }

  /** How any call to a stack has ended. */
  heard(stackId: string, outcome: Outcome<unknown>): void {
    this.#rests.heard(stackId, outcome)
  }

  /** Looks now, because somebody asks. @param signal when they ask no more: what has not begun by then does not */
  async look(thing: T, signal?: AbortSignal): Promise<void> {
    this.#rests.forget(thing.stackId)
    await this.#look(thing, () => signal?.aborted !== true)
  }

  stop(): void {
    this.#ending.abort()
    this.#timer?.cancel()
  }

  /** When to look at a thing; null while that depends on something else than time. */
  #dueOf(thing: T): Instant | null {
    const { isWanted, nextLookAt, isOnline, timing } = this.#options
    if (thing.looking !== null || !isWanted(thing) || !isOnline(thing.stackId)) return null
    if (this.#idle.has(thing.stackId)) return null
    const now = timing.now()
    const rest = this.#rests.left(thing.stackId)
    const next = nextLookAt(thing, now)
    return rest === 0 ? next : Math.max(next, now + rest)
  }

  #arm(): void {
    let earliest: Instant | null = null
    for (const thing of this.#options.all()) {
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
    const due = this.#dueNow()
    if (due.length > 0 && this.#options.idleTurns.mustWait())
      for (const stackId of new Set(due.map(({ thing }) => thing.stackId))) this.#waitForTurn(stackId)
    else for (const { thing } of due) this.#lookByItself(thing)
    this.#arm()
  }

  /** What is due by now, that which has been for longest first. */
  #dueNow(): { readonly thing: T; readonly at: Instant }[] {
    const now = this.#options.timing.now()
    return [...this.#options.all()]
      .map((thing) => ({ thing, at: this.#dueOf(thing) ?? Infinity }))
      .filter(({ at }) => at <= now)
      .toSorted((a, b) => a.at - b.at)
  }

  #waitForTurn(stackId: string): void {
    const { idleTurns, asker } = this.#options
    this.#idle.add(stackId)
    const back = (): void => {
      this.#idle.delete(stackId)
      this.#arm()
    }
    const turn = (): boolean => {
      this.#idle.delete(stackId)
      const next = this.#dueNow().find(({ thing }) => thing.stackId === stackId)
      if (next !== undefined) this.#lookByItself(next.thing)
      this.#arm()
      return next !== undefined
    }
    idleTurns.wait(stackId, asker, { turn, back })
  }

  #lookByItself(thing: T): void {
    void this.#look(thing, () => this.#options.isOnline(thing.stackId) && this.#rests.left(thing.stackId) === 0)
  }

  /** @param mayAsk whether it is still to be asked when its turn has come */
  #look(thing: T, mayAsk: () => boolean): Promise<void> {
    thing.looking ??= this.#inTurn(thing, mayAsk)
    return thing.looking
  }

  async #inTurn(thing: T, mayAsk: () => boolean): Promise<void> {
    const { signal } = this.#ending
    const problem = await this.#turns.take(signal, async () => (mayAsk() ? { now: await this.#ask(thing) } : null))
    thing.looking = null
    if (signal.aborted) return
    if (problem !== null) this.#looked(thing, problem.now)
    // With hundreds of things, going through all of them after each would be most of the work.
    this.begin(thing)
  }

  async #ask(thing: T): Promise<Problem | null> {
    const { ask, onFault } = this.#options
    try {
      return await ask(thing, this.#ending.signal)
    } catch (error) {
      onFault(error)
      return { kind: 'internal' }
    }
  }

  #looked(thing: T, problem: Problem | null): void {
    const isOther = thing.problem?.kind !== problem?.kind
    thing.triedAt = this.#options.timing.now()
    thing.problem = problem
    const isLasting = problem !== null && lastingProblems.includes(problem.kind)
    if (problem === null) thing.failures = 0
    else if (isLasting) thing.failures = manyFailures
    // A busy server says itself when it is to be asked again.
    else if (problem.kind !== 'busy' && problem.kind !== 'cancelled') thing.failures += 1
    this.#options.onLooked(thing, { isOther, isLasting })
  }
}
