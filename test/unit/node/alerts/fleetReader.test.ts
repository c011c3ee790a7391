import { describe, expect, it } from 'vitest'
import { countedMore, type AlertingThing, type FleetAlerts } from '@shared/domain/fleetAlerts'
import { problemOfPromise } from '../laptop/problemKind'
import { Laptop } from '../laptop/laptop'
import { setStatus } from '../outbox/intents'

const missed = 'heartbeat missed'

async function alerting(...roles: string[]): Promise<Laptop> {
  const laptop = await Laptop.signedIn()
  for (const role of roles) laptop.cloud.world.openAlert(laptop.role(role), missed)
  return laptop
}

const refresh = (laptop: Laptop, recheck = false) => laptop.app.alerts.refresh(laptop.stackId, recheck)
const kept = (laptop: Laptop) => laptop.app.alerts.kept(laptop.stackId)

function things(fleet: FleetAlerts): readonly AlertingThing[] {
  if (fleet.state !== 'read' || fleet.list.value === null) throw new Error(`no list: ${JSON.stringify(fleet)}`)
  return fleet.list.value.items
}

const tuids = (fleet: FleetAlerts) => things(fleet).map(({ tuid }) => tuid)
const asked = (laptop: Laptop, path: string) => laptop.cloud.requests.filter((each) => each.path === path).length
const answer = (path: string, data: object) => ({
  match: { path: new RegExp(`^${path}$`) },
  fault: 'garbage-json' as const,
  body: JSON.stringify({ data })
})

describe('which things alert', () => {
  it('is live while the server answers, with the count it gives as a text', async () => {
    const laptop = await alerting('presence', 'gateway')
    const fleet = await refresh(laptop)
    expect(fleet).toMatchObject({
      state: 'read',
      list: { asOf: laptop.clock.now(), live: true, problem: null, value: { unreadable: 0 } },
      count: { value: 2, asOf: laptop.clock.now(), live: true, problem: null }
    })
    expect(tuids(fleet).toSorted()).toEqual([laptop.role('presence'), laptop.role('gateway')].toSorted())
    expect(countedMore(fleet)).toBe(0)
  })

  it.each(['/things/alerts', '/things/alerts/count'])('is asked at once: %s waits for nothing', async (path) => {
    const laptop = await alerting('presence')
    const other = path === '/things/alerts' ? '/things/alerts/count' : '/things/alerts'
    const letGo = laptop.transport.hold(other)
    const reading = refresh(laptop)
    await laptop.until(() => asked(laptop, path) === 1)
    expect(asked(laptop, other)).toBe(0)
    letGo()
    expect(tuids(await reading)).toEqual([laptop.role('presence')])
  })

  it('is asked once, whoever wants to know at that moment', async () => {
    const laptop = await alerting('presence')
    const [first, second] = await Promise.all([refresh(laptop), refresh(laptop, true)])
    expect(first).toBe(second)
    expect([asked(laptop, '/things/alerts'), asked(laptop, '/things/alerts/count')]).toEqual([1, 1])
    await refresh(laptop)
    expect(asked(laptop, '/things/alerts')).toBe(2)
  })

  it('is unread before anybody asked', async () => {
    expect(kept(await alerting())).toEqual({ state: 'unread' })
  })

  it('is what was last seen, with its age, when there is no connection, also after a restart', async () => {
    const laptop = await alerting('presence')
    const fleet = await refresh(laptop)
    const asOf = laptop.clock.now()
    laptop.cloud.setOnline(false)
    await laptop.pass(60_000)
    await laptop.restart({ patient: true })
    expect(tuids(kept(laptop))).toEqual(tuids(fleet))
    expect(kept(laptop)).toMatchObject({ list: { asOf, live: false, problem: null }, count: { value: 1, asOf } })
    expect(await refresh(laptop)).toMatchObject({
      list: { asOf, live: false, problem: { kind: 'offline' } },
      count: { value: 1, asOf, live: false, problem: { kind: 'offline' } }
    })
  })

  it('is unknown when it was never seen, with the reason', async () => {
    const laptop = await alerting()
    await laptop.cloud.refuseConnections()
    expect(await refresh(laptop)).toMatchObject({ list: { value: null, asOf: null, problem: { kind: 'offline' } } })
    expect(kept(laptop)).toEqual({ state: 'unread' })
  })

  it('is known without a count, and a count that fails is no reason to hide the list', async () => {
    const laptop = await alerting('presence')
    laptop.cloud.faults.add({ match: { path: '/count' }, fault: 'html-502' })
    const fleet = await refresh(laptop)
    expect(tuids(fleet)).toEqual([laptop.role('presence')])
    expect(fleet).toMatchObject({ count: { value: null, problem: { kind: 'server_error' } } })
    expect(countedMore(fleet)).toBeNull()
  })

  it('is what was last seen when the answer cannot be read', async () => {
    const laptop = await alerting('presence')
    await refresh(laptop)
    laptop.cloud.faults.add({ match: { path: '/things/alerts' }, fault: 'wrong-shape' })
    const fleet = await refresh(laptop)
    expect(tuids(fleet)).toEqual([laptop.role('presence')])
    expect(fleet).toMatchObject({ list: { live: false, problem: { kind: 'unreadable' } } })
  })

  it('cannot be read of a stack that nobody knows', async () => {
    const laptop = await Laptop.bare()
    expect(await problemOfPromise(laptop.app.alerts.refresh('nobody', false))).toBe('unknown_stack')
  })

  it('is forgotten with the server it came from, even while the answer is on its way', async () => {
    const laptop = await alerting('presence')
    const letGo = laptop.transport.hold('/things/alerts')
    const reading = refresh(laptop)
    const { url: baseUrl, clientId, clientSecret } = (await Laptop.bare()).cloud
    await laptop.app.stacks.save({
      id: laptop.stackId,
      name: 'Site',
      baseUrl,
      clientId,
      clientSecret,
      keep: 'keychain'
    })
    letGo()
    expect(await reading).toMatchObject({ list: { value: null, problem: { kind: 'cancelled' } } })
    expect(kept(laptop)).toEqual({ state: 'unread' })
  })
})

