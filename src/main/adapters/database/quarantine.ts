import type { DatabaseSync } from 'node:sqlite'
import { inTransaction, isAtWork } from './transaction'

/** Where rows of `actions` go that cannot be read any more: out of everybody's way, and nothing of them is lost. */
export class Quarantine {
  readonly #db: DatabaseSync
  readonly #now: () => number
  /** Sequence numbers of rows that could not be moved here yet. */
  readonly #unmoved = new Set<number>()

  constructor(db: DatabaseSync, now: () => number) {
    this.#db = db
    this.#now = now
  }

  /** How many rows nobody can read. */
  count(): number {
    const row = this.#db.prepare('SELECT count(*) AS n FROM quarantine').get()
    return Number(row?.['n'] ?? 0) + this.#unmoved.size
  }

  /** Moves a row here, whole and with its attempts, so that it can be looked into. Never throws. */
  take(row: Record<string, unknown>, why: string): void {
    const seq = Number(row['seq'])
    this.#unmoved.add(seq)
    // Within somebody else's transaction the row only counts as missing; the next reading moves it.
    if (isAtWork(this.#db)) return
    try {
      inTransaction(this.#db, () => this.#move(seq, row, why))
      this.#unmoved.delete(seq)
    } catch {
      // On a full disk the row stays where it is, counts all the same, and is found again: reading must go on.
    }
  }

  #move(seq: number, row: Record<string, unknown>, why: string): void {
    const attempts = this.#db.prepare('SELECT attempt FROM attempts WHERE seq = ? ORDER BY id').all(seq)
    const content = JSON.stringify({ ...row, attempts: attempts.map(({ attempt }) => attempt) })
    this.#db
      .prepare('INSERT INTO quarantine (at, why, content) VALUES (?, ?, ?)')
      .run(Math.round(this.#now()), why, content)
    this.#db.prepare('DELETE FROM actions WHERE seq = ?').run(seq)
  }
}
