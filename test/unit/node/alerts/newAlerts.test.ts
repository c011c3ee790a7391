import { describe, expect, it } from 'vitest'
import type { NewAlert } from '@shared/domain/fleetAlerts'
import { lookEveryMs } from '../../../../src/main/alerts/newAlerts'
import type { SimulatorOptions } from '../../../simulator/simulator'
import { Laptop } from '../laptop/laptop'
import { setStatus } from '../outbox/intents'

const missed = 'heartbeat missed'
const lost = 'gateway connection lost'

/** A laptop from which one thing was installed today, and what it was told since. */
async function installed(options: SimulatorOptions = {}) {
  const laptop = await Laptop.signedIn(options)
  const tuid = laptop.role('readyPresence')
  const told: (readonly NewAlert[])[] = []
  const looked: string[] = []
  const listen = () =>
    laptop.app.alerts.listen({
      detail: () => undefined,
      changed: (stackId) => looked.push(stackId),
      notices: (_, notices) => told.push(notices)
    })
  listen()
  laptop.capture(setStatus(tuid, 'installed'))
  await laptop.settle(0)
  const lists = () => laptop.cloud.requests.filter(({ path }) => path === '/things/alerts').length
  const notices = () => laptop.app.alerts.notices(laptop.stackId)
  const look = () => laptop.pass(lookEveryMs)
  return { laptop, tuid, told, looked, lists, notices, look, listen }
}

describe('what was installed today', () => {
  it('is looked after every few minutes, and an alert is told once', async () => {
    const { laptop, tuid, told, looked, lists, notices, look } = await installed()
    await look()
    expect([lists(), told.length, looked.length]).toEqual([1, 0, 1])
    laptop.cloud.world.openAlert(tuid, missed)
    const from = laptop.clock.now()
    await look()
    const expected = [{ tuid, active: [{ alertType: missed, from }] }]
    expect(told).toEqual([expected])
    expect(notices()).toEqual(expected)
    await look()
    await look()
    expect(told).toHaveLength(1)
    expect(lists()).toBe(4)
  })

  it('is no longer told of when the alert is over', async () => {
    const { laptop, tuid, told, notices, look } = await installed()
    laptop.cloud.world.openAlert(tuid, missed)
    await look()
    laptop.cloud.world.closeAlert(tuid, missed)
    await look()
    expect(told).toEqual([[expect.objectContaining({ tuid })], []])
    expect(notices()).toEqual([])
  })

  it('is told with what it alerts about, though it had no alert when it was looked at a moment before', async () => {
    const { laptop, tuid, notices } = await installed()
    await laptop.app.things.alerts(laptop.stackId, tuid)
    await laptop.pass(1_000)
    laptop.cloud.world.openAlert(tuid, missed)
    await laptop.app.alerts.refresh(laptop.stackId, false)
    await laptop.quiet()
    expect(notices()).toMatchObject([{ tuid, active: [{ alertType: missed }] }])
  })

  it('is told though another stack was asked while its alert was being read', async () => {
    const { laptop, tuid, notices } = await installed()
    const { id } = await laptop.addStack('Other', (await Laptop.bare({ clientId: 'other' })).cloud)
    laptop.cloud.world.openAlert(tuid, missed)
    const letGo = laptop.transport.hold(`/things/${tuid}/alerts`)
    await laptop.app.alerts.refresh(laptop.stackId, false)
    await laptop.app.alerts.refresh(id, false)
    letGo()
    await laptop.quiet()
    expect(notices()).toMatchObject([{ tuid, active: [{ alertType: missed }] }])
  })

  it('is alone told of: others alert without notice', async () => {
    const { laptop, told, look } = await installed()
    laptop.cloud.world.openAlert(laptop.role('gateway'), lost)
    await look()
    expect(told).toEqual([])
  })

  it('that was taken down again is told of no more', async () => {
    const { laptop, tuid, notices, look } = await installed()
    laptop.cloud.world.openAlert(tuid, missed)
    await look()
    laptop.capture(setStatus(tuid, 'uninstalled'))
    await laptop.settle(0)
    await look()
    expect(notices()).toEqual([])
  })

  it('is news whenever somebody reads the list', async () => {
    const { laptop, tuid, told, lists, look } = await installed()
    laptop.cloud.world.openAlert(tuid, missed)
    await laptop.app.alerts.refresh(laptop.stackId, false)
    await laptop.quiet()
    expect(told).toHaveLength(1)
    // The watch has nothing to add to what was just read.
    await laptop.pass(lookEveryMs / 2)
    await laptop.app.alerts.refresh(laptop.stackId, false)
    await laptop.pass(lookEveryMs / 2)
    expect(lists()).toBe(2)
    await look()
    expect(lists()).toBe(3)
  })

  it('ends with the day', async () => {
    const { laptop, tuid, told, lists, look } = await installed()
    laptop.cloud.world.openAlert(tuid, missed)
    await look()
    laptop.clock.advanceTo(new Date(laptop.clock.now()).setHours(24, 0, 0, 0))
    await laptop.quiet()
    const before = lists()
    await look()
    await look()
    expect(told.at(-1)).toEqual([])
    expect(lists()).toBe(before)
  })

  it('nothing means that nobody is asked', async () => {
    const laptop = await Laptop.signedIn()
    laptop.capture(setStatus(laptop.role('readyPresence'), 'quarantine'))
    await laptop.settle(0)
    await laptop.pass(3 * lookEveryMs)
    expect(laptop.cloud.requests.filter(({ path }) => path.includes('alerts'))).toEqual([])
  })
})

