import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import ImportDialog from '@/import/ImportDialog.vue'
import type { ImportedThing } from '@/import/importedThing'
import { standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'

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

async function open(language: 'en' | 'fi' = 'en') {
  standIn()
  const done = vi.fn<(things: readonly ImportedThing[]) => void>()
  show(
    defineComponent(() => () => h(ImportDialog, { modelValue: true, onDone: done })),
    { language }
  )
  await flushPromises()
  return done
}

const dialog = () => document.querySelector('[role=dialog]')?.textContent.replace(/\s+/g, ' ') ?? ''

async function paste(text: string, read = 'Read the pasted list'): Promise<void> {
  const area = document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea:not([aria-hidden])')
  if (area === null) throw new Error('nowhere to paste')
  area.value = text
  area.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
  button(read).click()
}

async function choose(file: File): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('[role=dialog] input[type=file]')
  if (input === null) throw new Error('no file can be chosen')
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  input.dispatchEvent(new Event('change'))
  await flushPromises()
}

test('a pasted list is shown with its columns, and its good lines are handed over', async () => {
  const done = await open()
  await paste('TUID\tGroup\tPlace\nTSPD04ESY93100802\tprfi00hq\t2nd floor\nEM300-TH\tprfi00hq\t\n')
  await expect.poll(() => dialog()).toContain('1 thing can be taken over.')
  expect(dialog()).toContain('1 line cannot be taken over:')
  expect(dialog()).toContain('Line 3: “EM300-TH” cannot be part of a TUID')
  expect(dialog()).toContain('TUID → TUID')
  button('Take over 1 thing').click()
  expect(done).toHaveBeenCalledExactlyOnceWith([
    { line: 2, tuid: 'TSPD04ESY93100802', groupId: 'prfi00hq', status: null, note: null, place: '2nd floor' }
  ])
})

test('lines that cannot be taken over are saved with their reasons, and carry no formula', async () => {
  await open()
  await paste('TUID;Note\nEM300-TH;=HYPERLINK("http://x")\nTSPD04ESY93100802;ok\nesy93100802,tspd04;again\n')
  await expect.poll(() => dialog()).toContain('2 lines cannot be taken over:')
  button('Save these lines as a file').click()
  const text = await saved[0]?.text()
  expect(text).toContain("'=HYPERLINK")
  expect(text).toContain('TSPD04ESY93100802 stands in line 3 already.')
  expect(text).toContain('EM300-TH')
})

test('without a column of TUIDs the person says which it is', async () => {
  await open()
  await paste('name;number\nhello;world\n')
  await expect.poll(() => dialog()).toContain('Choose the column with the TUID')
  expect(button('Take over').disabled).toBe(true)
})

test.each<[what: string, content: BlobPart, words: string]>([
  ['an old Excel workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'Save it as .xlsx or CSV'],
  ['an empty file', '', 'There is nothing in this list.']
])('%s is refused in words', async (_what, content, words) => {
  await open()
  await choose(new File([content], 'list.csv'))
  await expect.poll(() => dialog()).toContain(words)
})

test('a file is read in whatever encoding it is, in Finnish too', async () => {
  const done = await open('fi')
  const text = 'Laitetunnus;Huomautus\nTSPD04ESY93100802;Päätyseinä\n'
  await choose(new File([Uint8Array.from(Array.from(text, (char) => char.charCodeAt(0)))], 'lista.csv'))
  await expect.poll(() => dialog()).toContain('1 laite voidaan tuoda.')
  button('Tuo 1 laite').click()
  expect(done.mock.lastCall?.[0]).toMatchObject([{ tuid: 'TSPD04ESY93100802', note: 'Päätyseinä' }])
})
