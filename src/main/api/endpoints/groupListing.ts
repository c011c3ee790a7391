import type { ListOf } from '@shared/domain/thing'
import { z } from 'zod'
import type { ApiClient } from '../apiClient'
import type { Outcome } from '../outcome'
import { answerOf, listAnswer } from '../wire/answers'
import { checked, groupId, limit } from '../wire/request'
import { optionalText, requiredName } from '../wire/values'

export interface GroupEntry {
  readonly groupId: string
  readonly description: string | null
}

const listRequest = z.strictObject({ query: z.string().optional(), limit: limit.optional() })
const thingsRequest = z.strictObject({ groupId })

const entry = z
  .object({ group_id: requiredName, group_description: optionalText })
  .transform((data) => ({ groupId: data.group_id, description: data.group_description }))

const listing = answerOf(listAnswer(entry))
const things = answerOf(z.object({ tuids: listAnswer(requiredName) }).transform((data) => data.tuids))

/**
 * Not in the spec, yet used by the vendor's apps (vendor fact): a stack may lack it and then refuses with 403, 404 or
 * 405.
 */
export async function listGroups(
  client: ApiClient,
  options: { readonly query?: string; readonly limit?: number },
  signal?: AbortSignal
): Promise<Outcome<ListOf<GroupEntry>>> {
  const { query, limit: atMost } = checked(listRequest, options)
  const q = query === '' ? undefined : query?.toWellFormed()
  return client.read({ path: ['groups'], query: { q, limit: atMost }, answer: listing, signal })
}

/** Not in the spec, see {@link listGroups}. */
export async function listThingsOfGroup(
  client: ApiClient,
  id: string,
  signal?: AbortSignal
): Promise<Outcome<ListOf<string>>> {
  const { groupId: group } = checked(thingsRequest, { groupId: id })
  return client.read({ path: ['groups', group, 'things'], answer: things, signal })
}
