import { describe, expect, it } from 'vitest'
import { numberedCommands, type Action, type Intent } from '@shared/domain/action'
import type { FaultRule } from '../../../simulator/faults'
import { Laptop } from '../laptop/laptop'
import {
  assign,
  configure,
  configureAll,
  createGroup,
  deleteGroup,
  office,
  renameGroup,
  setStatus,
  store
} from './intents'

/** One action of each kind, none of which waits for another. */
function oneOfEach(laptop: Laptop): Intent[] {
  return [
    setStatus(laptop.role('readyPresence'), 'installed'),
    assign(laptop.role('readyEnvironment'), office),
    configure(laptop.role('presence'), 60),
    createGroup('prfi00uusi'),
    renameGroup(store, 'prfi00arkisto'),
    deleteGroup('prfi00vanha')
  ]
}

const writes = [/\/installations$/, /\/group$/, /\/commands$/, /^\/groups$/, /\/rename$/, /\/groups\/prfi00vanha$/]

/**
 * Lets every first write of an action meet a fault, and tells what came of it.
 * @param after only so many milliseconds later, rather than when nothing is open any more
 */
async function struckBy(fault: Omit<FaultRule, 'match'>, after?: number): Promise<Laptop> {
  const laptop = await Laptop.signedIn()
  laptop.cloud.world.createGroup('prfi00vanha')
  for (const path of writes) {
    for (const method of ['POST', 'DELETE']) laptop.cloud.faults.add({ match: { method, path }, times: 1, ...fault })
  }
  laptop.capture(...oneOfEach(laptop))
  await (after === undefined ? laptop.settle() : laptop.pass(after))
  return laptop
}

const everyEffect = ['command', 'group', 'group_create', 'group_delete', 'group_rename', 'status']

const effectKinds = (laptop: Laptop): string[] =>
  laptop
    .effects()
    .map(({ kind }) => kind)
    .toSorted()

describe('whatever a write meets, it has its effect once and closes', () => {
  it.each<[what: string, fault: Omit<FaultRule, 'match'>, attempts: number]>([
    ['a connection dropped before the server acted', { fault: 'drop-before' }, 2],
    ['a connection dropped after the server acted', { fault: 'act-then-drop' }, 1],
    ['500 without acting', { fault: 'status', status: 500 }, 2],
    ['500 after acting', { fault: 'act-then-status', status: 500 }, 1],
    ['503 with Retry-After, without acting', { fault: 'status', status: 503, retryAfter: 7 }, 2],
    ['503 with Retry-After, after acting', { fault: 'act-then-status', status: 503, retryAfter: 7 }, 1],
    ['504 after acting', { fault: 'act-then-status', status: 504 }, 1],
    ['408 without acting', { fault: 'status', status: 408 }, 2],
    ['429 with Retry-After', { fault: 'status', status: 429, retryAfter: 7 }, 2],
    ['429 without Retry-After', { fault: 'status', status: 429 }, 2],
    ['502 with a page, without acting', { fault: 'html-502' }, 2],
    ['502 with a page, after acting', { fault: 'html-502', act: true }, 1],
    ['half of the JSON', { fault: 'truncated-json' }, 1],
    ['half of the body, then a dropped connection', { fault: 'cut-body' }, 1],
    ['200 that is not JSON', { fault: 'garbage-json' }, 1],
    ['200 that is not JSON, without acting', { fault: 'garbage-json', act: false }, 2],
    ['200 with null for data', { fault: 'wrong-shape' }, 1],
    ['200 with nothing', { fault: 'empty-200' }, 1],
    ['200 with nothing, without acting', { fault: 'empty-200', act: false }, 2],
    ['a page to sign in to the network', { fault: 'garbage-json', body: '<html>Welcome</html>', act: false }, 2],
    ['a redirect', { fault: 'status', status: 302, headers: { location: 'https://portal.invalid/' } }, 2],
    ['401 to a token that was good', { fault: 'status', status: 401 }, 1]
  ])('%s', async (_, fault, attempts) => {
    const laptop = await struckBy(fault)
    expect(laptop.cloud.faults.struck).toHaveLength(6)
    expect(effectKinds(laptop)).toEqual(everyEffect)
    for (const action of laptop.actions()) expect(action).toMatchObject({ state: 'done', attemptCount: attempts })
  })

  it.each([400, 403, 422])('%i goes to a person, with the words of the server', async (status) => {
    const laptop = await struckBy({ fault: 'status', status, message: 'Not on a Tuesday' })
    expect(laptop.effects()).toEqual([])
    for (const action of laptop.actions()) {
      expect(action).toMatchObject({
        state: 'needs_you',
        need: { reason: 'refused', choices: ['send_again', 'keep_theirs'] },
        lastAttempt: { outcome: 'refused', httpStatus: status, words: 'Not on a Tuesday' }
      })
      laptop.app.outbox.settle(action.id, 'send_again')
    }
    await laptop.settle()
    expect(effectKinds(laptop)).toEqual(everyEffect)
  })
})

