import { describe, expect, it } from 'vitest'
import { looksAtOnce } from '../../../../src/main/things/pacedLooks'
import { day, hour, minute, second, site, threshold } from './site'

describe('waiting for an answer', () => {
  it('goes on after a restart, with nobody looking, and what was found is shown without a connection', async () => {
    const { laptop, send, shown, looks } = await site({ echo: { mode: 'clamped', afterMs: 2 * hour } })
    await send()
    await laptop.pass(minute)
    const before = looks()
    await laptop.restart({ patient: true })
    laptop.clock.advanceTo(laptop.clock.now() + 3 * hour)
    await laptop.pass(minute)
    expect(looks()).toBe(before + 1)
    expect(shown().state).toBe('answered')
    await laptop.cloud.refuseConnections()
    await laptop.restart({ patient: true })
    await laptop.pass(minute)
    expect(shown()).toMatchObject({ state: 'answered', differences: [{ applied: { value: 200 } }] })
  })

  it('goes on after a crash right after the server took the command', async () => {
    const { laptop, send, shown } = await site({ echo: { mode: 'at once' } })
    await send()
    await laptop.crash()
    await laptop.pass(minute)
    expect(shown().state).toBe('answered')
  })

  it('ends with one last look when the laptop was closed for longer than a day', async () => {
    const { laptop, send, shown, looks } = await site({ echo: { mode: 'late', afterMs: 2 * hour } })
    await send()
    await laptop.restart({ patient: true, meanwhile: () => laptop.clock.advanceTo(laptop.clock.now() + 3 * day) })
    await laptop.pass(minute)
    expect(shown().state).toBe('answered')
    expect(looks()).toBe(1)
  })

  it('does not reach back further than a week', async () => {
    const { laptop, send, looks } = await site()
    await send()
    await laptop.restart({ patient: true, meanwhile: () => laptop.clock.advanceTo(laptop.clock.now() + 8 * day) })
    await laptop.pass(hour)
    expect(looks()).toBe(0)
  })

  it('rests without a connection, and goes on with it', async () => {
    const { laptop, send, shown, looks } = await site({ echo: { mode: 'late', afterMs: minute } })
    await send()
    await laptop.cloud.refuseConnections()
    await laptop.pass(2 * minute)
    await laptop.cloud.acceptConnections()
    const before = looks()
    await laptop.pass(2 * minute)
    expect(before).toBe(0)
    expect(shown().state).toBe('answered')
  })

  it('rests while the stack takes our credentials no more', async () => {
    const { laptop, send, looks } = await site()
    await send()
    laptop.cloud.revokeCredentials()
    await laptop.pass(10 * second)
    const refused = laptop.cloud.requests.length
    await laptop.pass(hour)
    expect(laptop.cloud.requests).toHaveLength(refused)
    laptop.cloud.restoreCredentials()
    const before = looks()
    await laptop.app.session.checkAll()
    await laptop.pass(minute)
    expect(looks()).toBeGreaterThan(before)
  })

  it('goes on for a stack that is signed in and not the active one', async () => {
    const { laptop, send, tuid } = await site({ echo: { mode: 'at once' } })
    await send()
    const other = await laptop.addStack('Other', laptop.cloud)
    expect(laptop.app.stacks.active()?.id).toBe(other.id)
    await laptop.pass(minute)
    expect(laptop.app.answers.kept(laptop.stackId, tuid).answers).toMatchObject([{ answer: { tsmEv: 31 } }])
  })

  it.each([429, 503])('leaves a busy server (%i) alone as long as it says', async (status) => {
    const { laptop, send, looks } = await site()
    laptop.cloud.faults.add({ match: { path: 'eventid' }, fault: 'status', status, retryAfter: 600, times: 1 })
    await send()
    await laptop.pass(9 * minute)
    expect(looks()).toBe(1)
    await laptop.pass(2 * minute)
    expect(looks()).toBeGreaterThan(1)
  })

  it('has patience with a server that fails, and says what is wrong', async () => {
    const { laptop, tuid, send, shown, looks } = await site({ echo: { mode: 'at once' } })
    laptop.cloud.faults.add({ match: { path: 'eventid' }, fault: 'status', status: 500, times: 4 })
    await send()
    await laptop.pass(minute)
    expect(looks()).toBeLessThan(4)
    expect(laptop.app.answers.kept(laptop.stackId, tuid).problem).toMatchObject({ kind: 'server_error' })
    await laptop.pass(20 * minute)
    expect(shown().state).toBe('answered')
    expect(laptop.app.answers.kept(laptop.stackId, tuid).problem).toBeNull()
  })

  it('asks a server that does not show the messages seldom, and not beyond the day', async () => {
    const { laptop, send, looks } = await site()
    laptop.cloud.faults.add({ match: { path: 'eventid' }, fault: 'status', status: 403 })
    await send()
    await laptop.pass(hour)
    expect(looks()).toBeLessThan(6)
    laptop.clock.advanceTo(laptop.clock.now() + day)
    await laptop.pass(minute)
    const before = looks()
    await laptop.pass(hour)
    expect(looks()).toBe(before)
  })

  it('does not hold up the end of the app', async () => {
    const { laptop, send } = await site({ slowByClock: true })
    laptop.cloud.faults.add({ match: { path: 'eventid' }, fault: 'hang', ms: hour })
    await send()
    laptop.clock.advanceTo(laptop.clock.now() + 10 * second)
    await laptop.until(() => laptop.cloud.stuck > 0)
    const before = laptop.clock.now()
    await laptop.restart({ patient: true })
    expect(laptop.clock.now()).toBe(before)
  })

  it('is given up with the stack', async () => {
    const { laptop, send, looks } = await site()
    await send()
    await laptop.app.stacks.remove(laptop.stackId)
    await laptop.pass(hour)
    expect(looks()).toBe(0)
  })

  it('of 200 commands to 150 things stays within bounds', async () => {
    const { laptop, looks } = await site({ inMemory: true })
    const tuids = Array.from({ length: 150 }, (_, index) => `TSPR04EZU${String(31_000_000 + index)}`)
    for (const tuid of tuids) laptop.cloud.world.addThing(tuid)
    laptop.capture(...[...tuids, ...tuids.slice(0, 50)].map((tuid) => threshold(tuid, 100)))
    await laptop.settle()
    await laptop.pass(5 * minute)
    expect(looks()).toBeGreaterThanOrEqual(150)
    expect(looks()).toBeLessThanOrEqual(300)
  })

  it('asks few things at a time', async () => {
    const { laptop } = await site({ slowByClock: true })
    const tuids = Array.from({ length: 6 }, (_, index) => `TSPR04EZU${String(31_000_000 + index)}`)
    for (const tuid of tuids) laptop.cloud.world.addThing(tuid)
    laptop.cloud.faults.add({ match: { path: 'eventid' }, fault: 'hang', ms: hour })
    laptop.capture(...tuids.map((tuid) => threshold(tuid, 100)))
    await laptop.settle()
    laptop.clock.advanceTo(laptop.clock.now() + 10 * second)
    await laptop.until(() => laptop.cloud.stuck > 0)
    await laptop.quiet()
    expect(laptop.cloud.stuck).toBe(looksAtOnce)
  })
})
