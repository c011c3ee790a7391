import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defaultSettings } from '@shared/ipc/settings'
import WelcomePage from '@/stacks/WelcomePage.vue'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'
import { ok, sessionOf, standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'

async function start(tourDone: boolean) {
  const info = { version: '1.2.3', platform: 'linux', electron: '45', systemLanguage: 'en', dataFolder: '/data' }
  const installer = standIn({
    'app:info': () => ok({ ...info, notices: [] }),
    'settings:get': () => ok({ ...defaultSettings, tourDone }),
    'settings:set': (changes) => ok({ ...defaultSettings, ...changes }),
    'session:get': () => ok(sessionOf({ stack: null, connection: 'no_stack' }))
  })
  const { page } = show(WelcomePage)
  await Promise.all([useSettingsStore().start(), useSessionStore().start()])
  await flushPromises()
  return { page, installer, tour: () => page.find('section[aria-label=Introduction]') }
}

test('the first start introduces the app in three screens, beside the form that waits', async () => {
  const { page, installer, tour } = await start(false)
  expect(tour().text()).toContain('1 of 3')
  expect(button('Test and save').type).toBe('submit')
  button('Next').click()
  await flushPromises()
  expect(tour().text()).toContain('Saved here, will be sent')
  expect(document.activeElement?.textContent).toBe('Never “done” before the server says so')
  await tour().trigger('keydown', { key: 'ArrowRight' })
  expect(tour().text()).toContain('3 of 3')
  await tour().trigger('keydown', { key: 'ArrowRight' })
  expect(tour().text()).toContain('3 of 3')
  button('Begin').click()
  await flushPromises()
  expect(tour().exists()).toBe(false)
  expect(page.find('form').exists()).toBe(true)
  expect(installer.inputsOf('settings:set')).toEqual([{ tourDone: true }])
})

test('it is skipped at once, by button or with Esc, and that is remembered', async () => {
  const { installer, tour } = await start(false)
  await tour().trigger('keydown', { key: 'Escape' })
  await flushPromises()
  expect(tour().exists()).toBe(false)
  expect(installer.inputsOf('settings:set')).toEqual([{ tourDone: true }])
})

test('who has seen it is left alone', async () => {
  const { tour } = await start(true)
  expect(tour().exists()).toBe(false)
})

test('with the first stack it is over, whether it was looked at or not', async () => {
  const { page, installer } = await start(false)
  installer.emit('session:changed', sessionOf())
  page.unmount()
  expect(installer.inputsOf('settings:set')).toEqual([{ tourDone: true }])
})
