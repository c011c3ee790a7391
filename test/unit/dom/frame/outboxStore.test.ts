import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { useOutboxStore } from '@/stores/outbox'
import { actionOf, stackId, tuid } from '../install/fixtures'
import { fail, ok, standIn } from './installerStandIn'

const installed = () => actionOf({ type: 'status', tuid, status: 'installed' })

beforeEach(() => setActivePinia(createPinia()))

test('whoever listens hears what main announces, until it stops listening', () => {
  const installer = standIn()
  const heard: unknown[] = []
  const stop = useOutboxStore().onChange((seqs, here) => void heard.push([seqs, here]))
  installer.emit('outbox:changed', [1, 2])
  installer.emit('outbox:changed', null)
  stop()
  installer.emit('outbox:changed', [3])
  expect(heard).toEqual([
    [[1, 2], false],
    [null, false]
  ])
})

test.each<[string, (outbox: ReturnType<typeof useOutboxStore>, id: string) => Promise<unknown>, boolean]>([
  ['retry', (outbox, id) => outbox.retry(id), true],
  ['settle', (outbox, id) => outbox.settle(id, 'send_again'), true],
  ['discard', (outbox, id) => outbox.discard(id, '', false), true],
  ['discard with dependents', (outbox, id) => outbox.discard(id, '', true), false],
  ['retryAll', (outbox) => outbox.retryAll(stackId, null), false],
  ['settleAlike', (outbox, id) => outbox.settleAlike(id, 'keep_theirs'), false],
  ['discardAlike', (outbox, id) => outbox.discardAlike(id, ''), false]
])('a deed of a person is over when everybody has shown it: %s', async (_name, deed, isNamed) => {
  const action = installed()
  standIn({
    'outbox:retry': () => ok(action),
    'outbox:settle': () => ok(action),
    'outbox:discard': () => ok(action),
    'outbox:retryAll': () => ok(2),
    'outbox:settleAlike': () => ok(2),
    'outbox:discardAlike': () => ok(2)
  })
  const outbox = useOutboxStore()
  const shown = Promise.withResolvers<void>()
  const heard: unknown[] = []
  outbox.onChange((seqs, here) => {
    heard.push([seqs, here])
    return shown.promise
  })
  let over = false
  const doing = deed(outbox, action.id).finally(() => (over = true))
  await expect.poll(() => heard).toEqual([[isNamed ? [action.seq] : null, true]])
  expect(over).toBe(false)
  shown.resolve()
  await doing
})

test('a deed that failed is thrown, and nobody hears of a change', async () => {
  standIn({ 'outbox:capture': () => fail('disk_full'), 'outbox:retry': () => fail('action_not_open') })
  const outbox = useOutboxStore()
  const heard: unknown[] = []
  outbox.onChange((seqs) => void heard.push(seqs))
  await expect(outbox.capture(stackId, [installed().intent])).rejects.toMatchObject({ problem: { kind: 'disk_full' } })
  await expect(outbox.retry('x')).rejects.toMatchObject({ problem: { kind: 'action_not_open' } })
  expect(heard).toEqual([])
})
