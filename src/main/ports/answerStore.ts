import type { DifferingAnswer, KeptAnswer } from '@shared/domain/commandAnswer'
import type { Instant, ThingMessage } from '@shared/domain/thing'

/** What a look at the server has shown of one command. */
export interface FoundAnswer {
  /** The action that carried the command. */
  readonly seq: number
  readonly transactionId: number
  readonly lookedAt: Instant
  /** Null when there was none. */
  readonly answer: ThingMessage | null
  /** Whether it differs from what was asked for, and somebody is to be told. */
  readonly isNews: boolean
}

/** The answers of devices to our own commands, beside the actions that carried them. */
export interface AnswerStore {
  /**
   * Actions whose commands the server took in this stretch of time and of whose commands one at least is still without
   * an answer, and was last looked for less than `patience` milliseconds after the server took it. Oldest first.
   */
  unanswered(stackId: string, from: Instant, to: Instant, patience: number): number[]
  /**
   * All or none. An answer that is kept stays as it is.
   * @throws ProblemError disk_full, read_only, not_saved
   */
  keep(found: readonly FoundAnswer[]): void
  /** Of the newest commands to a thing, those that were looked for. */
  ofThing(stackId: string, tuid: string): KeptAnswer[]
  /** Answers that are news, the latest first. */
  news(stackId: string): DifferingAnswer[]
  /** Nothing of these things is news any more. @returns whether anything was */
  seen(stackId: string, tuids: readonly string[]): boolean
  forgetStack(stackId: string): void
}
