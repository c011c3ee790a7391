import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { databaseFile, savedFile } from '../../../../src/main/adapters/database/openDatabase'
import { salvage } from '../../../../src/main/adapters/database/salvage'
import { migrations } from '../../../../src/main/adapters/database/schema'
import { newborn } from '../../../../src/main/outbox/stateMachine'
import { problemOf } from '../laptop/problemKind'
import { tempFolder } from '../laptop/tempFolder'
import { withoutPrivileges } from '../laptop/withoutPrivileges'
import { entriesOf, installed, openJournal, rawDatabase, stackId } from './journalFixture'

const pageSize = 4096

/** A closed database with as many actions, each of which was once tried. */
function filledFolder(actions: number): string {
  const { folder, db, journal } = openJournal()
  const entries = journal.capture(Array.from({ length: actions }, () => installed()))
  journal.apply(
    entries.map(({ seq }) => ({
      seq,
      life: newborn,
      startAttempt: { kind: 'send', startedAt: seq },
      endAttempt: { endedAt: seq, outcome: 'busy', httpStatus: 429, words: 'x'.repeat(500) }
    }))
  )
  db.close()
  return folder
}

const fileIn = (folder: string): string => join(folder, databaseFile)
const asideIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.includes('.damaged-'))

/** On which pages a table lies, from its first to its last row. */
function pagesOf(folder: string, table: string): number[] {
  const db = rawDatabase(folder)
  const rows = db.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path").all(table)
  db.close()
  return rows.map(({ pageno }) => Number(pageno))
}

function overwrite(file: string, page: number, content: Buffer): void {
  const bytes = readFileSync(file)
  content.copy(bytes, (page - 1) * pageSize)
  writeFileSync(file, bytes)
}

describe('a sound file', () => {
  it('is made in a folder that is not there yet, durable to the last commit', () => {
    const { db, damage } = openJournal(join(tempFolder(), 'deep', 'down'))
    expect(damage).toBeNull()
    const pragma = (name: string): unknown => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1])
    expect(pragma('user_version')).toBe(migrations.length)
  })

  it('gives back what was committed although nobody closed it', () => {
    const { folder, journal } = openJournal()
    journal.capture([installed()])
    const copy = tempFolder()
    for (const name of readdirSync(folder))
      if (!name.endsWith('-shm')) copyFileSync(join(folder, name), join(copy, name))
    expect(entriesOf(openJournal(copy))).toHaveLength(1)
  })

  it('is told from one that is new, and from one in which nothing was', () => {
    const { folder, db, found } = openJournal()
    expect(found).toBe('nothing')
    db.close()
    expect(openJournal(folder).found).toBe('database')
    const emptied = tempFolder()
    writeFileSync(fileIn(emptied), '')
    expect(openJournal(emptied)).toMatchObject({ found: 'empty_file', damage: null })
  })
})

