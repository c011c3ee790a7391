import type { ListOf, ThingMessage } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import { z } from 'zod'
import type { ApiClient } from '../apiClient'
import type { Outcome } from '../outcome'
import type { HistoryFilter } from '../query'
import { answerOf, listAnswer } from '../wire/answers'
import { historyQuery, historySchema } from '../wire/history'
import { checked, limit, tuid } from '../wire/request'
import { newestFirst, readInstant } from '../wire/time'
import { optionalNumber, otherFields, requiredNumber, tolerantName } from '../wire/values'

const request = z.strictObject({ tuid, ...historySchema, limit })

const fixed = z.looseObject({
  tsmId: requiredNumber,
  tsmEv: optionalNumber,
  tsmTs: z.union([z.number(), z.string()]),
  tsmTuid: tolerantName,
  tsmGw: tolerantName,
  deploymentGroupId: tolerantName
})

const fixedNames = Object.keys(fixed.shape)

function messageOf(thing: Tuid) {
  return fixed.transform((message, context): ThingMessage => {
    const at = readInstant(message.tsmTs)
    if (at === null) {
      context.issues.push({ code: 'custom', message: 'no readable time', input: message.tsmTs })
      return z.NEVER
    }
    return {
      key: `${message.tsmTuid ?? thing}:${message.tsmId}:${message.tsmTs}${commandAnswered(message)}`,
      tsmId: message.tsmId,
      tsmEv: message.tsmEv,
      at,
      gatewayTuid: message.tsmGw,
      groupId: message.deploymentGroupId,
      fields: otherFields(message, fixedNames)
    }
  })
}

/** A device that wakes up answers several commands in one second: each is a message of its own. */
function commandAnswered({ transactionId }: Readonly<Record<string, unknown>>): string {
  return typeof transactionId === 'number' || typeof transactionId === 'string' ? `:${transactionId}` : ''
}

/**
 * spec: Get messages of a thing. Order and uniqueness are not to be trusted (vendor fact): newest first here, each
 * message once. A message without a readable time is counted as unreadable.
 */
export async function getMessages(
  client: ApiClient,
  thing: Tuid,
  filter: HistoryFilter & { readonly limit: number },
  signal?: AbortSignal
): Promise<Outcome<ListOf<ThingMessage>>> {
  const { tuid: id, ...wanted } = checked(request, { tuid: thing, ...filter })
  const answer = answerOf(listAnswer(messageOf(id))).transform(({ items, unreadable }) => ({
    items: newestFirst(eachOnce(items), (message) => message.at),
    unreadable
  }))
  return client.read({ path: ['things', id, 'messages'], query: historyQuery(wanted), answer, signal })
}

function eachOnce(messages: readonly ThingMessage[]): ThingMessage[] {
  const first = new Map<string, ThingMessage>()
  for (const message of messages) if (!first.has(message.key)) first.set(message.key, message)
  return [...first.values()]
}
