import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { Notice } from '@shared/ipc/channels'
import { SqliteStackList } from '../../../../src/main/adapters/database/sqliteStackList'
import { openSettings } from '../../../../src/main/adapters/settings/settingsFile'
import { KeptStacks } from '../../../../src/main/stacks/keptStacks'
import { openJournal, stackId } from '../database/journalFixture'
import { Laptop } from '../laptop/laptop'
import { problemOfPromise } from '../laptop/problemKind'
import { tempFolder } from '../laptop/tempFolder'
import { configure } from '../outbox/intents'
import { RecordingLog } from '../recordingLog'

const inDatabase = (laptop: Laptop) => laptop.withDatabase((db) => new SqliteStackList(db).knownStacks())
const inSettings = (laptop: Laptop) => laptop.app.settings.knownStacks()
const names = (laptop: Laptop): string[] => laptop.app.stacks.all().map(({ name }) => name)
const notice = (laptop: Laptop, kind: Notice['kind']) => laptop.app.notices().find((each) => each.kind === kind)

/** A laptop with two stacks, the first of which has something waiting and is the active one. */
async function withTwoStacks(): Promise<Laptop> {
  const laptop = await Laptop.signedIn()
  const other = await Laptop.bare({ clientId: 'other' })
  await laptop.addStack('Other', other.cloud)
  laptop.app.stacks.activate(laptop.stackId)
  laptop.cloud.setOnline(false)
  laptop.capture(configure(laptop.role('presence'), 60))
  await laptop.pass(5_000)
  return laptop
}

describe('damaged settings', () => {
  it('cost no stack, and what waits for one is sent', async () => {
    const laptop = await withTwoStacks()
    const before = inSettings(laptop)
    laptop.damageSettings()
    await laptop.restart({ patient: true })
    expect(inSettings(laptop)).toEqual(before)
    expect(laptop.app.stacks.active()?.id).toBe(laptop.stackId)
    expect(notice(laptop, 'stacks_recalled')?.detail).toBe('Site, Other')
    expect(notice(laptop, 'settings_reset')).toBeDefined()
    expect(await laptop.app.stacks.list()).toMatchObject([{ secret: 'keychain', openActions: 1 }, { name: 'Other' }])
    laptop.cloud.setOnline(true)
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(1)
  })

  it('are told about once', async () => {
    const laptop = await withTwoStacks()
    laptop.damageSettings()
    await laptop.restart({ patient: true })
    await laptop.restart({ patient: true })
    expect(laptop.app.notices()).toEqual([])
    expect(names(laptop)).toEqual(['Site', 'Other'])
  })

  it('in one entry cost no stack either', async () => {
    const laptop = await withTwoStacks()
    const file = join(laptop.folder, 'config.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"name": "Site"', '"name": 7'))
    await laptop.restart({ patient: true })
    expect(names(laptop)).toEqual(['Other', 'Site'])
    expect(laptop.app.stacks.active()?.name).toBe('Site')
    expect(notice(laptop, 'stacks_recalled')?.detail).toBe('Site')
  })

  it('that now name another stack alike leave the two to be told apart', async () => {
    const laptop = await withTwoStacks()
    const file = join(laptop.folder, 'config.json')
    const renamed = readFileSync(file, 'utf8').replaceAll(laptop.stackId, crypto.randomUUID())
    writeFileSync(file, renamed)
    await laptop.restart({ patient: true })
    expect(names(laptop)).toEqual(['Site', 'Other', 'Site (2)'])
    expect(laptop.app.stacks.active()).toMatchObject({ id: laptop.stackId, name: 'Site (2)' })
  })

  it('that name another address change none: no action travels there, and no secret', async () => {
    const laptop = await withTwoStacks()
    const elsewhere = await Laptop.bare({ clientId: laptop.cloud.clientId, clientSecret: laptop.cloud.clientSecret })
    const file = join(laptop.folder, 'config.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(laptop.cloud.url, elsewhere.cloud.url))
    await laptop.restart({ patient: true })
    await laptop.pass(60_000)
    expect(elsewhere.cloud.requests).toEqual([])
    expect(inSettings(laptop)).toEqual(inDatabase(laptop))
    laptop.cloud.setOnline(true)
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(1)
  })

  it('that cannot be written again keep nothing from starting, and are tried again at the next', () => {
    const folder = tempFolder()
    const settings = openSettings(folder).store
    const database = new SqliteStackList(openJournal().db)
    const known = { stacks: [{ id: stackId, name: 'Site', baseUrl: 'https://a.example', clientId: 'a' }] }
    database.keepStacks({ ...known, activeStackId: stackId })
    // A folder in the place of the file cannot be replaced by one.
    mkdirSync(join(folder, 'config.json', 'in the way'), { recursive: true })
    const log = new RecordingLog()
    expect(new KeptStacks({ settings, database, log }).recall()).toEqual([])
    expect(log.entries).toMatchObject([{ level: 'error', area: 'stacks' }])
    expect(database.knownStacks()).toMatchObject(known)
    rmSync(join(folder, 'config.json'), { recursive: true })
    expect(new KeptStacks({ settings, database, log }).recall()).toEqual(known.stacks)
  })
})

