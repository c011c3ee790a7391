import { describe, expect, it } from 'vitest'
import type { Action } from '@shared/domain/action'
import { Laptop } from '../laptop/laptop'
import { assign, createGroup, deleteGroup, office, renameGroup, setStatus, store } from './intents'

/** A laptop that has read a thing some time ago and has lost its connection since. */
async function outOfReach(role: string): Promise<{ laptop: Laptop; tuid: string }> {
  const laptop = await Laptop.signedIn()
  const tuid = laptop.role(role)
  await laptop.app.things.installations(laptop.stackId, tuid)
  await laptop.app.things.group(laptop.stackId, tuid)
  laptop.cloud.setOnline(false)
  await laptop.pass(60_000)
  return { laptop, tuid }
}

/** A laptop that has never read the thing, and has lost its connection for a minute. */
async function unread(laptopAhead = 0): Promise<{ laptop: Laptop; tuid: string }> {
  const laptop = await Laptop.signedIn()
  laptop.clock.laptopAhead = laptopAhead
  laptop.cloud.setOnline(false)
  await laptop.pass(60_000)
  return { laptop, tuid: laptop.role('presence') }
}

/** A laptop that has read of the thing that it has no status, and has lost its connection for a minute. */
async function withoutStatus(): Promise<{ laptop: Laptop; tuid: string }> {
  const laptop = await Laptop.signedIn()
  const { tuid } = laptop.cloud.world.addThing('TSPR04EMPTY000001')
  await laptop.app.things.installations(laptop.stackId, tuid)
  laptop.cloud.setOnline(false)
  await laptop.pass(60_000)
  return { laptop, tuid }
}

async function backInReach(laptop: Laptop): Promise<void> {
  laptop.cloud.setOnline(true)
  await laptop.pass(120_000)
}

const states = (laptop: Laptop): string[] => laptop.actions().map(({ state }) => state)

function only<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined || items.length !== 1) throw new Error(`${items.length} where one was expected`)
  return item
}

