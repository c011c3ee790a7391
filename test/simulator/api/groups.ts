import { type Group, UNASSIGNED } from '../model.ts'
import { Refusal } from './answer.ts'
import { type Call, type Context, param, type Route, visibleGroup } from './context.ts'
import { newGroupId, optionalLimit, optionalText, readObject } from './input.ts'

export function groupRoutes(context: Context): Route[] {
  const { world } = context
  return [
    {
      method: 'POST',
      path: '/groups',
      handle: (call) => {
        const body = readObject(call)
        const groupId = newGroupId(body)
        const description = optionalText(body, 'group_description')
        refuseTaken(context, groupId)
        world.createGroup(groupId, description, { by: 'api' })
        return { group_id: groupId, group_description: description }
      }
    },
    {
      method: 'POST',
      path: '/groups/{groupId}/rename',
      handle: (call) => {
        const { groupId } = ordinaryGroup(context, call)
        const target = newGroupId(readObject(call))
        refuseTaken(context, target)
        const renamed = !world.lockedGroups.has(groupId)
        if (renamed) world.renameGroup(groupId, target, { by: 'api' })
        return { group_id: renamed ? target : groupId, old: groupId, renamed }
      }
    },
    {
      method: 'DELETE',
      path: '/groups/{groupId}',
      handle: (call) => {
        const { groupId } = ordinaryGroup(context, call)
        if (context.deleteGroupWithMembers === 'refuse' && world.members(groupId).length > 0) {
          throw new Refusal(409, `Group ${groupId} still has things`)
        }
        const deleted = !world.lockedGroups.has(groupId)
        if (deleted) world.deleteGroup(groupId, { by: 'api' })
        return { group_id: groupId, deleted }
      }
    }
  ]
}

/** Not in the specification, but in the vendor's present documentation: a stack may be without them. */
export function groupListRoutes(context: Context): Route[] {
  const { world } = context
  return [
    {
      method: 'GET',
      path: '/groups',
      handle: ({ query }) => {
        const wanted = (query.get('q') ?? '').toLowerCase()
        const found = [...world.groups.values()]
          .filter(({ groupId }) => groupId.toLowerCase().includes(wanted))
          .toSorted((a, b) => a.groupId.localeCompare(b.groupId))
        return found.slice(0, optionalLimit(query)).map(({ groupId, description }) => ({
          group_id: groupId,
          group_description: description
        }))
      }
    },
    {
      method: 'GET',
      path: '/groups/{groupId}/things',
      handle: (call) => {
        const { groupId } = knownGroup(context, call)
        const members = [...world.things.values()].filter((thing) => visibleGroup(context, thing) === groupId)
        return { group_id: groupId, tuids: members.map(({ tuid }) => tuid) }
      }
    }
  ]
}

function knownGroup(context: Context, call: Call): Group {
  const groupId = param(call, 'groupId')
  const group = context.world.groups.get(groupId)
  if (!group) throw new Refusal(404, `Group ${groupId} not found`)
  return group
}

function ordinaryGroup(context: Context, call: Call): Group {
  const group = knownGroup(context, call)
  if (group.groupId === UNASSIGNED) throw new Refusal(400, `The group "${UNASSIGNED}" cannot be changed`)
  return group
}

function refuseTaken(context: Context, groupId: string): void {
  if (context.world.groups.has(groupId)) throw new Refusal(409, `Group ${groupId} already exists`)
}
