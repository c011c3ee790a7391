import type { Action } from '@shared/domain/action'
import { answers, differencesOf, wouldShow, type DifferingAnswer, type KeptAnswers } from '@shared/domain/commandAnswer'
import type { Instant, ThingMessage } from '@shared/domain/thing'
import type { Outcome } from '../api/outcome'
import type { Timing } from '../outbox/timing'
import type { AnswerStore } from '../ports/answerStore'
import type { Log } from '../ports/log'
import type { IdleTurns } from '../things/idleTurns'
import type { PacedLooks } from '../things/pacedLooks'
import type { MessageQuestion, ThingReader } from '../things/thingReader'
import { answerLooks } from './answerLooks'
import { AwaitedThings, isLate, type AwaitedCommand, type AwaitedThing } from './awaitedThings'

export interface CommandAnswersOptions {
  readonly store: AnswerStore
  readonly things: Pick<ThingReader, 'answersInPassing'>
  readonly action: (seq: number) => Action | null
  readonly allStacks: () => readonly { readonly id: string }[]
  /** Whether the stack can be reached, and takes our credentials. */
  readonly isOnline: (stackId: string) => boolean
  readonly idleTurns: IdleTurns
  readonly timing: Timing
  readonly log: Log
}

/** Whoever wants to hear of what is found. */
export interface AnswerListener {
  /** What `kept` says of a thing is another. */
  readonly changed: (stackId: string, tuid: string) => void
  /** All that is news now. */
  readonly news: (stackId: string, news: DifferingAnswer[]) => void
}

/**
 * What devices answer to our commands. Each is waited for from the moment the server took it until the answer is there
 * or a day has passed, whatever is on screen, and in the next run of the app as well. An answer is a message of the
 * thing, so it is found by whoever reads its messages; only what nobody else asks for is asked for here.
 */
export class CommandAnswers {
  readonly #options: CommandAnswersOptions
  readonly #awaited: AwaitedThings
  readonly #looks: PacedLooks<AwaitedThing>
  #attended: { readonly stackId: string; readonly tuids: ReadonlySet<string> } | null = null
  #listener: AnswerListener | null = null
  #isOver = false

  constructor(options: CommandAnswersOptions) {
    const { timing, log } = options
    this.#options = options
    this.#awaited = new AwaitedThings({ ...options, now: timing.now })
    this.#looks = answerLooks({
      ...options,
      awaited: this.#awaited,
      isAttended: ({ stackId, tuid }) => this.#isAttended(stackId, tuid),
      onProblemChanged: ({ stackId, tuid }) => this.#listener?.changed(stackId, tuid),
      onFault: (error) => log.warn('commands', 'the answers of a thing could not be asked for', { error })
    })
  }

  listen(listener: AnswerListener): void {
    this.#listener = listener
  }

  /** Takes up what an earlier run of the app has waited for. */
  start(): void {
    for (const { id } of this.#options.allStacks()) this.#awaited.takeUp(id)
    this.#looks.rearm()
  }

  stop(): void {
    this.#isOver = true
    this.#looks.stop()
  }

  /** An action has changed: from its receipt on, its commands are waited for. */
  actionChanged(action: Action): void {
    const thing = this.#awaited.add(action)
    if (thing !== null) this.#looks.begin(thing)
  }

  /** The connection of a stack may be another one. */
  poke(): void {
    this.#looks.rearm()
  }

  /** How any call to a stack has ended. */
  heard(stackId: string, outcome: Outcome<unknown>): void {
    this.#looks.heard(stackId, outcome)
  }

  /**
   * The stack was removed, or is another one.
   * @param isKnown what it took before may still be answered
   */
  forget(stackId: string, isKnown: boolean): void {
    this.#awaited.forget(stackId)
    this.#write((store) => store.forgetStack(stackId))
    if (isKnown) this.#awaited.takeUp(stackId)
    this.#looks.rearm()
    this.#tellNews(stackId)
  }

  /** What is known here of the answers of a thing, with and without a connection. */
  kept(stackId: string, tuid: string): KeptAnswers {
    const problem = this.#awaited.of(stackId, tuid)?.problem ?? null
    return { answers: this.#options.store.ofThing(stackId, tuid), problem }
  }

  /** Says which things somebody looks at now: they are asked more often, and what was news of them is seen. */
  attend(stackId: string, tuids: readonly string[]): void {
    this.#attended = { stackId, tuids: new Set(tuids) }
    this.dismiss(stackId, tuids)
    this.#looks.rearm()
  }

  /** Looks for the answers of a thing now, because somebody asks. */
  async look(stackId: string, tuid: string): Promise<KeptAnswers> {
    const thing = this.#awaited.of(stackId, tuid)
    if (thing !== null) await this.#looks.look(thing)
    return this.kept(stackId, tuid)
  }

  /** Answers that differ from what was asked for and that nobody has seen, the latest first. */
  news(stackId: string): DifferingAnswer[] {
    return this.#options.store.news(stackId)
  }

  /** What is news of these things now is not told again. */
  dismiss(stackId: string, tuids: readonly string[]): void {
    if (tuids.length > 0 && this.#write((store) => store.seen(stackId, tuids)) === true) this.#tellNews(stackId)
  }

  /** Takes in messages of a thing, whoever has asked for them. */
  consider(
    stackId: string,
    tuid: string,
    asked: MessageQuestion,
    { messages, askedAt }: { readonly messages: readonly ThingMessage[]; readonly askedAt: Instant }
  ): void {
    const thing = this.#awaited.of(stackId, tuid)
    if (thing === null || this.#isOver) return
    const found = thing.commands.flatMap((command) => {
      const answer = messages.find((message) => answers(message, command)) ?? null
      if (answer === null && !wouldShow(asked, command)) return []
      const isNews = answer !== null && !this.#isAttended(stackId, tuid) && differencesOf(command, answer).length > 0
      return [{ command, seen: { ...keyOf(command), lookedAt: askedAt, answer, isNews } }]
    })
    if (found.length === 0) return
    // What could not be kept is waited for as before.
    const isKept = this.#write((store) => {
      store.keep(found.map(({ seen }) => seen))
      return true
    })
    if (isKept === null) return
    const over = new Set(
      found.flatMap(({ command, seen }) => (seen.answer !== null || isLate(command, askedAt) ? [command] : []))
    )
    this.#awaited.end(thing, (command) => over.has(command))
    this.#listener?.changed(stackId, tuid)
    if (found.some(({ seen }) => seen.isNews)) this.#tellNews(stackId)
  }

  #isAttended(stackId: string, tuid: string): boolean {
    return this.#attended?.stackId === stackId && this.#attended.tuids.has(tuid)
  }

  #tellNews(stackId: string): void {
    this.#listener?.news(stackId, this.news(stackId))
  }

  /** @returns null when it could not be written: the outbox reports that loudly, and the answer can be asked for again */
  #write<T>(write: (store: AnswerStore) => T): T | null {
    try {
      return write(this.#options.store)
    } catch (error) {
      this.#options.log.warn('commands', 'an answer could not be kept', { error })
      return null
    }
  }
}

function keyOf({ seq, transactionId }: AwaitedCommand): Pick<AwaitedCommand, 'seq' | 'transactionId'> {
  return { seq, transactionId }
}
