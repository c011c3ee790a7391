import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import type { StorageTrouble } from '@shared/ipc/channels'
import { useSessionStore } from '@/stores/session'
import { useStorageStore } from '@/stores/storage'
import { fail, harbour, ok, sessionOf, standIn } from './installerStandIn'

const trouble: StorageTrouble = { kind: 'read_only', detail: 'attempt to write', folder: '/data', file: null }

beforeEach(() => setActivePinia(createPinia()))

/** Whether it is settled by now. */
async function isSettled(store: ReturnType<typeof useStorageStore>): Promise<boolean> {
  const waiting = Symbol('waiting')
  return (await Promise.race([store.settled, Promise.resolve(waiting)])) !== waiting
}

test('whoever waits for the files waits while they cannot be opened, and goes on once they are', async () => {
  const installer = standIn({ 'storage:open': () => ok(trouble), 'session:get': () => ok(sessionOf()) })
  const storage = useStorageStore()
  await storage.open()
  expect(storage.trouble).toEqual(trouble)
  expect(await isSettled(storage)).toBe(false)
  installer.answers['storage:open'] = () => ok(null)
  await storage.open()
  expect(storage.trouble).toBeNull()
  expect(await isSettled(storage)).toBe(true)
})

test('whoever waits for the files asks and is told what is wrong when nobody can say whether they are open', async () => {
  standIn({ 'storage:open': () => fail('internal', { detail: 'log reference 1234' }) })
  const storage = useStorageStore()
  await expect(storage.open()).rejects.toMatchObject({ problem: { kind: 'internal' } })
  expect(await isSettled(storage)).toBe(true)
})

test('the stack chosen last is shown until the session is known, which has the last word', async () => {
  standIn({
    'storage:open': () => ok(null),
    'session:get': () => ok(sessionOf({ stack: null, connection: 'no_stack' }))
  })
  const session = useSessionStore()
  session.expected = { id: harbour.id, name: harbour.name }
  expect([session.known, session.stackId, session.stackName]).toEqual([false, harbour.id, harbour.name])
  await useStorageStore().open()
  expect([session.known, session.stackId, session.stackName]).toEqual([true, null, null])
})
