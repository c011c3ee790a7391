import { installationStatusSchema, type InstallationStatus } from '@shared/domain/installationStatus'
import type { InstallationRecord, ListOf } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import { z } from 'zod'
import type { ApiClient } from '../apiClient'
import type { Outcome } from '../outcome'
import { answerOf, listAnswer } from '../wire/answers'
import { checked, limit, tuid } from '../wire/request'
import { instant, latestFirst } from '../wire/time'
import { optionalText, requiredText } from '../wire/values'

const historyRequest = z.strictObject({ tuid, limit: limit.optional() })

const record = z
  .object({ installation_status: requiredText, timestamp: instant, responsible: optionalText })
  .transform((data) => ({ status: data.installation_status, at: data.timestamp, responsible: data.responsible }))

const historyAnswer = answerOf(listAnswer(record)).transform(({ items, unreadable }) => ({
  items: latestFirst(items, (each) => each.at),
  unreadable
}))

/** spec: Get installation history for a thing. It may be empty; a status outside the five is kept verbatim. */
export async function getInstallations(
  client: ApiClient,
  thing: Tuid,
  options: { readonly limit?: number },
  signal?: AbortSignal
): Promise<Outcome<ListOf<InstallationRecord>>> {
  const { tuid: id, ...query } = checked(historyRequest, { tuid: thing, ...options })
  return client.read({ path: ['things', id, 'installations'], query, answer: historyAnswer, signal })
}

const statusRequest = z.strictObject({ tuid, status: installationStatusSchema })

const statusAnswer = answerOf(
  z.object({ installation_status: optionalText }).transform((data) => ({ status: data.installation_status }))
)

/** spec: Set installation status for a thing. Answers with "the current status after being updated". */
export async function setStatus(
  client: ApiClient,
  thing: Tuid,
  target: InstallationStatus
): Promise<Outcome<{ status: string | null }>> {
  const { tuid: id, status } = checked(statusRequest, { tuid: thing, status: target })
  return client.write({
    method: 'POST',
    path: ['things', id, 'installations'],
    body: { installation_status: status },
    answer: statusAnswer,
    silent: { status: null }
  })
}
