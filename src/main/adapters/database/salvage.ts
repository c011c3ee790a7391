import { DatabaseSync, type SQLInputValue } from 'node:sqlite'

/** In the order in which they refer to each other. Caches and sightings come back by themselves. */
const worthKeeping = ['actions', 'attempts', 'quarantine'] as const

/**
 * Copies what can still be read from a damaged file, row by row, so that one unreadable page costs only its own rows.
 * @returns how many actions were taken over, and whether anything could not be read
 */
export function salvage(db: DatabaseSync, damagedFile: string): { salvaged: number; lost: boolean } {
  let source: DatabaseSync
  try {
    source = new DatabaseSync(damagedFile, { readOnly: true })
  } catch {
    return { salvaged: 0, lost: true }
  }
  let salvaged = 0
  let lost = false
  try {
    for (const table of worthKeeping) {
      const result = copyTable(source, db, table)
      lost ||= result.lost
      if (table === 'actions') salvaged = result.copied
    }
  } finally {
    source.close()
  }
  return { salvaged, lost }
}

function copyTable(source: DatabaseSync, db: DatabaseSync, table: string): { copied: number; lost: boolean } {
  let copied = 0
  try {
    for (const row of source.prepare(`SELECT * FROM ${table}`).iterate()) {
      const names = Object.keys(row)
      const values = Object.values(row) as SQLInputValue[] // what SQLite gives out, it takes in
      const places = names.map(() => '?').join(', ')
      db.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(...values)
      copied++
    }
    return { copied, lost: false }
  } catch {
    // The rest of this table is on a page that cannot be read: what came before it is saved, the loss is reported.
    return { copied, lost: true }
  }
}
