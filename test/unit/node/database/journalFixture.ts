import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Intent } from '@shared/domain/action'
import { databaseFile, openDatabase } from '../../../../src/main/adapters/database/openDatabase'
import { SqliteJournal } from '../../../../src/main/adapters/database/sqliteJournal'
import { noBelief } from '../../../../src/main/outbox/beliefs'
import type { JournalEntry, NewEntry } from '../../../../src/main/outbox/journal'
import { startOfTest } from '../laptop/manualClock'
import { tempFolder } from '../laptop/tempFolder'

export const stackId = '11111111-1111-4111-8111-111111111111'
export const otherStackId = '22222222-2222-4222-8222-222222222222'
export const tuid = 'TSPR04EZU31901021'
export const otherTuid = 'TSPD04ESY93100802'

/** The journal in a real file, which is closed with the test. */
export function openJournal(folder = tempFolder()) {
  const { db, damage, found } = openDatabase(folder, () => startOfTest)
  onTestFinished(() => {
    if (db.isOpen) db.close()
  })
  return { folder, db, damage, found, journal: new SqliteJournal(db, () => startOfTest) }
}

/** All entries of the stack, newest first, each as the journal reads it. */
export function entriesOf({ db, journal }: Pick<ReturnType<typeof openJournal>, 'db' | 'journal'>): JournalEntry[] {
  const rows = db.prepare('SELECT seq FROM actions WHERE stack_id = ? ORDER BY seq DESC').all(stackId)
  return rows.flatMap(({ seq }) => journal.bySeq(Number(seq)) ?? [])
}

/** Opens the file as it is, past everything the app does when it opens it. */
export function rawDatabase(folder: string): DatabaseSync {
  const db = new DatabaseSync(join(folder, databaseFile))
  onTestFinished(() => {
    if (db.isOpen) db.close()
  })
  return db
}

export function entry(intent: Intent, more: Partial<NewEntry> = {}): NewEntry {
  return {
    id: crypto.randomUUID(),
    stackId,
    intent,
    transactionId: null,
    base: noBelief,
    capturedAt: startOfTest,
    buildsOn: null,
    ...more
  }
}

export const installed = (thing = tuid, more: Partial<NewEntry> = {}): NewEntry =>
  entry({ type: 'status', tuid: thing, status: 'installed' }, more)

export const command = (transactionId: number, more: Partial<NewEntry> = {}): NewEntry =>
  entry({ type: 'command', tuid, commands: [{ tsmId: 1500, tsmEv: 30, parameters: {} }] }, { transactionId, ...more })