describe('a database of the first version', () => {
  it('learns the stacks from the settings at the first start', async () => {
    const laptop = await withTwoStacks()
    const tables = ['stacks', 'visits', 'visit_things', 'visit_actions', 'command_answers']
    const later = [
      ...tables.map((table) => `DROP TABLE ${table}`),
      'DROP INDEX queue',
      'DROP INDEX commands_done',
      'DROP INDEX testing_commands',
      'ALTER TABLE readings DROP COLUMN done_before'
    ]
    laptop.withDatabase((db) => db.exec(`${later.join(';')}; PRAGMA user_version = 1`))
    await laptop.restart({ patient: true })
    expect(inDatabase(laptop)).toEqual(inSettings(laptop))
    expect(laptop.app.notices()).toEqual([])
    laptop.damageSettings()
    await laptop.restart({ patient: true })
    expect(names(laptop)).toEqual(['Site', 'Other'])
  })

  it('beside settings that were lost already says that actions wait for nobody', async () => {
    const laptop = await withTwoStacks()
    laptop.forgetStacks()
    await laptop.restart({ patient: true })
    expect(names(laptop)).toEqual([])
    expect(notice(laptop, 'actions_without_stack')?.detail).toBe('1')
  })
})

describe('the list of stacks in the database', () => {
  it('follows every change', async () => {
    const laptop = await Laptop.signedIn()
    const { url: baseUrl, clientId } = laptop.cloud
    expect(inDatabase(laptop)).toEqual({
      stacks: [{ id: laptop.stackId, name: 'Site', baseUrl, clientId }],
      activeStackId: laptop.stackId
    })
    const renamed = { id: laptop.stackId, name: 'Renamed', baseUrl, clientId, clientSecret: null }
    await laptop.app.stacks.save({ ...renamed, keep: 'keychain' })
    expect(inDatabase(laptop).stacks).toMatchObject([{ name: 'Renamed' }])
    await laptop.app.stacks.remove(laptop.stackId)
    expect(inDatabase(laptop)).toEqual({ stacks: [], activeStackId: null })
    await laptop.restart({ patient: true })
    expect(names(laptop)).toEqual([])
  })

  it('stays as it was when the settings cannot be written', async () => {
    const laptop = await withTwoStacks()
    const before = inDatabase(laptop)
    laptop.makeSettingsUnwritable()
    expect(() => laptop.app.stacks.activate(before.stacks[1]?.id ?? '')).toThrow()
    expect(await problemOfPromise(laptop.app.stacks.remove(before.stacks[1]?.id ?? ''))).not.toBe('none')
    expect(inDatabase(laptop)).toEqual(before)
  })

  it('keeps the settings as they were when it cannot be written itself', async () => {
    const laptop = await withTwoStacks()
    const before = inSettings(laptop)
    laptop.withDatabase((db) => {
      db.exec('BEGIN IMMEDIATE')
      expect(() => laptop.app.stacks.activate(before.stacks[1]?.id ?? '')).toThrow()
      db.exec('ROLLBACK')
    })
    expect(inSettings(laptop)).toEqual(before)
    expect(laptop.app.stacks.active()?.id).toBe(laptop.stackId)
  })

  it('gives out what is readable in it', async () => {
    const laptop = await withTwoStacks()
    laptop.withDatabase((db) => db.exec("UPDATE stacks SET id = 'nonsense' WHERE name = 'Other'"))
    expect(inDatabase(laptop).stacks.map(({ name }) => name)).toEqual(['Site'])
  })
})

describe('a database that starts empty', () => {
  const file = (folder: string): string => join(folder, 'installer.sqlite')
  const remove = (folder: string): void => rmSync(file(folder))
  const empty = (folder: string): void => writeFileSync(file(folder), '')

  it.each([
    ['because it is gone', remove],
    ['because nothing is in it', empty]
  ])('%s is said, and learns the stacks again', async (_why, meanwhile) => {
    const laptop = await Laptop.signedIn()
    await laptop.restart({ patient: true, meanwhile })
    expect(laptop.app.notices()).toEqual([{ kind: 'database_empty', detail: file(laptop.folder) }])
    expect(inDatabase(laptop)).toEqual(inSettings(laptop))
    await laptop.restart({ patient: true })
    expect(laptop.app.notices()).toEqual([])
  })

  it('is nothing to speak of at the first start', async () => {
    const laptop = await Laptop.bare()
    expect(laptop.app.notices()).toEqual([])
  })
})

it('a damaged database is said, with what became of it', async () => {
  const laptop = await withTwoStacks()
  const meanwhile = (folder: string): void => {
    const db = new DatabaseSync(join(folder, 'installer.sqlite'))
    db.exec('DROP INDEX transaction_ids')
    db.close()
  }
  await laptop.restart({ patient: true, meanwhile })
  expect(laptop.app.notices()).toMatchObject([{ kind: 'database_salvaged' }])
  expect(laptop.actions()).toHaveLength(1)
  expect(names(laptop)).toEqual(['Site', 'Other'])
  const spoil = (folder: string): void => writeFileSync(join(folder, 'installer.sqlite'), 'garbage '.repeat(1_000))
  await laptop.restart({ patient: true, meanwhile: spoil })
  expect(laptop.app.notices()).toMatchObject([{ kind: 'database_reset' }])
})
