import { describe, expect, it } from 'vitest'
import type { AlertDetail } from '@shared/domain/fleetAlerts'
import { freshMs, readAtOnce, soonStaleMs } from '../../../../src/main/alerts/alertDetails'
import { Laptop } from '../laptop/laptop'

const missed = 'heartbeat missed'

/** A laptop on a site with this many alerting things more, which notes what it is told. */
async function site(extra = 0) {
  const laptop = await Laptop.signedIn()
  const { world } = laptop.cloud
  const tuids = Array.from({ length: extra }, (_, i) => `TSPD04E${String(i).padStart(10, '0')}`)
  for (const tuid of tuids) {
    world.addThing(tuid)
    world.openAlert(tuid, missed)
  }
  world.openAlert(laptop.role('presence'), missed)
  const told: AlertDetail[] = []
  laptop.app.alerts.listen({
    detail: (detail) => told.push(detail),
    changed: () => undefined,
    notices: () => undefined
  })
  const want = (wanted: readonly string[], again = false) => laptop.app.alerts.want(laptop.stackId, wanted, again)
  const asked = () => laptop.cloud.requests.filter(({ path }) => /^\/things\/[^/]+\/alerts$/.test(path))
  return { laptop, tuids, told, want, asked }
}

/** Lets everything happen that happens by itself, though something is still under way. */
async function turns(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve))
}

describe('what a thing alerts about', () => {
  it('is read when it is wanted, and told', async () => {
    const { laptop, told, want } = await site()
    const tuid = laptop.role('presence')
    const at = laptop.clock.now()
    expect(want([tuid])).toEqual([])
    await laptop.quiet()
    expect(told).toEqual([
      {
        stackId: laptop.stackId,
        tuid,
        alerts: {
          value: { active: [{ alertType: missed, from: at }], unreadable: 0 },
          asOf: at,
          live: true,
          problem: null
        }
      }
    ])
  })

  it('is not asked for again while it is fresh', async () => {
    const { laptop, told, want, asked } = await site()
    const tuid = laptop.role('presence')
    want([tuid])
    await laptop.quiet()
    await laptop.pass(freshMs - 1)
    expect(want([tuid])).toMatchObject([{ tuid, alerts: { value: { active: [{ alertType: missed }] }, live: false } }])
    await laptop.pass(1)
    expect(want([tuid])).toEqual([])
    await laptop.quiet()
    expect([asked().length, told.length]).toEqual([2, 2])
  })

  it('is asked for again when somebody insists', async () => {
    const { laptop, want, asked } = await site()
    want([laptop.role('presence')])
    await laptop.quiet()
    expect(want([laptop.role('presence')], true)).toEqual([])
    await laptop.quiet()
    expect(asked()).toHaveLength(2)
  })

  it('that shows no open alert is soon asked for again: the list says otherwise', async () => {
    const { laptop, want, asked } = await site()
    want([laptop.role('gateway')])
    await laptop.quiet()
    await laptop.pass(soonStaleMs - 1)
    expect(want([laptop.role('gateway')])).toMatchObject([{ alerts: { value: { active: [] } } }])
    await laptop.pass(1)
    want([laptop.role('gateway')])
    await laptop.quiet()
    expect(asked()).toHaveLength(2)
  })

  it('that showed no open alert before the server listed it is asked for again at once', async () => {
    const { laptop, told, want } = await site()
    const tuid = laptop.role('gateway')
    want([tuid])
    await laptop.quiet()
    await laptop.pass(1_000)
    laptop.cloud.world.openAlert(tuid, missed)
    await laptop.app.alerts.refresh(laptop.stackId, false)
    expect(want([tuid])).toEqual([])
    await laptop.quiet()
    expect(told.map(({ alerts }) => alerts.value?.active.length)).toEqual([0, 1])
  })

  it('read by a clock that was set back since is not taken for fresh', async () => {
    const { laptop, want, asked } = await site()
    want([laptop.role('presence')])
    await laptop.quiet()
    laptop.clock.laptopAhead = -3_600_000
    want([laptop.role('presence')])
    await laptop.quiet()
    expect(asked()).toHaveLength(2)
  })

  it('is asked once, though its own page asks for it at the same time; whoever looks at the thing has met it', async () => {
    const { laptop, told, want, asked } = await site()
    const tuid = laptop.role('presence')
    want([tuid])
    const { value } = await laptop.app.things.alerts(laptop.stackId, tuid)
    await laptop.quiet()
    expect(asked()).toHaveLength(1)
    expect([value?.items.length, told[0]?.alerts.value?.active.length]).toEqual([1, 1])
    expect(laptop.app.readModel.thingsSeen(laptop.stackId, 10).map((seen) => seen.tuid)).toEqual([tuid])
  })

  it('makes the thing none that was seen here', async () => {
    const { laptop, want } = await site()
    want([laptop.role('presence')])
    await laptop.quiet()
    expect(laptop.app.readModel.thingsSeen(laptop.stackId, 10)).toEqual([])
  })
})