describe('a status captured out of reach', () => {
  it('is a question when somebody else has set a third meanwhile, and overwrites nothing', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.capture(setStatus(tuid, 'uninstalled'))
    await laptop.pass(300_000)
    laptop.cloud.world.setStatus(tuid, 'retired', { responsible: 'eero' })
    const changedAt = laptop.clock.now()
    await backInReach(laptop)
    expect(laptop.effects()).toEqual([])
    expect(only(laptop.actions())).toMatchObject({
      state: 'needs_you',
      base: { value: 'installed' },
      need: {
        reason: 'conflict',
        serverShows: 'retired',
        serverShowsSince: changedAt,
        serverShowsBy: 'eero',
        choices: ['keep_theirs', 'send_again']
      },
      lastAttempt: { kind: 'look', outcome: 'conflict' }
    })
  })

  it('is a question although all of it took but a few seconds', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    await laptop.app.things.installations(laptop.stackId, tuid)
    await laptop.app.things.group(laptop.stackId, tuid)
    await laptop.cloud.refuseConnections()
    laptop.capture(setStatus(tuid, 'uninstalled'), assign(tuid, store))
    await laptop.quiet()
    laptop.cloud.world.createGroup('prfi00muu')
    laptop.cloud.world.setStatus(tuid, 'retired')
    laptop.cloud.world.setGroup(tuid, 'prfi00muu')
    await laptop.cloud.acceptConnections()
    await laptop.pass(5_000)
    const [status, assignment] = laptop.actions()
    if (!status || !assignment) throw new Error('two were captured')
    expect(status.need).toMatchObject({ reason: 'conflict', serverShows: 'retired' })
    laptop.app.outbox.settle(status.id, 'keep_theirs')
    await laptop.settle()
    expect(laptop.now(assignment).need).toMatchObject({ reason: 'conflict', serverShows: 'prfi00muu' })
    expect(laptop.effects()).toEqual([])
  })

  it('is a question as well when the third was set before the capture, which nobody here knew', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.cloud.world.setStatus(tuid, 'retired')
    await laptop.pass(300_000)
    laptop.capture(setStatus(tuid, 'uninstalled'))
    await backInReach(laptop)
    expect(only(laptop.actions()).need).toMatchObject({ reason: 'conflict', serverShows: 'retired' })
  })

  it('is done when somebody else has set the same', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.capture(setStatus(tuid, 'uninstalled'))
    laptop.cloud.world.setStatus(tuid, 'uninstalled', { responsible: 'eero' })
    await backInReach(laptop)
    expect(laptop.effects()).toEqual([])
    expect(only(laptop.actions())).toMatchObject({ state: 'done', receipt: { by: 'read_back', responsible: 'eero' } })
  })

  it('is sent when nothing has changed', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.capture(setStatus(tuid, 'uninstalled'))
    await backInReach(laptop)
    expect(states(laptop)).toEqual(['done'])
    expect(laptop.effects()).toHaveLength(1)
  })

  it('is sent over what was never read, when that was there before the capture', async () => {
    const { laptop, tuid } = await unread()
    laptop.capture(setStatus(tuid, 'uninstalled'))
    await backInReach(laptop)
    expect(states(laptop)).toEqual(['done'])
  })

  it('is a question over what was never read, when that was set after the capture', async () => {
    const { laptop, tuid } = await unread()
    laptop.capture(setStatus(tuid, 'uninstalled'))
    await laptop.pass(300_000)
    laptop.cloud.world.setStatus(tuid, 'retired')
    await backInReach(laptop)
    expect(only(laptop.actions()).need).toMatchObject({ reason: 'conflict', serverShows: 'retired' })
  })

  describe.each([0, -7_200_000, 7_200_000])('over what was never read, by a clock %i ms off', (laptopAhead) => {
    it('is a question, when that was set a moment after the capture', async () => {
      const { laptop, tuid } = await unread(laptopAhead)
      laptop.capture(setStatus(tuid, 'uninstalled'))
      await laptop.pass(2_000)
      laptop.cloud.world.setStatus(tuid, 'retired')
      await backInReach(laptop)
      expect(only(laptop.actions()).need).toMatchObject({ reason: 'conflict', serverShows: 'retired' })
      expect(laptop.effects()).toEqual([])
    })

    it('is sent, when that was set a moment before the capture', async () => {
      const { laptop, tuid } = await unread(laptopAhead)
      laptop.cloud.world.setStatus(tuid, 'retired')
      await laptop.pass(5_000)
      laptop.capture(setStatus(tuid, 'uninstalled'))
      await backInReach(laptop)
      expect(states(laptop)).toEqual(['done'])
    })
  })

  it('is a question when there was no status yet, and somebody else has set one a moment later', async () => {
    const { laptop, tuid } = await withoutStatus()
    laptop.cloud.world.setStatus(tuid, 'quarantine', { responsible: 'eero' })
    laptop.capture(setStatus(tuid, 'installed'))
    await backInReach(laptop)
    expect(only(laptop.actions()).need).toMatchObject({ reason: 'conflict', serverShows: 'quarantine' })
    expect(laptop.effects()).toEqual([])
  })

  it('is sent when there was no status, and there is none still', async () => {
    const { laptop, tuid } = await withoutStatus()
    laptop.capture(setStatus(tuid, 'installed'))
    await backInReach(laptop)
    expect(states(laptop)).toEqual(['done'])
  })

  it('and then another one are no conflict with each other', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.capture(setStatus(tuid, 'uninstalled'))
    await laptop.pass(300_000)
    laptop.capture(setStatus(tuid, 'quarantine'))
    await laptop.pass(300_000)
    laptop.capture(setStatus(tuid, 'uninstalled'), setStatus(tuid, 'retired'))
    await backInReach(laptop)
    expect(states(laptop)).toEqual(['done', 'done', 'done', 'done'])
    expect(laptop.effects().map((effect) => 'status' in effect && effect.status)).toEqual([
      'uninstalled',
      'quarantine',
      'uninstalled',
      'retired'
    ])
  })

  it('is sent although it is there, when that is what the person wants', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.capture(setStatus(tuid, 'installed'))
    await backInReach(laptop)
    expect(states(laptop)).toEqual(['done'])
    expect(laptop.effects()).toHaveLength(1)
  })
})

