import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ReportedThing } from '@shared/ipc/visitChannels'
import ReportDialog from '@/report/ReportDialog.vue'
import { fail, ok, standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'
import { thingOf, visitOf } from './reports'

/** Files that were handed to the person. */
let saved: Blob[]

beforeEach(() => {
  saved = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((content) => {
    if (content instanceof Blob) saved.push(content)
    return 'blob:saved'
  })
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())

const visit = visitOf({ counts: { ...visitOf().counts, things: 2 } })
const reported = (no: number): ReportedThing => ({ thing: thingOf({ no, tuid: `TSPD04ESY9310080${no}` }), actions: [] })

function open(language: 'en' | 'fi' = 'en') {
  const installer = standIn({
    'visits:get': () => ok(visit),
    'visits:report': ({ after }) => ok({ things: [reported(after + 1)], unreadable: 0, next: after === 0 ? 1 : null })
  })
  show(ReportDialog, { props: { modelValue: true, visit }, language })
  return installer
}

const dialog = () => document.querySelector('[role=dialog]')?.textContent.replace(/\s+/g, ' ') ?? ''

function choose(words: string): void {
  const label = [...document.querySelectorAll('label')].find((one) => one.textContent.trim() === words)
  const input = label?.htmlFor === undefined ? null : document.getElementById(label.htmlFor)
  if (!(input instanceof HTMLInputElement)) throw new Error(`nothing to choose: ${words}`)
  input.click()
}

test('reads the visit page by page and hands over a file', async () => {
  const installer = open()
  await flushPromises()
  choose('CSV, for spreadsheets')
  await flushPromises()
  button('Make and save').click()
  await expect.poll(() => dialog()).toContain('Made: visit-Harbour-house-')
  expect(installer.inputsOf('visits:report')).toMatchObject([{ after: 0 }, { after: 1 }])
  const csv = await saved[0]?.text()
  expect([saved.length, csv?.includes('TSPD04ESY93100801'), csv?.includes('TSPD04ESY93100802')]).toEqual([
    1,
    true,
    true
  ])
})

test('says why there is no file, and can be tried again', async () => {
  const installer = open()
  await flushPromises()
  choose('JSON, complete, for other systems')
  installer.answers['visits:report'] = () => fail('internal', { detail: 'broken' })
  button('Make and save').click()
  await expect.poll(() => document.querySelector('[role=alert]')).not.toBeNull()
  expect(saved).toEqual([])
  installer.answers['visits:report'] = () => ok({ things: [reported(1)], unreadable: 0, next: null })
  button('Make and save').click()
  await expect.poll(() => saved).toHaveLength(1)
})

test('shows how far it is, and leaves no file when it is given up', async () => {
  const installer = open()
  await flushPromises()
  choose('JSON, complete, for other systems')
  let answer = (): void => undefined
  installer.answers['visits:report'] = () =>
    new Promise((resolve) => (answer = () => resolve(ok({ things: [reported(1)], unreadable: 0, next: null }))))
  button('Make and save').click()
  await expect.poll(() => dialog()).toContain('Gathering: 0 of 2 things')
  button('Cancel').click()
  answer()
  await expect.poll(() => dialog()).not.toContain('Gathering')
  expect(saved).toEqual([])
  expect(document.querySelector('[role=alert]')).toBeNull()
})

test('speaks Finnish, and offers the language of the app first', async () => {
  open('fi')
  await flushPromises()
  expect(dialog()).toContain('Tämän käynnin raportti')
  const finnish = [...document.querySelectorAll('label')].find((one) => one.textContent.trim() === 'Suomi')
  const radio = document.getElementById(finnish?.htmlFor ?? '')
  expect(radio instanceof HTMLInputElement && radio.checked).toBe(true)
})
