import { describe, expect, it } from 'vitest'
import type { Action } from '@shared/domain/action'
import type { InstallationStatus } from '@shared/domain/installationStatus'
import type { FaultRule } from '../../../simulator/faults'
import type { SimulatorOptions } from '../../../simulator/simulator'
import { Laptop } from '../laptop/laptop'
import { assign, setStatus, store } from './intents'

/** Servers that tell times in whole seconds, so that what follows at once has the same. */
const servers = (['chronological', 'newest-first', 'shuffled'] as const).map((order): SimulatorOptions => ({
  order,
  wholeSeconds: true
}))

const strikes: Omit<FaultRule, 'match'>[] = [
  { fault: 'drop-before' },
  { fault: 'act-then-drop' },
  { fault: 'status', status: 500 },
  { fault: 'act-then-status', status: 500 },
  { fault: 'truncated-json' },
  { fault: 'html-502' },
  { fault: 'html-502', act: true }
]

const statusesSet = (laptop: Laptop): unknown[] =>
  laptop.effects().map((effect) => (effect.kind === 'status' ? effect.status : effect.kind))

function pair(actions: readonly Action[]): [Action, Action] {
  const [first, second] = actions
  if (!first || !second) throw new Error('two were captured')
  return [first, second]
}

describe('statuses of one thing, one right after the other', () => {
  const rows: InstallationStatus[][] = [
    ['installed', 'installed'],
    ['installed', 'retired'],
    ['retired', 'installed', 'retired'],
    ['retired', 'retired', 'retired']
  ]
  const cases = servers.flatMap((server) =>
    rows.flatMap((row) => strikes.flatMap((strike) => row.map((_, struck) => ({ server, row, strike, struck }))))
  )

  it.each(cases)(
    '$row each happen once, though $struck meets $strike.fault',
    async ({ server, row, strike, struck }) => {
      const laptop = await Laptop.signedIn(server)
      const tuid = laptop.role('presence')
      laptop.cloud.faults.add({ match: { method: 'POST', path: '/installations' }, skip: struck, times: 1, ...strike })
      laptop.capture(...row.map((status) => setStatus(tuid, status)))
      await laptop.settle()
      expect(laptop.cloud.faults.struck).toHaveLength(1)
      expect(statusesSet(laptop)).toEqual(row)
      expect(laptop.actions().map(({ state }) => state)).toEqual(row.map(() => 'done'))
    }
  )

  it.each(strikes)('each happen once, though all of them meet $fault $status first', async (strike) => {
    const laptop = await Laptop.signedIn({ wholeSeconds: true })
    const tuid = laptop.role('presence')
    for (const skip of [0, 1, 2]) {
      laptop.cloud.faults.add({ match: { method: 'POST', path: '/installations' }, skip, times: 1, ...strike })
    }
    const row = ['retired', 'installed', 'installed'] as const
    laptop.capture(...row.map((status) => setStatus(tuid, status)))
    await laptop.settle()
    expect(statusesSet(laptop)).toEqual(row)
  })

  it('each happen once across a crash in the middle', async () => {
    const laptop = await Laptop.signedIn({ wholeSeconds: true })
    const tuid = laptop.role('presence')
    const fault = { match: { method: 'POST', path: '/installations' }, fault: 'hang', times: 1 } as const
    laptop.cloud.faults.add({ ...fault, skip: 1 })
    laptop.capture(setStatus(tuid, 'installed'), setStatus(tuid, 'installed'))
    await laptop.until(() => laptop.cloud.faults.struck.length === 1)
    await laptop.crash()
    await laptop.settle()
    expect(statusesSet(laptop)).toEqual(['installed', 'installed'])
  })

  it.each(servers)('happens once where somebody else has set one within the same second: %o', async (server) => {
    const laptop = await Laptop.signedIn(server)
    const tuid = laptop.role('presence')
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/installations' }, fault: 'act-then-drop', times: 1 })
    laptop.cloud.world.setStatus(tuid, 'quarantine', { responsible: 'eero' })
    await laptop.app.things.installations(laptop.stackId, tuid)
    laptop.capture(setStatus(tuid, 'retired'))
    await laptop.settle()
    expect(statusesSet(laptop)).toEqual(['retired'])
    expect(laptop.actions().map(({ state }) => state)).toEqual(['done'])
  })

  it('are done, though somebody sets back what the second was built on', async () => {
    const laptop = await Laptop.signedIn({ wholeSeconds: true })
    const tuid = laptop.role('presence')
    laptop.cloud.faults.add({
      match: { method: 'POST', path: '/installations' },
      fault: 'act-then-drop',
      skip: 1,
      times: 1
    })
    laptop.capture(setStatus(tuid, 'quarantine'), setStatus(tuid, 'retired'))
    await laptop.quiet()
    laptop.cloud.world.setStatus(tuid, 'quarantine', { responsible: 'eero' })
    await laptop.settle()
    expect(statusesSet(laptop)).toEqual(['quarantine', 'retired'])
    expect(laptop.actions().map(({ state }) => state)).toEqual(['done', 'done'])
  })
})