describe('a status whose sending had no clear end, and somebody else sets a third', () => {
  async function lost(): Promise<{ laptop: Laptop; tuid: string; action: Action }> {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    await laptop.app.things.installations(laptop.stackId, tuid)
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/installations' }, fault: 'drop-before', times: 1 })
    const [action] = laptop.capture(setStatus(tuid, 'uninstalled'))
    await laptop.quiet()
    laptop.cloud.world.setStatus(tuid, 'retired', { responsible: 'eero' })
    await laptop.pass(29_000)
    if (!action) throw new Error('one was captured')
    expect(laptop.now(action)).toMatchObject({ state: 'unknown', lastAttempt: { outcome: 'conflict' } })
    return { laptop, tuid, action }
  }

  it('is no question while ours may still come, and done when it does', async () => {
    const { laptop, tuid, action } = await lost()
    laptop.cloud.world.setStatus(tuid, 'uninstalled', { by: 'api' })
    await laptop.settle()
    expect(laptop.now(action)).toMatchObject({ state: 'done', receipt: { by: 'read_back' } })
    expect(laptop.effects()).toHaveLength(1)
  })

  it('is one as soon as ours no longer can', async () => {
    const { laptop, action } = await lost()
    await laptop.settle()
    expect(laptop.now(action).need).toMatchObject({ reason: 'conflict', serverShows: 'retired', serverShowsBy: 'eero' })
    expect(laptop.effects()).toEqual([])
  })
})

describe('an assignment captured out of reach', () => {
  it('is a question when somebody else has moved the thing to a third group', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.cloud.world.createGroup('prfi00muu')
    laptop.capture(assign(tuid, store))
    laptop.cloud.world.setGroup(tuid, 'prfi00muu')
    await backInReach(laptop)
    expect(laptop.effects()).toEqual([])
    expect(only(laptop.actions())).toMatchObject({
      base: { value: office },
      need: { reason: 'conflict', serverShows: 'prfi00muu' }
    })
  })

  it('is done when somebody else has moved it to the same', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.capture(assign(tuid, store))
    laptop.cloud.world.setGroup(tuid, store)
    await backInReach(laptop)
    expect(states(laptop)).toEqual(['done'])
    expect(laptop.effects()).toEqual([])
  })

  it('is sent when it was never read where the thing is', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.setOnline(false)
    laptop.capture(assign(laptop.role('presence'), store))
    await backInReach(laptop)
    expect(states(laptop)).toEqual(['done'])
  })

  it('is sent although the thing is there, even after an attempt that provably did nothing', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    await laptop.app.things.group(laptop.stackId, tuid)
    const busy = { fault: 'status', status: 429, retryAfter: 60, times: 1 } as const
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/group' }, ...busy })
    laptop.capture(assign(tuid, office))
    await laptop.pass(59_000)
    expect(only(laptop.actions())).toMatchObject({ state: 'pending', attemptCount: 1 })
    await laptop.settle()
    expect(only(laptop.actions())).toMatchObject({ state: 'done', receipt: { by: 'answer' } })
    expect(laptop.effects()).toHaveLength(1)
  })

  it('and then another one are no conflict with each other', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.capture(assign(tuid, store), assign(tuid, 'unassigned'))
    await laptop.pass(300_000)
    laptop.capture(assign(tuid, office))
    await backInReach(laptop)
    expect(states(laptop)).toEqual(['done', 'done', 'done'])
  })
})