describe('a list that is not as promised', () => {
  it('says by how much the count differs', async () => {
    const laptop = await alerting('presence')
    laptop.cloud.faults.add(answer('/things/alerts/count', { alert_count: '207' }))
    expect(countedMore(await refresh(laptop))).toBe(206)
  })

  it('names each thing once and verbatim, and counts what it could not read', async () => {
    const laptop = await alerting()
    const odd = ['TSPD04ESY93100802', 'TSPD04ESY93100802', 'tspd04esy', 'not a tuid', 7, null, '', {}]
    laptop.cloud.faults.add(answer('/things/alerts', { alerting_tuids: odd }))
    const fleet = await refresh(laptop)
    expect(tuids(fleet)).toEqual(['TSPD04ESY93100802', 'tspd04esy', 'not a tuid'])
    expect(fleet).toMatchObject({ list: { value: { unreadable: 4 } } })
  })

  it('may name 10 000 things', async () => {
    const laptop = await alerting()
    const many = Array.from({ length: 10_000 }, (_, i) => `TSPD04E${String(i).padStart(10, '0')}`)
    laptop.cloud.faults.add(answer('/things/alerts', { alerting_tuids: many }))
    expect(tuids(await refresh(laptop))).toEqual(many)
    expect(tuids(kept(laptop))).toHaveLength(10_000)
  })

  it('that an earlier version kept in another shape is as good as never seen', async () => {
    const laptop = await alerting()
    laptop.app.readModel.keepStackReading(laptop.stackId, 'alerting_things', {
      value: { of: 'another shape' },
      asOf: 1
    })
    expect(kept(laptop)).toEqual({ state: 'unread' })
  })
})

