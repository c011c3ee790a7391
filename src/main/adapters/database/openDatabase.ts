import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { salvage, type Salvaged } from './salvage'
import { isBlank, migrate, migrations, missingParts, refuseNewer } from './schema'
import { asideOf, isSetAside, keepAside, removeDatabase, setAside } from './setAside'
import { DamagedDatabaseError, isDamage, isWrongSchema, storageProblem } from './storageProblem'

export const databaseFile = 'installer.sqlite'

export interface OpenedDatabase {
  readonly db: DatabaseSync
  /** Set when the file was damaged: where it lies now and what could be taken over from it. */
  readonly damage: ({ readonly movedTo: string } & Salvaged) | null
  /** What was there before: a database, no file at all, or a file with nothing in it. */
  readonly found: 'database' | 'nothing' | 'empty_file'
}

/**
 * Opens the one database of the app, durable to the last commit: write-ahead log, every commit synced to disk. A
 * damaged file is set aside, never overwritten, and what is readable in it is taken over.
 * @throws ProblemError newer_database; read_only, disk_full or not_saved when the folder cannot be written. What was
 *   there before is there still
 */
export function openDatabase(folder: string, now: () => number = Date.now): OpenedDatabase {
  const file = join(folder, databaseFile)
  try {
    mkdirSync(folder, { recursive: true })
    return openOrReplace(file, now)
  } catch (error) {
    throw storageProblem(error)
  }
}

/** The file in which everything saved on this laptop lies, also while it cannot be opened; null when there is none. */
export function savedFile(folder: string): string | null {
  const file = join(folder, databaseFile)
  return [asideOf(file), file].find((place) => existsSync(place)) ?? null
}

function openOrReplace(file: string, now: () => number): OpenedDatabase {
  if (!isSetAside(file)) {
    const existed = existsSync(file)
    const logged = sizeOf(logOf(file)) > 0
    try {
      return { ...openSound(file, existed), damage: null }
    } catch (error) {
      if (!existed && !logged) undo(file)
      if (!isDamage(error)) throw error
    }
  }
  setAside(file)
  const { db } = openSound(file, false)
  try {
    const salvaged = salvage(db, asideOf(file))
    return { db, damage: { movedTo: keepAside(file, now()), ...salvaged }, found: 'database' }
  } catch (error) {
    db.close()
    throw error
  }
}

function openSound(file: string, existed: boolean): Pick<OpenedDatabase, 'db' | 'found'> {
  refuseLostBeginning(file)
  const isNew = sizeOf(file) === 0
  const db = new DatabaseSync(file)
  try {
    refuseNewer(db)
    // First of all, or a new file never learns it: what was cleared away can be given back to the disk bit by bit.
    if (isNew) db.exec('PRAGMA auto_vacuum = INCREMENTAL')
    // The log grows to 16 MB before it is worked into the file: a drain writes the same few pages again and again, and
    // each working in waits for the disk.
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000; PRAGMA wal_autocheckpoint = 4000'
    )
    const check = db.prepare('PRAGMA quick_check(1)').get()
    if (check?.['quick_check'] !== 'ok') throw new DamagedDatabaseError(String(check?.['quick_check']))
    const found = !existed ? 'nothing' : isBlank(db) ? 'empty_file' : 'database'
    migrateOrRefuse(db)
    // A first commit that waits for the disk: from now on the log itself is there, and need only be synced.
    db.exec(`PRAGMA user_version = ${migrations.length}`)
    return { db, found }
  } catch (error) {
    db.close()
    throw error
  }
}

const logOf = (file: string): string => `${file}-wal`

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() === true ? found.size : 0
}

/** A log beside no file or an empty one still holds what was saved; SQLite itself would delete it. */
function refuseLostBeginning(file: string): void {
  if (sizeOf(file) === 0 && sizeOf(logOf(file)) > 0) {
    throw new DamagedDatabaseError('there is a write-ahead log, and nothing it belongs to')
  }
}

/** An empty file that only a failed first start has made would look like a loss at the next. */
function undo(file: string): void {
  try {
    removeDatabase(file)
  } catch {
    // Why the start failed is thrown on; it stands in the way of this as well.
  }
}

/** A file that says it has a schema and has another one is as damaged as one that cannot be read. */
function migrateOrRefuse(db: DatabaseSync): void {
  try {
    migrate(db)
  } catch (error) {
    throw isWrongSchema(error) ? new DamagedDatabaseError('the tables are not those of its version') : error
  }
  const missing = missingParts(db)
  if (missing.length > 0) throw new DamagedDatabaseError(`missing: ${missing.join(', ')}`)
}
