import { z } from 'zod'
import { numberedCommands, type Action } from './action'
import { allowedCommandIds } from './command'
import { decodeMessage, type DecodedField } from './messageDecoding'
import { problemSchema } from './problem'
import { answerEvents } from './reporting'
import { instantSchema, thingMessageSchema, type Instant, type ThingMessage } from './thing'

/** How far the clocks of laptop and device may be apart: answers are looked for from this long before. A day. */
const clockMarginMs = 86_400_000

/** More than a thing can answer: each command has one answer, at times delivered twice. */
const mostAnswers = 200

/** How long an answer is waited for before it is said that none came. It may still come: it is never a failure. */
const waitForAnswerMs = 5 * 60_000

/** Beyond this nobody waits for an answer any more. */
export const lateForAnswerMs = 86_400_000

/** What was found so far of the answer to one of our own commands, and kept here. */
export const keptAnswerSchema = z.strictObject({
  transactionId: z.number().int(),
  /** When the server was last asked for it. */
  lookedAt: instantSchema,
  /** The thing's answer; null while none was found. */
  answer: thingMessageSchema.nullable()
})

export type KeptAnswer = z.output<typeof keptAnswerSchema>

/** What is known here of the answers of a thing to our own commands. */
export const keptAnswersSchema = z.strictObject({
  answers: z.array(keptAnswerSchema),
  /** Why they could not be looked for when that was last tried; null when they could, or none is awaited. */
  problem: problemSchema.nullable()
})

export type KeptAnswers = z.output<typeof keptAnswersSchema>

/** An answer that differs from what was asked for, and that nobody has seen yet. */
export const differingAnswerSchema = z.strictObject({
  tuid: z.string(),
  tsmId: z.number().int(),
  transactionId: z.number().int(),
  /** When the thing answered. */
  at: instantSchema
})

export type DifferingAnswer = z.output<typeof differingAnswerSchema>

export interface Difference {
  readonly asked: DecodedField
  /** What the device applied instead: it moves values into its own range. */
  readonly applied: DecodedField
}

/** `silent`: none had come when last looked. `unanswered`: none came in a day. `not_known`: nobody could look. */
export type CommandAnswer =
  | { readonly state: 'not_sent' | 'waiting' | 'unanswered' | 'not_known' }
  | { readonly state: 'silent'; readonly lookedAt: Instant }
  | {
      readonly state: 'answered'
      readonly at: Instant
      readonly fields: readonly DecodedField[]
      readonly differences: readonly Difference[]
    }

/** What a device is asked to do, and the number that it echoes. */
export interface AskedCommand {
  readonly tsmId: number
  readonly parameters: Readonly<Record<string, unknown>>
  readonly transactionId: number | null
}

/** A command as far as its answer is concerned: ours, or one of the server's history. */
export interface SentCommand extends AskedCommand {
  /** When the server took it; null when it has not said so. */
  readonly acceptedAt: Instant | null
}

/** Which messages of a thing may answer commands. */
export interface AnswerQuestion {
  readonly messageIds: number[]
  readonly eventIds: number[]
  readonly from?: Instant
  readonly limit: number
}

/**
 * What the device says to a command, found by the transaction number that it echoes.
 *
 * @param messages newest first
 * @param lookedAt when all answers were last looked at; null when that is not known
 */
export function answerTo(
  sent: SentCommand,
  messages: readonly ThingMessage[],
  lookedAt: Instant | null,
  now: Instant
): CommandAnswer {
  const answer = messages.find((message) => answers(message, sent))
  if (answer !== undefined) {
    return { state: 'answered', at: answer.at, fields: fieldsOf(answer), differences: differencesOf(sent, answer) }
  }
  const { acceptedAt } = sent
  if (acceptedAt === null) return { state: 'not_sent' }
  if (now - acceptedAt < waitForAnswerMs) return { state: 'waiting' }
  // What came in after the last look is not known: no more is said than could be seen then.
  if (lookedAt === null || lookedAt < acceptedAt) return { state: 'not_known' }
  return lookedAt - acceptedAt < lateForAnswerMs ? { state: 'silent', lookedAt } : { state: 'unanswered' }
}