describe('of two on one subject, when a person discards the first while nobody knows whether it has happened', () => {
  async function firstLost(fault: 'act-then-drop' | 'drop-before'): Promise<{ laptop: Laptop; second: Action }> {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    await laptop.app.things.installations(laptop.stackId, tuid)
    await laptop.app.things.group(laptop.stackId, tuid)
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/installations' }, fault, times: 1 })
    const [first, second] = pair(laptop.capture(setStatus(tuid, 'quarantine'), setStatus(tuid, 'retired')))
    await laptop.quiet()
    laptop.app.outbox.discard(first.id, 'changed my mind')
    return { laptop, second }
  }

  it.each([
    ['act-then-drop', ['quarantine', 'retired']],
    ['drop-before', ['retired']]
  ] as const)('the second asks nobody about what we did ourselves: %s', async (fault, effects) => {
    const { laptop, second } = await firstLost(fault)
    await laptop.settle()
    expect(laptop.now(second).state).toBe('done')
    expect(statusesSet(laptop)).toEqual(effects)
  })

  it('the second waits for as long as the first may still come, and comes after it', async () => {
    const { laptop, second } = await firstLost('drop-before')
    await laptop.pass(20_000)
    expect(laptop.now(second)).toMatchObject({ state: 'pending', waits: 'later' })
    laptop.app.outbox.hurry(laptop.stackId)
    await laptop.pass(9_000)
    expect(laptop.effects()).toEqual([])
    laptop.cloud.world.setStatus(laptop.role('presence'), 'quarantine', { by: 'api' })
    await laptop.settle()
    expect(statusesSet(laptop)).toEqual(['quarantine', 'retired'])
    expect(laptop.now(second).state).toBe('done')
  })

  it('the second does ask when somebody else was at work', async () => {
    const { laptop, second } = await firstLost('act-then-drop')
    laptop.cloud.world.setStatus(laptop.role('presence'), 'uninstalled', { responsible: 'eero' })
    await laptop.settle()
    expect(laptop.now(second).need).toMatchObject({ reason: 'conflict', serverShows: 'uninstalled' })
  })

  it('an assignment asks nobody either', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    laptop.cloud.world.createGroup('prfi00muu')
    await laptop.app.things.group(laptop.stackId, tuid)
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/group' }, fault: 'act-then-drop', times: 1 })
    const [first, second] = pair(laptop.capture(assign(tuid, store), assign(tuid, 'prfi00muu')))
    await laptop.quiet()
    laptop.app.outbox.discard(first.id, '')
    await laptop.settle()
    expect(laptop.now(second).state).toBe('done')
    expect(laptop.effects()).toHaveLength(2)
  })
})
