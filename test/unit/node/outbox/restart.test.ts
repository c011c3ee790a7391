import { describe, expect, it } from 'vitest'
import type { Intent } from '@shared/domain/action'
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

const kinds: [what: string, intent: (laptop: Laptop) => Intent][] = [
  ['a status', (laptop) => setStatus(laptop.role('readyPresence'), 'installed')],
  ['an assignment', (laptop) => assign(laptop.role('readyPresence'), office)],
  ['a command', (laptop) => configure(laptop.role('presence'), 60)],
  ['a new group', () => createGroup('prfi00uusi')],
  ['a new name', () => renameGroup(store, 'prfi00arkisto')],
  ['the end of a group', () => deleteGroup(store)]
]

/** Captures actions and waits until a write of the first has reached the server and is stuck there. */
async function stuck(
  fault: FaultRule['fault'],
  ms: number,
  ...intents: ((laptop: Laptop) => Intent)[]
): Promise<Laptop> {
  const laptop = await Laptop.signedIn()
  const path = /^\/(things|groups)/
  for (const method of ['POST', 'DELETE']) laptop.cloud.faults.add({ match: { method, path }, fault, ms, times: 1 })
  laptop.capture(...intents.map((intent) => intent(laptop)))
  await laptop.until(() => laptop.cloud.faults.struck.length === 1)
  return laptop
}

const forever = 3_600_000

describe('an app that dies while an action is on its way', () => {
  it.each(kinds)('finds %s again that the server had done', async (_, intent) => {
    const laptop = await stuck('latency', forever, intent)
    expect(laptop.effects()).toHaveLength(1)
    await laptop.crash()
    expect(laptop.actions()).toMatchObject([{ state: 'unknown', lastAttempt: { outcome: 'interrupted' } }])
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ state: 'done', receipt: { by: 'read_back' }, attemptCount: 1 }])
    expect(laptop.effects()).toHaveLength(1)
  })

  it.each(kinds)('sends %s again that the server had not done', async (_, intent) => {
    const laptop = await stuck('hang', forever, intent)
    await laptop.crash()
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ state: 'done', receipt: { by: 'answer' }, attemptCount: 2 }])
    expect(laptop.effects()).toHaveLength(1)
  })

  it('waits for as long as the server may still come to it', async () => {
    const laptop = await stuck('hang', forever, (each) => configure(each.role('presence'), 60))
    await laptop.crash()
    await laptop.pass(39_000)
    expect(laptop.actions()).toMatchObject([{ state: 'unknown', lastAttempt: { outcome: 'too_early' } }])
    // The server comes to it after all.
    const transactionId = laptop.actions()[0]?.transactionId ?? 0
    laptop.cloud.world.sendCommand(laptop.role('presence'), { tsmId: 1500, tsmEv: 30, transactionId }, { by: 'api' })
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ state: 'done', receipt: { by: 'read_back' } }])
    expect(laptop.effects()).toHaveLength(1)
  })

  it('counts that from when it died, which is unknown: at the latest it was just now', async () => {
    const laptop = await stuck('hang', forever, (each) => configure(each.role('presence'), 60))
    laptop.clock.advanceTo(laptop.clock.now() + 20_000)
    await laptop.crash()
    await laptop.pass(39_000)
    expect(laptop.actions()).toMatchObject([{ state: 'unknown' }])
    await laptop.pass(1_000)
    expect(laptop.actions()).toMatchObject([{ state: 'done', attemptCount: 2 }])
  })

  it('waits for nothing when it comes back so late that the server can no longer come to it', async () => {
    const laptop = await stuck('hang', forever, (each) => configure(each.role('presence'), 60))
    laptop.clock.advanceTo(laptop.clock.now() + 150_000)
    await laptop.crash()
    await laptop.quiet()
    expect(laptop.actions()).toMatchObject([{ state: 'done', attemptCount: 2 }])
  })

  it('keeps the order of what waits behind it', async () => {
    const thing = (laptop: Laptop): string => laptop.role('presence')
    const laptop = await stuck(
      'hang',
      forever,
      (each) => setStatus(thing(each), 'quarantine'),
      (each) => assign(thing(each), store),
      (each) => configure(thing(each), 60),
      (each) => setStatus(thing(each), 'installed')
    )
    await laptop.crash()
    await laptop.crash()
    await laptop.settle()
    expect(laptop.effects()).toMatchObject([
      { kind: 'status', status: 'quarantine' },
      { kind: 'group' },
      { kind: 'command' },
      { kind: 'status', status: 'installed' }
    ])
  })

  it.each([-86_400_000, 86_400_000])('is not confused by a clock that was moved by %i ms meanwhile', async (by) => {
    const laptop = await stuck('hang', forever, (each) => configure(each.role('presence'), 60))
    laptop.clock.laptopAhead = by
    await laptop.crash()
    await laptop.settle(120_000)
    expect(laptop.effects()).toHaveLength(1)
  })
})

