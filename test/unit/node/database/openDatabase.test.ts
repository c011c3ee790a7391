import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { databaseFile } from '../../../../src/main/adapters/database/openDatabase'
import { migrations } from '../../../../src/main/adapters/database/schema'
import { newborn } from '../../../../src/main/outbox/stateMachine'
import { problemOf } from '../laptop/problemKind'
import { tempFolder } from '../laptop/tempFolder'
import { withoutPrivileges } from '../laptop/withoutPrivileges'
import { installed, openJournal, rawDatabase, stackId } from './journalFixture'

const everything = { stackId, states: null, tuid: null, limit: 100_000 }
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
    expect(openJournal(copy).journal.list(everything)).toHaveLength(1)
  })

  it('of nothing at all is a new one', () => {
    const folder = tempFolder()
    writeFileSync(fileIn(folder), '')
    expect(openJournal(folder).damage).toBeNull()
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
    truncateSync(fileIn(folder), Math.floor(size / 2 / pageSize) * pageSize)
    const { damage, journal } = openJournal(folder)
    expect(damage?.lost).toBe(true)
    expect(damage?.salvaged).toBeGreaterThan(20)
    expect(journal.list(everything)).toHaveLength(damage?.salvaged ?? -1)
  })

  it('with one unreadable page gives back what lies before and behind it, and what belongs to that', () => {
    const folder = filledFolder(200)
    const pages = pagesOf(folder, 'actions')
    const middle = pages[Math.floor(pages.length / 2)]
    if (middle === undefined) throw new Error('the table has no pages')
    overwrite(fileIn(folder), middle, Buffer.alloc(pageSize, 0xff))
    const { damage, journal } = openJournal(folder)
    const seqs = journal.list(everything).map(({ seq }) => seq)
    expect(damage?.lost).toBe(true)
    expect(seqs).toHaveLength(damage?.salvaged ?? -1)
    expect(seqs.length).toBeGreaterThan(180)
    expect([seqs[0], seqs.at(-1)]).toEqual([200, 1])
    for (const seq of [1, 200]) expect(journal.attempts(seq)).toHaveLength(1)
    expect(journal.capture([installed()])[0]?.seq).toBe(201)
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
    expect(second.journal.list(everything)).toHaveLength(1)
  })
})

describe('a file of a newer version', () => {
  it('is refused and left as it is', () => {
    const folder = filledFolder(1)
    const newer = rawDatabase(folder)
    newer.exec(`PRAGMA user_version = ${migrations.length + 1}`)
    newer.close()
    const before = readFileSync(fileIn(folder))
    expect(() => openJournal(folder)).toThrow(expect.objectContaining({ name: 'NewerDatabaseError' }))
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
    expect(openJournal(folder).journal.list(everything)).toHaveLength(1)
  })
})
