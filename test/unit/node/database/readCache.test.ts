import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { databaseFile } from '../../../../src/main/adapters/database/openDatabase'
import { SqliteReadCache } from '../../../../src/main/adapters/database/sqliteReadCache'
import { SqliteReadModel } from '../../../../src/main/adapters/database/sqliteReadModel'
import { RecordingLog } from '../recordingLog'
import { tempFolder } from '../laptop/tempFolder'
import { openJournal, stackId } from './journalFixture'

/** A database of an app that did not know yet how to give back parts of the file. */
function olderFolder(): string {
  const folder = tempFolder()
  const db = new DatabaseSync(join(folder, databaseFile))
  db.exec('PRAGMA auto_vacuum = NONE; CREATE TABLE made_first (id INTEGER); DROP TABLE made_first')
  db.close()
  return folder
}

const modeOf = (db: DatabaseSync): unknown => db.prepare('PRAGMA auto_vacuum').get()?.['auto_vacuum']

it.each([
  ['a new file', tempFolder, 2],
  ['a file of an earlier version', olderFolder, 0]
])('%s gives back what was cleared away, bit by bit', (_what, folderOf, mode) => {
  const { db, folder } = openJournal(folderOf())
  expect(modeOf(db)).toBe(mode)
  const [model, cache] = [new SqliteReadModel(db, new RecordingLog()), new SqliteReadCache(db)]
  for (let n = 0; n < 50; n++) {
    model.keepReading(stackId, `T${n}`, 'messages', { value: { items: ['x'.repeat(100_000)] }, asOf: n })
  }
  cache.settleFile()
  const sizeOf = (): number => statSync(join(folder, databaseFile)).size
  const full = sizeOf()
  expect(full).toBeGreaterThan(5_000_000)
  cache.forget(cache.pieces(null, 100))
  expect(cache.freeBytes()).toBeGreaterThan(5_000_000)
  for (let free = cache.freeBytes(), before = Infinity; free > 0 && free < before; free = cache.freeBytes()) {
    before = free
    cache.giveBack(1_000_000)
  }
  expect(cache.freeBytes()).toBe(0)
  cache.settleFile()
  expect(sizeOf()).toBeLessThan(500_000)
  expect(modeOf(db)).toBe(2)
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
})

it('a piece that was read anew meanwhile stays', () => {
  const { db } = openJournal()
  const [model, cache] = [new SqliteReadModel(db, new RecordingLog()), new SqliteReadCache(db)]
  model.keepReading(stackId, 'A', 'general', { value: 1, asOf: 1 })
  const pieces = cache.pieces(null, 10)
  model.keepReading(stackId, 'A', 'general', { value: 2, asOf: 2 })
  expect(cache.forget(pieces)).toBe(0)
  expect(model.reading(stackId, 'A', 'general')).toEqual({ value: 2, asOf: 2 })
})

it('pieces come one after the other, each once, and one that cannot be read counts as well', () => {
  const { db } = openJournal()
  const [model, cache] = [new SqliteReadModel(db, new RecordingLog()), new SqliteReadCache(db)]
  for (const subject of ['A', 'B', 'C']) {
    model.keepReading(stackId, subject, 'messages', { value: { items: [1, 2] }, asOf: 1 })
  }
  db.exec(`UPDATE readings SET value = '{"items' WHERE tuid = 'B'`)
  const first = cache.pieces(null, 2)
  const rest = cache.pieces(first[1] ?? null, 2)
  expect([...first, ...rest].map(({ subject, messages, bytes }) => [subject, messages, bytes])).toEqual([
    ['A', 2, 15],
    ['B', 0, 7],
    ['C', 2, 15]
  ])
})
