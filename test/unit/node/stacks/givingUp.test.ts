import { describe, expect, it } from 'vitest'
import { Laptop } from '../laptop/laptop'
import { problemOfPromise } from '../laptop/problemKind'
import { assign, configure, createGroup } from '../outbox/intents'

describe('giving up a stack with what waits for it', () => {
  /** A laptop in a basement with three actions saved, the last of which counts on the one before it. */
  async function withThreeWaiting(): Promise<Laptop> {
    const laptop = await Laptop.signedIn()
    await laptop.cloud.refuseConnections()
    const tuid = laptop.role('presence')
    laptop.capture(configure(tuid, 60), createGroup('prfi00kellari'), assign(tuid, 'prfi00kellari'))
    await laptop.pass(5_000)
    return laptop
  }
  const problemOfGivingUp = (laptop: Laptop, actions: number) =>
    problemOfPromise(laptop.app.stacks.giveUp(laptop.stackId, actions))

  it('discards all of it, keeps that on record, and sends nothing afterwards', async () => {
    const laptop = await withThreeWaiting()
    const { stackId } = laptop
    await laptop.app.stacks.giveUp(stackId, 3)
    expect(await laptop.app.stacks.list()).toEqual([])
    expect(laptop.keychain.secrets.size).toBe(0)
    expect(laptop.actions().map(({ state, discardReason }) => [state, discardReason])).toEqual(
      Array.from({ length: 3 }, () => ['discarded', 'stack_given_up'])
    )
    await laptop.cloud.acceptConnections()
    await laptop.pass(600_000)
    expect(laptop.effects()).toEqual([])
    await laptop.restart({ patient: true })
    expect([await laptop.app.stacks.list(), laptop.app.notices()]).toEqual([[], []])
  })

  it('is refused when not so many wait as the person was told', async () => {
    const laptop = await withThreeWaiting()
    for (const count of [2, 4]) expect(await problemOfGivingUp(laptop, count)).toBe('stack_has_waiting_actions')
    expect(laptop.keychain.secrets.size).toBe(1)
    expect(laptop.actions().map(({ state }) => state)).toEqual(['pending', 'pending', 'pending'])
  })

  it('is refused when something is captured at that very moment, and discards nothing', async () => {
    const laptop = await withThreeWaiting()
    const givingUp = laptop.app.stacks.giveUp(laptop.stackId, 3)
    laptop.capture(configure(laptop.role('environment'), 60))
    expect(await problemOfPromise(givingUp)).toBe('stack_has_waiting_actions')
    expect(await laptop.app.stacks.list()).toHaveLength(1)
    expect(laptop.actions().filter(({ state }) => state === 'discarded')).toEqual([])
  })

  it('is refused, and nothing discarded, while the keychain does not answer', async () => {
    const laptop = await withThreeWaiting()
    laptop.keychain.trouble = 'keychain_locked'
    expect(await problemOfGivingUp(laptop, 3)).toBe('keychain_locked')
    laptop.keychain.trouble = null
    expect(laptop.actions().map(({ state }) => state)).toEqual(['pending', 'pending', 'pending'])
    await laptop.cloud.acceptConnections()
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(3)
  })

  it('waits for what is on its way, and counts again what is left', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'latency', ms: 200, times: 1 })
    laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.until(() => laptop.actions().some(({ state }) => state === 'sending'))
    const givingUp = problemOfGivingUp(laptop, 1)
    await laptop.pass(1_000)
    expect(await givingUp).toBe('stack_has_waiting_actions')
    expect(laptop.actions()).toMatchObject([{ state: 'done' }])
    expect(await problemOfPromise(laptop.app.stacks.remove(laptop.stackId))).toBe('none')
  })

  it('is refused when what is on its way does not end, and all goes on afterwards', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'latency', ms: 400, times: 1 })
    laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.until(() => laptop.actions().some(({ state }) => state === 'sending'))
    const givingUp = problemOfGivingUp(laptop, 1)
    for (let waited = 0; waited <= 40_000; waited += 100) {
      laptop.clock.advanceTo(laptop.clock.now() + 100)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await givingUp).toBe('action_not_open')
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(1)
  })

  it('of nobody, or with nothing waiting, is refused', async () => {
    const laptop = await Laptop.signedIn()
    expect(await problemOfPromise(laptop.app.stacks.giveUp('nobody', 1))).toBe('unknown_stack')
    expect(await problemOfGivingUp(laptop, 1)).toBe('stack_has_waiting_actions')
  })

  it('leaves other stacks alone', async () => {
    const laptop = await withThreeWaiting()
    const other = await Laptop.bare({ clientId: 'other' })
    const { id } = await laptop.addStack('Other', other.cloud)
    await other.cloud.refuseConnections()
    laptop.app.outbox.capture(id, [configure(other.role('presence'), 60)])
    await laptop.app.stacks.giveUp(laptop.stackId, 3)
    expect(laptop.app.outbox.counts(id)).toMatchObject({ waiting: 1 })
    expect(await laptop.app.stacks.list()).toMatchObject([{ id, openActions: 1 }])
  })
})
