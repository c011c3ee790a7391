import type { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { SqliteReadModel } from '../../../../src/main/adapters/database/sqliteReadModel'
import { newborn } from '../../../../src/main/outbox/stateMachine'
import { problemOf } from '../laptop/problemKind'
import { RecordingLog } from '../recordingLog'
import { entriesOf, entry, installed, openJournal, stackId, tuid } from './journalFixture'

/** Lets the file grow by no more pages, as a full disk would. */
function fill(db: DatabaseSync): void {
  const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count'])
  db.exec(`PRAGMA max_page_count = ${pages}`)
}

const makeRoom = (db: DatabaseSync): void => db.exec('PRAGMA max_page_count = 1000000')

/** Too large for what is left on the pages there are. */
const large = () => entry({ type: 'group_create', groupId: 'x'.repeat(250), description: 'y'.repeat(500) })
const tooMany = () => Array.from({ length: 30 }, large)

describe('a full disk', () => {
  it('is said, and nothing of a capture is kept', () => {
    const { db, journal } = openJournal()
    journal.capture([installed()])
    fill(db)
    expect(problemOf(() => journal.capture(tooMany()))).toBe('disk_full')
    expect(entriesOf({ db, journal })).toHaveLength(1)
    expect(db.isTransaction).toBe(false)
    makeRoom(db)
    expect(journal.capture([installed()])[0]?.seq).toBe(2)
  })

  it('is said, and nothing of a change is kept', () => {
    const { db, journal } = openJournal()
    journal.capture([installed(), installed()])
    fill(db)
    const words = 'z'.repeat(20_000)
    const ended = { endedAt: 2, outcome: 'busy', httpStatus: 429, words } as const
    const change = { life: newborn, startAttempt: { kind: 'send', startedAt: 1 }, endAttempt: ended } as const
    expect(
      problemOf(() =>
        journal.apply([
          { seq: 1, life: newborn, failures: 9 },
          { seq: 2, ...change }
        ])
      )
    ).toBe('disk_full')
    expect(journal.bySeq(1)?.failures).toBe(0)
    expect(journal.attempts(2)).toEqual([])
    makeRoom(db)
    journal.apply([{ seq: 2, ...change }])
    expect(journal.attempts(2)).toHaveLength(1)
  })

  it('costs the read model what it wanted to keep, and nobody else anything', () => {
    const { db } = openJournal()
    const log = new RecordingLog()
    const readModel = new SqliteReadModel(db, log)
    readModel.keepReading(stackId, tuid, 'group', { value: 'before', asOf: 1 })
    fill(db)
    readModel.keepReading(stackId, tuid, 'group', { value: 'x'.repeat(50_000), asOf: 2 })
    expect(readModel.reading(stackId, tuid, 'group')).toEqual({ value: 'before', asOf: 1 })
    expect(log.entries).toMatchObject([{ level: 'warn', area: 'database' }])
  })
})

describe('a disk that can only be read', () => {
  it('is said, and everything on it can still be seen', () => {
    const { db, journal } = openJournal()
    journal.capture([installed()])
    db.exec('PRAGMA query_only = ON')
    expect(problemOf(() => journal.capture([installed()]))).toBe('read_only')
    expect(problemOf(() => journal.apply([{ seq: 1, life: newborn, failures: 9 }]))).toBe('read_only')
    expect(entriesOf({ db, journal })).toMatchObject([{ failures: 0 }])
    expect(db.isTransaction).toBe(false)
  })
})

it('a database that somebody else keeps locked is said to be not saved', () => {
  const { folder, db, journal } = openJournal()
  db.exec('PRAGMA busy_timeout = 0')
  const other = openJournal(folder)
  other.db.exec('BEGIN IMMEDIATE')
  expect(problemOf(() => journal.capture([installed()]))).toBe('not_saved')
  other.db.exec('ROLLBACK')
  expect(journal.capture([installed()])).toHaveLength(1)
})
