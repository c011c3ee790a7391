import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import type { Action } from '@shared/domain/action'
import type { Photo } from '@shared/domain/photo'
import type { Deed, EntryState, ShownThing } from '@shared/domain/visit'
import { createTranslations, type Language } from '@/i18n'
import type { PictureFault } from '@/photos/photoReading'
import { pdfDocument } from '@/report/pdfDocument'
import { reportContent } from '@/report/reportContent'
import { markOfThing, type ThingMarkKind } from '@/report/reportMarks'
import { reportPages } from '@/report/reportPages'
import { photoFilesIn } from '@/report/reportPhotos'
import { replacement, shownText } from '@/report/shownText'
import { wordsIn } from '../frame/mounting'
import { actionOf, thingOf, visitOf } from './reports'

const madeAt = Date.UTC(2026, 10, 25, 12)
const at = Date.UTC(2026, 10, 25, 9, 6)
const confirmed: Partial<Action> = { state: 'done', receipt: { at, by: 'answer', responsible: null } }
const decided: Partial<Action> = { state: 'done', receipt: { at, by: 'person', responsible: null } }
const group: Partial<Action> = { intent: { type: 'group', tuid: 'TSPD04ESY93100802', groupId: 'prfi00attic' } }
const deedOf = (actions: number[], change: Partial<Deed> = {}): Deed => ({
  kind: 'batch',
  at,
  partner: null,
  reason: '',
  actions,
  ...change
})

function contentOf(actions: Action[], change: Partial<ShownThing> = {}) {
  const deeds = actions.length === 0 ? [] : [deedOf(actions.map(({ seq }) => seq))]
  return reportContent(
    { visit: visitOf(), things: [{ thing: thingOf({ deeds, ...change }), actions }], unreadable: 0 },
    madeAt
  )
}

const marks: [what: string, state: EntryState, actions: Action[], mark: ThingMarkKind][] = [
  ['all confirmed', 'taken', [actionOf(1, confirmed), actionOf(2, { ...group, ...confirmed })], 'confirmed'],
  ['one waits', 'taken', [actionOf(1, confirmed), actionOf(2, group)], 'not_sent'],
  ['one may have happened', 'taken', [actionOf(1, { state: 'unknown' }), actionOf(2, group)], 'checking'],
  ['one needs a person', 'taken', [actionOf(1, { state: 'needs_you' }), actionOf(2, group)], 'needs_you'],
  ['a person decided one', 'taken', [actionOf(1, confirmed), actionOf(2, { ...group, ...decided })], 'decided'],
  ['one was discarded', 'taken', [actionOf(1, confirmed), actionOf(2, { ...group, state: 'discarded' })], 'discarded'],
  ['discarded, then done', 'taken', [actionOf(1, { state: 'discarded' }), actionOf(2, confirmed)], 'confirmed'],
  ['done without a receipt', 'taken', [actionOf(1, { state: 'done' })], 'checking'],
  ['noted only', 'taken', [], 'none'],
  ['captured', 'captured', [], 'captured'],
  ['held, though confirmed before', 'held', [actionOf(1, confirmed)], 'held'],
  ['left', 'left', [], 'left'],
  ['taken back', 'undone', [actionOf(1, { state: 'discarded' })], 'undone'],
  ['taken back, which waits', 'undone', [actionOf(1, confirmed), actionOf(2)], 'not_sent']
]

test.each(marks)('a thing is never said to be better than what is known of it: %s', (_, state, actions, mark) => {
  expect(contentOf(actions, { state }).things[0]?.mark.kind).toBe(mark)
})

test('an action that is gone from this laptop is not confirmed', () => {
  const gone = { seq: 1, action: null, mark: { kind: 'missing', at: null } } as const
  expect(markOfThing('taken', [gone]).kind).toBe('missing')
})

test('only what the server confirmed last counts as installed', () => {
  const back = actionOf(2, {
    ...confirmed,
    intent: { type: 'status', tuid: 'TSPD04ESY93100802', status: 'uninstalled' }
  })
  expect(contentOf([actionOf(1, confirmed)]).totals.installed).toBe(1)
  expect(contentOf([actionOf(1, confirmed), back]).totals.installed).toBe(0)
  expect(contentOf([actionOf(1, decided)]).totals.installed).toBe(0)
})

function pagesOf(content: ReturnType<typeof contentOf>, language: Language = 'en') {
  return reportPages(content, createTranslations(language, wordsIn[language]).global, language)
}
const wordsOf = (pages: ReturnType<typeof pagesOf>): string => JSON.stringify(pages)

