import { INSTALLATION_STATUSES } from '../model.ts'
import { Refusal } from './answer.ts'
import { type Context, type Route, thingOf, visibleInstallations } from './context.ts'
import { historyAnswer } from './history.ts'
import { optionalLimit, readObject, requiredText } from './input.ts'

export function installationRoutes(context: Context): Route[] {
  return [
    {
      method: 'GET',
      path: '/things/{tuid}/installations',
      handle: (call) => {
        const thing = thingOf(context, call)
        const entries = historyAnswer(context, visibleInstallations(context, thing), optionalLimit(call.query))
        return entries.map(({ status, timestamp, responsible }) => ({
          tuid: thing.tuid,
          installation_status: status,
          timestamp,
          responsible
        }))
      }
    },
    {
      method: 'POST',
      path: '/things/{tuid}/installations',
      handle: (call) => {
        const { tuid } = thingOf(context, call)
        const asked = requiredText(readObject(call), 'installation_status')
        const status = INSTALLATION_STATUSES.find((one) => one === asked)
        if (!status) {
          throw new Refusal(400, `installation_status must be one of ${INSTALLATION_STATUSES.join(', ')}`)
        }
        context.world.setStatus(tuid, status, { by: 'api', responsible: context.responsible })
        return { tuid, installation_status: status }
      }
    }
  ]
}
