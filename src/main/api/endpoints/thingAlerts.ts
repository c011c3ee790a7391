import type { AlertPeriod, Instant, ListOf } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import { z } from 'zod'
import type { ApiClient } from '../apiClient'
import type { Outcome } from '../outcome'
import type { TimeWindow } from '../query'
import { answerOf, listAnswer } from '../wire/answers'
import { windowSchema } from '../wire/history'
import { checked, tuid } from '../wire/request'
import { instant, newestFirst, windowQuery } from '../wire/time'
import { requiredText } from '../wire/values'

const request = z.strictObject({ tuid, ...windowSchema })

const period = z.object({ from: instant, to: instant })

/** A type whose periods cannot be read at all counts as one unreadable entry. */
const alertsOfType = z
  .object({ alert_type: requiredText, alerts: listAnswer(period) })
  .transform(({ alert_type: alertType, alerts }) => ({
    periods: alerts.items.map((each) => ({ alertType, ...each })),
    unreadable: alerts.unreadable
  }))

const answer = answerOf(listAnswer(alertsOfType))

/**
 * spec: Get alerts of a thing. A `from` of 1970 is "since before records began" (vendor fact). How an open alert is
 * written is not known: a `to` that is missing, null, unreadable or still to come all mean that it is active.
 */
export async function getThingAlerts(
  client: ApiClient,
  thing: Tuid,
  window: TimeWindow,
  signal?: AbortSignal
): Promise<Outcome<ListOf<AlertPeriod>>> {
  const { tuid: id, ...times } = checked(request, { tuid: thing, ...window })
  const now = client.now()
  return client.read({
    path: ['things', id, 'alerts'],
    query: windowQuery(times),
    answer: answer.transform(({ items, unreadable }) => ({
      items: newestFirst(
        items.flatMap(({ periods }) => periods.map((each) => ({ ...each, to: ended(each.to, now) }))),
        (each) => each.from
      ),
      unreadable: items.reduce((sum, ofType) => sum + ofType.unreadable, unreadable)
    })),
    signal
  })
}

function ended(to: Instant | null, now: Instant): Instant | null {
  return to !== null && to <= now ? to : null
}
