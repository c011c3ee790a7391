import type { GroupOfThing } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import { z } from 'zod'
import type { ApiClient } from '../apiClient'
import type { Outcome } from '../outcome'
import { answerOf } from '../wire/answers'
import { checked, groupId, tuid } from '../wire/request'
import { optionalName } from '../wire/values'

const readRequest = z.strictObject({ tuid })
const writeRequest = z.strictObject({ tuid, groupId })

const answer = answerOf(z.object({ group_id: optionalName }).transform((data) => ({ groupId: data.group_id })))

/** spec: Get deployment group of a thing. */
export async function getGroup(client: ApiClient, thing: Tuid, signal?: AbortSignal): Promise<Outcome<GroupOfThing>> {
  const { tuid: id } = checked(readRequest, { tuid: thing })
  return client.read({ path: ['things', id, 'group'], answer, signal })
}

/** spec: Set deployment group of a thing. Setting `unassigned` takes it out of its group (vendor fact). */
export async function setGroup(client: ApiClient, thing: Tuid, target: string): Promise<Outcome<GroupOfThing>> {
  const { tuid: id, groupId: group } = checked(writeRequest, { tuid: thing, groupId: target })
  return client.write({
    method: 'POST',
    path: ['things', id, 'group'],
    body: { group_id: group },
    answer,
    silent: { groupId: null }
  })
}