/** As {@link answerTo}, of one of our own commands, by what is kept here of its answer. */
export function keptAnswerTo(sent: SentCommand, kept: readonly KeptAnswer[], now: Instant): CommandAnswer {
  const known = kept.find(({ transactionId }) => transactionId === sent.transactionId)
  return answerTo(sent, known?.answer == null ? [] : [known.answer], known?.lookedAt ?? null, now)
}

/** Whether an answer may still come. */
export function isAwaited({ state }: CommandAnswer): boolean {
  return state === 'waiting' || state === 'silent' || state === 'not_known'
}

/** The commands that an action carries; none when it is about something else. */
export function askedCommands(action: Pick<Action, 'intent' | 'transactionId'>): AskedCommand[] {
  return numberedCommands(action).map(({ command: { tsmId, parameters }, transactionId }) => ({
    tsmId,
    parameters,
    transactionId
  }))
}

/** As {@link askedCommands}, with the server's word. */
export function sentCommands(action: Action): SentCommand[] {
  return askedCommands(action).map((asked) => ({ ...asked, acceptedAt: action.receipt?.at ?? null }))
}

/** Whether a message answers some command with this id, anybody's. */
export function isAnswerTo(tsmId: number, message: ThingMessage): boolean {
  return message.tsmId === tsmId && message.tsmEv !== null && answerEvents.includes(message.tsmEv)
}

/** Whether a message is the answer to this very command. */
export function answers(message: ThingMessage, { tsmId, transactionId }: AskedCommand): boolean {
  return (
    isAnswerTo(tsmId, message) && transactionId !== null && Number(message.fields['transactionId']) === transactionId
  )
}

/** Which messages of a thing answer commands, anybody's: the newest that do. */
export const allAnswers = {
  messageIds: [...allowedCommandIds],
  eventIds: [...answerEvents],
  limit: mostAnswers
} satisfies AnswerQuestion

/**
 * Which messages of the thing may answer these commands; null without any command.
 * A command is never sent before it was captured, however often it was tried.
 */
export function answerQuestion(
  commands: readonly { readonly tsmId: number; readonly capturedAt: Instant }[]
): Required<AnswerQuestion> | null {
  if (commands.length === 0) return null
  const earliest = Math.min(...commands.map(({ capturedAt }) => capturedAt))
  return {
    messageIds: [...new Set(commands.map(({ tsmId }) => tsmId))].toSorted((a, b) => a - b),
    eventIds: [...answerEvents],
    from: Math.max(0, Math.floor(earliest - clockMarginMs)),
    limit: mostAnswers
  }
}

/** What was asked about messages, as far as it narrows the answer down. */
interface Asked {
  readonly messageIds?: readonly number[] | undefined
  readonly eventIds?: readonly number[] | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** Whether the answer to a command would be among what was asked for, rather than perhaps among what came before. */
export function wouldShow(asked: Asked, command: { readonly tsmId: number; readonly capturedAt: Instant }): boolean {
  const { messageIds, eventIds, from = 0, to } = asked
  return (
    // The newest of everything are soon not those that answer.
    messageIds?.includes(command.tsmId) === true &&
    answerEvents.every((event) => eventIds?.includes(event)) &&
    from <= Math.max(0, command.capturedAt - clockMarginMs) &&
    to === undefined
  )
}

/** What the device applied otherwise than it was asked. What it does not mention is not held against it. */
export function differencesOf({ tsmId, parameters }: AskedCommand, answer: ThingMessage): Difference[] {
  const wanted = decodeMessage({ tsmId, tsmEv: null, fields: parameters }).fields
  return fieldsOf(answer).flatMap((applied) => {
    const asked = wanted.find(({ name }) => name === applied.name)
    return asked === undefined || isSame(asked.value, applied.value) ? [] : [{ asked, applied }]
  })
}

/** Some numbers come as text, as they do elsewhere in the API (spec: alert_count, lat, lon). */
function isSame(asked: unknown, applied: unknown): boolean {
  const isNumberInText = typeof asked === 'number' && typeof applied === 'string' && applied.trim() !== ''
  return JSON.stringify(asked) === JSON.stringify(isNumberInText ? Number(applied) : applied)
}

/** What the answer tells; the number only says which command it belongs to. */
function fieldsOf(answer: ThingMessage): DecodedField[] {
  return decodeMessage(answer).fields.filter((field) => field.name !== 'transactionId')
}