describe('a list of many', () => {
  it('is read a few at a time', async () => {
    const { laptop, tuids, told, want, asked } = await site(30)
    laptop.cloud.faults.add({ match: { path: /^\/things\/[^/]+\/alerts$/ }, fault: 'hang', times: readAtOnce })
    want(tuids)
    await laptop.until(() => asked().length === readAtOnce)
    await turns()
    expect(asked()).toHaveLength(readAtOnce)
    laptop.cloud.dropConnections()
    await laptop.quiet()
    expect(asked()).toHaveLength(30)
    expect(told).toHaveLength(30)
    expect(told.filter(({ alerts }) => alerts.problem === null)).toHaveLength(30 - readAtOnce)
  })

  it('is not read further when nobody looks at it any more', async () => {
    const { laptop, tuids, told, want, asked } = await site(30)
    laptop.cloud.faults.add({ match: { path: /^\/things\/[^/]+\/alerts$/ }, fault: 'hang' })
    want(tuids)
    await laptop.until(() => asked().length === readAtOnce)
    want([])
    await laptop.quiet()
    expect(asked()).toHaveLength(readAtOnce)
    expect(told).toEqual([])
  })

  it('that is scrolled keeps what is still looked at, and gives up the rest', async () => {
    const { laptop, tuids, told, want, asked } = await site(6)
    laptop.cloud.faults.add({ match: { path: '/alerts' }, fault: 'hang', times: 3 })
    want(tuids.slice(0, 3))
    await laptop.until(() => asked().length === 3)
    want(tuids.slice(2, 6))
    await laptop.until(() => told.length === 3)
    expect(told.map(({ tuid }) => tuid).toSorted()).toEqual(tuids.slice(3))
    // The one that is still wanted was not asked for a second time.
    expect(asked().filter(({ path }) => path.includes(tuids[2] ?? ''))).toHaveLength(1)
    laptop.cloud.dropConnections()
    await laptop.quiet()
  })

  it('of another stack is another list', async () => {
    const { laptop, tuids, told, want } = await site(6)
    const other = await laptop.addStack('Other', (await Laptop.bare()).cloud)
    laptop.cloud.faults.add({ match: { path: '/alerts' }, fault: 'hang' })
    want(tuids)
    laptop.app.alerts.want(other.id, [laptop.role('presence')], false)
    await laptop.quiet()
    expect(told.map(({ stackId }) => stackId)).toEqual([other.id])
  })
})