describe('an assignment of a thing whose group was changed from here', () => {
  const other = 'prfi00muu'

  it.each([
    ['renamed', renameGroup(office, 'prfi00paakonttori')],
    ['deleted', deleteGroup(office)]
  ])('is no conflict when the group it was in has been %s', async (_, change) => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.capture(change)
    laptop.capture(assign(tuid, store))
    await backInReach(laptop)
    expect(states(laptop)).toEqual(['done', 'done'])
  })

  it('is no conflict when the group we had put it in has been renamed twice and deleted', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.capture(createGroup(other), assign(tuid, other))
    await backInReach(laptop)
    laptop.capture(renameGroup(other, 'prfi00b'), renameGroup('prfi00b', 'prfi00c'), deleteGroup('prfi00c'))
    await laptop.settle()
    await laptop.pass(60_000)
    laptop.capture(assign(tuid, store))
    await laptop.settle()
    expect(states(laptop).slice(-1)).toEqual(['done'])
  })

  it('is no conflict when the group we had put it in is deleted by a clock that was set back', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.capture(createGroup(other), assign(tuid, other))
    await backInReach(laptop)
    laptop.clock.laptopAhead = -7_200_000
    laptop.capture(deleteGroup(other))
    await laptop.settle()
    await laptop.pass(60_000)
    laptop.capture(assign(tuid, store))
    await laptop.settle()
    expect(states(laptop).slice(-1)).toEqual(['done'])
  })

  it('is a conflict all the same when somebody else has moved it elsewhere', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.cloud.world.createGroup(other)
    laptop.capture(renameGroup(office, 'prfi00paakonttori'))
    laptop.capture(assign(tuid, store))
    laptop.cloud.world.setGroup(tuid, other)
    await backInReach(laptop)
    expect(laptop.actions().at(-1)?.need).toMatchObject({ reason: 'conflict', serverShows: other })
  })

  it('is a conflict when it is where a group of that name was before', async () => {
    const { laptop, tuid } = await outOfReach('presence')
    laptop.cloud.setOnline(true)
    await laptop.pass(60_000)
    laptop.cloud.world.createGroup(other)
    // Long before anything was read or wanted.
    laptop.capture(renameGroup(other, 'prfi00b'))
    await laptop.settle()
    await laptop.pass(60_000)
    laptop.cloud.world.createGroup(other)
    laptop.capture(assign(tuid, other))
    await laptop.settle()
    await laptop.pass(60_000)
    laptop.cloud.world.setGroup(tuid, 'prfi00b')
    laptop.capture(assign(tuid, store))
    await laptop.settle()
    expect(laptop.actions().at(-1)?.need).toMatchObject({ reason: 'conflict', serverShows: 'prfi00b' })
  })
})

describe('a conflict', () => {
  async function conflict(): Promise<{ laptop: Laptop; tuid: string; first: Action; second: Action }> {
    const { laptop, tuid } = await outOfReach('presence')
    const [first, second] = laptop.capture(setStatus(tuid, 'uninstalled'), setStatus(tuid, 'quarantine'))
    laptop.cloud.world.setStatus(tuid, 'retired', { responsible: 'eero' })
    await backInReach(laptop)
    if (!first || !second) throw new Error('two were captured')
    expect(laptop.now(first).need?.reason).toBe('conflict')
    return { laptop, tuid, first, second }
  }

  it('keeps only its own lane waiting', async () => {
    const { laptop, second } = await conflict()
    expect(laptop.now(second)).toMatchObject({ state: 'pending', waits: 'earlier_action' })
    laptop.capture(setStatus(laptop.role('environment'), 'uninstalled'))
    await laptop.pass(60_000)
    expect(states(laptop)).toEqual(['needs_you', 'pending', 'done'])
  })

  it('settled for ours is sent, and what builds on it follows', async () => {
    const { laptop, first } = await conflict()
    laptop.app.outbox.settle(first.id, 'send_again')
    await laptop.settle()
    expect(states(laptop)).toEqual(['done', 'done'])
    expect(laptop.effects().map((effect) => 'status' in effect && effect.status)).toEqual(['uninstalled', 'quarantine'])
  })

  it('settled for ours is a question again when the server shows yet another by then', async () => {
    const { laptop, tuid, first } = await conflict()
    await laptop.pass(300_000)
    laptop.cloud.world.setStatus(tuid, 'new', { responsible: 'liisa' })
    laptop.app.outbox.settle(first.id, 'send_again')
    await laptop.pass(60_000)
    expect(laptop.now(first).need).toMatchObject({ reason: 'conflict', serverShows: 'new', serverShowsBy: 'liisa' })
    expect(laptop.effects()).toEqual([])
  })

  it('settled for theirs is dropped, and what built on ours is a question of its own', async () => {
    const { laptop, first, second } = await conflict()
    laptop.app.outbox.settle(first.id, 'keep_theirs')
    await laptop.settle()
    expect(laptop.now(first)).toMatchObject({ state: 'discarded', discardReason: 'kept_theirs' })
    expect(laptop.now(second).need).toMatchObject({ reason: 'conflict', serverShows: 'retired' })
    expect(laptop.effects()).toEqual([])
  })
})
