import { describe, expect, it } from 'vitest'
import { activeAlertsOf, countedMore, type FleetAlerts } from '@shared/domain/fleetAlerts'
import type { AlertPeriod } from '@shared/domain/thing'

const now = Date.UTC(2026, 10, 23, 10)
const hour = 3_600_000

describe('what a thing alerts about', () => {
  const lost = 'gateway connection lost'
  const missed = 'heartbeat missed'

  it.each<[string, AlertPeriod[], { alertType: string; from: number | null }[]]>([
    ['nothing', [], []],
    ['what has no end', [{ alertType: lost, from: now - hour, to: null }], [{ alertType: lost, from: now - hour }]],
    ['what ends later', [{ alertType: lost, from: 1, to: now + 1 }], [{ alertType: lost, from: 1 }]],
    ['not what has ended', [{ alertType: lost, from: 1, to: now }], []],
    ['what ended before it began, not', [{ alertType: lost, from: now, to: now - hour }], []],
    [
      'each type',
      [
        { alertType: missed, from: 2, to: null },
        { alertType: lost, from: 1, to: null }
      ],
      [
        { alertType: missed, from: 2 },
        { alertType: lost, from: 1 }
      ]
    ],
    [
      'one type once, since its earliest beginning',
      [
        { alertType: missed, from: 9, to: null },
        { alertType: missed, from: 3, to: null },
        { alertType: missed, from: 7, to: now + hour }
      ],
      [{ alertType: missed, from: 3 }]
    ],
    [
      'before records began as the earliest of all',
      [
        { alertType: missed, from: 9, to: null },
        { alertType: missed, from: null, to: null },
        { alertType: missed, from: 3, to: null }
      ],
      [{ alertType: missed, from: null }]
    ]
  ])('is %s', (_, items, active) => {
    expect(activeAlertsOf({ items, unreadable: 2 }, now)).toEqual({ active, unreadable: 2 })
  })
})

describe('how many more the server counts than it lists', () => {
  const thing = { tuid: 'TSPD04ESY93100802', seenHere: false, installedToday: false, alerts: null }
  const read = (listed: number, unreadable: number, counted: number | null, apart = 0): FleetAlerts => ({
    state: 'read',
    list: {
      value: { items: Array.from({ length: listed }, () => thing), unreadable },
      asOf: now,
      live: true,
      problem: null
    },
    count: { value: counted, asOf: counted === null ? null : now - apart, live: true, problem: null }
  })

  it.each<[string, FleetAlerts, number | null]>([
    ['nothing while they agree', read(3, 0, 3), 0],
    ['some', read(3, 0, 5), 2],
    ['fewer', read(3, 0, 1), -2],
    ['not those that were listed and could not be read', read(3, 2, 5), 0],
    ['nobody knows without a count', read(3, 0, null), null],
    ['nobody knows when they are of different times', read(3, 0, 5, hour), null],
    ['nobody knows of a server that does not count', { ...read(3, 0, 5), count: null } as FleetAlerts, null],
    ['nobody knows before they were read', { state: 'unread' }, null],
    ['nobody knows of a server without a list', { state: 'not_offered' }, null]
  ])('%s', (_, fleet, more) => expect(countedMore(fleet)).toBe(more))
})
