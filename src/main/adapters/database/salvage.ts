import { closeSync, existsSync, openSync, readSync, statSync, truncateSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { ProblemError } from '@shared/domain/problem'
import { isRefusal, storageProblem } from './storageProblem'
import { inTransaction } from './transaction'

/** In the order in which they refer to each other, with their keys. Caches and sightings come back by themselves. */
const worthKeeping = [
  { table: 'stacks', key: 'place', since: 2 },
  { table: 'actions', key: 'seq', since: 1 },
  { table: 'attempts', key: 'id', since: 1 },
  { table: 'quarantine', key: 'id', since: 1 },
  { table: 'visits', key: 'rowid', since: 4 },
  { table: 'visit_things', key: 'id', since: 4 },
  { table: 'visit_actions', key: 'seq', since: 4 }
] as const

type Kept = (typeof worthKeeping)[number]

export interface Salvaged {
  /** How many actions were taken over. */
  readonly salvaged: number
  /** Whether anything could not be read. */
  readonly lost: boolean
}

/**
 * Copies what can still be read from a damaged file, all at once. Each table is read from its beginning and, where a
 * page cannot be read, from its end as well: the newest rows, which are most likely still to be sent, often lie beyond
 * the damage.
 * @throws ProblemError disk_full, read_only, not_saved: nothing was taken over then
 */
export function salvage(db: DatabaseSync, damagedFile: string): Salvaged {
  const source = openSource(damagedFile)
  if (source === null) return { salvaged: 0, lost: true }
  try {
    const whole = inTransaction(db, () => worthKeeping.map((kept) => copyTable(source, db, kept)))
    const row = db.prepare('SELECT count(*) AS n FROM actions').get()
    return { salvaged: Number(row?.['n'] ?? 0), lost: whole.includes(false) }
  } finally {
    source.close()
  }
}

/** @returns null when SQLite can read nothing in it */
function openSource(file: string): DatabaseSync | null {
  giveFirstPage(file)
  const source = new DatabaseSync(file, { readOnly: true, defensive: false })
  try {
    // Without this SQLite reads nothing at all from a file that was cut off.
    source.exec('PRAGMA writable_schema = ON')
    return source
  } catch (error) {
    source.close()
    if (isRefusal(error, 'reading')) throw error
    return null
  }
}

/** SQLite looks into a write-ahead log only beside a file that has a page; which one it is then stands in the log. */
function giveFirstPage(file: string): void {
  const log = `${file}-wal`
  if (statSync(file).size > 0 || !existsSync(log)) return
  const header = Buffer.alloc(12)
  const opened = openSync(log, 'r')
  try {
    readSync(opened, header, 0, header.length, 0)
  } finally {
    closeSync(opened)
  }
  // The size of a page, see https://sqlite.org/fileformat2.html#walformat
  truncateSync(file, header.readUInt32BE(8))
}

/** @returns whether every row was taken over */
function copyTable(source: DatabaseSync, db: DatabaseSync, kept: Kept): boolean {
  if (isOlderThan(source, kept.since) || copyRows(source, db, kept, 'ASC')) return true
  copyRows(source, db, kept, 'DESC')
  return false
}

/** Whether the file is of a version that did not have a table yet. One that says nothing may have had any. */
function isOlderThan(source: DatabaseSync, since: number): boolean {
  try {
    const version = Number(source.prepare('PRAGMA user_version').get()?.['user_version'])
    return version > 0 && version < since
  } catch {
    return false
  }
}

/** @returns whether every row from this end on was taken over */
function copyRows(source: DatabaseSync, db: DatabaseSync, { table, key }: Kept, order: 'ASC' | 'DESC'): boolean {
  let whole = true
  try {
    for (const row of source.prepare(`SELECT * FROM ${table} ORDER BY ${key} ${order}`).iterate()) {
      if (!copyRow(db, table, row)) whole = false
    }
  } catch (error) {
    if (isRefusal(error, 'reading') || error instanceof ProblemError) throw error
    // The rest is on a page that cannot be read: what came before it is saved, the loss is reported.
    return false
  }
  return whole
}

/**
 * @returns false when the row does not fit, such as an attempt whose action is lost
 * @throws ProblemError when it is the disk that does not take it
 */
function copyRow(db: DatabaseSync, table: string, row: Record<string, unknown>): boolean {
  const names = Object.keys(row)
  const values = Object.values(row) as SQLInputValue[] // what SQLite gives out, it takes in
  const places = names.map(() => '?').join(', ')
  try {
    db.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(...values)
    return true
  } catch (error) {
    if (isRefusal(error, 'writing')) throw storageProblem(error)
    return false
  }
}
