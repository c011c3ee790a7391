import { beforeEach, describe, expect, it } from 'vitest'
import type { Arrival, ShownVisit } from '@shared/domain/visit'
import { looksAtOnce } from '../../../../src/main/things/pacedLooks'
import { Laptop, type LaptopOptions } from '../laptop/laptop'
import { setStatus } from '../outbox/intents'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const never = 400 * day

let laptop: Laptop
let visit: ShownVisit
let tuid: string

async function begin(options: LaptopOptions = {}): Promise<void> {
  laptop = await Laptop.signedIn({ firstMessageAfterMs: never, ...options })
  visit = laptop.app.visits.start(laptop.stackId, { site: 'Harbour house', installer: '' })
  tuid = laptop.role('readyEnvironment')
}

beforeEach(() => begin())

async function install(...things: string[]): Promise<void> {
  laptop.app.visits.captureIntents(
    laptop.stackId,
    things.map((each) => setStatus(each, 'installed'))
  )
  await laptop.settle()
  // Long enough for what was learned to be written.
  await laptop.pass(second)
}

const arrival = (of = tuid): Arrival | null | undefined =>
  laptop.app.visits.things(visit.id, 'all', { offset: 0, limit: 200 }).find((each) => each.tuid === of)?.arrival
const counts = () => laptop.app.visits.get(visit.id).counts
const looks = (of = tuid): number =>
  laptop.cloud.requests.filter(({ method, path }) => method === 'GET' && path.endsWith(`/things/${of}`)).length

describe('what was installed on a visit', () => {
  it('is silent until it is heard, and is asked for no more then', async () => {
    await install(tuid)
    expect(arrival()).toEqual({ since: laptop.clock.now() - second, heardAt: null, askedAt: null, alerts: [] })
    expect(counts()).toMatchObject({ silent: 1, heard: 0 })
    await laptop.pass(4 * minute)
    laptop.cloud.world.report(tuid)
    const reported = laptop.clock.now()
    await laptop.pass(2 * minute)
    expect(arrival()).toMatchObject({ heardAt: Math.floor(reported / 1000) * 1000 })
    expect(counts()).toMatchObject({ silent: 0, heard: 1 })
    const before = looks()
    expect(before).toBe(2)
    await laptop.pass(2 * day)
    expect(looks()).toBe(before)
  })

  it('is not heard by what it sent before its installation, whatever the clock of the laptop says', async () => {
    laptop.clock.laptopAhead = -3 * hour
    laptop.cloud.world.report(tuid)
    await laptop.pass(minute)
    await install(tuid)
    await laptop.pass(hour)
    expect(arrival()).toMatchObject({ heardAt: null })
    laptop.cloud.world.report(tuid)
    await laptop.pass(hour)
    expect(arrival()?.heardAt).not.toBeNull()
  })

  it('is heard in time with a clock of the laptop that is hours ahead', async () => {
    laptop.clock.laptopAhead = 3 * hour
    await install(tuid)
    await laptop.pass(minute)
    laptop.cloud.world.report(tuid)
    await laptop.pass(4 * minute)
    expect(arrival()?.heardAt).not.toBeNull()
  })

  it('is heard by whoever reads its messages', async () => {
    await install(tuid)
    await laptop.pass(minute)
    laptop.cloud.world.report(tuid)
    await laptop.app.things.messages(laptop.stackId, tuid, { limit: 50 })
    await laptop.pass(second)
    expect(arrival()?.heardAt).not.toBeNull()
    expect(looks()).toBe(0)
  })

  it('is asked for no more after a day, once it was looked at then', async () => {
    await install(tuid)
    await laptop.pass(25 * hour)
    const before = looks()
    expect(before).toBeLessThan(100)
    await laptop.pass(day)
    expect(looks()).toBe(before)
    expect(arrival()).toMatchObject({ heardAt: null })
  })

  it('is no more waited for when it is taken away again', async () => {
    await install(tuid)
    laptop.app.visits.captureIntents(laptop.stackId, [setStatus(tuid, 'uninstalled')])
    await laptop.settle()
    await laptop.pass(hour)
    expect(arrival()).toBeNull()
    expect(looks()).toBe(0)
    expect(counts()).toMatchObject({ silent: 0 })
  })

  it('is no more asked for when its visit is deleted', async () => {
    await install(tuid)
    laptop.app.visits.delete(visit.id)
    await laptop.pass(hour)
    expect(looks()).toBe(0)
  })

  it('is no matter while the server has not taken it', async () => {
    laptop.cloud.setOnline(false)
    await laptop.app.session.checkAll()
    laptop.app.visits.captureIntents(laptop.stackId, [setStatus(tuid, 'installed')])
    await laptop.pass(minute)
    expect(arrival()).toBeNull()
  })
})

