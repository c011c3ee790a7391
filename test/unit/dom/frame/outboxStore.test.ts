import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Action } from '@shared/domain/action'
import { useOutboxStore } from '@/stores/outbox'
import { actionOf, otherTuid, stackId, tuid } from '../install/fixtures'
import { fail, ok, standIn } from './installerStandIn'

const installed = () => actionOf({ type: 'status', tuid, status: 'installed' })
const grouped = () => actionOf({ type: 'group', tuid: otherTuid, groupId: 'prfi00attic' }, { state: 'needs_you' })

beforeEach(() => setActivePinia(createPinia()))

describe('the outbox of the active stack', () => {
  test('is listed newest first, by thing, and apart into what waits and what needs a person', async () => {
    const [first, second] = [installed(), grouped()]
    standIn({ 'outbox:list': () => ok([first, second]) })
    const outbox = useOutboxStore()
    await outbox.show(stackId)
    expect(outbox.actions.map(({ id }) => id)).toEqual([second.id, first.id])
    expect(outbox.ofThing(tuid)).toEqual([first])
    expect(outbox.waiting).toEqual([first])
    expect(outbox.needsYou).toEqual([second])
  })

  test('follows what main announces, and only of this stack', async () => {
    const action = installed()
    const installer = standIn({ 'outbox:list': () => ok([action]) })
    const outbox = useOutboxStore()
    await outbox.show(stackId)
    installer.emit('outbox:changed', [
      { ...action, state: 'sending' },
      { ...installed(), stackId: '11111111-1111-4111-8111-111111111111' }
    ])
    expect(outbox.actions).toEqual([{ ...action, state: 'sending' }])
  })

  test('an announcement made while the list is on its way is newer than the list', async () => {
    const action = installed()
    const list = Promise.withResolvers<Action[]>()
    const installer = standIn({ 'outbox:list': async () => ok(await list.promise) })
    const outbox = useOutboxStore()
    const shown = outbox.show(stackId)
    installer.emit('outbox:changed', [{ ...action, state: 'done' }])
    list.resolve([action])
    await shown
    expect(outbox.actions[0]?.state).toBe('done')
  })

  test('a list of the stack left meanwhile is not taken over', async () => {
    const list = Promise.withResolvers<Action[]>()
    standIn({ 'outbox:list': async () => ok(await list.promise) })
    const outbox = useOutboxStore()
    const shown = outbox.show(stackId)
    await outbox.show(null)
    list.resolve([installed()])
    await shown
    expect(outbox.actions).toEqual([])
  })

  test('a list that fails says why', async () => {
    standIn({ 'outbox:list': () => fail('disk_full') })
    const outbox = useOutboxStore()
    await outbox.show(stackId)
    expect(outbox.loaded).toBe(false)
    expect(outbox.problem).toEqual({ kind: 'disk_full' })
  })
})

describe('changing an action', () => {
  test('what is captured is there before main announces it', async () => {
    const action = installed()
    standIn({ 'outbox:list': () => ok([]), 'outbox:capture': () => ok([action]) })
    const outbox = useOutboxStore()
    await outbox.show(stackId)
    await outbox.capture(stackId, [action.intent])
    expect(outbox.ofThing(tuid)).toEqual([action])
  })

  test('what could not be saved is thrown and leaves nothing behind', async () => {
    standIn({ 'outbox:list': () => ok([]), 'outbox:capture': () => fail('disk_full') })
    const outbox = useOutboxStore()
    await outbox.show(stackId)
    await expect(outbox.capture(stackId, [installed().intent])).rejects.toMatchObject({
      problem: { kind: 'disk_full' }
    })
    expect(outbox.actions).toEqual([])
  })

  test('an answer older than what was announced meanwhile changes nothing', async () => {
    const action = installed()
    const installer = standIn({
      'outbox:list': () => ok([action]),
      'outbox:retry': () => {
        installer.emit('outbox:changed', [{ ...action, state: 'done' }])
        return ok({ ...action, waits: null })
      }
    })
    const outbox = useOutboxStore()
    await outbox.show(stackId)
    await outbox.retry(action.id)
    expect(outbox.actions[0]?.state).toBe('done')
  })

  test('an answer with no announcement counts', async () => {
    const action = grouped()
    const installer = standIn({
      'outbox:list': () => ok([action]),
      'outbox:settle': () => ok({ ...action, state: 'pending' as const, need: null })
    })
    const outbox = useOutboxStore()
    await outbox.show(stackId)
    await outbox.settle(action.id, 'send_again')
    expect(installer.inputsOf('outbox:settle')).toEqual([{ id: action.id, choice: 'send_again' }])
    expect(outbox.actions[0]?.state).toBe('pending')
  })
})
