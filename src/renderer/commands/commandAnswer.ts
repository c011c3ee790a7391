import type { Action } from '@shared/domain/action'
import type { Command } from '@shared/domain/command'
import { decodeMessage, type DecodedField } from '@shared/domain/messageDecoding'
import type { Instant, ThingMessage } from '@shared/domain/thing'
import type { ChannelInput } from '@shared/ipc/channels'

/** tsmEv of a device's answer: configuration response, command response (vendor fact). */
const answerEvents: readonly number[] = [31, 36]

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

export type CommandAnswer =
  | { readonly state: 'not_sent' }
  | { readonly state: 'waiting' }
  | { readonly state: 'silent' }
  | {
      readonly state: 'answered'
      readonly at: Instant
      readonly fields: readonly DecodedField[]
      readonly differences: readonly Difference[]
    }

/**
 * What the device says to a command, found by the transaction number that it echoes.
 * @param messages newest first
 */
export function commandAnswer(action: Action, messages: readonly ThingMessage[], now: Instant): CommandAnswer {
  const { intent } = action
  if (intent.type !== 'command') return { state: 'not_sent' }
  const answer = messages.find((message) => isAnswer(message, intent.command.tsmId, action.transactionId))
  if (answer !== undefined) {
    const fields = decodeMessage(answer).fields.filter((field) => field.name !== 'transactionId')
    return { state: 'answered', at: answer.at, fields, differences: differencesOf(intent.command, fields) }
  }
  if (action.receipt === null) return { state: 'not_sent' }
  return { state: now - action.receipt.at < waitForAnswerMs ? 'waiting' : 'silent' }
}

/** Whether a message answers some command with this id, anybody's. */
export function isAnswerTo(tsmId: number, message: ThingMessage): boolean {
  return message.tsmId === tsmId && message.tsmEv !== null && answerEvents.includes(message.tsmEv)
}

function isAnswer(message: ThingMessage, tsmId: number, transactionId: number | null): boolean {
  return (
    isAnswerTo(tsmId, message) && transactionId !== null && Number(message.fields['transactionId']) === transactionId
  )
}

/**
 * Which messages of the thing may answer these commands; null without any command.
 * A command is never sent before it was captured, however often it was tried.
 */
export function answerQuestion(
  commands: readonly Action[]
): Pick<ChannelInput<'things:messages'>, 'messageIds' | 'eventIds' | 'from' | 'limit'> | null {
  const ids = commands.flatMap(({ intent }) => (intent.type === 'command' ? [intent.command.tsmId] : []))
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
function differencesOf({ tsmId, parameters }: Command, fields: readonly DecodedField[]): Difference[] {
  const wanted = decodeMessage({ tsmId, tsmEv: null, fields: parameters }).fields
  return fields.flatMap((applied) => {
    const asked = wanted.find(({ name }) => name === applied.name)
    return asked === undefined || JSON.stringify(asked.value) === JSON.stringify(applied.value)
      ? []
      : [{ asked, applied }]
  })
}
