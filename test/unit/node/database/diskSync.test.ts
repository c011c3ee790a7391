import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DiskSync } from '../../../../src/main/adapters/database/diskSync'
import { databaseFile } from '../../../../src/main/adapters/database/openDatabase'
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
