import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { salvage } from './salvage'
import { migrate, migrations, NewerDatabaseError } from './schema'
import { isDamage, storageProblem } from './storageProblem'

export const databaseFile = 'installer.sqlite'

export interface OpenedDatabase {
  readonly db: DatabaseSync
  /** Set when the file was damaged: where it lies now and what could be taken over from it. */
  readonly damage: { readonly movedTo: string; readonly salvaged: number; readonly lost: boolean } | null
}

/**
 * Opens the one database of the app, durable to the last commit: write-ahead log, every commit synced to disk. A
 * damaged file is moved aside, never overwritten, and what is readable in it is taken over.
 * @throws NewerDatabaseError; ProblemError read_only, disk_full or not_saved when the folder cannot be written
 */
export function openDatabase(folder: string, now: () => number = Date.now): OpenedDatabase {
  const file = join(folder, databaseFile)
  try {
    mkdirSync(folder, { recursive: true })
    return openOrReplace(file, now)
  } catch (error) {
    throw error instanceof NewerDatabaseError ? error : storageProblem(error)
  }
}

function openOrReplace(file: string, now: () => number): OpenedDatabase {
  try {
    return { db: openSound(file), damage: null }
  } catch (error) {
    if (!isDamage(error)) throw error
  }
  const movedTo = moveAside(file, now())
  const db = openSound(file)
  return { db, damage: { movedTo, ...salvage(db, movedTo) } }
}

function openSound(file: string): DatabaseSync {
  const db = new DatabaseSync(file)
  try {
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000'
    )
    const check = db.prepare('PRAGMA quick_check(1)').get()
    if (check?.['quick_check'] !== 'ok') throw new DamagedDatabaseError(String(check?.['quick_check']))
    migrate(db)
    // A first commit that waits for the disk: from now on the log itself is there, and need only be synced.
    db.exec(`PRAGMA user_version = ${migrations.length}`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** What SQLite's own check found, in the shape of SQLite's own error for it (SQLITE_CORRUPT). */
class DamagedDatabaseError extends Error {
  readonly errcode = 11

  constructor(finding: string) {
    super(finding)
    this.name = 'DamagedDatabaseError'
  }
}

function moveAside(file: string, at: number): string {
  const stamp = new Date(at).toISOString().replaceAll(/[:.]/g, '-')
  const target = file.replace(/\.sqlite$/, `.damaged-${stamp}.sqlite`)
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix)
  }
  return target
}
