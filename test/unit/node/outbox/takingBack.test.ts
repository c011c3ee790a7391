import { describe, expect, it } from 'vitest'
import { ProblemError } from '@shared/domain/problem'
import { Laptop } from '../laptop/laptop'
import { assign, setStatus, store } from './intents'

async function offlineWork() {
  const laptop = await Laptop.signedIn()
  const tuid = laptop.role('presence')
  await laptop.app.things.installations(laptop.stackId, tuid)
  laptop.cloud.setOnline(false)
  await laptop.pass(60_000)
  const actions = laptop.capture(setStatus(tuid, 'uninstalled'), assign(tuid, store), setStatus(tuid, 'retired'))
  return { laptop, tuid, actions, ids: actions.map(({ id }) => id) }
}

const notOpen = new ProblemError({ kind: 'action_not_open' })

describe('taking back what was saved as one', () => {
  it('discards all of it while none has begun, and nothing of it is ever sent', async () => {
    const { laptop, actions, ids } = await offlineWork()
    expect(laptop.app.outbox.takeBack(laptop.stackId, ids)).toEqual([])
    for (const action of actions) {
      expect(laptop.now(action)).toMatchObject({ state: 'discarded', discardReason: 'taken_back' })
    }
    laptop.cloud.setOnline(true)
    await laptop.settle()
    expect(laptop.effects()).toEqual([])
  })

  it('discards nothing once a part of it is done, and says which', async () => {
    const { laptop, tuid, ids } = await offlineWork()
    laptop.cloud.setOnline(true)
    await laptop.settle()
    const [later] = laptop.capture(assign(tuid, store))
    if (!later) throw new Error('one was captured')
    const begun = laptop.app.outbox.takeBack(laptop.stackId, [...ids, later.id])
    expect(begun.map(({ id, state }) => [id, state])).toEqual(
      expect.arrayContaining(ids.map((id) => [id, 'done'])) as unknown
    )
    await laptop.settle()
    expect(laptop.now(later).state).toBe('done')
  })

  it('passes over what a person has discarded by itself', async () => {
    const { laptop, actions, ids } = await offlineWork()
    const [first] = actions
    if (!first) throw new Error('several were captured')
    laptop.app.outbox.discard(first.id, 'wrong thing')
    expect(laptop.app.outbox.takeBack(laptop.stackId, ids)).toEqual([])
    expect(laptop.now(first).discardReason).toBe('wrong thing')
  })

  it('knows only actions of this stack', async () => {
    const { laptop, ids } = await offlineWork()
    expect(() => laptop.app.outbox.takeBack(crypto.randomUUID(), ids)).toThrow(notOpen)
    expect(() => laptop.app.outbox.takeBack(laptop.stackId, [...ids, crypto.randomUUID()])).toThrow(notOpen)
    expect(laptop.app.outbox.takeBack(laptop.stackId, ids)).toEqual([])
  })
})
