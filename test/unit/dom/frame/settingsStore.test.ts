import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { defaultSettings, type Settings } from '@shared/ipc/settings'
import { useSettingsStore } from '@/stores/settings'
import { fail, harbour, ok, standIn } from './installerStandIn'

beforeEach(() => setActivePinia(createPinia()))

const appInfo = (systemLanguage: string) => ({
  version: '1.2.3',
  platform: 'linux',
  electron: '45',
  systemLanguage,
  dataFolder: '/data',
  notices: []
})

test.each<[Settings['language'], string, string]>([
  ['system', 'fi-FI', 'fi'],
  ['system', 'en-US', 'en'],
  ['system', 'sv-FI', 'en'],
  ['en', 'fi-FI', 'en'],
  ['fi', 'en-GB', 'fi']
])('language %s on a %s machine speaks %s', async (language, system, spoken) => {
  standIn({ 'app:info': () => ok(appInfo(system)), 'settings:get': () => ok({ ...defaultSettings, language }) })
  const store = useSettingsStore()
  await store.start()
  expect(store.language).toBe(spoken)
})

test('a change shows at once and goes back when it could not be kept', async () => {
  standIn({ 'settings:set': () => fail('disk_full') })
  const store = useSettingsStore()
  const changed = store.change({ theme: 'dark' })
  expect(store.settings.theme).toBe('dark')
  await expect(changed).rejects.toMatchObject({ problem: { kind: 'disk_full' } })
  expect(store.settings.theme).toBe('system')
})

test('the last choice of a stack is completed, and other stacks keep theirs', async () => {
  const other = '11111111-1111-4111-8111-111111111111'
  let kept: Settings = { ...defaultSettings, lastChoices: { [other]: { groupId: 'prfi00cellar', status: null } } }
  standIn({
    'app:info': () => ok(appInfo('en')),
    'settings:get': () => ok(kept),
    'settings:set': (changes) => {
      kept = { ...kept, ...changes }
      return ok(kept)
    }
  })
  const store = useSettingsStore()
  await store.start()
  await store.rememberChoice(harbour.id, { groupId: 'prfi00attic' })
  await store.rememberChoice(harbour.id, { status: 'installed' })
  expect(store.lastChoice(harbour.id)).toEqual({ groupId: 'prfi00attic', status: 'installed' })
  expect(store.lastChoice(other)).toEqual({ groupId: 'prfi00cellar', status: null })
  expect(kept.lastChoices[harbour.id]).toEqual({ groupId: 'prfi00attic', status: 'installed' })
})
