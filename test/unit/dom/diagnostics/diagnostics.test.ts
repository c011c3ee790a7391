import { flushPromises } from '@vue/test-utils'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Diagnostics } from '@shared/ipc/diagnosticsChannels'
import { defaultSettings } from '@shared/ipc/settings'
import DiagnosticsSection from '@/diagnostics/DiagnosticsSection.vue'
import { actionOf, now, stackId, tuid } from '../install/fixtures'
import { fail, ok, sessionOf, standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'

const diagnostics: Diagnostics = {
  versions: {
    app: '1.2.3',
    electron: '45.0.0',
    chrome: '150',
    node: '24',
    sqlite: '3',
    platform: 'linux',
    release: '6.1',
    architecture: 'x64',
    language: 'en'
  },
  settings: defaultSettings,
  stacks: [
    {
      id: stackId,
      name: 'Site / north',
      baseUrl: 'https://api.example.invalid',
      clientId: 'client',
      secret: 'keychain',
      active: true,
      openActions: 1
    }
  ],
  session: sessionOf({}),
  notices: [],
  log: [{ name: 'main.log', text: `${'x'.repeat(30_000)} the last line` }]
}

const row = { action: actionOf({ type: 'group', tuid, groupId: 'prfi00attic' }), attempts: [] }

let saved: Blob[] = []
beforeEach(() => {
  saved = []
  vi.setSystemTime(now)
  vi.spyOn(URL, 'createObjectURL').mockImplementation((content) => {
    if (content instanceof Blob) saved.push(content)
    return 'blob:saved'
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

async function open(answers: Parameters<typeof standIn>[0] = {}, language: 'en' | 'fi' = 'en') {
  const installer = standIn({
    'diagnostics:collect': () => ok(diagnostics),
    'queue:export': () => ok({ rows: [row], next: null }),
    ...answers
  })
  show(DiagnosticsSection, { language })
  button(language === 'en' ? 'Export diagnostics' : 'Vie vianmääritystiedot').click()
  await flushPromises()
  await expect.poll(() => document.querySelector('[role=dialog]')?.textContent).toBeTruthy()
  return installer
}

const dialog = (): string => document.querySelector('[role=dialog]')?.textContent.replaceAll(/\s+/g, ' ') ?? ''
const names = (): string[] => [...document.querySelectorAll('summary .name')].map(({ textContent }) => textContent)

async function zip(): Promise<Record<string, string>> {
  const bytes = new Uint8Array((await saved.at(-1)?.arrayBuffer()) ?? new ArrayBuffer(0))
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
}

test('what goes into the file is shown before it is saved, and is what is saved', async () => {
  await open()
  await expect.poll(() => names()).toHaveLength(6)
  expect(names()).toEqual([
    'README.txt',
    'versions.json',
    'app-settings.json',
    'stacks.json',
    'main.log',
    'queue-1-Site-north.json'
  ])
  expect(dialog()).toContain('Only the last 20,000 characters are shown here.')
  expect(saved).toEqual([])
  button('Save the file').click()
  await flushPromises()
  const files = await zip()
  expect(Object.keys(files)).toEqual(names())
  expect(files['README.txt']).toMatch(
    /^Diagnostics of Thingsee Field Installer\n\nMade on [\d :-]+, by version 1\.2\.3\./
  )
  expect(files['README.txt']).toContain('- queue-1-Site-north.json: the queue of Site / north')
  expect(files['main.log']).toBe(diagnostics.log[0]?.text)
  expect(JSON.parse(files['queue-1-Site-north.json'] ?? '')).toEqual([JSON.parse(JSON.stringify(row))])
  expect(dialog()).toMatch(/The file diagnostics-[\d-]+\.zip is made\./)
})

test('the queue can be left out, which the file then says', async () => {
  await open()
  await expect.poll(() => names()).toHaveLength(6)
  document.querySelector<HTMLInputElement>('[role=dialog] input[type=checkbox]')?.click()
  await flushPromises()
  expect(names()).toHaveLength(5)
  button('Save the file').click()
  await flushPromises()
  const files = await zip()
  expect(Object.keys(files).filter((name) => name.startsWith('queue'))).toEqual([])
  expect(files['README.txt']).toContain('The queue was left out.')
})

test('it speaks Finnish, in the file too', async () => {
  await open({}, 'fi')
  await expect.poll(() => names()).toHaveLength(6)
  button('Tallenna tiedosto').click()
  await flushPromises()
  expect((await zip())['README.txt']).toContain('Thingsee Field Installerin vianmääritystiedot')
})

test('when it cannot be gathered it says why, nothing is saved, and it can be tried again', async () => {
  const installer = await open({ 'queue:export': () => fail('not_saved') })
  await expect.poll(() => button('Try again')).toBeTruthy()
  expect(button('Save the file').disabled).toBe(true)
  installer.answers['queue:export'] = () => ok({ rows: [], next: null })
  button('Try again').click()
  await expect.poll(() => names()).toHaveLength(6)
})

test('what is wanted again while it was just given up is gathered', async () => {
  const held = Promise.withResolvers<void>()
  await open({
    'queue:export': async () => {
      await held.promise
      return ok({ rows: [row], next: null })
    }
  })
  button('Close').click()
  await flushPromises()
  button('Export diagnostics').click()
  await flushPromises()
  held.resolve()
  await expect.poll(() => names()).toHaveLength(6)
})
