import type { CommandRecord, ListOf } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import { z } from 'zod'
import type { ApiClient } from '../apiClient'
import type { Outcome } from '../outcome'
import type { HistoryFilter } from '../query'
import { answerOf, listAnswer } from '../wire/answers'
import { commandOnWire, commandRecord } from '../wire/commandRecord'
import { historyQuery, historySchema } from '../wire/history'
import { checked, tuid } from '../wire/request'
import { instant, latestFirst } from '../wire/time'
import { optionalText } from '../wire/values'

const request = z.strictObject({ tuid, ...historySchema })

const record = z
  .object({ timestamp: instant, responsible: optionalText, command: commandOnWire })
  .transform(({ timestamp, responsible, command }) => commandRecord(command, { at: timestamp, responsible }))

const answer = answerOf(listAnswer(record)).transform(({ items, unreadable }) => ({
  items: latestFirst(items, (each) => each.at),
  unreadable
}))

/** spec: Get all commands sent to a thing, "in chronological order", which is not to be trusted: newest first here. */
export async function getCommands(
  client: ApiClient,
  thing: Tuid,
  filter: HistoryFilter,
  signal?: AbortSignal
): Promise<Outcome<ListOf<CommandRecord>>> {
  const { tuid: id, ...wanted } = checked(request, { tuid: thing, ...filter })
  return client.read({ path: ['things', id, 'commands'], query: historyQuery(wanted), answer, signal })
}
