import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { CacheUsage, CleanUp } from '@shared/domain/cache'
import { defaultSettings, type Settings } from '@shared/ipc/settings'
import KeptSection from '@/settings/KeptSection.vue'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'
import { fail, ok, sessionOf, standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'

const much: CacheUsage = { things: 12, messages: 640, bytes: 18_240_000, fileBytes: 31_400_000 }
const waiting: CacheUsage = { things: 1, messages: 0, bytes: 900, fileBytes: 2_000_000 }
const removed = { things: 11, messages: 640, bytes: 18_239_100 }
const done: CleanUp = { removed, left: waiting, file: 'smaller' }

async function open(
  answers: Parameters<typeof standIn>[0] = {},
  bench: { online?: boolean; language?: 'en' | 'fi' } = {}
) {
  const { online = true, language = 'en' } = bench
  let settings: Settings = defaultSettings
  const installer = standIn({
    'session:get': () => ok(sessionOf({ connection: online ? 'online' : 'offline' })),
    'settings:set': (change) => ok((settings = { ...settings, ...change })),
    'cache:usage': () => ok(much),
    'cache:cleanUp': () => ok(done),
    ...answers
  })
  const { page } = show(KeptSection, { language })
  await useSessionStore().start()
  await flushPromises()
  return { page, installer, text: () => page.text().replaceAll(/\s+/g, ' ') }
}

const dialog = (): string => document.querySelector('[role=alertdialog]')?.textContent.replaceAll(/\s+/g, ' ') ?? ''

async function press(words: string): Promise<void> {
  button(words).click()
  await flushPromises()
}

async function agree(): Promise<void> {
  document.querySelector('[role=alertdialog] form')?.dispatchEvent(new Event('submit'))
  await flushPromises()
}

test('how much is kept is shown against its limit, with what it takes on disk', async () => {
  const { text } = await open()
  expect(text()).toContain('12 things, 640 messages: 18 MB of at most 500 MB')
  expect(text()).toContain('The file on disk takes 31 MB')
})

test('photos of visits are counted apart: they are no reading, and stay', async () => {
  const { text } = await open({ 'photos:usage': () => ok({ photos: 2, bytes: 1_400_000 }) })
  expect(text()).toContain('2 photos of visits, 1.4 MB. They stay until you delete them or their visits.')
})

test('it speaks Finnish', async () => {
  const { text } = await open({}, { language: 'fi' })
  expect(text()).toContain('12 laitetta, 640 viestiä: 18 Mt, enintään 500 Mt')
})

test('a little is not told as nothing', async () => {
  const { text } = await open({ 'cache:usage': () => ok(waiting) })
  expect(text()).toContain('1 thing, no messages: under 0.1 MB of at most 500 MB')
})

test('a limit is kept, and what is left by it shown', async () => {
  const { page, installer, text } = await open()
  installer.answers['cache:usage'] = () => ok({ ...much, things: 3 })
  await page.get('input[type=radio][value="100"]').setValue(true)
  await flushPromises()
  expect(installer.inputsOf('settings:set')).toEqual([{ cacheLimitMb: 100 }])
  expect(text()).toContain('3 things, 640 messages: 18 MB of at most 100 MB')
  await page.get('input[type=radio][value="7"]').setValue(true)
  await flushPromises()
  expect(installer.inputsOf('settings:set')).toEqual([{ cacheLimitMb: 100 }, { cacheKeepDays: 7 }])
})

test('a limit that is chosen while it is still being measured is kept as well', async () => {
  const { page, installer } = await open({ 'cache:usage': () => Promise.withResolvers<never>().promise })
  await page.get('input[type=radio][value="100"]').setValue(true)
  await page.get('input[type=radio][value="7"]').setValue(true)
  await flushPromises()
  expect(installer.inputsOf('settings:set')).toEqual([{ cacheLimitMb: 100 }, { cacheKeepDays: 7 }])
})

test('a limit that cannot be kept is said, and goes back', async () => {
  const { page, text } = await open({ 'settings:set': () => fail('disk_full') })
  await page.get('input[type=radio][value="100"]').setValue(true)
  await flushPromises()
  expect(text()).toContain('The disk of this laptop is full')
  expect(useSettingsStore().settings.cacheLimitMb).toBe(500)
})

test('cleaning up says first what goes and what stays, and does nothing when it is not agreed to', async () => {
  const { installer } = await open()
  await press('Clean up now')
  expect(dialog()).toMatch(/of all stacks: 12 things, 640 messages, 18 MB, and the groups/)
  expect(dialog()).toContain(
    'Everything you saved stays: the queue, receipts, visits with their photos, stacks and settings'
  )
  expect(dialog()).not.toContain('There is no connection now')
  await press('Cancel')
  expect(installer.inputsOf('cache:cleanUp')).toEqual([])
})

test('without a connection it says that what goes cannot be looked up again', async () => {
  await open({}, { online: false })
  await press('Clean up now')
  expect(dialog()).toContain('There is no connection now')
})

test.each<[CleanUp['file'], string]>([
  ['smaller', 'The file on disk now takes 2 MB.'],
  ['later', 'The file on disk gets smaller as soon as nothing is being sent.'],
  ['not_now', 'The file on disk could not be made smaller']
])('what came of it is told as it is: %s', async (file, words) => {
  const { page, text } = await open({ 'cache:cleanUp': () => ok({ ...done, file }) })
  await press('Clean up now')
  await agree()
  expect(page.get('[role=status]').text()).toContain('Cleaned up: 11 things, 640 messages, 18 MB.')
  expect(page.get('[role=status]').text()).toContain('What waiting actions need was kept: 1 thing, no messages.')
  expect(page.get('[role=status]').text()).toContain(words)
  expect(text()).toContain('1 thing, no messages: under 0.1 MB of at most 500 MB')
})

test('a clean-up that fails says why, and claims nothing', async () => {
  const { page } = await open({ 'cache:cleanUp': () => fail('disk_full') })
  await press('Clean up now')
  await agree()
  expect(dialog()).toContain('The disk of this laptop is full')
  expect(page.get('[role=status]').text()).toBe('')
})

test('where nothing was read there is nothing to clean up', async () => {
  await open({ 'cache:usage': () => ok({ things: 0, messages: 0, bytes: 0, fileBytes: 90_000 }) })
  expect(button('Clean up now').hasAttribute('disabled')).toBe(true)
})
