import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Stack } from '@shared/domain/stack'
import { defaultSettings } from '@shared/ipc/settings'
import { openSettings } from '../../../../../src/main/adapters/settings/settingsFile'

const harbour: Stack = {
  id: '3f6c0f4e-6a3f-4b7e-9a51-0d3c5f1f2a11',
  name: 'Harbour',
  baseUrl: 'https://harbour.example.com',
  clientId: 'harbour'
}
const depot: Stack = { ...harbour, id: '9b2f2f0a-12a4-4c0f-8a39-5a1b9d0c7e22', name: 'Depot' }
const bounds = { x: 10, y: -20, width: 1200, height: 800, maximized: true }
const now = new Date('2026-11-23T06:50:12.345Z')

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
  file = join(folder, 'config.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (): ReturnType<typeof openSettings> => openSettings(folder, () => now)
const aside = (): string => join(folder, 'config.damaged-20261123T065012Z.json')

describe('on a fresh laptop', () => {
  it('there are defaults and nothing to tell', () => {
    const { store, notice } = open()
    expect(notice).toBeNull()
    expect(store.settings()).toEqual(defaultSettings)
    expect(store.knownStacks()).toEqual({ stacks: [], activeStackId: null })
    expect(store.windowBounds()).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })

  it('also when the folder is not there yet', () => {
    const deeper = join(folder, 'not', 'there', 'yet')
    const { store, notice } = openSettings(deeper)
    expect(notice).toBeNull()
    store.changeSettings({ theme: 'dark' })
    expect(openSettings(deeper).store.settings().theme).toBe('dark')
  })
})

describe('what was changed', () => {
  it('is there at the next start', () => {
    const { store } = open()
    expect(store.changeSettings({ language: 'fi', textSize: 130 })).toMatchObject({ language: 'fi', textSize: 130 })
    store.keepStacks({ stacks: [harbour, depot], activeStackId: depot.id })
    store.keepWindowBounds(bounds)

    const { store: next, notice } = open()
    expect(notice).toBeNull()
    expect(next.settings()).toEqual({ ...defaultSettings, language: 'fi', textSize: 130 })
    expect(next.knownStacks()).toEqual({ stacks: [harbour, depot], activeStackId: depot.id })
    expect(next.windowBounds()).toEqual(bounds)
  })

  it('leaves alone what was not mentioned', () => {
    const { store } = open()
    store.changeSettings({ language: 'fi' })
    expect(store.changeSettings({ language: undefined, theme: 'dark' })).toMatchObject({
      language: 'fi',
      theme: 'dark'
    })
  })

  it('cannot be changed behind the back of the store', () => {
    const { store } = open()
    store.keepStacks({ stacks: [harbour], activeStackId: null })
    store.settings().lastChoices[harbour.id] = { groupId: 'x', status: null }
    expect(store.settings().lastChoices).toEqual({})
    expect(store.knownStacks().stacks).not.toBe(store.knownStacks().stacks)
  })

  it('is readable by its owner alone', () => {
    open().store.changeSettings({ theme: 'dark' })
    // Windows has no such bits.
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('refuses an active stack that is none of the stacks', () => {
    const { store } = open()
    expect(() => store.keepStacks({ stacks: [harbour], activeStackId: depot.id })).toThrow('active stack')
    expect(store.knownStacks()).toEqual({ stacks: [], activeStackId: null })
  })
})

describe('a file that is damaged as a whole', () => {
  it.each<[string, string]>([
    ['empty', ''],
    ['torn', '{"settings":{"language":"fi","the'],
    ['full of zeros, as after a power cut', '\0'.repeat(400)],
    ['a list', '[]'],
    ['a word', '"settings"'],
    ['null', 'null'],
    ['no text', '\xff\xfe\x00']
  ])('%s: is put aside and replaced by defaults', (_name, text) => {
    writeFileSync(file, text, 'latin1')
    const { store, notice } = open()
    expect(notice).toEqual({ kind: 'settings_reset', detail: aside() })
    expect(readFileSync(aside(), 'latin1')).toBe(text)
    expect(store.settings()).toEqual(defaultSettings)
    store.changeSettings({ theme: 'dark' })
    expect(open()).toMatchObject({ notice: null })
  })

  it('also when it is a folder', () => {
    mkdirSync(file)
    const { store, notice } = open()
    expect(notice).toEqual({ kind: 'settings_reset', detail: aside() })
    store.changeSettings({ theme: 'dark' })
    expect(open().store.settings().theme).toBe('dark')
  })
})

describe('a file with something wrong in it', () => {
  const good = {
    settings: {
      language: 'fi',
      theme: 'dark',
      contrast: 'high',
      textSize: 130,
      lastChoices: {},
      lastPlans: {},
      lastIntervals: { presence: { reportInterval: 3600, measurementInterval: null } },
      queueByThing: true,
      cacheLimitMb: 100,
      cacheKeepDays: 30,
      sounds: false,
      releaseChannel: 'beta',
      camera: { deviceId: 'a1b2', explained: true },
      installer: 'Aino',
      replacement: { fate: 'retired', old: null },
      tourDone: true,
      newsSeen: '0.1.0'
    },
    stacks: [harbour, depot],
    activeStackId: harbour.id,
    windowBounds: bounds
  }

  it.each<[string, object, string[], object]>([
    ['theme', { settings: { ...good.settings, theme: 'pink' } }, ['settings.theme'], { theme: 'system' }],
    ['contrast', { settings: { ...good.settings, contrast: 'more' } }, ['settings.contrast'], { contrast: 'system' }],
    ['text size', { settings: { ...good.settings, textSize: 131 } }, ['settings.textSize'], { textSize: 100 }],
    ['all settings', { settings: 7 }, ['settings'], defaultSettings],
    [
      'last choices',
      { settings: { ...good.settings, lastChoices: { nobody: 1 } } },
      ['settings.lastChoices'],
      { lastChoices: {}, language: 'fi' }
    ],
    [
      'which intervals things were given',
      { settings: { ...good.settings, lastIntervals: { presence: { reportInterval: 'often' } } } },
      ['settings.lastIntervals'],
      { lastIntervals: {} }
    ],
    [
      'what is being replaced',
      { settings: { ...good.settings, replacement: { fate: 'lost', old: null } } },
      ['settings.replacement'],
      { replacement: defaultSettings.replacement }
    ],
    [
      'the queue by thing',
      { settings: { ...good.settings, queueByThing: 'yes', sounds: 1, camera: 'back', releaseChannel: 'daily' } },
      ['settings.queueByThing', 'settings.sounds', 'settings.releaseChannel', 'settings.camera'],
      { queueByThing: false, sounds: true, camera: defaultSettings.camera, releaseChannel: 'stable' }
    ]
  ])('loses only that: %s', (_name, wrong, damaged, settings) => {
    writeFileSync(file, JSON.stringify({ ...good, ...wrong }))
    const { store, notice } = open()
    expect(notice).toEqual({ kind: 'settings_reset', detail: `${aside()}: ${damaged.join(', ')}` })
    expect(store.settings()).toMatchObject(settings)
    expect(store.knownStacks()).toEqual({ stacks: [harbour, depot], activeStackId: harbour.id })
    expect(store.windowBounds()).toEqual(bounds)
  })

  it.each<[string, object, string[], object]>([
    ['one stack', { stacks: [harbour, { name: 'no id' }] }, ['stacks.1'], { stacks: [harbour] }],
    ['a stack that is there twice', { stacks: [harbour, harbour] }, ['stacks.1'], { stacks: [harbour] }],
    [
      'a secret where none belongs',
      { stacks: [harbour, { ...depot, clientSecret: 'x' }] },
      ['stacks.1'],
      { stacks: [harbour] }
    ],
    [
      'the active one among the stacks',
      { stacks: [{ ...harbour, baseUrl: 1 }, depot] },
      ['stacks.0', 'activeStackId'],
      { stacks: [depot], activeStackId: depot.id }
    ],
    ['which is active', { activeStackId: 5 }, ['activeStackId'], { stacks: [harbour, depot], activeStackId: null }],
    ['all stacks', { stacks: 'none' }, ['stacks', 'activeStackId'], { stacks: [], activeStackId: null }]
  ])('keeps the other stacks: %s', (_name, wrong, damaged, known) => {
    writeFileSync(file, JSON.stringify({ ...good, ...wrong }))
    const { store, notice } = open()
    expect(notice?.detail).toBe(`${aside()}: ${damaged.join(', ')}`)
    expect(store.knownStacks()).toMatchObject(known)
    expect(store.settings()).toEqual(good.settings)
  })

  it.each([
    ['no width', { ...bounds, width: 0 }],
    ['half a pixel', { ...bounds, x: 0.5 }],
    ['text', 'big']
  ])('forgets where the window was: %s', (_name, windowBounds) => {
    writeFileSync(file, JSON.stringify({ ...good, windowBounds }))
    const { store, notice } = open()
    expect(notice?.detail).toBe(`${aside()}: windowBounds`)
    expect(store.windowBounds()).toBeNull()
  })

  it('tells it once: the file is mended, and the damaged one kept', () => {
    const damaged = JSON.stringify({ ...good, settings: { ...good.settings, theme: 'pink' } })
    writeFileSync(file, damaged)
    open()
    expect(readFileSync(aside(), 'utf8')).toBe(damaged)
    const { store, notice } = open()
    expect(notice).toBeNull()
    expect(store.settings()).toEqual({ ...good.settings, theme: 'system' })
  })

  it('takes no mark of an editor for damage', () => {
    writeFileSync(file, `\uFEFF${JSON.stringify(good)}`)
    const { store, notice } = open()
    expect(notice).toBeNull()
    expect(store.settings()).toEqual(good.settings)
  })

  it('keeps what a newer version or a curious person has added, and is changed beside it', () => {
    writeFileSync(file, JSON.stringify({ ...good, mine: { note: 1 }, settings: { ...good.settings, gloves: 'XL' } }))
    const { store, notice } = open()
    expect(notice).toBeNull()
    store.changeSettings({ theme: 'light' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      mine: { note: 1 },
      settings: { gloves: 'XL', theme: 'light' }
    })
  })

  it('may be one that nobody is to write: it is read, and what is changed is kept all the same', () => {
    writeFileSync(file, JSON.stringify(good))
    chmodSync(file, 0o444)
    const { store, notice } = open()
    expect(notice).toBeNull()
    expect(store.settings()).toEqual(good.settings)
    if (process.platform === 'win32') return
    store.changeSettings({ theme: 'light' })
    expect(open().store.settings().theme).toBe('light')
  })

  it('says nothing about fields an older version did not have', () => {
    writeFileSync(file, JSON.stringify({ settings: { language: 'fi' }, stacks: [harbour] }))
    const { store, notice } = open()
    expect(notice).toBeNull()
    expect(store.settings()).toEqual({ ...defaultSettings, language: 'fi' })
    expect(store.knownStacks()).toEqual({ stacks: [harbour], activeStackId: null })
  })
})

describe('when nothing can be written', () => {
  it('the change is refused and not remembered either', () => {
    const { store } = open()
    store.changeSettings({ theme: 'dark' })
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file where the folder was')

    const notSaved = expect.objectContaining({
      problem: { kind: 'not_saved', detail: expect.any(String) as string }
    }) as Error
    expect(() => store.changeSettings({ theme: 'light' })).toThrow(notSaved)
    expect(() => store.keepStacks({ stacks: [harbour], activeStackId: null })).toThrow(notSaved)
    expect(() => store.keepWindowBounds(bounds)).toThrow(notSaved)
    expect(store.settings().theme).toBe('dark')
    expect(store.knownStacks().stacks).toEqual([])
    expect(store.windowBounds()).toBeNull()

    rmSync(folder)
    store.keepWindowBounds(bounds)
    expect(open().store.windowBounds()).toEqual(bounds)
    expect(open().store.settings().theme).toBe('dark')
  })
})

it('removes what a killed process left half written', () => {
  writeFileSync(`${file}.tmp-1234567890abcdef`, '{"set')
  writeFileSync(join(folder, 'other.tmp-1'), 'not ours')
  open()
  expect(readdirSync(folder)).toEqual(['other.tmp-1'])
})