describe('an app that quits while an action is on its way', () => {
  it('leaves it to be looked up after the next start', async () => {
    const laptop = await stuck('latency', forever, (each) => configure(each.role('presence'), 60))
    await laptop.restart({ patient: false })
    expect(laptop.actions()).toMatchObject([{ state: 'unknown' }])
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(1)
  })

  it('waits for it as long as it has patience', async () => {
    const laptop = await stuck('latency', 50, (each) => configure(each.role('presence'), 60))
    await laptop.restart({ patient: true })
    expect(laptop.actions()).toMatchObject([{ state: 'done', receipt: { by: 'answer' } }])
  })
})

it('what was captured without a connection is sent after a restart with one', async () => {
  const laptop = await Laptop.signedIn()
  const tuid = laptop.role('readyPresence')
  laptop.cloud.setOnline(false)
  laptop.capture(setStatus(tuid, 'installed'), assign(tuid, office))
  await laptop.pass(5_000)
  await laptop.crash()
  expect(laptop.actions().map(({ state }) => state)).toEqual(['pending', 'pending'])
  laptop.cloud.setOnline(true)
  await laptop.settle()
  expect(laptop.effects().map(({ kind }) => kind)).toEqual(['status', 'group'])
})

it('what waits for a person waits after a restart as well, with the same question', async () => {
  const laptop = await Laptop.signedIn()
  laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'status', status: 400, times: 1 })
  const [action] = laptop.capture(configure(laptop.role('presence'), 60), configure(laptop.role('presence'), 120))
  await laptop.pass(60_000)
  if (!action) throw new Error('two were captured')
  const before = laptop.now(action)
  await laptop.crash()
  expect(laptop.now(action)).toEqual(before)
  expect(laptop.actions()[1]).toMatchObject({ state: 'pending', waits: 'earlier_action' })
  laptop.app.outbox.settle(action.id, 'keep_theirs')
  await laptop.settle()
  expect(laptop.effects()).toMatchObject([{ command: { reportInterval: 120 } }])
})

describe('an app whose disk has lost the last records in a power cut', () => {
  it.each(kinds)('does not send %s again that had happened', async (_, intent) => {
    const laptop = await Laptop.signedIn()
    await laptop.cloud.refuseConnections()
    laptop.capture(intent(laptop))
    await laptop.quiet()
    const before = laptop.keep()
    await laptop.cloud.acceptConnections()
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(1)
    await laptop.powerCut(before)
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ state: 'done', receipt: { by: 'read_back' } }])
    expect(laptop.effects()).toHaveLength(1)
  })

  it('sends of several commands those that are missing, with the numbers that they had', async () => {
    const laptop = await Laptop.signedIn()
    await laptop.cloud.refuseConnections()
    const [action] = laptop.capture(configureAll(laptop.role('presence'), 60, 3))
    await laptop.quiet()
    const before = laptop.keep()
    await laptop.cloud.acceptConnections()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'act-partly', times: 1 })
    await laptop.pass(5_000)
    expect(laptop.effects()).toHaveLength(1)
    await laptop.powerCut(before)
    await laptop.settle()
    const first = action?.transactionId ?? NaN
    expect(
      laptop.effects().map((effect) => (effect.kind === 'command' ? effect.command['transactionId'] : effect.kind))
    ).toEqual([first, first + 1, first + 2])
  })

  it.each(kinds)('sends %s that had not happened', async (_, intent) => {
    const laptop = await Laptop.signedIn()
    await laptop.cloud.refuseConnections()
    laptop.capture(intent(laptop))
    await laptop.quiet()
    await laptop.cloud.acceptConnections()
    await laptop.crash()
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ state: 'done', receipt: { by: 'answer' } }])
    expect(laptop.effects()).toHaveLength(1)
  })
})

it('a command that was captured in the same run, or before one that ended in order, is not looked for', async () => {
  const laptop = await Laptop.signedIn()
  await laptop.cloud.refuseConnections()
  laptop.capture(configure(laptop.role('presence'), 60))
  await laptop.quiet()
  await laptop.restart({ patient: false })
  await laptop.cloud.acceptConnections()
  await laptop.settle()
  await laptop.crash()
  laptop.capture(configure(laptop.role('presence'), 90))
  await laptop.settle()
  expect(laptop.effects()).toHaveLength(2)
  const histories = laptop.cloud.requests.filter(({ method, path }) => method === 'GET' && path.includes('/commands'))
  expect(histories).toEqual([])
})