describe('what this laptop knows of each', () => {
  it('is its alerts as last read, however that came', async () => {
    const laptop = await alerting('presence', 'gateway')
    const from = laptop.clock.now()
    await laptop.app.things.alerts(laptop.stackId, laptop.role('presence'))
    await laptop.pass(60_000)
    const known = new Map(things(await refresh(laptop)).map(({ tuid, alerts }) => [tuid, alerts]))
    expect(known.get(laptop.role('gateway'))).toBeNull()
    expect(known.get(laptop.role('presence'))).toEqual({
      value: { active: [{ alertType: missed, from }], unreadable: 0 },
      asOf: from,
      live: false,
      problem: null
    })
  })

  it('is whether it was met here, and whether it was installed here today', async () => {
    const laptop = await alerting('presence', 'gateway', 'readyPresence')
    await laptop.app.things.general(laptop.stackId, laptop.role('presence'))
    laptop.capture(setStatus(laptop.role('readyPresence'), 'installed'))
    laptop.capture(setStatus(laptop.role('gateway'), 'quarantine'))
    await laptop.settle()
    const known = things(await refresh(laptop))
    expect(known.filter(({ seenHere }) => seenHere).map(({ tuid }) => tuid)).toEqual([laptop.role('presence')])
    expect(known.filter((each) => each.installedToday).map(({ tuid }) => tuid)).toEqual([laptop.role('readyPresence')])
  })

  it('is nothing of today when it waits in the queue, or was installed the day before', async () => {
    const laptop = await alerting('readyPresence', 'readyEnvironment')
    laptop.capture(setStatus(laptop.role('readyPresence'), 'installed'))
    await laptop.settle()
    laptop.clock.advanceTo(laptop.clock.now() + 24 * 3_600_000)
    await laptop.quiet()
    laptop.app.outbox.pause(laptop.stackId, true)
    laptop.capture(setStatus(laptop.role('readyEnvironment'), 'installed'))
    expect(things(await refresh(laptop)).filter((each) => each.installedToday)).toEqual([])
  })
})

describe('a server that does not list what alerts', () => {
  it.each([403, 404, 405])('(%s) is no fault, remembered, and asked again on demand', async (status) => {
    const laptop = await alerting('presence')
    laptop.cloud.faults.add({ match: { path: '/things/alerts' }, fault: 'status', status })
    expect(await refresh(laptop)).toEqual({ state: 'not_offered' })
    await refresh(laptop)
    await laptop.restart({ patient: true })
    expect(kept(laptop)).toEqual({ state: 'not_offered' })
    expect(await refresh(laptop)).toEqual({ state: 'not_offered' })
    expect([asked(laptop, '/things/alerts'), asked(laptop, '/things/alerts/count')]).toEqual([1, 1])
    expect(await refresh(laptop, true)).toEqual({ state: 'not_offered' })
    laptop.cloud.faults.clear()
    expect(tuids(await refresh(laptop, true))).toEqual([laptop.role('presence')])
    expect(tuids(await refresh(laptop))).toEqual([laptop.role('presence')])
  })

  it('may not count them either: then there is only the list', async () => {
    const laptop = await alerting('presence')
    laptop.cloud.faults.add({ match: { path: '/count' }, fault: 'status', status: 404 })
    expect(await refresh(laptop)).toMatchObject({ state: 'read', count: null })
    await refresh(laptop)
    expect(kept(laptop)).toMatchObject({ state: 'read', count: null })
    expect(asked(laptop, '/things/alerts/count')).toBe(1)
  })

  it.each([500, 429])('is not one that answers %s', async (status) => {
    const laptop = await alerting('presence')
    laptop.cloud.faults.add({ match: { path: '/things/alerts' }, fault: 'status', status })
    expect(await refresh(laptop)).toMatchObject({ state: 'read', list: { value: null } })
  })
})