describe('several commands in one request', () => {
  const commands = { method: 'POST', path: '/commands' } as const
  const sentIds = (laptop: Laptop) =>
    laptop.effects().map((effect) => (effect.kind === 'command' ? effect.command['transactionId'] : null))

  it.each<[what: string, fault: Omit<FaultRule, 'match'>, posts: number]>([
    ['of which all arrived are not sent again', { fault: 'act-then-drop' }, 1],
    ['of which none arrived are all sent again', { fault: 'drop-before' }, 2],
    ['of which some arrived are sent again but for those', { fault: 'act-partly' }, 2],
    ['of which some arrived, as a server says that failed', { fault: 'act-partly', status: 500 }, 2]
  ])('%s, with the same numbers', async (_, fault, posts) => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: commands, ...fault, times: 1 })
    const [action] = laptop.capture(configureAll(laptop.role('presence'), 60, 3))
    await laptop.settle()
    const first = action?.transactionId ?? NaN
    expect(sentIds(laptop)).toEqual([first, first + 1, first + 2])
    expect(laptop.actions()).toMatchObject([{ state: 'done', attemptCount: posts }])
  })

  it('know what has arrived after a crash as well', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: commands, fault: 'act-partly', times: 1 })
    // Found to have arrived in part, and to be sent again: that is on record.
    laptop.cloud.faults.add({ match: commands, fault: 'status', status: 429, retryAfter: 600, times: 1 })
    laptop.capture(configureAll(laptop.role('presence'), 60, 3))
    await laptop.pass(60_000)
    expect(laptop.actions()).toMatchObject([{ state: 'pending', lastAttempt: { outcome: 'busy' } }])
    await laptop.restart({ patient: false })
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(3)
    expect(new Set(sentIds(laptop)).size).toBe(3)
  })
})

