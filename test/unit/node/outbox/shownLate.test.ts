import { describe, expect, it } from 'vitest'
import type { Intent } from '@shared/domain/action'
import type { FaultRule } from '../../../simulator/faults'
import { Laptop } from '../laptop/laptop'
import { assign, configure, office, setStatus, store } from './intents'

/** Such servers read where they do not write: what they show is by so much older than what they have done. */
const late = { consistencyDelayMs: 6_000 }

const states = (laptop: Laptop): string[] => laptop.actions().map(({ state }) => state)

/** What was set, in the order in which it took effect. */
const valuesSet = (laptop: Laptop): unknown[] =>
  laptop
    .effects()
    .map((effect) =>
      effect.kind === 'status' ? effect.status : effect.kind === 'group' ? effect.groupId : effect.kind
    )

describe('a server that shows its writes a moment later', () => {
  it('and answers with what was before, is believed once it shows', async () => {
    const laptop = await Laptop.signedIn(late)
    const body = '{"data":{"installation_status":"new"}}'
    laptop.cloud.faults.add({ match: { path: '/installations', method: 'POST' }, fault: 'wrong-shape', body, times: 1 })
    const [action] = laptop.capture(setStatus(laptop.role('readyPresence'), 'installed'))
    await laptop.settle()
    if (!action) throw new Error('one was captured')
    expect(laptop.now(action)).toMatchObject({ state: 'done', receipt: { by: 'read_back' } })
    expect(laptop.effects()).toHaveLength(1)
  })

  it.each<Omit<FaultRule, 'match'>>([
    { fault: 'act-then-drop' },
    { fault: 'late-act', ms: 29_000 },
    { fault: 'late-act', ms: 29_000, status: 504 },
    { fault: 'act-then-status', status: 500 },
    { fault: 'act-then-status', status: 503 },
    { fault: 'act-then-status', status: 302 },
    { fault: 'truncated-json' },
    { fault: 'garbage-json', body: '{"errors":[{"message":"Oh dear"}]}' },
    { fault: 'empty-200' }
  ])('is not made to do anything twice: %o', async (fault) => {
    const laptop = await Laptop.signedIn({ ...late, slowByClock: true })
    laptop.cloud.faults.add({ match: { method: 'POST', path: /^\/things/ }, times: 3, ...fault })
    laptop.capture(
      setStatus(laptop.role('readyPresence'), 'installed'),
      assign(laptop.role('readyEnvironment'), office),
      configure(laptop.role('presence'), 60)
    )
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(3)
    expect(states(laptop)).toEqual(['done', 'done', 'done'])
  })
})

describe('what follows on something done a moment ago asks nobody about it, and is done', () => {
  type Change = [what: string, intents: (tuid: string) => Intent[], values: string[]]
  const changes: Change[] = [
    [
      'another status',
      (tuid) => [setStatus(tuid, 'quarantine'), setStatus(tuid, 'retired')],
      ['quarantine', 'retired']
    ],
    ['another group', (tuid) => [assign(tuid, store), assign(tuid, 'unassigned')], [store, 'unassigned']],
    [
      'the group that it was in before',
      (tuid) => [assign(tuid, store), assign(tuid, office), assign(tuid, store)],
      [store, office, store]
    ],
    [
      'the status that it had before',
      (tuid) => [setStatus(tuid, 'quarantine'), setStatus(tuid, 'installed'), setStatus(tuid, 'quarantine')],
      ['quarantine', 'installed', 'quarantine']
    ]
  ]

  it.each(changes)('%s, three seconds later', async (_, intents, values) => {
    const laptop = await Laptop.signedIn(late)
    for (const intent of intents(laptop.role('presence'))) {
      laptop.capture(intent)
      await laptop.pass(3_000)
    }
    await laptop.settle()
    expect(states(laptop)).toEqual(values.map(() => 'done'))
    expect(valuesSet(laptop)).toEqual(values)
  })

  it.each(changes)('%s, though its first attempt is lost', async (_, intents, values) => {
    const laptop = await Laptop.signedIn(late)
    const all = intents(laptop.role('presence'))
    laptop.cloud.faults.add({ match: { method: 'POST' }, fault: 'drop-before', skip: all.length - 1, times: 1 })
    for (const intent of all) {
      laptop.capture(intent)
      await laptop.pass(3_000)
    }
    await laptop.settle()
    expect(laptop.cloud.faults.struck).toHaveLength(1)
    expect(states(laptop)).toEqual(values.map(() => 'done'))
    expect(valuesSet(laptop)).toEqual(values)
  })

  it.each(changes)('%s, though a page has read meanwhile what was before', async (_, intents, values) => {
    const laptop = await Laptop.signedIn(late)
    const tuid = laptop.role('presence')
    for (const intent of intents(tuid)) {
      laptop.capture(intent)
      await laptop.quiet()
      await laptop.app.things.installations(laptop.stackId, tuid)
      await laptop.app.things.group(laptop.stackId, tuid)
      await laptop.pass(8_000)
    }
    await laptop.settle()
    expect(states(laptop)).toEqual(values.map(() => 'done'))
    expect(valuesSet(laptop)).toEqual(values)
  })

  it('a member of a group that was renamed a moment ago', async () => {
    const laptop = await Laptop.signedIn(late)
    const tuid = laptop.role('presence')
    await laptop.app.things.group(laptop.stackId, tuid)
    laptop.capture({ type: 'group_rename', groupId: office, newGroupId: 'prfi00uusi' })
    await laptop.pass(3_000)
    laptop.capture(assign(tuid, store))
    await laptop.settle()
    expect(states(laptop)).toEqual(['done', 'done'])
  })

  it('but does ask about what somebody else has done meanwhile', async () => {
    const laptop = await Laptop.signedIn(late)
    const tuid = laptop.role('presence')
    laptop.capture(setStatus(tuid, 'quarantine'))
    await laptop.pass(1_000)
    laptop.cloud.world.setStatus(tuid, 'uninstalled', { responsible: 'eero' })
    await laptop.pass(8_000)
    laptop.capture(setStatus(tuid, 'retired'))
    await laptop.settle()
    expect(laptop.actions().at(-1)?.need).toMatchObject({ reason: 'conflict', serverShows: 'uninstalled' })
    expect(valuesSet(laptop)).toEqual(['quarantine'])
  })
})