describe('the pages', () => {
  test('say plainly what is not confirmed', () => {
    const pages = pagesOf(contentOf([actionOf(1, confirmed), actionOf(2, group)], { note: 'behind the pipe' }))
    expect(pages.verdict.strong).toBe(true)
    expect(pages.verdict.text).toContain('NOT EVERYTHING IS CONFIRMED')
    const lines = pages.rows[0]?.flat() ?? []
    expect(lines).toContainEqual({ text: '○ NOT CONFIRMED: saved on the laptop, not sent yet', strong: true })
    expect(lines.some(({ text, strong }) => text.startsWith('● Confirmed by the server ') && !strong)).toBe(true)
    expect(lines).toContainEqual({ text: 'behind the pipe', strong: false })
    expect(pages.facts.find(([name]) => name === 'Started')?.[1]).toMatch(
      /^2\d Nov 2026 \d\d:00:00 [+-]\d\d:\d\d \(2026-11-25 09:00:00 UTC\)$/
    )
  })

  test('say so when everything is confirmed', () => {
    expect(pagesOf(contentOf([actionOf(1, confirmed)])).verdict).toMatchObject({ strong: false })
  })

  test('are in the language that was chosen, whatever the app speaks', () => {
    const words = wordsOf(pagesOf(contentOf([actionOf(1, confirmed)]), 'fi'))
    expect(words).toContain('Käyntiraportti')
    expect(words).toContain('Palvelin vahvisti 25.11.2026')
    expect(words).not.toContain('Confirmed')
  })

  test('replace what cannot be shown, and say so', () => {
    const pages = pagesOf(contentOf([], { note: 'Щука 👷🏽‍♀️ 倉庫 ok' }))
    expect(wordsOf(pages)).toContain(`Щука ${replacement} ${replacement.repeat(2)} ok`)
    expect(pages.remarks.at(-1)).toContain('whole in the CSV and JSON')
    expect(pagesOf(contentOf([])).remarks).toHaveLength(1)
  })

  test('are laid out with a heading that is repeated and numbers of pages', () => {
    const pages = pagesOf(contentOf([actionOf(1)]))
    const { footer, content } = pdfDocument(pages, new Map(), new Map())
    expect(
      JSON.stringify(typeof footer === 'function' && footer(1, 3, { width: 1, height: 1, orientation: 'portrait' }))
    ).toContain('Page 1 of 3')
    expect(JSON.stringify(content)).toContain('"headerRows":1')
  })
})

describe('photos', () => {
  const [door, wall, roof] = ['a1', 'b2', 'c3'].map((digits) => digits.repeat(32))
  const photo = (hash = '', caption = ''): Photo => ({ hash, caption, type: 'image/jpeg', size: 700_000, at })
  const place = { floor: '2', room: 'Boiler room', text: '' }
  const pages = pagesOf(
    contentOf([], { place, photos: [photo(door, 'Behind the door'), photo(wall), photo(roof, 'Щука 倉庫')] })
  )

  test('stand under their thing and its place, with caption and time', () => {
    const [group] = pages.photos.groups
    expect(group?.heading).toBe('1. TSPD04ESY93100802, floor 2, Boiler room')
    expect(group?.photos.map(({ lines }) => lines.map(({ text }) => text.replace(/\d\d:\d\d:\d\d.*/, '')))).toEqual([
      ['Behind the door', 'Added 25 Nov 2026 '],
      ['Added 25 Nov 2026 '],
      [`Щука ${replacement.repeat(2)}`, 'Added 25 Nov 2026 ']
    ])
    expect(pages.totals).toContainEqual(['Photos', '3'])
    expect(pagesOf(contentOf([])).photos.groups).toEqual([])
  })

  test('are each read once, however many things have them', () => {
    const twice = { ...pages.photos, groups: [...pages.photos.groups, ...pages.photos.groups] }
    expect(photoFilesIn(twice).map(({ hash }) => hash)).toEqual([door, wall, roof])
  })

  test('are drawn, and what cannot be is said in its place', () => {
    const images = new Map([[door ?? '', 'data:image/jpeg;base64,AAAA']])
    const faults = new Map<string, PictureFault>([
      [wall ?? '', 'missing'],
      [roof ?? '', 'changed']
    ])
    const drawn = JSON.stringify(pdfDocument(pages, images, faults))
    expect(drawn.match(/"image":"(\w+)"/)?.[1]).toBe(door)
    expect(drawn).toContain('THE FILE OF THIS PHOTO IS MISSING')
    expect(drawn).toContain('THE FILE OF THIS PHOTO WAS CHANGED')
    expect(drawn).not.toContain('CANNOT BE READ')
  })
})

/** The code points of a font file, from its table for all of Unicode's first plane (OpenType: cmap, format 4). */
function codesOf(file: string): Set<number> {
  const font = readFileSync(file)
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16)
  const cmapAt = tables.find((place) => font.toString('latin1', place, place + 4) === 'cmap')
  const cmap = font.subarray(font.readUInt32BE((cmapAt ?? 0) + 8))
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(4 + index * 8 + 4))
  const start = subtables.find((place) => cmap.readUInt16BE(place) === 4) ?? 0
  const size = cmap.readUInt16BE(start + 6)
  const codes = new Set<number>()
  for (let place = 0; place < size; place += 2) {
    const last = cmap.readUInt16BE(start + 14 + place)
    const first = cmap.readUInt16BE(start + 16 + size + place)
    for (let code = first; code <= last; code++) codes.add(code)
  }
  return codes
}

test.each(['Roboto-Regular.ttf', 'Roboto-Medium.ttf'])('every character that is not replaced is in %s', (name) => {
  const codes = codesOf(createRequire(import.meta.url).resolve(`pdfmake/fonts/Roboto/${name}`))
  expect(codes.size).toBeGreaterThan(500)
  const kept = Array.from({ length: 0x10_000 }, (_, code) => code).filter((code) => {
    if (code >= 0xd800 && code < 0xe000) return false
    const text = String.fromCodePoint(code)
    // What is written in another way first, such as a decomposed letter, is asked for in that way.
    return text.normalize('NFC') === text && /\P{Cc}/u.test(text) && shownText(text) === text
  })
  expect(kept.filter((code) => !codes.has(code))).toEqual([])
  expect(shownText('äöåÄÖÅ –”€● ○ ◊')).toBe('äöåÄÖÅ –”€● ○ ◊')
})
