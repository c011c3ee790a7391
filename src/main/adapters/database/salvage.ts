import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { inTransaction } from './transaction'

/** In the order in which they refer to each other, with their keys. Caches and sightings come back by themselves. */
const worthKeeping = [
  { table: 'actions', key: 'seq' },
  { table: 'attempts', key: 'id' },
  { table: 'quarantine', key: 'id' }
] as const

type Kept = (typeof worthKeeping)[number]

/**
 * Copies what can still be read from a damaged file. Each table is read from its beginning and, where a page cannot be
 * read, from its end as well: the newest rows, which are most likely still to be sent, often lie beyond the damage.
 * @returns how many actions were taken over, and whether anything could not be read
 */
export function salvage(db: DatabaseSync, damagedFile: string): { salvaged: number; lost: boolean } {
  let source: DatabaseSync
  try {
    source = new DatabaseSync(damagedFile, { readOnly: true, defensive: false })
    // Without this SQLite reads nothing at all from a file that was cut off.
    source.exec('PRAGMA writable_schema = ON')
  } catch {
    return { salvaged: 0, lost: true }
  }
  try {
    const whole = worthKeeping.map((kept) => inTransaction(db, () => copyTable(source, db, kept)))
    const row = db.prepare('SELECT count(*) AS n FROM actions').get()
    return { salvaged: Number(row?.['n'] ?? 0), lost: whole.includes(false) }
  } finally {
    source.close()
  }
}

/** @returns whether every row was taken over */
function copyTable(source: DatabaseSync, db: DatabaseSync, kept: Kept): boolean {
  if (copyRows(source, db, kept, 'ASC')) return true
  copyRows(source, db, kept, 'DESC')
  return false
}

/** @returns whether every row from this end on was taken over */
function copyRows(source: DatabaseSync, db: DatabaseSync, { table, key }: Kept, order: 'ASC' | 'DESC'): boolean {
  let whole = true
  try {
    for (const row of source.prepare(`SELECT * FROM ${table} ORDER BY ${key} ${order}`).iterate()) {
      if (!copyRow(db, table, row)) whole = false
    }
  } catch {
    // The rest is on a page that cannot be read: what came before it is saved, the loss is reported.
    return false
  }
  return whole
}

/** @returns false when the row does not fit, such as an attempt whose action is lost */
function copyRow(db: DatabaseSync, table: string, row: Record<string, unknown>): boolean {
  const names = Object.keys(row)
  const values = Object.values(row) as SQLInputValue[] // what SQLite gives out, it takes in
  const places = names.map(() => '?').join(', ')
  try {
    db.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(...values)
    return true
  } catch {
    return false
  }
}