describe('a damaged file', () => {
  it('of garbage is moved aside, whole, and replaced by an empty one', () => {
    const folder = tempFolder()
    const garbage = Buffer.from('This has never been a database. '.repeat(1_000))
    writeFileSync(fileIn(folder), garbage)
    const { damage, journal } = openJournal(folder)
    expect(damage).toMatchObject({ salvaged: 0, lost: true })
    expect(readFileSync(damage?.movedTo ?? '')).toEqual(garbage)
    expect(asideIn(folder)).toHaveLength(1)
    expect(journal.capture([installed()])).toHaveLength(1)
  })

  it('that was cut off gives back what lies before the cut', () => {
    const folder = filledFolder(200)
    const { size } = statSync(fileIn(folder))
    truncateSync(fileIn(folder), Math.floor((size * 0.6) / pageSize) * pageSize)
    const { db, damage, journal } = openJournal(folder)
    expect(damage?.lost).toBe(true)
    expect(damage?.salvaged).toBeGreaterThan(20)
    expect(entriesOf({ db, journal })).toHaveLength(damage?.salvaged ?? -1)
  })

  it('with one unreadable page gives back what lies before and behind it, and what belongs to that', () => {
    const folder = filledFolder(200)
    const pages = pagesOf(folder, 'actions')
    const middle = pages[Math.floor(pages.length / 2)]
    if (middle === undefined) throw new Error('the table has no pages')
    overwrite(fileIn(folder), middle, Buffer.alloc(pageSize, 0xff))
    const { db, damage, journal } = openJournal(folder)
    const seqs = entriesOf({ db, journal }).map(({ seq }) => seq)
    expect(damage?.lost).toBe(true)
    expect(seqs).toHaveLength(damage?.salvaged ?? -1)
    expect(seqs.length).toBeGreaterThan(180)
    expect([seqs[0], seqs.at(-1)]).toEqual([200, 1])
    for (const seq of [1, 200]) expect(journal.attempts(seq)).toHaveLength(1)
    expect(journal.capture([installed()])[0]?.seq).toBe(201)
  })

  it.each([
    ['a table', 'DROP TABLE attempts', 20],
    ['a column', 'ALTER TABLE actions DROP COLUMN discard_reason', 20],
    ['an index', 'DROP INDEX transaction_ids', 20],
    ['the table of the actions', 'PRAGMA foreign_keys = OFF; DROP TABLE actions', 0],
    ['the number of its version', 'PRAGMA user_version = 0', 20]
  ])('that lacks %s is put together again from what it has', (_what, sql, salvaged) => {
    const folder = filledFolder(20)
    const raw = rawDatabase(folder)
    raw.exec(sql)
    raw.close()
    const { db, damage, journal } = openJournal(folder)
    expect(damage).toMatchObject({ salvaged })
    expect(entriesOf({ db, journal })).toHaveLength(salvaged)
    expect(journal.capture([installed()])).toHaveLength(1)
  })

  it.each([
    ['lost its beginning', (file: string) => truncateSync(file, 0)],
    ['is gone', (file: string) => rmSync(file)]
  ])('that %s gives back what lies in the log beside it', (_what, damageFile) => {
    const { folder, db, journal } = openJournal()
    journal.capture([installed(), installed()])
    const left = tempFolder()
    for (const name of [databaseFile, `${databaseFile}-wal`]) copyFileSync(join(folder, name), join(left, name))
    db.close()
    damageFile(fileIn(left))
    const opened = openJournal(left)
    expect(opened.damage).toMatchObject({ salvaged: 2, lost: false })
    expect(entriesOf(opened)).toHaveLength(2)
  })

  it('of an earlier version misses nothing that came later', () => {
    const folder = filledFolder(20)
    const raw = rawDatabase(folder)
    raw.exec('DROP TABLE stacks; DROP INDEX actions_of_thing; PRAGMA user_version = 1')
    raw.close()
    expect(openJournal(folder).damage).toMatchObject({ salvaged: 20, lost: false })
  })

  it('in a part that can be read again from the server loses nothing', () => {
    const folder = filledFolder(20)
    const [page] = pagesOf(folder, 'things_seen')
    overwrite(fileIn(folder), page ?? 0, Buffer.alloc(pageSize, 0xff))
    const { damage, journal } = openJournal(folder)
    expect(damage).toMatchObject({ salvaged: 20, lost: false })
    expect(journal.openEntries(stackId, 0, 100).entries).toHaveLength(20)
  })

  it('is told about once: the next start finds a sound one', () => {
    const folder = tempFolder()
    writeFileSync(fileIn(folder), 'garbage '.repeat(1_000))
    const first = openJournal(folder)
    first.journal.capture([installed()])
    first.db.close()
    const second = openJournal(folder)
    expect(second.damage).toBeNull()
    expect(entriesOf(second)).toHaveLength(1)
  })
})

describe('a salvage that was cut off', () => {
  const asideIn = (folder: string): string => join(folder, 'installer.salvaging')

  /** As `filledFolder`, and damaged; nothing was written back into the file yet. */
  function damagedFolder(): string {
    const { folder, db, journal } = openJournal()
    journal.capture(Array.from({ length: 20 }, () => installed()))
    db.exec('DROP INDEX actions_of_thing')
    const left = tempFolder()
    for (const name of [databaseFile, `${databaseFile}-wal`]) copyFileSync(join(folder, name), join(left, name))
    db.close()
    return left
  }

  it.each([
    ['before anything was moved', []],
    ['after the log was moved', [`${databaseFile}-wal`]],
    ['after all was moved', [`${databaseFile}-wal`, databaseFile]]
  ])('%s goes on at the next start', (_when, moved) => {
    const folder = damagedFolder()
    mkdirSync(asideIn(folder))
    for (const name of moved) renameSync(join(folder, name), join(asideIn(folder), name))
    const { damage, journal, db } = openJournal(folder)
    expect(damage).toMatchObject({ salvaged: 20, lost: false })
    expect(entriesOf({ db, journal })).toHaveLength(20)
    expect(existsSync(asideIn(folder))).toBe(false)
    db.close()
    expect(openJournal(folder)).toMatchObject({ damage: null, found: 'database' })
  })

  it('in the middle of taking over begins that again', () => {
    const folder = damagedFolder()
    mkdirSync(asideIn(folder))
    for (const name of readdirSync(folder)) {
      if (name.startsWith(databaseFile)) renameSync(join(folder, name), join(asideIn(folder), name))
    }
    const half = openJournal(tempFolder())
    half.journal.capture([installed()])
    half.db.close()
    copyFileSync(fileIn(half.folder), fileIn(folder))
    expect(entriesOf(openJournal(folder))).toHaveLength(20)
  })

  it('by a full disk takes over nothing rather than a part', () => {
    const source = filledFolder(200)
    const { db, journal } = openJournal()
    const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count'])
    db.exec(`PRAGMA max_page_count = ${pages + 3}`)
    expect(problemOf(() => salvage(db, fileIn(source)))).toBe('disk_full')
    expect(entriesOf({ db, journal })).toEqual([])
    db.exec('PRAGMA max_page_count = 1000000')
    expect(salvage(db, fileIn(source))).toEqual({ salvaged: 200, lost: false })
  })

  it('by a folder that cannot be written loses nothing', () => {
    const folder = damagedFolder()
    withoutPrivileges(folder, () => expect(problemOf(() => openJournal(folder))).toBe('read_only'))
    expect(openJournal(folder).damage).toMatchObject({ salvaged: 20, lost: false })
  })
})

