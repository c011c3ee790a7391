import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { Intent } from '@shared/domain/action'
import { fail, ok } from '../frame/installerStandIn'
import { captured, startBench, willingInstaller } from './bench'
import { actionOf, live, now, tuid } from './fixtures'

const last = { groupId: 'prfi00hq', status: 'installed' as const }
const toHq: Intent = { type: 'group', tuid, groupId: 'prfi00hq' }
const toInstalled: Intent = { type: 'status', tuid, status: 'installed' }

describe('what is queued for the thing at hand', () => {
  test('is read once for a thing whose changes were confirmed before it was scanned', async () => {
    const installer = willingInstaller()
    const receipt = { at: now - 1, by: 'answer', responsible: 'me' } as const
    installer.queue.put([actionOf({ type: 'status', tuid, status: 'installed' }, { state: 'done', receipt })])
    const store = await startBench()
    store.scan(tuid)
    await flushPromises()
    expect(store.actions).toHaveLength(1)
    expect(installer.inputsOf('things:installations')).toHaveLength(1)
  })

  test('waits for what is queued for the thing: without it, what is chosen may seem to be so already', async () => {
    const installer = willingInstaller(last)
    installer.answers['things:group'] = () => ok(live({ groupId: 'prfi00hq' }))
    installer.queue.put([actionOf({ type: 'group', tuid, groupId: 'prfi00annex' })])
    const answer = installer.answers['queue:list']
    const asked = Promise.withResolvers<void>()
    installer.answers['queue:list'] = async (filter) => {
      await asked.promise
      return answer?.(filter) ?? fail('internal')
    }
    const store = await startBench()
    store.scan(tuid)
    const saving = store.saveSameAsBefore()
    await flushPromises()
    expect(captured(installer)).toEqual([])
    asked.resolve()
    await saving
    await store.saveAnyway()
    expect(captured(installer)[0]?.intents).toEqual([toHq, toInstalled])
  })

  test('counts when it was captured by a batch since the thing was scanned here, and is not captured twice', async () => {
    const installer = willingInstaller(last)
    const store = await startBench()
    store.scan(tuid)
    await flushPromises()
    installer.change(actionOf(toHq), actionOf(toInstalled))
    await flushPromises()
    await store.saveSameAsBefore()
    expect(captured(installer)).toEqual([])
    expect(store.thing?.saving).toMatchObject({ state: 'asking', looks: [{ kind: 'status', change: 'already_there' }] })
  })

  test('is not saved while what is queued for the thing cannot be told', async () => {
    const installer = willingInstaller(last)
    installer.answers['queue:list'] = () => fail('not_saved')
    const store = await startBench()
    store.scan(tuid)
    await store.saveSameAsBefore()
    expect(store.thing?.saving).toMatchObject({ state: 'not_saved', problem: { kind: 'not_saved' } })
    expect(captured(installer)).toEqual([])
  })
})
