import { allowedCommandIds, commandEvents, largestTransactionId, type Command } from '@shared/domain/command'
import type { CommandRecord } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import { z } from 'zod'
import type { ApiClient } from '../apiClient'
import type { Outcome } from '../outcome'
import { answerOf, listAnswer } from '../wire/answers'
import { commandOnWire, commandRecord } from '../wire/commandRecord'
import { checked, tuid } from '../wire/request'
import { optionalText } from '../wire/values'

/** One command as it goes over the wire: the dynamic attributes stand beside the fixed ones. */
export type CommandToSend = Pick<Command, 'tsmId' | 'tsmEv'> & {
  readonly transactionId: number
} & Command['parameters']

export interface SentCommands {
  readonly responsible: string | null
  /** What the API says it sent; null when it accepted without (readably) saying. */
  readonly commands: CommandRecord[] | null
}

const request = z.strictObject({
  tuid,
  commands: z
    .array(
      z
        .object({
          tsmId: z.literal(allowedCommandIds),
          tsmEv: z.literal(Object.values(commandEvents)),
          transactionId: z.number().int().min(0).max(largestTransactionId)
        })
        .catchall(z.json())
    )
    .min(1)
})

const unsaid = { items: [], unreadable: 1 }

const answer = answerOf(
  z
    .object({ responsible: optionalText, commands: listAnswer(commandOnWire).catch(unsaid) })
    .transform(({ responsible, commands: { items, unreadable } }) => ({
      responsible,
      commands: unreadable > 0 ? null : items.map((command) => commandRecord(command, { at: null, responsible }))
    }))
)

/**
 * spec: Send a command to a thing. Every command carries the transactionId that recognises it again; ids outside the
 * allowed ones are not sent.
 *
 * @throws ProblemError invalid_input
 */
export async function sendCommands(
  client: ApiClient,
  thing: Tuid,
  commands: readonly CommandToSend[]
): Promise<Outcome<SentCommands>> {
  const { tuid: id, commands: body } = checked(request, { tuid: thing, commands })
  const silent: SentCommands = { responsible: null, commands: null }
  return client.write({ method: 'POST', path: ['things', id, 'commands'], body, answer, silent })
}
