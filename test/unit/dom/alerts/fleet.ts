import type { ActiveAlert, ActiveAlerts, AlertingThing, FleetAlerts } from '@shared/domain/fleetAlerts'
import type { Problem } from '@shared/domain/problem'
import type { Reading } from '@shared/domain/thing'

/** When the test looks, about. */
export const now = Date.now()
export const hour = 3_600_000

export const gateway = 'TSGW03EZU31901021'
export const sensor = 'TSPD04ESY93100802'
export const presence = 'TSPR04EZU31901021'

export const missed = (from: number | null = now - hour): ActiveAlert => ({ alertType: 'heartbeat missed', from })

export function readingOf(active: ActiveAlert[], change: Partial<Reading<ActiveAlerts>> = {}): Reading<ActiveAlerts> {
  return { value: { active, unreadable: 0 }, asOf: now, live: true, problem: null, ...change }
}

export function thing(tuid: string, change: Partial<AlertingThing> = {}): AlertingThing {
  return { tuid, seenHere: false, installedToday: false, alerts: null, ...change }
}

interface Listing {
  unreadable?: number
  count?: number | null
  asOf?: number
  problem?: Problem | null
}

/** The list as the main process gives it. */
export function fleetOf(items: AlertingThing[], listing: Listing = {}): FleetAlerts {
  const { unreadable = 0, count = items.length, asOf = now, problem = null } = listing
  const live = problem === null
  return {
    state: 'read',
    list: { value: { items, unreadable }, asOf, live, problem },
    count: count === null ? null : { value: count, asOf, live, problem }
  }
}
