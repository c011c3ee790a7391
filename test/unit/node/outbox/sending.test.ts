import { describe, expect, it } from 'vitest'
import type { Intent } from '@shared/domain/action'
import type { Effect } from '../../../simulator/effects'
import { Laptop } from '../laptop/laptop'
import { assign, configure, createGroup, deleteGroup, office, renameGroup, setStatus, store } from './intents'

const tuidOf = (laptop: Laptop): string => laptop.role('readyPresence')

/** The requests below one path that were answered, as `METHOD path`. */
function asked(laptop: Laptop, path: string): string[] {
  return laptop.cloud.requests
    .filter((request) => request.path.includes(path))
    .map((request) => `${request.method} ${request.path}`)
}

describe('online, each kind of action has its effect once and is confirmed', () => {
  it.each<[what: string, intent: (tuid: string) => Intent, effect: (tuid: string) => Partial<Effect>]>([
    ['a status', (tuid) => setStatus(tuid, 'installed'), (tuid) => ({ kind: 'status', tuid, status: 'installed' })],
    ['an assignment', (tuid) => assign(tuid, office), (tuid) => ({ kind: 'group', tuid, groupId: office })],
    [
      'a command',
      (tuid) => configure(tuid, 60),
      (tuid) => ({
        kind: 'command',
        tuid,
        command: expect.objectContaining({ tsmId: 1500, tsmEv: 30, reportInterval: 60 }) as never
      })
    ],
    [
      'a new group',
      () => createGroup('prfi00uusi', 'Upstairs'),
      () => ({ kind: 'group_create', groupId: 'prfi00uusi' })
    ],
    [
      'a new name',
      () => renameGroup(store, 'prfi00arkisto'),
      () => ({ kind: 'group_rename', groupId: store, newGroupId: 'prfi00arkisto' })
    ],
    ['the end of a group', () => deleteGroup(store), () => ({ kind: 'group_delete', groupId: store })]
  ])('%s', async (_, intent, effect) => {
    const laptop = await Laptop.signedIn()
    const tuid = tuidOf(laptop)
    const [action] = laptop.capture(intent(tuid))
    expect(action).toMatchObject({ state: 'pending', receipt: null, attemptCount: 0 })
    await laptop.settle()
    expect(laptop.effects()).toMatchObject([effect(tuid)])
    expect(laptop.actions()).toMatchObject([
      {
        state: 'done',
        attemptCount: 1,
        receipt: { by: 'answer', at: laptop.clock.now() },
        lastAttempt: { kind: 'send', outcome: 'accepted', httpStatus: 200 }
      }
    ])
  })

  it('a command carries its own number, and the answer says who sent it', async () => {
    const laptop = await Laptop.signedIn({ responsible: 'aino@site.example' })
    const [action] = laptop.capture(configure(tuidOf(laptop), 60))
    await laptop.settle()
    expect(action?.transactionId).toBeTypeOf('number')
    expect(laptop.effects()).toMatchObject([{ command: { transactionId: action?.transactionId } }])
    expect(laptop.actions()[0]?.receipt?.responsible).toBe('aino@site.example')
  })

  it.each([201, 204])('an acceptance with %i is one', async (status) => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/installations' }, fault: 'ok-status', status })
    laptop.capture(setStatus(tuidOf(laptop), 'installed'))
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ state: 'done', receipt: { by: 'answer' } }])
    expect(laptop.effects()).toHaveLength(1)
  })
})