describe('after an outcome nobody knows', () => {
  const lost = { match: { method: 'POST', path: '/commands' }, fault: 'drop-before' } as const

  it('nothing is sent again before the server was looked at', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    laptop.cloud.faults.add({ ...lost, times: 1 })
    laptop.capture(configure(tuid, 60))
    await laptop.settle()
    const steps = laptop.cloud.requests.filter(({ path }) => path.includes('/commands')).map(({ method }) => method)
    expect([steps[0], steps[1], steps.at(-1)]).toEqual(['POST', 'GET', 'POST'])
    expect(steps.filter((method) => method === 'POST')).toHaveLength(2)
  })

  it('not to find it proves nothing while the request may still be acting', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    laptop.cloud.faults.add({ ...lost, times: 1 })
    const [action] = laptop.capture(configure(tuid, 60))
    await laptop.pass(29_999)
    if (!action) throw new Error('one was captured')
    expect(laptop.now(action)).toMatchObject({ state: 'unknown', lastAttempt: { kind: 'look', outcome: 'too_early' } })
    // The request that was thought lost arrives after all.
    const transactionId = action.transactionId ?? 0
    laptop.cloud.world.sendCommand(tuid, { tsmId: 1500, tsmEv: 30, transactionId }, { by: 'api' })
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(1)
    expect(laptop.now(action)).toMatchObject({ state: 'done', receipt: { by: 'read_back' } })
  })

  it('what never arrived is sent again as soon as it no longer can', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ ...lost, times: 1 })
    const [action] = laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.pass(40_000 + 2_000)
    if (!action) throw new Error('one was captured')
    expect(laptop.now(action)).toMatchObject({ state: 'done', receipt: { by: 'answer' }, attemptCount: 2 })
    expect(laptop.effects()).toHaveLength(1)
  })

  it('it waits for as long as the server cannot be read', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'act-then-drop', times: 1 })
    laptop.cloud.faults.add({ match: { method: 'GET', path: '/commands' }, fault: 'html-502', times: 5 })
    const [action] = laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.settle()
    if (!action) throw new Error('one was captured')
    const attempts = laptop.app.outbox.attempts(action.id)
    expect(attempts.map(({ outcome }) => outcome)).toEqual([
      'unknown',
      ...Array.from({ length: 5 }, () => 'not_readable'),
      'found'
    ])
    expect(laptop.effects()).toHaveLength(1)
  })

  it('a person is asked when the server does not show what was sent', async () => {
    const laptop = await Laptop.signedIn({ groupList: false })
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/groups' }, fault: 'act-then-drop', times: 1 })
    const [action] = laptop.capture(createGroup('prfi00uusi'))
    await laptop.pass(29_000)
    if (!action) throw new Error('one was captured')
    // To send it again now could do it twice: not even a person may be asked yet.
    expect(laptop.now(action)).toMatchObject({ state: 'unknown', lastAttempt: { outcome: 'cannot_tell' } })
    await laptop.settle()
    expect(laptop.now(action)).toMatchObject({
      state: 'needs_you',
      need: { reason: 'cannot_tell', choices: ['mark_done', 'send_again'] }
    })
    laptop.app.outbox.settle(action.id, 'mark_done')
    expect(laptop.now(action)).toMatchObject({ state: 'done', receipt: { by: 'person' } })
    expect(laptop.effects()).toHaveLength(1)
  })

  it('an answer that names another value is looked into, and goes to a person with what is there', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('readyPresence')
    const body = '{"data":{"group_id":"prfi00muu"}}'
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/group' }, fault: 'wrong-shape', body, act: false })
    const [action] = laptop.capture(assign(tuid, office))
    await laptop.settle()
    if (!action) throw new Error('one was captured')
    expect(laptop.now(action).need).toMatchObject({ reason: 'contradicted', serverShows: 'unassigned' })
    expect(laptop.effects()).toEqual([])
  })
})

/** The server does what a request asked of it whose connection is long gone. */
function carryOut({ cloud }: Laptop, { intent, transactionId }: Action): void {
  const { world } = cloud
  const by = { by: 'api' } as const
  switch (intent.type) {
    case 'status':
      world.setStatus(intent.tuid, intent.status, by)
      break
    case 'group':
      world.setGroup(intent.tuid, intent.groupId, by)
      break
    case 'command':
      for (const each of numberedCommands({ intent, transactionId })) {
        world.sendCommand(intent.tuid, { ...each.command, transactionId: each.transactionId ?? 0 }, by)
      }
      break
    case 'group_create':
      world.createGroup(intent.groupId, undefined, by)
      break
    case 'group_rename':
      world.renameGroup(intent.groupId, intent.newGroupId, by)
      break
    case 'group_delete':
      world.deleteGroup(intent.groupId, by)
      break
  }
}

