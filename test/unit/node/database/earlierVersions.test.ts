import { copyFileSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { numberedCommands } from '@shared/domain/action'
import { databaseFile } from '../../../../src/main/adapters/database/openDatabase'
import { SqliteQueue } from '../../../../src/main/adapters/database/sqliteQueue'
import { migrations } from '../../../../src/main/adapters/database/schema'
import { tempFolder } from '../laptop/tempFolder'
import { entriesOf, openJournal, otherTuid, rawDatabase, stackId } from './journalFixture'

/**
 * What an app of each version left, as it was released: `version-N.sql` is the dump of a database that such an app
 * wrote while it worked, with actions in every state. A new step in schema.ts needs one of its version here.
 */
const versions = migrations.map((_, index) => index + 1)
const dumps = join(import.meta.dirname, 'versions')

function folderOf(version: number): string {
  const folder = tempFolder()
  const db = new DatabaseSync(join(folder, databaseFile), { defensive: false })
  db.exec(readFileSync(join(dumps, `version-${version}.sql`), 'utf8'))
  db.close()
  return folder
}

function tablesOf(db: DatabaseSync): string[] {
  const rows = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all()
  return rows.map(({ name }) => String(name))
}

function rowsOf(db: DatabaseSync, tables: readonly string[]): Record<string, unknown[]> {
  return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]))
}

/** Everything in the file as it was left, before the app of today opens it. */
function leftIn(folder: string): Record<string, unknown[]> {
  const db = rawDatabase(folder)
  const rows = rowsOf(db, tablesOf(db))
  db.close()
  return rows
}

function schemaOf(db: DatabaseSync): unknown[] {
  const rows = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all()
  return rows.map(({ type, name, sql }) => [type, name, String(sql).replaceAll(/\s+/g, ' ')])
}

it('every version is tried, and none that never was', () => {
  expect(readdirSync(dumps).toSorted()).toEqual(versions.map((version) => `version-${version}.sql`))
})

describe.each(versions)('a database of version %i', (version) => {
  it('is one, with something in every table and an action in every state', () => {
    const db = rawDatabase(folderOf(version))
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: version })
    for (const [table, rows] of Object.entries(rowsOf(db, tablesOf(db)))) {
      expect([table, rows.length]).not.toEqual([table, 0])
    }
    const states = db.prepare('SELECT DISTINCT state FROM actions').all()
    expect(states.map(({ state }) => state).toSorted()).toEqual(
      ['done', 'discarded', 'needs_you', 'pending', 'sending', 'unknown'].toSorted()
    )
  })

  it('is opened as it is, with every row as it was and the schema of today', () => {
    const folder = folderOf(version)
    const rows = leftIn(folder)
    const { db, damage } = openJournal(folder)
    expect(damage).toBeNull()
    // A column that was added since is empty, and stands beside those that were.
    expect(rowsOf(db, Object.keys(rows))).toMatchObject(rows)
    expect(schemaOf(db)).toEqual(schemaOf(openJournal().db))
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  })

  it.each(migrations.slice(version).map((step, index) => [version + index + 1, step] as const))(
    'is opened whole after the app was killed in the middle of the step to version %i',
    (to, step) => {
      const folder = folderOf(version)
      const rows = leftIn(folder)
      const killed = rawDatabase(folder)
      // As little memory as possible, so that as much as possible of what is half done is in the file already.
      killed.exec('PRAGMA journal_mode = WAL; PRAGMA cache_size = 1')
      for (const [index, earlier] of migrations.slice(version, to - 1).entries()) {
        killed.exec(`BEGIN IMMEDIATE; ${earlier}; PRAGMA user_version = ${version + index + 1}; COMMIT;`)
      }
      killed.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${to}`)
      const left = tempFolder()
      for (const name of [databaseFile, `${databaseFile}-wal`]) copyFileSync(join(folder, name), join(left, name))
      killed.exec('ROLLBACK')
      const { db, damage } = openJournal(left)
      expect(damage).toBeNull()
      expect(rowsOf(db, Object.keys(rows))).toMatchObject(rows)
      expect(schemaOf(db)).toEqual(schemaOf(openJournal().db))
      expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    }
  )

  it('has its commands read as lists of one, with the number they had, those that wait among them', () => {
    const folder = folderOf(version)
    const rows = leftIn(folder)['actions'] ?? []
    const { journal } = openJournal(folder)
    const stored = rows as { seq: number; type: string; intent: string; transaction_id: number | null }[]
    const commands = stored.filter(({ type }) => type === 'command')
    expect(commands.length).toBeGreaterThan(1)
    for (const { seq, intent, transaction_id: transactionId } of commands) {
      const entry = journal.bySeq(seq)
      const { command, commands: listed = [command] } = JSON.parse(intent) as { command?: object; commands?: object[] }
      if (entry === null) throw new Error(`action ${seq} cannot be read`)
      expect(entry.intent).toMatchObject({ type: 'command', commands: listed })
      expect(numberedCommands(entry)[0]?.transactionId).toBe(transactionId)
    }
  })

  it('has its open commands recognised as like those of today', () => {
    const { db, journal } = openJournal(folderOf(version))
    const asked = entriesOf({ db, journal }).find(
      ({ intent, life }) => intent.type === 'command' && life.state === 'needs_you'
    )
    if (asked === undefined) throw new Error('the dump holds no command that needs a person')
    const { intent } = asked
    if (intent.type !== 'command') throw new Error('it is a command')
    const [today] = journal.capture([
      { ...asked, id: crypto.randomUUID(), intent: { ...intent, tuid: otherTuid }, transactionId: 77, buildsOn: null }
    ])
    if (today === undefined || asked.lastAttempt?.endedAt == null) throw new Error('it was tried')
    const { kind, startedAt, endedAt, outcome, httpStatus, words } = asked.lastAttempt
    journal.apply([
      {
        seq: today.seq,
        life: asked.life,
        startAttempt: { kind, startedAt },
        endAttempt: { endedAt, outcome: outcome ?? 'unknown', httpStatus, words }
      }
    ])
    expect(new SqliteQueue(db).alike(asked.id).seqs).toEqual([asked.seq, today.seq])
  })

  it('gives the app of today every action, attempt and quarantined row, and takes new ones behind them', () => {
    const folder = folderOf(version)
    const { actions = [], attempts = [], quarantine = [] } = leftIn(folder)
    const { db, journal } = openJournal(folder)
    const read = entriesOf({ db, journal }).toReversed()
    expect(read).toHaveLength(actions.length)
    // Up to version 3 an attempt under way lay with the others as well as with its action.
    const ended = attempts.filter((row) => !JSON.stringify(row).includes(String.raw`\"endedAt\":null`))
    const underWay = read.filter(({ lastAttempt }) => lastAttempt !== null && lastAttempt.endedAt === null)
    expect(underWay.length).toBeGreaterThan(0)
    expect(read.flatMap(({ seq }) => journal.attempts(seq))).toHaveLength(ended.length + underWay.length)
    expect(journal.quarantined()).toHaveLength(quarantine.length)
    const open = read.filter(({ life }) => !['done', 'discarded'].includes(life.state))
    expect(journal.openEntries(stackId, 0, 100).entries.map(({ seq }) => seq)).toEqual(open.map(({ seq }) => seq))
    expect(journal.countQuarantined()).toBe(quarantine.length)
    const [last] = read.toReversed()
    if (last === undefined) throw new Error('the dump holds no action')
    const [added] = journal.capture([{ ...last, id: crypto.randomUUID(), transactionId: null, buildsOn: null }])
    expect(added?.seq).toBeGreaterThan(last.seq + quarantine.length - 1)
  })
})
