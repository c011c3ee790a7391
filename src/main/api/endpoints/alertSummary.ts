import type { ListOf } from '@shared/domain/thing'
import { z } from 'zod'
import type { ApiClient } from '../apiClient'
import type { Outcome } from '../outcome'
import { answerOf, listAnswer } from '../wire/answers'
import { requiredName, requiredNumber } from '../wire/values'

const tuidsAnswer = answerOf(
  z.object({ alerting_tuids: listAnswer(requiredName) }).transform((data) => data.alerting_tuids)
)

/** A number written as text (spec). */
const countAnswer = answerOf(
  z.object({ alert_count: requiredNumber.pipe(z.int().min(0)) }).transform((data) => data.alert_count)
)

/** spec: Get all alerts. Each TUID once, verbatim. */
export async function getAlertingTuids(client: ApiClient, signal?: AbortSignal): Promise<Outcome<ListOf<string>>> {
  const answer = tuidsAnswer.transform(({ items, unreadable }) => ({ items: [...new Set(items)], unreadable }))
  return client.read({ path: ['things', 'alerts'], answer, signal })
}

/** spec: Get alert count, "amount of tuids with active alerts". */
export async function getAlertCount(client: ApiClient, signal?: AbortSignal): Promise<Outcome<number>> {
  return client.read({ path: ['things', 'alerts', 'count'], answer: countAnswer, signal })
}
