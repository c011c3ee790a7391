import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettings } from '@shared/ipc/settings'
import { settingsFormat } from '../../../../../src/main/adapters/settings/remembered'
import { openSettings } from '../../../../../src/main/adapters/settings/settingsFile'

const versions = join(import.meta.dirname, 'versions')

interface Written {
  settings: object
  stacks: object[]
  activeStackId: string | null
  windowBounds: object | null
  format?: number
}

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-versions-'))
  file = join(folder, 'config.json')
  mkdirSync(folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

// Files of our own making: their shape is that of the interface.
const read = (path: string): Written => JSON.parse(readFileSync(path, 'utf8')) as Written

describe('settings of an earlier version', () => {
  it.each(readdirSync(versions))('%s: are opened whole, and nothing is said of it', (name) => {
    copyFileSync(join(versions, name), file)
    const before = read(file)
    const { store, notice } = openSettings(folder)
    expect(notice).toBeNull()
    expect(store.settings()).toEqual({ ...defaultSettings, ...before.settings })
    expect(store.knownStacks()).toEqual({ stacks: before.stacks, activeStackId: before.activeStackId })
    expect(store.windowBounds()).toEqual(before.windowBounds)
  })
})

describe('settings of a newer version', () => {
  const newer = {
    ...read(join(versions, '0.1.0.json')),
    format: settingsFormat + 1,
    fleet: { shown: 'map' }
  }
  const [harbour = {}, depot = {}] = newer.stacks
  const later = {
    ...newer,
    settings: { ...newer.settings, theme: 'sunlight', gloves: { size: 'XL' } },
    stacks: [{ ...harbour, region: 'eu' }, depot]
  }
  beforeEach(() => writeFileSync(file, JSON.stringify(later)))

  it('are no damage: what is understood holds, the rest is as usual', () => {
    const { store, notice } = openSettings(folder)
    expect(notice).toBeNull()
    expect(store.settings()).toEqual({ ...defaultSettings, ...newer.settings, theme: 'system' })
    expect(store.knownStacks()).toEqual({ stacks: [harbour, depot], activeStackId: newer.activeStackId })
    expect(readdirSync(folder)).toEqual(['config.json'])
  })

  it('stay whole in the file, whatever is changed beside them', () => {
    const { store } = openSettings(folder)
    store.changeSettings({ textSize: 150 })
    store.keepWindowBounds({ x: 1, y: 2, width: 1100, height: 700, maximized: true })
    const { stacks } = store.knownStacks()
    store.keepStacks({ stacks: stacks.map((stack) => ({ ...stack, name: `${stack.name} 2` })), activeStackId: null })
    expect(read(file)).toEqual({
      ...later,
      settings: { ...defaultSettings, ...later.settings, textSize: 150 },
      stacks: [
        { ...harbour, name: 'Harbour 2', region: 'eu' },
        { ...depot, name: 'Depot 2' }
      ],
      activeStackId: null,
      windowBounds: { x: 1, y: 2, width: 1100, height: 700, maximized: true }
    })
  })

  it('give way where a person chooses anew', () => {
    openSettings(folder).store.changeSettings({ theme: 'dark' })
    expect(read(file).settings).toMatchObject({ theme: 'dark', gloves: { size: 'XL' } })
    expect(openSettings(folder).store.settings().theme).toBe('dark')
  })
})

it('a format that is none costs nothing but itself', () => {
  writeFileSync(file, JSON.stringify({ ...read(join(versions, '0.1.0.json')), format: 'two' }))
  const { store, notice } = openSettings(folder)
  expect(notice).toBeNull()
  expect(store.settings().installer).toBe('Aino Lehto')
})
