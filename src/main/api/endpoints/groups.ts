import { groupDescriptionSchema } from '@shared/domain/deploymentGroup'
import type { GroupOfThing } from '@shared/domain/thing'
import { z } from 'zod'
import type { ApiClient } from '../apiClient'
import type { Outcome } from '../outcome'
import { answerOf } from '../wire/answers'
import { checked, groupId, newGroupId } from '../wire/request'
import { optionalName } from '../wire/values'

const createRequest = z.strictObject({ groupId: newGroupId, description: groupDescriptionSchema.nullable() })
const renameRequest = z.strictObject({ groupId, newGroupId })
const deleteRequest = z.strictObject({ groupId })

const answer = answerOf(z.object({ group_id: optionalName }).transform((data) => ({ groupId: data.group_id })))
const silent = { groupId: null }

/** A rename or deletion that did not happen is answered with 200 and `false`; those are all the words there are. */
function saysNo(deed: 'renamed' | 'deleted') {
  const no = z.object({ data: z.object({ [deed]: z.literal(false) }) })
  return (json: unknown) => (no.safeParse(json).success ? `${deed}: false` : null)
}

/** spec: Create a group. @throws ProblemError invalid_input: whitespace in the id, or the id `unassigned` */
export async function createGroup(client: ApiClient, id: string, text: string | null): Promise<Outcome<GroupOfThing>> {
  const { groupId: group, description } = checked(createRequest, { groupId: id, description: text })
  return client.write({
    method: 'POST',
    path: ['groups'],
    body: { group_id: group, ...(description !== null && { group_description: description }) },
    answer,
    silent
  })
}

/** spec: Rename a group. `renamed: false` is a refusal. @throws ProblemError invalid_input, see {@link createGroup} */
export async function renameGroup(client: ApiClient, id: string, newId: string): Promise<Outcome<GroupOfThing>> {
  const names = checked(renameRequest, { groupId: id, newGroupId: newId })
  return client.write({
    method: 'POST',
    path: ['groups', names.groupId, 'rename'],
    body: { group_id: names.newGroupId },
    answer,
    silent,
    refusal: saysNo('renamed')
  })
}

/** spec: Delete a group. `deleted: false` is a refusal. */
export async function deleteGroup(client: ApiClient, id: string): Promise<Outcome<GroupOfThing>> {
  const { groupId: group } = checked(deleteRequest, { groupId: id })
  return client.write({
    method: 'DELETE',
    path: ['groups', group],
    answer,
    silent,
    refusal: saysNo('deleted')
  })
}
