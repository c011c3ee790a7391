import { Refusal } from './answer.ts'
import { type Context, type Route, thingOf, visibleGroup } from './context.ts'
import { readObject, requiredText } from './input.ts'

export function thingGroupRoutes(context: Context): Route[] {
  return [
    {
      method: 'GET',
      path: '/things/{tuid}/group',
      handle: (call) => {
        const thing = thingOf(context, call)
        return { group_id: visibleGroup(context, thing), tuid: thing.tuid }
      }
    },
    {
      method: 'POST',
      path: '/things/{tuid}/group',
      handle: (call) => {
        const { tuid } = thingOf(context, call)
        const groupId = requiredText(readObject(call), 'group_id')
        if (/\s/.test(groupId)) throw new Refusal(400, 'group_id must not contain whitespaces')
        if (!context.world.groups.has(groupId)) throw new Refusal(404, `Group ${groupId} not found`)
        context.world.setGroup(tuid, groupId, { by: 'api', responsible: context.responsible })
        return { group_id: groupId, tuid }
      }
    }
  ]
}