describe('what cannot be read', () => {
  it('is said with what was last seen, and left alone for a while', async () => {
    const { laptop, told, want, asked } = await site()
    const tuid = laptop.role('presence')
    want([tuid])
    await laptop.quiet()
    await laptop.pass(freshMs)
    laptop.cloud.faults.add({ match: { path: '/alerts' }, fault: 'status', status: 500 })
    want([tuid])
    await laptop.quiet()
    const { alerts } = told[1] ?? {}
    expect(alerts).toMatchObject({ live: false, problem: { kind: 'server_error' } })
    expect(alerts?.value?.active).toHaveLength(1)
    expect(want([tuid])).toEqual([{ stackId: laptop.stackId, tuid, alerts }])
    await laptop.pass(soonStaleMs)
    laptop.cloud.faults.clear()
    want([tuid])
    await laptop.quiet()
    expect(told[2]?.alerts.live).toBe(true)
    expect(asked()).toHaveLength(3)
  })

  it('because the server does not know the thing is nothing, whatever was seen before', async () => {
    const { laptop, told, want } = await site()
    const tuid = laptop.role('presence')
    want([tuid])
    await laptop.quiet()
    laptop.cloud.world.things.delete(tuid)
    want([tuid], true)
    await laptop.quiet()
    expect(told[1]?.alerts).toMatchObject({ value: null, asOf: null, problem: { kind: 'not_found' } })
  })

  it('from a busy server is not asked for until it has had its rest, or somebody insists', async () => {
    const { laptop, tuids, told, want, asked } = await site(6)
    laptop.cloud.faults.add({
      match: { path: '/alerts' },
      fault: 'status',
      status: 429,
      retryAfter: 120,
      times: readAtOnce
    })
    want(tuids)
    await laptop.quiet()
    expect(asked()).toHaveLength(readAtOnce)
    expect(told.map(({ alerts }) => alerts.problem?.kind)).toEqual(Array(6).fill('busy'))
    await laptop.pass(119_000)
    want(tuids)
    await laptop.quiet()
    expect(asked()).toHaveLength(readAtOnce)
    want(tuids, true)
    await laptop.quiet()
    expect(asked()).toHaveLength(readAtOnce + 6)
    expect(told.slice(-6).every(({ alerts }) => alerts.live)).toBe(true)
  })

  it('is not asked for while the server wants its rest from something else', async () => {
    const { laptop, told, want, asked } = await site()
    laptop.cloud.faults.add({ match: { path: '/installations' }, fault: 'status', status: 429, retryAfter: 120 })
    await laptop.app.things.installations(laptop.stackId, laptop.role('presence'))
    want([laptop.role('presence')])
    await laptop.quiet()
    expect(asked()).toEqual([])
    expect(told.map(({ alerts }) => alerts.problem?.kind)).toEqual(['busy'])
  })

  it('of a stack that is gone is said, and nothing waits for ever', async () => {
    const { laptop, told } = await site()
    laptop.app.alerts.want('00000000-0000-4000-8000-000000000000', [laptop.role('presence')], false)
    await laptop.until(() => told.length === 1)
    expect(told[0]?.alerts.problem?.kind).toBe('unknown_stack')
  })

  it('of types and times nobody has heard of is shown as it is, and what is unreadable is counted', async () => {
    const { laptop, told, want } = await site()
    const tuid = laptop.role('presence')
    const data = [
      {
        tuid,
        alert_type: 'Überhitzung <b>!</b>',
        alerts: [{ from: 'yesterday' }, { from: '2026-05-12T09:00:00', to: '' }]
      },
      { tuid, alert_type: 7, alerts: [] },
      { tuid, alert_type: 'odd', alerts: 'none' },
      null
    ]
    laptop.cloud.faults.add({ match: { path: '/alerts' }, fault: 'garbage-json', body: JSON.stringify({ data }) })
    want([tuid])
    await laptop.quiet()
    expect(told[0]?.alerts.value).toEqual({
      active: [{ alertType: 'Überhitzung <b>!</b>', from: null }],
      unreadable: 3
    })
  })
})

it('with the app everything that is under way ends', async () => {
  const { laptop, tuids, told, want, asked } = await site(8)
  laptop.cloud.faults.add({ match: { path: '/alerts' }, fault: 'hang' })
  want(tuids)
  await laptop.until(() => asked().length === readAtOnce)
  await laptop.close()
  expect(told).toEqual([])
})
