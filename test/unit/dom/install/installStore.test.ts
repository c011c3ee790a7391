import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Reading } from '@shared/domain/thing'
import { useDoneThingsStore } from '@/install/doneThingsStore'
import { lookFirstMs } from '@/install/installStore'
import { useReadingsStore } from '@/install/readingsStore'
import { useSettingsStore } from '@/stores/settings'
import { fail, ok, sessionOf } from '../frame/installerStandIn'
import { captured, startBench, willingInstaller } from './bench'
import { actionOf, failed, live, now, otherTuid, remembered, stackId, tuid } from './fixtures'

const last = { groupId: 'prfi00hq', status: 'installed' as const }
const toHq = { type: 'group', tuid, groupId: 'prfi00hq' }
const toInstalled = { type: 'status', tuid, status: 'installed' }
const installedElsewhere = () =>
  ok(live({ items: [{ status: 'installed', at: now, responsible: 'anna' }], unreadable: 0 }))
const never = <T>(): Promise<T> => new Promise<T>(() => undefined)

afterEach(() => vi.useRealTimers())

describe('a scan', () => {
  test('reads every part of the thing at once', async () => {
    const installer = willingInstaller()
    const store = await startBench()
    expect(store.scan('ESY93100802,TSPD04')).toBeNull()
    const asked = installer.calls.map(({ channel }) => channel).filter((channel) => channel.startsWith('things:'))
    expect(asked.toSorted()).toEqual([
      'things:alerts',
      'things:general',
      'things:group',
      'things:installations',
      'things:messages'
    ])
    expect(installer.inputsOf('things:general')).toMatchObject([{ stackId, tuid }])
  })

  test.each([
    ['TSPD04', { fault: 'no_serial', part: 'TSPD04' }],
    ['', { fault: 'empty' }]
  ])('of “%s” is not taken, and why', async (text, refusal) => {
    willingInstaller()
    const store = await startBench()
    expect(store.scan(text)).toMatchObject(refusal)
    expect(store.thing).toBeNull()
  })

  test('without a stack is not taken', async () => {
    const installer = willingInstaller()
    installer.answers['session:get'] = () => ok(sessionOf({ stack: null, connection: 'no_stack' }))
    const store = await startBench()
    expect(store.scan(tuid)).toEqual({ fault: 'no_stack' })
  })
})

describe('what is read', () => {
  test('of an earlier thing does not show up at the next one', async () => {
    const installer = willingInstaller()
    let answerFirst: (reading: Reading<{ groupId: string | null }>) => void = () => undefined
    const slow = new Promise<Reading<{ groupId: string | null }>>((resolve) => (answerFirst = resolve))
    installer.answers['things:group'] = ({ tuid: asked }) =>
      asked === tuid ? slow.then((reading) => ok(reading)) : ok(live({ groupId: 'prfi00annex' }))
    const store = await startBench()
    store.scan(tuid)
    store.scan(otherTuid)
    await flushPromises()
    answerFirst(live({ groupId: 'prfi00wrong' }))
    await flushPromises()
    expect(store.thing?.tuid).toBe(otherTuid)
    expect(store.belief.group?.value).toBe('prfi00annex')
  })

  test('stays, with the problem beside it, when asking again fails altogether', async () => {
    const installer = willingInstaller()
    const store = await startBench()
    store.scan(tuid)
    await flushPromises()
    installer.answers['things:group'] = () => fail('internal')
    await useReadingsStore().read('group')
    expect(useReadingsStore().parts.group).toMatchObject({
      busy: false,
      reading: { value: { groupId: 'unassigned' }, live: false, problem: { kind: 'internal' } }
    })
    expect(store.belief.group?.source).toBe('remembered')
  })

  test('is read again once the server confirmed a change', async () => {
    const installer = willingInstaller(last)
    const store = await startBench()
    store.scan(tuid)
    await store.saveSameAsBefore()
    const before = installer.inputsOf('things:installations').length
    const saved = store.actions.find((action) => action.intent.type === 'status')
    const receipt = { at: now, by: 'answer', responsible: 'me' } as const
    installer.change(actionOf({ type: 'status', tuid, status: 'installed' }, { ...saved, state: 'done', receipt }))
    await flushPromises()
    expect(installer.inputsOf('things:installations')).toHaveLength(before + 1)
  })
})