describe('listening', () => {
  it('goes on after the end of the visit and after a restart', async () => {
    await install(tuid)
    laptop.app.visits.end(visit.id)
    await laptop.restart({ patient: true })
    laptop.cloud.world.report(tuid)
    await laptop.pass(10 * minute)
    expect(arrival()?.heardAt).not.toBeNull()
  })

  it('begins though the app ended right after the server took it', async () => {
    laptop.app.visits.captureIntents(laptop.stackId, [setStatus(tuid, 'installed')])
    await laptop.settle()
    await laptop.crash()
    await laptop.pass(second)
    expect(arrival()).toMatchObject({ heardAt: null })
    await laptop.pass(minute)
    laptop.cloud.world.report(tuid)
    await laptop.pass(10 * minute)
    expect(arrival()?.heardAt).not.toBeNull()
  })

  it('ends with one last look when the laptop was closed for longer than a day', async () => {
    await install(tuid)
    await laptop.restart({ patient: true, meanwhile: () => laptop.clock.advanceTo(laptop.clock.now() + 3 * day) })
    await laptop.pass(hour)
    expect(looks()).toBe(1)
  })

  it('rests without a connection and when the stack takes our credentials no more, and goes on after', async () => {
    await install(tuid)
    await laptop.cloud.refuseConnections()
    await laptop.pass(hour)
    expect(looks()).toBe(0)
    await laptop.cloud.acceptConnections()
    laptop.cloud.world.report(tuid)
    await laptop.pass(10 * minute)
    expect(arrival()?.heardAt).not.toBeNull()
  })

  it('leaves a busy server alone for as long as it says', async () => {
    await install(tuid)
    laptop.cloud.faults.add({
      match: { path: `/things/${tuid}` },
      fault: 'status',
      status: 429,
      retryAfter: 1200,
      times: 1
    })
    await laptop.pass(3 * minute)
    expect(looks()).toBe(1)
    await laptop.pass(18 * minute)
    expect(looks()).toBe(1)
    await laptop.pass(3 * minute)
    expect(looks()).toBeGreaterThan(1)
  })

  it('asks once for each thing in a round, and few at a time', async () => {
    const things = ['readyEnvironment', 'readyPresence', 'uninstalled'].map((role) => laptop.role(role))
    await install(...things)
    expect(looksAtOnce).toBe(2)
    const before = laptop.cloud.requests.length
    await laptop.app.arrivals.check(visit.id, things)
    const asked = laptop.cloud.requests.slice(before).map(({ path }) => path.replace(/^.*\/things/, ''))
    expect(asked.toSorted()).toEqual(things.map((each) => `/${each}`).toSorted())
  })
})

describe('somebody who asks now', () => {
  it('gets the answer at once', async () => {
    await install(tuid)
    laptop.cloud.world.report(tuid)
    expect(await laptop.app.arrivals.check(visit.id, [tuid])).toBeNull()
    expect(counts()).toMatchObject({ heard: 1, silent: 0 })
  })

  it('gets it also when the day has passed', async () => {
    await install(tuid)
    await laptop.pass(25 * hour)
    laptop.cloud.world.report(tuid)
    await laptop.app.arrivals.check(visit.id, [tuid])
    expect(counts()).toMatchObject({ heard: 1, silent: 0 })
  })

  it('is told when the server could not be asked', async () => {
    await install(tuid)
    await laptop.cloud.refuseConnections()
    expect(await laptop.app.arrivals.check(visit.id, [tuid])).toMatchObject({ kind: 'offline' })
    expect(arrival()).toMatchObject({ askedAt: null, heardAt: null })
  })
})

it('what could not be written when a thing was heard is written as soon as it can be', async () => {
  await install(tuid)
  laptop.withDatabase((db) =>
    db.exec(`CREATE TRIGGER full BEFORE UPDATE ON visit_things BEGIN SELECT RAISE(FAIL, 'full'); END`)
  )
  laptop.cloud.world.report(tuid)
  await laptop.pass(10 * minute)
  expect(counts()).toMatchObject({ silent: 1, heard: 0 })
  laptop.withDatabase((db) => db.exec('DROP TRIGGER full'))
  await laptop.pass(minute)
  expect(counts()).toMatchObject({ silent: 0, heard: 1 })
})

describe('alerts of what was installed', () => {
  it('are known while the visit goes on, without a request for each thing', async () => {
    await install(tuid)
    laptop.cloud.world.openAlert(tuid, 'heartbeat missed')
    await laptop.pass(7 * minute)
    expect(arrival()).toMatchObject({ alerts: ['heartbeat missed'] })
    expect(counts()).toMatchObject({ alerting: 1 })
    laptop.cloud.world.closeAlert(tuid, 'heartbeat missed')
    await laptop.pass(7 * minute)
    expect(counts()).toMatchObject({ alerting: 0 })
  })

  it('are known though another stack was asked while they were being read', async () => {
    await install(tuid)
    const { id } = await laptop.addStack('Other', (await Laptop.bare({ clientId: 'other' })).cloud)
    laptop.cloud.world.openAlert(tuid, 'heartbeat missed')
    const letGo = laptop.transport.hold(`/things/${tuid}/alerts`)
    await laptop.app.alerts.refresh(laptop.stackId, false)
    await laptop.app.alerts.refresh(id, false)
    letGo()
    await laptop.pass(second)
    expect(arrival()).toMatchObject({ alerts: ['heartbeat missed'] })
  })

  it('are known at once to somebody who looks at the alerts of the stack', async () => {
    await install(tuid)
    laptop.cloud.world.openAlert(tuid, 'gateway connection lost')
    await laptop.app.alerts.refresh(laptop.stackId, false)
    await laptop.pass(second)
    expect(arrival()).toMatchObject({ alerts: ['gateway connection lost'] })
  })
})
