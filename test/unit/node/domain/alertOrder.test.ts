import { describe, expect, it } from 'vitest'
import { sortAlerting, type RankedThing } from '@shared/domain/alertOrder'
import type { ActiveAlert } from '@shared/domain/fleetAlerts'

const lost = (from: number | null): ActiveAlert => ({ alertType: 'gateway connection lost', from })
const missed = (from: number | null): ActiveAlert => ({ alertType: 'heartbeat missed', from })
const other = (from: number | null): ActiveAlert => ({ alertType: 'leakage suspected', from })

const sensor = (active: ActiveAlert[] | null, change: Partial<RankedThing> = {}): RankedThing => ({
  tuid: 'TSPD04ESY93100802',
  installedToday: false,
  active,
  ...change
})
const gateway = (active: ActiveAlert[] | null): RankedThing => sensor(active, { tuid: 'TSGW03EZU31901021' })

/** The first comes before the second, in whatever order they are given. */
describe('comes first', () => {
  it.each<[string, RankedThing, RankedThing]>([
    [
      'what was installed today, before any gateway',
      sensor([missed(null)], { installedToday: true }),
      gateway([lost(9)])
    ],
    ['a gateway before a sensor', gateway([missed(1)]), sensor([lost(9)])],
    [
      'a LAN gateway before a sensor',
      sensor([missed(1)], { tuid: 'TSGW05EZU31901021' }),
      sensor([lost(9)], { tuid: 'TSAR01EZU31901021' })
    ],
    ['a lost connection before a type we do not know', sensor([lost(1)]), sensor([other(9)])],
    ['a type we do not know before a missed heartbeat', sensor([other(1)]), sensor([missed(9)])],
    ['a missed heartbeat before what was not read yet', sensor([missed(null)]), sensor(null)],
    ['what was not read yet before what shows no open alert', sensor(null), sensor([])],
    ['the worst of several types counts', sensor([missed(1), lost(1)]), sensor([missed(9)])],
    ['the newest of one type', sensor([missed(9)]), sensor([missed(1)])],
    ['any time before "since before records began"', sensor([missed(1)]), sensor([missed(null)])],
    ['the newest of several counts', sensor([lost(1), missed(9)]), sensor([lost(5)])],
    [
      'the lower TUID where nothing else decides',
      sensor(null, { tuid: 'TSAA00000000000' }),
      sensor(null, { tuid: 'TSAB00000000000' })
    ]
  ])('%s', (_, first, second) => {
    expect(sortAlerting([second, first])).toEqual([first, second])
    expect(sortAlerting([first, second])).toEqual([first, second])
  })
})

it('leaves the list it was given alone, and loses nothing', () => {
  const given = [sensor(null), gateway(null), sensor([])]
  const before = [...given]
  expect(sortAlerting(given)).toHaveLength(3)
  expect(given).toEqual(before)
})

it('copes with whatever a server calls a TUID', () => {
  const odd = ['', 'not a tuid', 'tspd04', '💡', 'TSGW'].map((tuid) => sensor(null, { tuid }))
  expect(sortAlerting(odd)).toHaveLength(odd.length)
})

it('takes no time over 10 000 things', () => {
  const many = Array.from({ length: 10_000 }, (_, i) =>
    sensor([missed((i * 7919) % 10_007)], { tuid: `TSPD04E${String(i).padStart(10, '0')}` })
  )
  const startedAt = performance.now()
  const sorted = sortAlerting(many)
  expect(performance.now() - startedAt).toBeLessThan(1_000)
  expect(sorted[0]?.active?.[0]?.from).toBe(10_006)
})