describe('a notice that was dismissed', () => {
  it('is gone, and does not come again, not even after a restart', async () => {
    const { laptop, tuid, told, notices, look, listen } = await installed()
    laptop.cloud.world.openAlert(tuid, missed)
    await look()
    laptop.app.alerts.dismiss(laptop.stackId, [tuid])
    expect(notices()).toEqual([])
    expect(told.at(-1)).toEqual([])
    await look()
    await laptop.restart({ patient: true })
    listen()
    await look()
    expect([told.length, notices()]).toEqual([2, []])
  })

  it('makes way for another alert, and for the same that begins anew', async () => {
    const { laptop, tuid, notices, look } = await installed()
    const { world } = laptop.cloud
    world.openAlert(tuid, missed)
    await look()
    laptop.app.alerts.dismiss(laptop.stackId, [tuid])
    world.openAlert(tuid, lost)
    // What is fresh is not asked for again, so that the second alert shows a little later.
    await look()
    await look()
    expect(
      notices()[0]
        ?.active.map(({ alertType }) => alertType)
        .toSorted()
    ).toEqual([lost, missed])
    laptop.app.alerts.dismiss(laptop.stackId, [tuid])
    for (const type of [missed, lost]) world.closeAlert(tuid, type)
    await look()
    world.openAlert(tuid, missed)
    await look()
    await look()
    expect(notices()).toMatchObject([{ active: [{ alertType: missed }] }])
  })

  it('leaves those of other things', async () => {
    const { laptop, tuid, notices, look } = await installed()
    const other = laptop.role('readyEnvironment')
    laptop.capture(setStatus(other, 'installed'))
    await laptop.settle(0)
    for (const each of [tuid, other]) laptop.cloud.world.openAlert(each, missed)
    await look()
    laptop.app.alerts.dismiss(laptop.stackId, [other])
    expect(notices().map((each) => each.tuid)).toEqual([tuid])
  })

  it('without a type counts for whatever it was', async () => {
    const { laptop, tuid, notices, look } = await installed()
    laptop.cloud.world.openAlert(tuid, missed)
    laptop.cloud.faults.add({ match: { path: `${tuid}/alerts` }, fault: 'status', status: 500 })
    await look()
    expect(notices()).toEqual([{ tuid, active: [] }])
    laptop.app.alerts.dismiss(laptop.stackId, [tuid])
    laptop.cloud.faults.clear()
    await look()
    await look()
    expect(notices()).toEqual([])
  })
})

describe('where it is not to be had', () => {
  it('without a connection nobody is asked; with it, it goes on', async () => {
    const { laptop, tuid, told, lists, look } = await installed()
    laptop.cloud.world.openAlert(tuid, missed)
    laptop.cloud.setOnline(false)
    await look()
    const before = lists()
    await look()
    await look()
    expect([lists(), told.length]).toEqual([before, 0])
    laptop.cloud.setOnline(true)
    await laptop.app.session.checkAll()
    await look()
    expect(told).toHaveLength(1)
  })

  it('a server that lists nothing is asked for each thing', async () => {
    const { laptop, tuid, told, lists, notices, look } = await installed()
    laptop.cloud.faults.add({ match: { path: '/things/alerts' }, fault: 'status', status: 404 })
    await look()
    expect(told).toEqual([])
    laptop.cloud.world.openAlert(tuid, missed)
    await look()
    expect(notices()).toMatchObject([{ tuid, active: [{ alertType: missed }] }])
    expect(lists()).toBe(1)
  })

  it('a list that fails changes nothing', async () => {
    const { laptop, tuid, told, look } = await installed()
    laptop.cloud.world.openAlert(tuid, missed)
    await look()
    laptop.cloud.faults.add({ match: { path: '/things/alerts' }, fault: 'html-502' })
    await look()
    expect(told).toHaveLength(1)
  })
})
