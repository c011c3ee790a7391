import { describe, expect, it } from 'vitest'
import { Laptop } from '../laptop/laptop'
import { assign, configure, office, setStatus, store } from './intents'

/** A laptop whose next write is cut off and takes effect so many milliseconds later. */
async function withLateServer(ms = 20_000): Promise<{ laptop: Laptop; tuid: string }> {
  const laptop = await Laptop.signedIn({ slowByClock: true })
  const tuid = laptop.role('presence')
  await laptop.app.things.installations(laptop.stackId, tuid)
  await laptop.app.things.group(laptop.stackId, tuid)
  await laptop.pass(1)
  const match = { method: 'POST', path: /^\/things/ }
  laptop.cloud.faults.add({ match, fault: 'late-act', ms, times: 1 })
  return { laptop, tuid }
}

describe('a request that takes effect long after it was lost', () => {
  it('is not sent again because a look that was asked before shows nothing afterwards', async () => {
    const { laptop, tuid } = await withLateServer(29_000)
    laptop.capture(configure(tuid, 60))
    await laptop.pass(28_000)
    // What this look shows is as old as the question, and it is answered when all seems to be over.
    const match = { method: 'GET', path: '/commands?messageid=1500' }
    laptop.cloud.faults.add({ match, fault: 'latency', ms: 18_000, skip: 1, times: 1 })
    laptop.app.outbox.hurry(laptop.stackId)
    await laptop.settle()
    expect(laptop.cloud.faults.rules).toEqual([])
    expect(laptop.effects()).toHaveLength(1)
    expect(laptop.actions()).toMatchObject([{ state: 'done', receipt: { by: 'read_back' } }])
  })

  it.each([86_400_000, -86_400_000])('is not sent again although the clock was moved by %i ms', async (by) => {
    const { laptop, tuid } = await withLateServer()
    laptop.capture(configure(tuid, 60))
    await laptop.pass(3_000)
    laptop.clock.laptopAhead = by
    laptop.app.outbox.hurry(laptop.stackId)
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(1)
    expect(laptop.actions()).toMatchObject([{ state: 'done', receipt: { by: 'read_back' } }])
  })

  it('is not called done because the thing was there all along, nor undoes what comes after it', async () => {
    const { laptop, tuid } = await withLateServer()
    laptop.capture(assign(tuid, office), assign(tuid, store))
    await laptop.pass(19_000)
    expect(laptop.actions()).toMatchObject([
      { state: 'unknown', lastAttempt: { kind: 'look', outcome: 'too_early' } },
      { state: 'pending' }
    ])
    await laptop.settle()
    expect(laptop.effects()).toMatchObject([{ groupId: office }, { groupId: store }])
    expect(laptop.actions()).toMatchObject([{ state: 'done' }, { state: 'done' }])
  })
})

it('an answer that was long on its way is no proof that nobody has changed the thing since', async () => {
  const laptop = await Laptop.signedIn({ slowByClock: true })
  const tuid = laptop.role('presence')
  const match = { method: 'POST', path: /^\/things/ }
  laptop.cloud.faults.add({ match, fault: 'latency', ms: 34_000, times: 1 })
  laptop.capture(setStatus(tuid, 'quarantine'), setStatus(tuid, 'installed'))
  await laptop.pass(1_000)
  laptop.cloud.world.setStatus(tuid, 'retired')
  await laptop.settle()
  expect(laptop.effects()).toMatchObject([{ status: 'quarantine' }])
  expect(laptop.actions()).toMatchObject([{ state: 'done' }, { need: { reason: 'conflict', serverShows: 'retired' } }])
})

it('a reading that was asked for before we changed the thing is no news when it comes after', async () => {
  const laptop = await Laptop.signedIn({ slowByClock: true })
  const tuid = laptop.role('presence')
  const match = { method: 'GET', path: /installations$/ }
  laptop.cloud.faults.add({ match, fault: 'latency', ms: 5_000, times: 1 })
  const reading = laptop.app.things.installations(laptop.stackId, tuid)
  await laptop.pass(1_000)
  laptop.capture(setStatus(tuid, 'installed'))
  await laptop.pass(1_000)
  await laptop.passUntil(reading)
  laptop.capture(setStatus(tuid, 'quarantine'))
  await laptop.settle()
  expect(laptop.actions()).toMatchObject([{ state: 'done' }, { state: 'done' }])
})
