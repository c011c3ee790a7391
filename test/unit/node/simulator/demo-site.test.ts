import { expect, it } from 'vitest'
import { groupOf, statusOf, type Thing } from '../../../simulator/model.ts'
import { kindOf } from '../../../simulator/devices/kinds.ts'
import { dataOf, Session } from './session.ts'

async function demo(): Promise<{ session: Session; things: Thing[] }> {
  const session = await Session.open({ site: 'demo' })
  return { session, things: session.sim.tuids.map((tuid) => session.sim.world.thing(tuid)) }
}

it('has about forty things of every kind, most at work', async () => {
  const { things } = await demo()
  expect(things.length).toBeGreaterThanOrEqual(40)
  expect(things.length).toBeLessThanOrEqual(50)
  expect(new Set(things.map(({ tuid }) => kindOf(tuid).kind)).size).toBe(12)
  expect(things.filter((thing) => statusOf(thing) === 'installed').length).toBeGreaterThan(25)
  expect(new Set(things.map(({ tuid }) => tuid)).size).toBe(things.length)
})

it('begins with new things in no group, ready to be installed', async () => {
  const { things } = await demo()
  const ready = things.slice(0, 8)
  expect(ready.map(statusOf)).toEqual(Array(8).fill('new'))
  expect(ready.map(groupOf)).toEqual(Array(8).fill('unassigned'))
  expect(ready.map(({ messages }) => messages.length)).toEqual(Array(8).fill(0))
})

it('puts installed things into groups that exist, and only those', async () => {
  const { session, things } = await demo()
  for (const thing of things) {
    expect(session.sim.world.groups.has(groupOf(thing))).toBe(true)
    expect(groupOf(thing) === 'unassigned').toBe(statusOf(thing) !== 'installed')
  }
})

it('has one thing for every trouble worth seeing', async () => {
  const { session } = await demo()
  const thing = (role: string) => session.sim.world.thing(session.role(role))
  const info = async (role: string) => dataOf(await session.get(`/things/${session.role(role)}`))
  const rssi = (role: string) => thing(role).messages.findLast(({ tsmId }) => tsmId === 1202)?.['rssi']
  expect(await info('lowBattery')).toMatchObject({ battery_level: 14 })
  expect(await info('criticalBattery')).toMatchObject({ battery_level: 6 })
  expect(await info('allNull')).toMatchObject({ battery_level: null, timestamp: null, location: null, version: null })
  expect(await info('missingFields')).toEqual({})
  expect(thing('silent').messages.at(-1)?.tsmTs).toBeLessThan(session.seconds - 4 * 86_400)
  expect((128 * Number(rssi('weakSignal'))) / 255 - 128).toBeLessThan(-85)
  expect(['retired', 'quarantine', 'uninstalled'].map((role) => statusOf(thing(role)))).toEqual([
    'retired',
    'quarantine',
    'uninstalled'
  ])
  expect(groupOf(thing('installedElsewhere'))).toBe('OldWarehouse-2019')
  expect(kindOf(session.role('unknownKind')).kind).toBe('unknown')
  expect(session.role('oddLength')).toHaveLength(15)
  expect(dataOf(await session.get(`/things/${session.role('noInstallations')}/installations`))).toEqual([])
  const open = ['silent', 'activeAlert', 'leakage'].map((role) => session.role(role)).toSorted()
  const { alerting_tuids: alerting } = dataOf(await session.get('/things/alerts')) as { alerting_tuids: string[] }
  expect([...alerting].toSorted()).toEqual(open)
})

it('shows the odd shapes of the cloud', async () => {
  const { things } = await demo()
  const locations = things.map(({ info }) => info['location'] as { lat: unknown } | null | undefined)
  expect(new Set(locations.map((location) => typeof location?.lat))).toEqual(new Set(['number', 'string', 'undefined']))
  const installations = things.flatMap((thing) => thing.installations.map(({ responsible }) => typeof responsible))
  expect(new Set(installations)).toEqual(new Set(['string', 'undefined', 'object']))
  const messages = things.flatMap((thing) => thing.messages)
  expect(messages.some((message) => !('tsmEv' in message))).toBe(true)
  expect(messages.some((message) => !('deploymentGroupId' in message))).toBe(true)
  expect(messages.some(({ tsmTs }) => !Number.isInteger(tsmTs))).toBe(true)
})

it('keeps readings within what such a device can measure', async () => {
  const { things } = await demo()
  const ranges: Record<string, [number, number]> = {
    temp: [-5, 35],
    humd: [10, 90],
    airp: [95_000, 106_000],
    lght: [0, 1000],
    carbonDioxide: [400, 2000],
    tvoc: [0, 1000],
    batl: [0, 100],
    dist: [100, 5000],
    rssi: [0, 255],
    in: [0, 500],
    out: [0, 500],
    moveCount: [0, 500]
  }
  for (const message of things.flatMap((thing) => thing.messages)) {
    for (const [name, [low, high]] of Object.entries(ranges)) {
      const value = message[name]
      if (typeof value !== 'number') continue
      expect(value, `${name} of ${message.tsmTuid}`).toBeGreaterThanOrEqual(low)
      expect(value, `${name} of ${message.tsmTuid}`).toBeLessThanOrEqual(high)
    }
  }
})

it('never lets a counter run backwards', async () => {
  const { session } = await demo()
  const counted = session.sim.world.thing(session.role('count')).messages.filter(({ tsmId }) => tsmId === 13103)
  const totals = counted.map(({ totalIn }) => Number(totalIn))
  expect(totals.length).toBeGreaterThan(200)
  expect(totals).toEqual([...totals].toSorted((a, b) => a - b))
  expect(Number(totals.at(-1))).toBeGreaterThan(Number(totals[0]))
})

it('is the same for the same seed, and another for another', async () => {
  const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => Session.open({ site: 'demo', seed })))
  const things = (session: Session | undefined) => [...(session?.sim.world.things.values() ?? [])]
  expect(things(again)).toEqual(things(one))
  expect(other?.sim.tuids).not.toEqual(one?.sim.tuids)
})

it('can also be small or empty', async () => {
  expect((await Session.open({ site: 'small' })).sim.tuids).toHaveLength(6)
  expect((await Session.open({ site: 'empty' })).sim.tuids).toEqual([])
})
