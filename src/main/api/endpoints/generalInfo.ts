import type { GeneralInfo } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import { z } from 'zod'
import type { ApiClient } from '../apiClient'
import type { Outcome } from '../outcome'
import { answerOf } from '../wire/answers'
import { checked, tuid } from '../wire/request'
import { instant } from '../wire/time'
import { optionalNumber, optionalText, tolerantName } from '../wire/values'

const request = z.strictObject({ tuid })

/** Numbers or text (vendor fact). Half a position, or one that is not on Earth, is none. */
const position = z
  .object({ lat: optionalNumber, lon: optionalNumber })
  .transform(({ lat, lon }) =>
    lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null
  )
  .nullish()
  .catch(null)

const answer = answerOf(
  z
    .object({
      battery_level: optionalNumber,
      timestamp: instant,
      location: position,
      gateway_tuid: tolerantName,
      version: optionalText
    })
    .transform((data) => ({
      batteryLevel: data.battery_level,
      lastHeardAt: data.timestamp,
      position: data.location ?? null,
      gatewayTuid: data.gateway_tuid,
      version: data.version
    }))
)

/** spec: Get general information of a thing. Every field may be null or missing (vendor fact). */
export async function getGeneralInfo(
  client: ApiClient,
  thing: Tuid,
  signal?: AbortSignal
): Promise<Outcome<GeneralInfo>> {
  const { tuid: id } = checked(request, { tuid: thing })
  return client.read({ path: ['things', id], answer, signal })
}
