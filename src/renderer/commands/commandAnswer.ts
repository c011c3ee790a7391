import { numberedCommands, type Action } from '@shared/domain/action'
import { allowedCommandIds } from '@shared/domain/command'
import { decodeMessage, type DecodedField } from '@shared/domain/messageDecoding'
import { answerEvents } from '@shared/domain/reporting'
import type { Instant, ThingMessage } from '@shared/domain/thing'
import type { ChannelInput } from '@shared/ipc/channels'

/** How far the clocks of laptop and device may be apart: answers are looked for from this long before. A day. */
const clockMarginMs = 86_400_000

/** More than a thing can answer: each command has one answer, at times delivered twice. */
const mostAnswers = 200

/** How long an answer is waited for before it is said that none came. It may still come: it is never a failure. */
const waitForAnswerMs = 5 * 60_000

export interface Difference {
  readonly asked: DecodedField
  /** What the device applied instead: it moves values into its own range. */
  readonly applied: DecodedField
}

/** Beyond this nobody waits for an answer any more. */
const lateForAnswerMs = 86_400_000

/** `unanswered`: none came in a day. `not_known`: the answers could not be looked at. */
export type CommandAnswer =
  | { readonly state: 'not_sent' | 'waiting' | 'silent' | 'unanswered' | 'not_known' }
  | {
      readonly state: 'answered'
      readonly at: Instant
      readonly fields: readonly DecodedField[]
      readonly differences: readonly Difference[]
    }

/** A command as far as its answer is concerned: ours, or one of the server's history. */
export interface SentCommand {
  readonly tsmId: number
  readonly parameters: Readonly<Record<string, unknown>>
  readonly transactionId: number | null
  /** When the server took it; null when it has not said so. */
  readonly acceptedAt: Instant | null
}

/**
 * What the device says to a command, found by the transaction number that it echoes.
 * @param messages newest first
 */
export function answerTo(sent: SentCommand, messages: readonly ThingMessage[], now: Instant): CommandAnswer {
  const answer = messages.find((message) => isAnswer(message, sent))
  if (answer !== undefined) {
    const fields = decodeMessage(answer).fields.filter((field) => field.name !== 'transactionId')
    return { state: 'answered', at: answer.at, fields, differences: differencesOf(sent, fields) }
  }
  if (sent.acceptedAt === null) return { state: 'not_sent' }
  const waited = now - sent.acceptedAt
  if (waited >= lateForAnswerMs) return { state: 'unanswered' }
  return { state: waited < waitForAnswerMs ? 'waiting' : 'silent' }
}

/** As {@link answerTo}, of each command of one of our own actions. */
export function commandAnswers(action: Action, messages: readonly ThingMessage[], now: Instant): CommandAnswer[] {
  return sentCommandsOf(action).map((sent) => answerTo(sent, messages, now))
}

/** The commands of an action in the order of its list; none for what is no command. */
export function sentCommandsOf(action: Action): SentCommand[] {
  return numberedCommands(action).map(({ command: { tsmId, parameters }, transactionId }) => ({
    tsmId,
    parameters,
    transactionId,
    acceptedAt: action.receipt?.at ?? null
  }))
}

/** Whether a message answers some command with this id, anybody's. */
export function isAnswerTo(tsmId: number, message: ThingMessage): boolean {
  return message.tsmId === tsmId && message.tsmEv !== null && answerEvents.includes(message.tsmEv)
}

function isAnswer(message: ThingMessage, { tsmId, transactionId }: SentCommand): boolean {
  return (
    isAnswerTo(tsmId, message) && transactionId !== null && Number(message.fields['transactionId']) === transactionId
  )
}

/** Which messages of a thing answer commands, anybody's: the newest that do. */
export const allAnswers = {
  messageIds: [...allowedCommandIds],
  eventIds: [...answerEvents],
  limit: mostAnswers
} satisfies Partial<ChannelInput<'things:messages'>>

/**
 * Which messages of the thing may answer these commands; null without any command.
 * A command is never sent before it was captured, however often it was tried.
 */
export function answerQuestion(
  commands: readonly Action[]
): Pick<ChannelInput<'things:messages'>, 'messageIds' | 'eventIds' | 'from' | 'limit'> | null {
  const ids = commands.flatMap((action) => numberedCommands(action).map(({ command }) => command.tsmId))
  if (ids.length === 0) return null
  const earliest = Math.min(...commands.map(({ capturedAt }) => capturedAt))
  return {
    messageIds: [...new Set<number>(ids)],
    eventIds: [...answerEvents],
    from: Math.max(0, Math.floor(earliest - clockMarginMs)),
    limit: mostAnswers
  }
}

/** What the answer does not mention is not held against it. */
function differencesOf({ tsmId, parameters }: SentCommand, fields: readonly DecodedField[]): Difference[] {
  const wanted = decodeMessage({ tsmId, tsmEv: null, fields: parameters }).fields
  return fields.flatMap((applied) => {
    const asked = wanted.find(({ name }) => name === applied.name)
    return asked === undefined || JSON.stringify(asked.value) === JSON.stringify(applied.value)
      ? []
      : [{ asked, applied }]
  })
}