describe('a file of a newer version', () => {
  it.each([
    ['whose tables this SQLite cannot read', "UPDATE sqlite_schema SET sql = 'CREATE TABLE attempts (id FOREVER (('"],
    ['that keeps its journal in another way', 'DELETE FROM attempts']
  ])('%s is refused as well, and left as it is', (_what, sql) => {
    const folder = filledFolder(1)
    const newer = new DatabaseSync(fileIn(folder), { defensive: false })
    newer.exec(`PRAGMA journal_mode = DELETE; PRAGMA user_version = ${migrations.length + 1}`)
    newer.exec(`PRAGMA writable_schema = ON; ${sql} WHERE ${sql.startsWith('UPDATE') ? "name = 'attempts'" : 'id = 1'}`)
    newer.close()
    const before = readFileSync(fileIn(folder))
    expect(problemOf(() => openJournal(folder))).toBe('newer_database')
    expect(readFileSync(fileIn(folder))).toEqual(before)
    expect(readdirSync(folder)).toEqual([databaseFile])
  })

  it('is none by a number that no version will ever have', () => {
    const folder = filledFolder(20)
    const [page] = pagesOf(folder, 'actions')
    const raw = rawDatabase(folder)
    raw.exec('PRAGMA user_version = 123456789')
    raw.close()
    overwrite(fileIn(folder), page ?? 0, Buffer.alloc(pageSize, 0xff))
    expect(openJournal(folder).damage).not.toBeNull()
  })

  it('is refused and left as it is', () => {
    const folder = filledFolder(1)
    const newer = rawDatabase(folder)
    newer.exec(`PRAGMA user_version = ${migrations.length + 1}`)
    newer.close()
    const before = readFileSync(fileIn(folder))
    expect(() => openJournal(folder)).toThrow(expect.objectContaining({ name: 'NewerDatabaseError' }))
    expect(problemOf(() => openJournal(folder))).toBe('newer_database')
    expect(readFileSync(fileIn(folder))).toEqual(before)
    expect(asideIn(folder)).toEqual([])
  })
})

describe('a folder that cannot be written', () => {
  it('is a problem with a name, whether there is a database in it or not', () => {
    withoutPrivileges(filledFolder(1), (folder) => expect(problemOf(() => openJournal(folder))).toBe('read_only'))
    withoutPrivileges(tempFolder(), (folder) => {
      expect(problemOf(() => openJournal(folder))).toBe('read_only')
      expect(problemOf(() => openJournal(join(folder, 'deeper')))).toBe('read_only')
      expect(existsSync(fileIn(folder))).toBe(false)
    })
  })

  it('is not mistaken for damage', () => {
    const folder = filledFolder(1)
    withoutPrivileges(folder, () => expect(() => openJournal(folder)).toThrow())
    expect(asideIn(folder)).toEqual([])
    expect(entriesOf(openJournal(folder))).toHaveLength(1)
  })
})

describe('the file in which everything lies', () => {
  it('is known while it cannot be opened, wherever it lies at that moment', () => {
    const folder = filledFolder(1)
    expect(savedFile(folder)).toBe(fileIn(folder))
    mkdirSync(join(folder, 'installer.salvaging'))
    const aside = join(folder, 'installer.salvaging', databaseFile)
    renameSync(fileIn(folder), aside)
    expect(savedFile(folder)).toBe(aside)
    expect(savedFile(tempFolder())).toBeNull()
  })

  it('is not there after a first start that could make none', () => {
    const folder = tempFolder()
    mkdirSync(`${fileIn(folder)}-wal`)
    expect(() => openJournal(folder)).toThrow()
    expect(existsSync(fileIn(folder))).toBe(false)
  })
})
