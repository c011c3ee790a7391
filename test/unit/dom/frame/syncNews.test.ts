import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import SyncAnnouncer from '@/frame/SyncAnnouncer.vue'
import { isSyncNews, type QueueState } from '@/frame/syncNews'
import { useSessionStore } from '@/stores/session'
import { ok, sessionOf, standIn } from './installerStandIn'
import { show } from './mounting'

const calm: QueueState = { known: true, stackId: 'a', connection: 'online', waiting: 0, needsYou: 0 }

test.each<[string, Partial<QueueState>, Partial<QueueState>, boolean]>([
  ['all has gone out', { waiting: 2 }, {}, true],
  ['one of several has gone out', { waiting: 2 }, { waiting: 1 }, false],
  ['something is about to go', {}, { waiting: 1 }, false],
  ['something waits for a connection', { connection: 'offline' }, { connection: 'offline', waiting: 1 }, true],
  ['more waits for it', { connection: 'offline', waiting: 1 }, { connection: 'offline', waiting: 2 }, false],
  ['a person is needed', { waiting: 1 }, { waiting: 1, needsYou: 1 }, true],
  ['a person has decided', { needsYou: 1 }, {}, false],
  ['it is counted for the first time', { known: false }, { waiting: 3, needsYou: 1, connection: 'checking' }, false],
  ['another stack is shown', { waiting: 3 }, { stackId: 'b', needsYou: 2 }, false]
])('%s', (_, before, now, isNews) => {
  expect(isSyncNews({ ...calm, ...before }, { ...calm, ...now })).toBe(isNews)
})

test('what is news is said, the same words again as well', async () => {
  const installer = standIn({ 'session:get': () => ok(sessionOf()) })
  show(SyncAnnouncer)
  await useSessionStore().start()
  await flushPromises()
  const region = document.querySelector('[role=status]')
  expect(region?.textContent).toBe('')
  const become = async (change: Parameters<typeof sessionOf>[0]) => {
    installer.emit('session:changed', sessionOf(change))
    await flushPromises()
    return region?.firstElementChild ?? null
  }
  expect((await become({ waiting: 3 }))?.textContent ?? '').toBe('')
  expect((await become({ waiting: 3, needsYou: 1 }))?.textContent).toBe('3 waiting · 1 needs you')
  const first = await become({ waiting: 0 })
  expect(first?.textContent).toBe('Nothing waiting')
  await become({ waiting: 2 })
  const second = await become({ waiting: 0 })
  expect(second?.textContent).toBe('Nothing waiting')
  expect(second).not.toBe(first)
})
