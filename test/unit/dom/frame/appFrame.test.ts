import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defaultSettings } from '@shared/ipc/settings'
import type { Session } from '@shared/ipc/channels'
import App from '@/frame/App.vue'
import { useFaultsStore } from '@/stores/faults'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'
import { harbour, ok, sessionOf, standIn, type InstallerStandIn } from './installerStandIn'
import { button, show } from './mounting'

async function start(session: Session, path = '/settings', installer: InstallerStandIn = standIn()) {
  installer.answers['session:get'] = () => ok(session)
  installer.answers['stacks:list'] = () => ok(session.stack === null ? [] : [harbour])
  installer.answers['app:info'] ??= () =>
    ok({ version: '1.2.3', platform: 'linux', electron: '45', systemLanguage: 'en', dataFolder: '/data', notices: [] })
  const shown = show(App)
  await Promise.all([useSessionStore().start(), useSettingsStore().start()])
  await shown.router.push(path)
  await flushPromises()
  return { ...shown, installer }
}

const nobody = sessionOf({ stack: null, connection: 'no_stack' })

test('without a stack the app opens on its set-up', async () => {
  const { page } = await start(nobody, '/queue')
  expect(page.get('h1').text()).toBe('Welcome')
  expect(button('Test and save').type).toBe('submit')
})

test('without a stack the settings stay reachable', async () => {
  const { page } = await start(nobody, '/settings')
  expect(page.get('h1').text()).toBe('Settings')
})

test.each<[Partial<Session>, string]>([
  [{}, 'Nothing waiting'],
  [{ waiting: 3 }, '3 waiting'],
  [{ waiting: 3, needsYou: 1 }, '3 waiting · 1 needs you'],
  [{ needsYou: 2 }, '2 need you']
])('the bar says of %j: %s', async (change, words) => {
  const { page } = await start(sessionOf(change))
  expect(page.get('header').text()).toContain(words)
  expect(button(`Queue: ${words}`).getAttribute('href')).toBe('/queue')
})

test.each<[Session['connection'], string]>([
  ['checking', 'Checking the connection'],
  ['online', 'Online'],
  ['offline', 'Offline since'],
  ['signed_out', 'Signed out'],
  ['no_secret', 'Secret missing']
])('connection %s is said in words', async (connection, words) => {
  const { page } = await start(sessionOf({ connection }))
  expect(page.get('header').text()).toContain(words)
})

test('the connection tells more when asked, and looks again', async () => {
  const checked = sessionOf({ connection: 'online' })
  const installer = standIn({ 'session:check': () => ok(checked) })
  const { page } = await start(sessionOf({ connection: 'signed_out' }), '/settings', installer)
  button('Connection: Signed out').click()
  await flushPromises()
  expect(document.querySelector('[role=dialog]')?.textContent).toContain(
    'The server refused the client ID or the secret'
  )
  button('Check now').click()
  await flushPromises()
  expect(page.get('header').text()).toContain('Online')
})

test('the settings take effect at once', async () => {
  const installer = standIn({ 'settings:set': (changes) => ok({ ...defaultSettings, ...changes }) })
  const { page } = await start(sessionOf(), '/settings', installer)
  await useSettingsStore().change({ language: 'fi', theme: 'dark', textSize: 130 })
  await flushPromises()
  expect(page.get('h1').text()).toBe('Asetukset')
  expect(document.title).toBe('Asetukset – Thingsee Field Installer')
  expect(document.documentElement.lang).toBe('fi')
  expect(document.documentElement.style.getPropertyValue('--app-text-size')).toBe('20.8px')
  expect(page.get('.v-application').classes()).toContain('v-theme--dark')
})

test('an unexpected error is logged and shown, and the page stays', async () => {
  const { page, installer } = await start(sessionOf())
  useFaultsStore().report(new Error('boom'))
  await flushPromises()
  expect(page.get('[role=alert]').text()).toContain('The app made a mistake')
  expect(page.get('h1').text()).toBe('Settings')
  expect(installer.inputsOf('app:reportError')).toMatchObject([{ message: 'Error: boom' }])
  button('Dismiss').click()
  await flushPromises()
  expect(page.find('[role=alert]').exists()).toBe(false)
})

test.each([
  ['disk_full', 'The disk of this laptop is full', 'Delete or move files'],
  ['read_only', 'The app may not write to its folder at the moment', 'Make the folder writable again'],
  ['not_saved', 'Nothing can be written on this laptop at the moment', 'goes on by itself']
] as const)(
  'while nothing can be recorded (%s), every page says so, and so does the bar',
  async (kind, title, next) => {
    const storage = { kind, detail: 'database or disk is full' }
    const { page, installer } = await start(sessionOf({ waiting: 3, storage }))
    const banner = page.get('[data-storage]')
    for (const words of [title, 'Nothing new can be saved, and nothing is sent', next]) {
      expect(banner.text()).toContain(words)
    }
    expect(banner.attributes('role')).toBe('alert')
    expect(page.get('header').text()).toContain('3 waiting · nothing can be saved')
    installer.emit('session:changed', sessionOf({ waiting: 3 }))
    await flushPromises()
    expect(page.find('[data-storage]').exists()).toBe(false)
    expect(page.get('header').text()).not.toContain('nothing can be saved')
  }
)

test('what was mended at the start is said once', async () => {
  const installer = standIn({
    'app:info': () =>
      ok({
        version: '1.2.3',
        platform: 'linux',
        electron: '45',
        systemLanguage: 'en',
        dataFolder: '/data',
        notices: [{ kind: 'settings_reset', detail: '/data/settings.json.bad' }]
      })
  })
  const { page } = await start(sessionOf(), '/settings', installer)
  expect(page.text()).toContain('kept at /data/settings.json.bad')
  button('Dismiss').click()
  await flushPromises()
  expect(page.text()).not.toContain('/data/settings.json.bad')
})

test('the menu of stacks tells what waits for each as it is when the menu is opened', async () => {
  const { installer } = await start(sessionOf())
  installer.answers['stacks:list'] = () => ok([{ ...harbour, openActions: 3 }])
  button('Active stack: Harbour').click()
  await flushPromises()
  expect(document.querySelector('[role=menu]')?.textContent).toContain('3 actions in the queue')
})
