import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Recovery } from '@shared/ipc/supportChannels'
import App from '@/frame/App.vue'
import { useSessionStore } from '@/stores/session'
import { fail, ok, sessionOf, standIn } from './installerStandIn'
import { button, show } from './mounting'

async function start(answer: ReturnType<typeof ok<Recovery | null>> | ReturnType<typeof fail>) {
  const installer = standIn({
    'recovery:get': () => answer,
    'recovery:dismiss': () => ok(undefined),
    'about:openDataFolder': () => ok(true),
    'session:get': () => ok(sessionOf())
  })
  const { page, router } = show(App)
  await useSessionStore().start()
  await router.push('/settings')
  await flushPromises()
  return { page, installer, card: () => page.find('[data-recovery]') }
}

const crash: Recovery = { cause: 'app', at: null, waiting: 0, needsYou: 0, visits: [] }

test('after a crash it is said what is safe and what may be gone, until somebody has read it', async () => {
  const { page, installer, card } = await start(ok({ ...crash, waiting: 12, needsYou: 1, visits: ['Harbour house'] }))
  for (const words of [
    'The app was not closed properly last time',
    '12 actions wait and are sent by themselves.',
    '1 action needs you.',
    'The visit to Harbour house is under way',
    'so nothing is done twice',
    'Only what was typed and not saved yet may be gone.'
  ]) {
    expect(card().text()).toContain(words)
  }
  expect(button('Open the queue').getAttribute('href')).toBe('/queue')
  // The work goes on beneath it.
  expect(page.get('h1').text()).toBe('Settings')
  button('Go on').click()
  await flushPromises()
  expect(card().exists()).toBe(false)
  expect(installer.inputsOf('recovery:dismiss')).toHaveLength(1)
})

test('with nothing in the queue it speaks of none', async () => {
  const { card } = await start(ok({ ...crash, cause: 'page', at: Date.UTC(2026, 10, 26, 9) }))
  expect(card().text()).toContain('The screen crashed and was loaded again')
  expect(card().text()).toContain('No action waits to be sent.')
  expect(card().text()).not.toContain('nothing is done twice')
  expect(() => button('Open the queue')).toThrow('no button')
})

test('after an end in order nothing is said, nor when it cannot be asked', async () => {
  expect((await start(ok(null))).card().exists()).toBe(false)
  const { page, card, installer } = await start(fail('internal'))
  expect(card().exists()).toBe(false)
  expect(page.find('[role=alert]').exists()).toBe(false)
  expect(installer.inputsOf('app:reportError')).toHaveLength(1)
})