describe('saving step by step', () => {
  test('captures group and status in one go and goes on', async () => {
    const installer = willingInstaller()
    const store = await startBench()
    store.scan(tuid)
    await flushPromises()
    store.chooseGroup({ kind: 'put', groupId: 'prfi00hq' })
    await store.save()
    expect(captured(installer)).toEqual([{ stackId, intents: [toHq, toInstalled] }])
    expect(store.thing).toMatchObject({ step: 'command', unsaved: false })
  })

  test('captures a new group together with the assignment to it', async () => {
    const installer = willingInstaller()
    const store = await startBench()
    store.scan(tuid)
    await flushPromises()
    store.chooseGroup({ kind: 'create', groupId: 'prfi00hq', description: null })
    await store.save()
    expect(captured(installer)[0]?.intents).toEqual([
      { type: 'group_create', groupId: 'prfi00hq', description: null },
      toHq,
      toInstalled
    ])
  })

  test('that fails says why, keeps the choices, and can be tried again', async () => {
    const installer = willingInstaller()
    const capture = installer.answers['outbox:capture']
    installer.answers['outbox:capture'] = () => fail('disk_full')
    const store = await startBench()
    store.scan(tuid)
    await flushPromises()
    store.chooseGroup({ kind: 'put', groupId: 'prfi00hq' })
    await store.save()
    expect(store.thing).toMatchObject({
      savedAt: null,
      unsaved: true,
      group: { kind: 'put', groupId: 'prfi00hq' },
      saving: { state: 'not_saved', problem: { kind: 'disk_full' } }
    })
    expect(useDoneThingsStore().things).toEqual([])
    if (capture !== undefined) installer.answers['outbox:capture'] = capture
    await store.saveAnyway()
    expect(store.thing).toMatchObject({ step: 'command', saving: { state: 'idle' } })
    expect(useDoneThingsStore().things).toMatchObject([{ tuid, groupId: 'prfi00hq', status: 'installed' }])
  })

  test('captures nothing for what is so already, and says the thing is done', async () => {
    const installer = willingInstaller()
    installer.answers['things:group'] = () => ok(live({ groupId: 'prfi00hq' }))
    installer.answers['things:installations'] = installedElsewhere
    const store = await startBench()
    store.scan(tuid)
    await flushPromises()
    store.chooseGroup({ kind: 'keep' })
    await store.save()
    expect(captured(installer)).toEqual([])
    expect(useDoneThingsStore().things).toMatchObject([{ tuid, actions: [] }])
  })

  test('asks when something unusual is learnt only while saving', async () => {
    const installer = willingInstaller()
    let answer: (reading: Reading<{ groupId: string | null }>) => void = () => undefined
    const slow = new Promise<Reading<{ groupId: string | null }>>((resolve) => (answer = resolve))
    installer.answers['things:group'] = () => slow.then((reading) => ok(reading))
    const store = await startBench()
    store.scan(tuid)
    await flushPromises()
    store.chooseGroup({ kind: 'put', groupId: 'prfi00hq' })
    const saving = store.save()
    answer(live({ groupId: 'prfi00annex' }))
    await saving
    expect(store.thing?.saving).toMatchObject({ state: 'asking', looks: [{ kind: 'other_group', to: 'prfi00hq' }] })
    expect(captured(installer)).toEqual([])
    await store.saveAnyway()
    expect(captured(installer)).toHaveLength(1)
  })

  test('remembers the choices for the next thing', async () => {
    willingInstaller()
    const store = await startBench()
    store.scan(tuid)
    await flushPromises()
    store.chooseGroup({ kind: 'put', groupId: 'prfi00annex' })
    store.chooseStatus('quarantine')
    await store.save()
    await flushPromises()
    expect(useSettingsStore().lastChoice(stackId)).toEqual({ groupId: 'prfi00annex', status: 'quarantine' })
    store.scan(otherTuid)
    await flushPromises()
    expect(store.group).toEqual({ kind: 'put', groupId: 'prfi00annex' })
    expect(store.status).toBe('quarantine')
  })
})

