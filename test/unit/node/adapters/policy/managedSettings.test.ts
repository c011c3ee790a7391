import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ManagedSettings } from '../../../../../src/main/adapters/policy/managedSettings'
import { openSettings } from '../../../../../src/main/adapters/settings/settingsFile'
import { problemOf } from '../../laptop/problemKind'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'managed-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const own = () => openSettings(folder).store
const managed = (language?: 'en' | 'fi') => new ManagedSettings(own(), { file: '/policy.json', language, stacks: [] })

it('decides the language, whatever a person had chosen, and leaves that choice in the file', () => {
  own().changeSettings({ language: 'en', theme: 'dark' })
  const settings = managed('fi')
  expect(settings.settings()).toMatchObject({ language: 'fi', theme: 'dark' })
  expect(settings.changeSettings({ textSize: 130, language: 'fi' })).toMatchObject({ language: 'fi', textSize: 130 })
  expect(own().settings()).toMatchObject({ language: 'en', theme: 'dark', textSize: 130 })
})

it('refuses another language, and nothing else of that change is made', () => {
  const settings = managed('fi')
  expect(problemOf(() => settings.changeSettings({ language: 'en', theme: 'dark' }))).toBe('set_by_policy')
  expect(own().settings().theme).toBe('system')
})

it('decides which versions are offered', () => {
  own().changeSettings({ releaseChannel: 'beta' })
  const settings = new ManagedSettings(own(), { file: '/policy.json', updateChannel: 'stable', stacks: [] })
  expect(settings.settings().releaseChannel).toBe('stable')
  expect(problemOf(() => settings.changeSettings({ releaseChannel: 'beta' }))).toBe('set_by_policy')
  expect(own().settings().releaseChannel).toBe('beta')
})

it('leaves the language to the person where it says nothing of it', () => {
  expect(managed().changeSettings({ language: 'fi' }).language).toBe('fi')
  expect(own().settings().language).toBe('fi')
})