describe('a server that carries a write out long after the connection broke', () => {
  const strikes: Omit<FaultRule, 'match'>[] = [
    { fault: 'drop-before' },
    { fault: 'html-502' },
    { fault: 'status', status: 504 },
    { fault: 'status', status: 408 }
  ]
  const cases = strikes.flatMap((fault) => [3, 9, 20, 29].map((seconds) => ({ ...fault, seconds })))

  it.each(cases)('$fault $status, and $seconds s later, does it once', async ({ seconds, ...fault }) => {
    const laptop = await struckBy(fault, seconds * 1_000)
    expect(laptop.effects()).toEqual([])
    for (const action of laptop.actions()) carryOut(laptop, action)
    await laptop.settle()
    expect(effectKinds(laptop)).toEqual(everyEffect)
    for (const action of laptop.actions()) {
      expect(action).toMatchObject({ state: 'done', attemptCount: 1, receipt: { by: 'read_back' } })
    }
  })

  it('is asked often enough for that to be seen within as long as it took', async () => {
    const laptop = await struckBy({ fault: 'drop-before' }, 9_000)
    for (const action of laptop.actions()) carryOut(laptop, action)
    await laptop.pass(9_000)
    expect(laptop.actions().map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'done'))
  })
})

describe('a server that goes on failing', () => {
  it('is asked ever less often', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'status', status: 500 })
    laptop.capture(configure(laptop.role('presence'), 60))
    const posts = (): number =>
      laptop.cloud.requests.filter(({ method, path }) => method + path.slice(-9) === 'POST/commands').length
    await laptop.pass(600_000)
    const first = posts()
    expect(first).toBeGreaterThan(5)
    expect(first).toBeLessThan(12)
    await laptop.pass(600_000)
    expect(posts() - first).toBeLessThan(4)
    laptop.cloud.faults.clear()
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(1)
  })

  it('is left alone for as long as it asks', async () => {
    const laptop = await Laptop.signedIn()
    const busy = { fault: 'status', status: 429, retryAfter: 90, times: 1 } as const
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, ...busy })
    const [action] = laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.pass(89_999)
    if (!action) throw new Error('one was captured')
    expect(laptop.now(action)).toMatchObject({ state: 'pending', waits: 'later', lastAttempt: { outcome: 'busy' } })
    expect(laptop.effects()).toEqual([])
    await laptop.pass(1)
    expect(laptop.now(action).state).toBe('done')
  })

  it.each([429, 503])('is left alone with everything else meanwhile, but for a minute at most: %i', async (status) => {
    const laptop = await Laptop.signedIn({ site: 'demo' })
    const things = laptop.cloud.tuids.slice(0, 20)
    const busyFor = (retryAfter: number): void => {
      laptop.cloud.faults.clear()
      laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'status', status, retryAfter })
    }
    const posts = (): number =>
      laptop.cloud.requests.filter(({ method, path }) => method === 'POST' && path.includes('/commands')).length
    busyFor(30)
    laptop.capture(...things.map((tuid) => configure(tuid, 60)))
    await laptop.quiet()
    // Those that were on their way before the first of them was answered.
    const first = posts()
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThanOrEqual(6)
    await laptop.pass(29_999)
    expect(posts()).toBe(first)
    busyFor(600)
    await laptop.pass(1)
    const second = posts()
    expect(second).toBeGreaterThan(first)
    await laptop.pass(59_999)
    expect(posts()).toBe(second)
    laptop.cloud.faults.clear()
    await laptop.pass(1)
    expect(laptop.effects().length).toBeGreaterThan(0)
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(20)
  })

  it('is not left alone for years', async () => {
    const laptop = await Laptop.signedIn()
    const busy = { fault: 'status', status: 429, retryAfter: '9'.repeat(30), times: 1 } as const
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, ...busy })
    const [action] = laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.pass(3_599_999)
    if (!action) throw new Error('one was captured')
    expect(laptop.now(action)).toMatchObject({ state: 'pending', waits: 'later' })
    await laptop.pass(1)
    expect(laptop.now(action).state).toBe('done')
  })

  it('is not taken at its word when it is busy and wants the next request at once', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({
      match: { method: 'POST', path: '/commands' },
      fault: 'status',
      status: 429,
      retryAfter: 0
    })
    laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.pass(20_000)
    expect(laptop.cloud.faults.struck.length).toBeLessThan(12)
  })
})