describe('the same as before', () => {
  test('is not offered before anything was saved in this stack', async () => {
    willingInstaller()
    const store = await startBench()
    store.scan(tuid)
    expect(store.sameAsBefore).toBeNull()
  })

  test('captures both in one go', async () => {
    const installer = willingInstaller(last)
    const store = await startBench()
    store.scan(tuid)
    await store.saveSameAsBefore()
    expect(captured(installer)).toEqual([{ stackId, intents: [toHq, toInstalled] }])
    expect(store.thing).toMatchObject({ step: 'verify', justSaved: true })
  })

  test('asks first when the thing is installed elsewhere, and leaves the status then', async () => {
    const installer = willingInstaller(last)
    installer.answers['things:group'] = () => ok(live({ groupId: 'prfi00annex' }))
    installer.answers['things:installations'] = installedElsewhere
    const store = await startBench()
    store.scan(tuid)
    await store.saveSameAsBefore()
    expect(store.thing?.saving).toMatchObject({ state: 'asking', looks: [{ kind: 'other_group' }, { kind: 'status' }] })
    expect(captured(installer)).toEqual([])
    await store.saveAnyway()
    expect(captured(installer)[0]?.intents).toEqual([toHq])
  })

  test('records the status once more when the person insists', async () => {
    const installer = willingInstaller(last)
    installer.answers['things:installations'] = installedElsewhere
    const store = await startBench()
    store.scan(tuid)
    await store.saveSameAsBefore()
    await store.saveAnyway(true)
    expect(captured(installer)[0]?.intents).toEqual([toHq, toInstalled])
  })

  test('asks before a thing is saved that the stack does not know', async () => {
    const installer = willingInstaller(last)
    installer.answers['things:general'] = () => ok(failed('not_found'))
    const store = await startBench()
    store.scan(tuid)
    await flushPromises()
    await store.saveSameAsBefore()
    expect(store.thing?.saving).toMatchObject({ state: 'asking', looks: [{ kind: 'not_known_to_stack' }] })
  })

  test('never waits longer than a moment for a server that does not answer', async () => {
    vi.useFakeTimers()
    const installer = willingInstaller(last)
    installer.answers['things:group'] = never
    installer.answers['things:installations'] = never
    const store = await startBench()
    store.scan(tuid)
    const saving = store.saveSameAsBefore()
    await vi.advanceTimersByTimeAsync(lookFirstMs - 1)
    expect(captured(installer)).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    await saving
    expect(captured(installer)).toHaveLength(1)
  })

  test('works offline with what was seen here last, and sets the remembered group again', async () => {
    const installer = willingInstaller(last)
    installer.answers['things:group'] = () => ok(remembered({ groupId: 'prfi00hq' }))
    installer.answers['things:installations'] = () => ok(failed('offline'))
    const store = await startBench()
    store.scan(tuid)
    await store.saveSameAsBefore()
    expect(captured(installer)[0]?.intents).toEqual([toHq, toInstalled])
  })

  test('takes the next scan at once, also while it is still saving', async () => {
    const installer = willingInstaller(last)
    const store = await startBench()
    store.scan(tuid)
    const saving = store.saveSameAsBefore()
    store.scan(otherTuid)
    expect(store.thing?.tuid).toBe(tuid)
    await saving
    expect(store.thing).toMatchObject({ tuid: otherTuid, step: 'see', savedAt: null })
    await store.saveSameAsBefore()
    expect(captured(installer).map(({ intents }) => intents.length)).toEqual([2, 2])
    expect(useDoneThingsStore().things.map((done) => done.tuid)).toEqual([otherTuid, tuid])
  })
})

describe('a command', () => {
  const command = { tsmId: 1500 as const, tsmEv: 30 as const, parameters: { reportInterval: 600 } }

  test('is captured as an action of its own and belongs to the thing', async () => {
    const installer = willingInstaller(last)
    const store = await startBench()
    store.scan(tuid)
    await store.saveSameAsBefore()
    expect(await store.saveCommands([command])).toBe(true)
    expect(captured(installer)[1]).toEqual({ stackId, intents: [{ type: 'command', tuid, commands: [command] }] })
    expect(store.thing?.commandActions).toHaveLength(1)
    expect(useDoneThingsStore().things[0]?.actions).toHaveLength(3)
  })

  test('that could not be saved says why', async () => {
    const installer = willingInstaller()
    installer.answers['outbox:capture'] = () => fail('read_only')
    const store = await startBench()
    store.scan(tuid)
    expect(await store.saveCommands([command])).toBe(false)
    expect(store.thing?.commandSaving).toMatchObject({ state: 'not_saved', problem: { kind: 'read_only' } })
  })
})

describe('another stack', () => {
  const elsewhere = sessionOf({ stack: { id: 'd7b3a8f0-8a53-4c0e-8c1c-0f5a5a1d2b22', name: 'Other' } })

  test('gets nothing of a thing of this one, and what was unsaved is named', async () => {
    const installer = willingInstaller()
    const store = await startBench()
    store.scan(tuid)
    store.chooseStatus('installed')
    installer.emit('session:changed', elsewhere)
    await flushPromises()
    expect(store.thing).toBeNull()
    expect(store.abandoned).toBe(tuid)
    store.scan(otherTuid)
    expect(store.thing?.stackId).toBe(elsewhere.stack?.id)
    expect(store.abandoned).toBeNull()
  })

  test('waits for a saving under way, which goes to its own stack', async () => {
    const installer = willingInstaller(last)
    const store = await startBench()
    store.scan(tuid)
    const saving = store.saveSameAsBefore()
    installer.emit('session:changed', elsewhere)
    await saving
    await flushPromises()
    expect(captured(installer)).toMatchObject([{ stackId }])
    expect(store.thing).toBeNull()
    expect(store.abandoned).toBeNull()
  })
})

test('a stack changed while saving looks first does not slip past the second look', async () => {
  const installer = willingInstaller(last)
  installer.answers['things:installations'] = installedElsewhere
  const store = await startBench()
  store.scan(tuid)
  const saving = store.saveSameAsBefore()
  installer.emit('session:changed', sessionOf({ stack: null, connection: 'no_stack' }))
  await saving
  await flushPromises()
  expect(captured(installer)).toEqual([])
  expect(store.abandoned).toBe(tuid)
})

test('Enter without a scan goes on only when everything is saved', async () => {
  willingInstaller(last)
  const store = await startBench()
  expect(await store.goOnWhenSaved()).toBe(false)
  store.scan(tuid)
  expect(await store.goOnWhenSaved()).toBe(false)
  await store.saveSameAsBefore()
  expect(await store.goOnWhenSaved()).toBe(true)
  expect(store.thing?.step).toBe('finish')
})
