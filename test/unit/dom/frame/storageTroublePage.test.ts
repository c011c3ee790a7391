import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { StorageTrouble } from '@shared/ipc/channels'
import { storageTroubleSchema } from '@shared/ipc/frontChannels'
import AppRoot from '@/frame/AppRoot.vue'
import { english } from '@/i18n/english'
import { useSettingsStore } from '@/stores/settings'
import { useStorageStore } from '@/stores/storage'
import { fail, ok, sessionOf, standIn, type InstallerStandIn } from './installerStandIn'
import { button, show } from './mounting'

const full: StorageTrouble = {
  kind: 'disk_full',
  detail: 'database or disk is full',
  folder: '/data',
  file: '/data/installer.sqlite'
}

const info = { version: '1.2.3', platform: 'linux', electron: '45', dataFolder: '/data', notices: [] }

/** The page as it is after a start; the channels that need the files do not answer while there is trouble. */
async function start(trouble: StorageTrouble | null, installer: InstallerStandIn, systemLanguage = 'en') {
  installer.answers['storage:open'] ??= () => ok(trouble)
  installer.answers['app:info'] = () => ok({ ...info, systemLanguage })
  const shown = show(AppRoot)
  // The app itself asks first and is mounted then.
  installer.calls.length = 0
  await Promise.all([useSettingsStore().start(), useStorageStore().open()])
  await flushPromises()
  return shown
}

test.each(storageTroubleSchema.shape.kind.options)('%s is said in full, with the file and the way on', async (kind) => {
  const { page } = await start({ ...full, kind }, standIn())
  const { title, happened, next } = english.storage[kind]
  expect(page.get('h1').text()).toBe(title)
  for (const words of [happened, next, 'still in this file', '/data/installer.sqlite']) {
    expect(page.text()).toContain(words)
  }
  button('Details').click()
  await flushPromises()
  expect(page.get('pre').text()).toContain(`${kind}\ndatabase or disk is full`)
})

test('nothing that needs the files is asked for', async () => {
  const installer = standIn()
  await start(full, installer)
  expect(new Set(installer.calls.map(({ channel }) => channel))).toEqual(
    new Set(['app:info', 'settings:get', 'storage:open'])
  )
})

test('a laptop on which nothing was saved yet is not told of a file', async () => {
  const { page } = await start({ ...full, kind: 'read_only', file: null }, standIn())
  expect(page.text()).toContain('Nothing was saved on this laptop yet')
  expect(page.text()).not.toContain('installer.sqlite')
})

test('it speaks the language of the system', async () => {
  const { page } = await start(full, standIn(), 'fi-FI')
  expect(page.get('h1').text()).toBe('Tämän koneen levy on täynnä')
})

test('trying again in vain says so, and goes on with the app once it works', async () => {
  let trouble: StorageTrouble | null = full
  const installer = standIn({
    'storage:open': () => ok(trouble),
    'session:get': () => ok(sessionOf({ stack: null, connection: 'no_stack' }))
  })
  const { page } = await start(full, installer)
  button('Try again').click()
  await flushPromises()
  expect(page.text()).toMatch(/Tried again at .+: it is still so\./)
  trouble = null
  button('Try again').click()
  await flushPromises()
  expect(page.find('[data-trouble]').exists()).toBe(false)
  expect(page.find('nav').exists()).toBe(true)
})

test('a try that fails otherwise is shown', async () => {
  const installer = standIn()
  const { page } = await start(full, installer)
  installer.answers['storage:open'] = () => fail('internal', { detail: 'log reference 1234' })
  button('Try again').click()
  await flushPromises()
  expect(page.get('[role=alert]').text()).toContain('The app made a mistake')
  expect(page.get('h1').text()).toBe(english.storage.disk_full.title)
})

test('the app can be quit from there', async () => {
  const installer = standIn({ 'app:quit': () => ok(undefined) })
  await start(full, installer)
  button('Quit').click()
  await flushPromises()
  expect(installer.inputsOf('app:quit')).toHaveLength(1)
})

test('with the files open there is no trace of it', async () => {
  const installer = standIn({
    'session:get': () => ok(sessionOf({ stack: null, connection: 'no_stack' }))
  })
  const { page } = await start(null, installer)
  expect(page.find('[data-trouble]').exists()).toBe(false)
  expect(page.find('nav').exists()).toBe(true)
})
