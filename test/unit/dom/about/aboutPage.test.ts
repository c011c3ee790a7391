import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { defaultSettings } from '@shared/ipc/settings'
import AboutPage from '@/about/AboutPage.vue'
import { hasNews, newsVersions } from '@/about/newsVersions'
import { news } from '@/about/news/en'
import { useSettingsStore } from '@/stores/settings'
import { fail, ok, standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'

async function start(parties: object[] | null, opens = true) {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(parties === null ? new Response(null, { status: 404 }) : Response.json(parties))
  )
  const installer = standIn({
    'app:info': () =>
      ok({
        version: '0.1.0',
        platform: 'linux',
        electron: '45.4.1',
        systemLanguage: 'en',
        dataFolder: '/data',
        notices: []
      }),
    'settings:set': (changes) => ok({ ...defaultSettings, ...changes }),
    'about:versions': () => ok({ chromium: '150.1', node: '24.2.0', sqlite: '3.51' }),
    'about:openDataFolder': () => (opens ? ok(true) : ok(false))
  })
  const { page } = show(AboutPage)
  await useSettingsStore().start()
  await flushPromises()
  return { page, installer }
}

afterEach(() => vi.unstubAllGlobals())

test('tells what the app is made of, under which licences, and what is new', async () => {
  const { page, installer } = await start([
    { name: 'vue', version: '3.5.45', licence: 'MIT', text: 'Copyright Evan You' }
  ])
  await page.findAll('details')[1]?.trigger('toggle')
  await flushPromises()
  for (const words of [
    '0.1.0',
    '45.4.1, linux',
    '150.1',
    '24.2.0',
    '3.51',
    'MIT License',
    'vue 3.5.45, MIT',
    'Copyright Evan You',
    '/data'
  ]) {
    expect(page.text()).toContain(words)
  }
  expect(page.text()).toContain(news['0.1.0'].offline)
  button('Open the folder').click()
  await flushPromises()
  expect(installer.inputsOf('about:openDataFolder')).toHaveLength(1)
  expect(page.text()).not.toContain('could not be opened')
})

test('a build without the list of others says so when it is asked', async () => {
  const { page } = await start(null)
  expect(page.text()).not.toContain('carries no list')
  await page.findAll('details')[1]?.trigger('toggle')
  await flushPromises()
  expect(page.text()).toContain('This build carries no list of them.')
})

test('a folder that does not open is told, with another way', async () => {
  const { page } = await start(null, false)
  button('Open the folder').click()
  await flushPromises()
  expect(page.text()).toContain('Copy its path and open it in the file manager')
})

test('versions that cannot be asked for are a problem of their own, beside what is known', async () => {
  const { page, installer } = await start(null)
  installer.answers['about:versions'] = () => fail('internal')
  page.unmount()
  const again = show(AboutPage).page
  await useSettingsStore().start()
  await flushPromises()
  expect(again.get('[role=alert]').text()).toContain('The app made a mistake')
  expect(again.text()).toContain('45.4.1')
})

test('every version with news is told of', () => {
  expect(Object.keys(news)).toEqual(newsVersions)
})

test.each<[string, string | null, boolean]>([
  ['0.1.0', '0.0.9', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.0', null, false],
  ['9.9.9', '0.1.0', false]
])('version %s after %s: news %s', (version, seen, due) => expect(hasNews(version, seen)).toBe(due))
