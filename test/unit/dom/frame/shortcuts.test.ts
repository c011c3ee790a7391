import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import App from '@/frame/App.vue'
// Here rather than when a page is first opened: to load them takes longer than a test may.
import '@/alerts/AlertsPage.vue'
import '@/groups/GroupsPage.vue'
import '@/help/HelpPage.vue'
import '@/install/InstallPage.vue'
import '@/queue/QueuePage.vue'
import '@/settings/SettingsPage.vue'
import '@/things/ThingsPage.vue'
import '@/visits/VisitsPage.vue'
import { useHelpStore } from '@/help/helpStore'
import { useSearchStore } from '@/search/searchStore'
import { ariaKeysOf, fieldShortcuts, keysOf, pageShortcuts, type Keys } from '@/shortcuts/shortcuts'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'
import { harbour, ok, sessionOf, standIn } from './installerStandIn'
import { button, show } from './mounting'

async function open() {
  standIn({ 'session:get': () => ok(sessionOf()), 'stacks:list': () => ok([harbour]) })
  const shown = show(App)
  await useSessionStore().start()
  await shown.router.push('/settings')
  await flushPromises()
  return { ...shown, settings: useSettingsStore(), search: useSearchStore() }
}

async function press(
  { key, code, mod }: Keys,
  target: EventTarget = document.body,
  timeStamp?: number
): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', {
    key: key ?? code?.replace('Digit', '') ?? '',
    code: code ?? '',
    ctrlKey: mod === true,
    bubbles: true,
    cancelable: true
  })
  if (timeStamp !== undefined) Object.defineProperty(event, 'timeStamp', { value: timeStamp })
  target.dispatchEvent(event)
  await flushPromises()
  return event
}

const sheet = (): Element | null => document.querySelector('[data-shortcut]')?.closest('[role=dialog]') ?? null
const listed = (): string[] =>
  [...document.querySelectorAll('[data-shortcut]')].map((line) => line.getAttribute('data-shortcut') ?? '')

test.each(pageShortcuts.flatMap(({ name, keys }) => keys.map((each) => [name, each] as const)))(
  'the shortcut %s (%j) does something',
  async (name, keys) => {
    const { router, search } = await open()
    if (name === 'settings') await router.push('/queue')
    const event = await press(keys)
    expect(event.defaultPrevented).toBe(true)
    if (name === 'search') expect(search.isOpen).toBe(true)
    else if (name === 'shortcuts') expect(sheet()).not.toBeNull()
    else if (name === 'explain') expect(useHelpStore().isOpen).toBe(true)
    else await expect.poll(() => router.currentRoute.value.name, { timeout: 20_000 }).toBe(name)
  }
)

test('the list is opened by a button too, and names every shortcut with its keys', async () => {
  await open()
  button('Keyboard shortcuts').click()
  await flushPromises()
  expect(listed()).toEqual([...pageShortcuts, ...fieldShortcuts].map(({ name }) => name))
  const line = document.querySelector('[data-shortcut=things]')
  expect(line?.textContent.replaceAll(/\s+/g, '')).toBe('Goto:ThingsCtrl3')
  button('Close').click()
  await flushPromises()
})

test('a question mark that is typed, or read from a label, is none', async () => {
  await open()
  const field = document.createElement('input')
  document.body.append(field)
  await press({ key: '?' }, field)
  expect(sheet()).toBeNull()
  await press({ key: 'p' }, document.body, 10_000)
  await press({ key: '?' }, document.body, 10_008)
  expect(sheet()).toBeNull()
})

test('behind the list no other page is gone to', async () => {
  const { router } = await open()
  await press({ key: '?' })
  await expect
    .poll(() => document.querySelector('.v-overlay--active [data-shortcut]'), { timeout: 20_000 })
    .not.toBeNull()
  await press({ code: 'Digit3', mod: true })
  expect(router.currentRoute.value.name).toBe('settings')
})

test.each([
  ['search', false, [['Ctrl', 'K']], 'Control+K Meta+K'],
  ['install', false, [['Ctrl', '1']], 'Control+1 Meta+1'],
  ['install', true, [['⌘', '1']], 'Control+1 Meta+1'],
  ['explain', false, [['F1']], 'F1'],
  ['shortcuts', false, [['?']], '?'],
  ['clear', false, [['Esc']], 'Esc']
] as const)('%s is written on the keys', (name, isMac, keys, aria) => {
  expect(keysOf(name, isMac)).toEqual(keys)
  expect(ariaKeysOf(name)).toBe(aria)
})
