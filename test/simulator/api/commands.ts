import { ALLOWED_COMMANDS, type Json } from '../model.ts'
import type { CommandRequest } from '../world.ts'
import { Refusal } from './answer.ts'
import { type Call, type Context, type Route, thingOf, visibleCommands } from './context.ts'
import { historyAnswer, telegramFilter } from './history.ts'
import { isObject, readJson } from './input.ts'

export function commandRoutes(context: Context): Route[] {
  return [
    {
      method: 'GET',
      path: '/things/{tuid}/commands',
      handle: (call) => {
        const thing = thingOf(context, call)
        const { limit, accepts } = telegramFilter(call.query)
        const found = visibleCommands(context, thing).filter(
          ({ command, timestamp }) => ALLOWED_COMMANDS.includes(command.tsmId) && accepts(command, timestamp)
        )
        return historyAnswer(context, found, limit).map(({ command, timestamp, responsible }) => ({
          tuid: thing.tuid,
          timestamp,
          responsible,
          command
        }))
      }
    },
    {
      method: 'POST',
      path: '/things/{tuid}/commands',
      handle: (call) => {
        const { tuid } = thingOf(context, call)
        // All are checked before any is sent: a refused list has no effect.
        const requests = readCommands(call)
        const author = { by: 'api', responsible: context.responsible } as const
        const commands: Json = requests.map((request) => context.world.sendCommand(tuid, request, author))
        return { responsible: context.responsible, commands }
      }
    }
  ]
}

function readCommands(call: Call): CommandRequest[] {
  const body = readJson(call)
  if (!Array.isArray(body) || body.length === 0) throw new Refusal(400, 'The request body must be a list of commands')
  return body.map((entry: unknown) => {
    if (!isObject(entry)) throw new Refusal(400, 'A command must be an object')
    const { tsmId, tsmEv } = entry
    if (typeof tsmId !== 'number' || !ALLOWED_COMMANDS.includes(tsmId)) {
      throw new Refusal(400, `tsmId must be one of ${ALLOWED_COMMANDS.join(', ')}`)
    }
    if (typeof tsmEv !== 'number' || !Number.isInteger(tsmEv)) throw new Refusal(400, 'tsmEv must be a number')
    return { ...entry, tsmId, tsmEv }
  })
}
