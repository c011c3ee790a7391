import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { DiskSync } from '../../../../src/main/adapters/database/diskSync'
import { databaseFile, openDatabase } from '../../../../src/main/adapters/database/openDatabase'
import { SqliteJournal } from '../../../../src/main/adapters/database/sqliteJournal'
import { newborn } from '../../../../src/main/outbox/stateMachine'
import { problemOfPromise } from '../laptop/problemKind'
import { installed, openJournal, stackId } from './journalFixture'

const safety = (db: ReturnType<typeof openJournal>['db']): unknown => db.prepare('PRAGMA synchronous').get()

it('what is written meanwhile shows at once, is on disk when told, and leaves all else as safe as it was', async () => {
  const { journal, db } = openJournal()
  journal.capture([installed(), installed()])
  const onDisk = journal.applyMeanwhile([{ seq: 1, life: { ...newborn, state: 'sending' } }])
  expect([journal.bySeq(1)?.life.state, journal.countOpen(stackId).sending]).toEqual(['sending', 1])
  await onDisk
  expect(safety(db)).toEqual({ synchronous: 2 })
  expect(() => journal.applyMeanwhile([{ seq: 99, life: newborn }])).toThrow('no action 99')
  expect(safety(db)).toEqual({ synchronous: 2 })
})

it('the log can be synced from the first moment on, and goes with the database that is closed in order', async () => {
  const { journal, db, folder } = openJournal()
  const log = join(folder, `${databaseFile}-wal`)
  expect(existsSync(log)).toBe(true)
  await new DiskSync(db).sync()
  journal.close()
  db.close()
  expect(existsSync(log)).toBe(false)
})

it('those who ask during a sync share the next one, and each waits for one that began after its asking', async () => {
  const { db } = openJournal()
  const disk = new DiskSync(db)
  const ended: string[] = []
  const asked = (name: string): Promise<void> => disk.sync().then(() => void ended.push(name))
  const first = asked('first')
  await Promise.resolve()
  await Promise.resolve()
  const later = [asked('second'), asked('third')]
  expect(disk.sync()).toBe(disk.sync())
  await Promise.all([first, ...later])
  expect(ended).toEqual(['first', 'second', 'third'])
  disk.close()
})

it('a log that is not there is said in our words, and the next sync tries again', async () => {
  const { db } = openJournal()
  const disk = new DiskSync(db)
  db.close()
  await expect(problemOfPromise(disk.sync())).resolves.toBe('not_saved')
})

it('what several turns bring during a sync is committed as one, and a piece that fails takes along none of the others', async () => {
  const { journal, db, folder } = openJournal()
  journal.capture([installed(), installed(), installed()])
  const seen = new DatabaseSync(join(folder, databaseFile))
  onTestFinished(() => seen.close())
  const statesSeen = (): unknown[] =>
    seen
      .prepare('SELECT state FROM actions ORDER BY seq')
      .all()
      .map(({ state }) => state)
  const sending = (seq: number) => [{ seq, life: { ...newborn, state: 'sending' as const } }]
  const first = journal.applyMeanwhile(sending(1))
  expect(() => journal.applyMeanwhile([...sending(2), { seq: 99, life: newborn }])).toThrow('no action 99')
  const third = journal.applyMeanwhile(sending(3))
  expect([1, 2, 3].map((seq) => journal.bySeq(seq)?.life.state)).toEqual(['sending', 'pending', 'sending'])
  expect(statesSeen()).toEqual(['pending', 'pending', 'pending'])
  await Promise.all([first, third])
  expect(statesSeen()).toEqual(['sending', 'pending', 'sending'])
  expect(safety(db)).toEqual({ synchronous: 2 })
})

it('a write that waits for the disk commits before itself what was left open', async () => {
  const { journal, db } = openJournal()
  journal.capture([installed()])
  const onDisk = journal.applyMeanwhile([{ seq: 1, life: { ...newborn, state: 'sending' } }])
  journal.capture([installed()])
  expect([db.isTransaction, safety(db)]).toEqual([false, { synchronous: 2 }])
  await onDisk
  expect(new SqliteJournal(db).bySeq(1)?.life.state).toBe('sending')
})

it('what is gone before its commit is said to those who wait for it, and to nobody else', async () => {
  const { journal, db } = openJournal()
  journal.capture([installed()])
  const lost = journal.applyMeanwhile([{ seq: 1, life: { ...newborn, state: 'sending' } }])
  // As a full disk does by itself.
  db.exec('ROLLBACK')
  await expect(problemOfPromise(lost)).resolves.toBe('not_saved')
  expect([journal.bySeq(1)?.life.state, journal.countOpen(stackId).sending]).toEqual(['pending', 0])
  expect(safety(db)).toEqual({ synchronous: 2 })
  await journal.applyMeanwhile([{ seq: 1, life: { ...newborn, state: 'sending' } }])
  expect(journal.bySeq(1)?.life.state).toBe('sending')
})

it('what is left open when the files are closed is there when they are opened again', () => {
  const { journal, db, folder } = openJournal()
  journal.capture([installed()])
  journal.applyMeanwhile([{ seq: 1, life: { ...newborn, state: 'sending' } }]).catch(() => undefined)
  journal.close()
  db.close()
  const again = openDatabase(folder).db
  onTestFinished(() => again.close())
  expect(new SqliteJournal(again).bySeq(1)?.life.state).toBe('sending')
})
