import type { DatabaseSync } from 'node:sqlite'
import { storageProblem } from './storageProblem'

/**
 * Runs a function as one transaction: on disk when it returns, without trace when it throws.
 * @throws ProblemError disk_full, read_only, not_saved
 */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE')
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk ends the transaction by itself; rolling back twice would hide the first error.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw storageProblem(error)
  }
}

/**
 * The same without waiting for the disk: another process sees it, and a crash of the app does not lose it, but a power
 * cut may, until the next sync or the next transaction of the other kind.
 * @throws ProblemError as above
 */
export function inLightTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('PRAGMA synchronous = NORMAL')
  try {
    return inTransaction(db, work)
  } finally {
    db.exec('PRAGMA synchronous = FULL')
  }
}
