import type { Action } from '@shared/domain/action'
import { decodeMessage, type DecodedField } from '@shared/domain/messageDecoding'
import type { Instant, ThingMessage } from '@shared/domain/thing'

/** tsmEv of a device's answer: configuration response, command response (vendor fact). */
const answerEvents: readonly (number | null)[] = [31, 36]

/** How long an answer is waited for before it is said that none came. It may still come: it is never a failure. */
const waitForAnswerMs = 5 * 60_000

export interface Difference {
  readonly name: string
  readonly asked: unknown
  /** What the device applied instead: it moves values into its own range. */
  readonly applied: unknown
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
    return { state: 'answered', at: answer.at, fields, differences: differencesOf(intent.command.parameters, fields) }
  }
  if (action.receipt === null) return { state: 'not_sent' }
  return { state: now - action.receipt.at < waitForAnswerMs ? 'waiting' : 'silent' }
}

function isAnswer(message: ThingMessage, tsmId: number, transactionId: number | null): boolean {
  return (
    message.tsmId === tsmId &&
    answerEvents.includes(message.tsmEv) &&
    transactionId !== null &&
    Number(message.fields['transactionId']) === transactionId
  )
}

/** What the answer does not mention is not held against it. */
function differencesOf(asked: Readonly<Record<string, unknown>>, fields: readonly DecodedField[]): Difference[] {
  return fields
    .filter((field) => field.name in asked && JSON.stringify(asked[field.name]) !== JSON.stringify(field.value))
    .map((field) => ({ name: field.name, asked: asked[field.name], applied: field.value }))
}