describe('the order', () => {
  it('of one thing is the order of capture, whatever the kinds', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = tuidOf(laptop)
    laptop.capture(setStatus(tuid, 'installed'), assign(tuid, office), configure(tuid, 60), configure(tuid, 120))
    laptop.capture(setStatus(tuid, 'quarantine'))
    await laptop.settle()
    expect(laptop.effects().map(({ kind }) => kind)).toEqual(['status', 'group', 'command', 'command', 'status'])
    expect(laptop.cloud.world.thing(tuid).commands.map(({ command }) => command['reportInterval'])).toEqual([60, 120])
  })

  it('of different things is free, six at a time', async () => {
    const laptop = await Laptop.signedIn({ site: 'demo' })
    const things = laptop.cloud.tuids.slice(0, 8)
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'hang', times: 6 })
    laptop.capture(...things.map((tuid) => configure(tuid, 60)))
    const posts = (): number => asked(laptop, '/commands').filter((one) => one.startsWith('POST')).length
    await laptop.until(() => posts() >= 6)
    await laptop.until(() => laptop.app.outbox.counts(laptop.stackId).sending >= 6)
    expect(posts()).toBe(6)
    expect(laptop.app.outbox.counts(laptop.stackId)).toEqual({ waiting: 8, sending: 6, needsYou: 0 })
  })

  it('lets an assignment wait until its group is made', async () => {
    const laptop = await Laptop.signedIn()
    const [, assignment] = laptop.capture(createGroup('prfi00uusi'), assign(tuidOf(laptop), 'prfi00uusi'))
    expect(assignment?.waits).toBe('earlier_action')
    await laptop.settle()
    expect(laptop.effects().map(({ kind }) => kind)).toEqual(['group_create', 'group'])
    expect(laptop.actions().map(({ state }) => state)).toEqual(['done', 'done'])
  })

  it('keeps an assignment back while its group could not be made', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/groups' }, fault: 'status', status: 403, times: 1 })
    const [creation, assignment, other] = laptop.capture(
      createGroup('prfi00uusi'),
      assign(tuidOf(laptop), 'prfi00uusi'),
      assign(laptop.role('readyEnvironment'), office)
    )
    await laptop.pass(60_000)
    if (!creation || !assignment || !other) throw new Error('three were captured')
    expect(laptop.now(creation)).toMatchObject({ state: 'needs_you', need: { reason: 'refused' } })
    expect(laptop.now(assignment)).toMatchObject({ state: 'pending', waits: 'earlier_action', attemptCount: 0 })
    expect(laptop.now(other).state).toBe('done')
    laptop.app.outbox.settle(creation.id, 'send_again')
    await laptop.settle()
    expect(laptop.now(assignment).state).toBe('done')
  })

  it('is not held up by a parked action of another thing', async () => {
    const laptop = await Laptop.signedIn()
    const [parked, free] = [laptop.role('readyPresence'), laptop.role('readyEnvironment')]
    laptop.cloud.faults.add({ match: { method: 'POST', path: parked }, fault: 'status', status: 400, times: 1 })
    const actions = laptop.capture(
      configure(parked, 60),
      configure(parked, 120),
      configure(free, 60),
      configure(free, 120)
    )
    await laptop.pass(60_000)
    expect(actions.map((action) => laptop.now(action).state)).toEqual(['needs_you', 'pending', 'done', 'done'])
  })
})

describe('before something is sent', () => {
  const reads = (laptop: Laptop): string[] => asked(laptop, '/installations').filter((one) => one.startsWith('GET'))

  it('what was read just now is looked up all the same: somebody else may be quicker', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = tuidOf(laptop)
    await laptop.app.things.installations(laptop.stackId, tuid)
    laptop.capture(setStatus(tuid, 'installed'))
    await laptop.settle()
    expect(reads(laptop)).toHaveLength(2)
    expect(laptop.effects()).toHaveLength(1)
  })

  it('what was never read is looked up', async () => {
    const laptop = await Laptop.signedIn()
    laptop.capture(setStatus(tuidOf(laptop), 'installed'))
    await laptop.settle()
    expect(reads(laptop)).toHaveLength(1)
  })

  it('what the action before it has just made true is not looked up', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = tuidOf(laptop)
    laptop.capture(setStatus(tuid, 'installed'), setStatus(tuid, 'quarantine'))
    await laptop.settle()
    expect(reads(laptop)).toHaveLength(1)
    expect(laptop.effects()).toHaveLength(2)
  })

  it.each([
    ['some time ago', 2_001],
    ['in the future, by a clock that was set back since', -1]
  ])('what it made true %s is looked up again', async (_, ms) => {
    const laptop = await Laptop.signedIn()
    const tuid = tuidOf(laptop)
    laptop.capture(setStatus(tuid, 'installed'))
    await laptop.settle()
    if (ms > 0) await laptop.pass(ms)
    else laptop.clock.laptopAhead = ms
    laptop.capture(setStatus(tuid, 'quarantine'))
    await laptop.settle()
    expect(reads(laptop)).toHaveLength(2)
  })

  it('what it made true, as a look has shown, is looked up again: somebody may have changed it since', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = tuidOf(laptop)
    laptop.cloud.faults.add({
      match: { method: 'POST', path: '/installations' },
      fault: 'act-then-drop',
      times: 1
    })
    const [, second] = laptop.capture(setStatus(tuid, 'installed'), setStatus(tuid, 'quarantine'))
    await laptop.quiet()
    laptop.cloud.world.setStatus(tuid, 'retired', { responsible: 'eero' })
    await laptop.settle()
    if (!second) throw new Error('two were captured')
    expect(laptop.now(second).need).toMatchObject({ reason: 'conflict', serverShows: 'retired' })
  })

  it('nor is it when all was captured long ago', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = tuidOf(laptop)
    laptop.cloud.setOnline(false)
    await laptop.pass(60_000)
    laptop.capture(setStatus(tuid, 'installed'), setStatus(tuid, 'quarantine'), setStatus(tuid, 'retired'))
    await laptop.pass(300_000)
    laptop.cloud.setOnline(true)
    const before = reads(laptop).length
    await laptop.settle()
    expect(reads(laptop).length - before).toBe(1)
    expect(laptop.effects()).toHaveLength(3)
  })

  it('a thing that the server will not show is tried all the same', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { method: 'GET', path: '/installations' }, fault: 'status', status: 403 })
    laptop.capture(setStatus(tuidOf(laptop), 'installed'))
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ state: 'done', receipt: { by: 'answer' } }])
  })
})
