import type { AlertPeriod, Thing } from '../model.ts'
import { type Context, type Route, thingOf } from './context.ts'
import { optionalNumber } from './input.ts'

export function alertRoutes(context: Context): Route[] {
  const alerting = () => [...context.world.things.values()].filter((thing) => hasActiveAlert(thing, context.now()))
  return [
    { method: 'GET', path: '/things/alerts', handle: () => ({ alerting_tuids: alerting().map(({ tuid }) => tuid) }) },
    // The specification makes the count a string.
    { method: 'GET', path: '/things/alerts/count', handle: () => ({ alert_count: String(alerting().length) }) },
    {
      method: 'GET',
      path: '/things/{tuid}/alerts',
      handle: (call) => {
        const thing = thingOf(context, call)
        const from = optionalNumber(call.query, 'from') ?? Number.NEGATIVE_INFINITY
        const to = optionalNumber(call.query, 'to') ?? Number.POSITIVE_INFINITY
        return thing.alerts.flatMap(({ type, periods }) => {
          const alerts = periods.filter((period) => startOf(period) <= to && endOf(period) >= from)
          const listed = alerts.map((period) => ({ from: period.from, to: period.to }))
          return listed.length === 0 ? [] : [{ tuid: thing.tuid, alert_type: type, alerts: listed }]
        })
      }
    }
  ]
}

function hasActiveAlert(thing: Thing, now: number): boolean {
  return thing.alerts.some(({ periods }) => periods.some((period) => endOf(period) > now / 1000))
}

function startOf(period: AlertPeriod): number {
  return Date.parse(`${period.from}Z`) / 1000
}

function endOf(period: AlertPeriod): number {
  return typeof period.to === 'string' ? Date.parse(`${period.to}Z`) / 1000 : Number.POSITIVE_INFINITY
}
