import { randomInt } from 'node:crypto'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { openActionStates, tuidOf, type Attempt, type IntentType } from '@shared/domain/action'
import type { Quarantined } from '@shared/ipc/channels'
import { largestTransactionId } from '@shared/domain/command'
import { newborn } from '../../outbox/stateMachine'
import type { Change, Journal, JournalEntry, ListFilter, NewEntry, OpenEntry, StateCounts } from '../../outbox/journal'
import { readActionRow, readAttempt, readOpenRow } from './actionRow'
import { Quarantine } from './quarantine'
import { inTransaction } from './transaction'

const open = `state IN (${openActionStates.map((state) => `'${state}'`).join(', ')})`

/** The journal of the outbox in SQLite. Rows that cannot be read any more move to quarantine and stop nothing. */
export class SqliteJournal implements Journal {
  readonly #db: DatabaseSync
  readonly #quarantine: Quarantine
  readonly #statements = new Map<string, StatementSync>()

  constructor(db: DatabaseSync, now: () => number = Date.now) {
    this.#db = db
    this.#quarantine = new Quarantine(db, now)
  }

  capture(entries: readonly NewEntry[]): JournalEntry[] {
    return inTransaction(this.#db, () => {
      const seqs: number[] = []
      return entries.map(({ buildsOn, ...entry }) => {
        const after = buildsOn === null ? entry.base.after : (seqs[buildsOn] ?? null)
        const base = { ...entry.base, after }
        const { lastInsertRowid } = this.#run(
          `INSERT INTO actions (id, stack_id, type, tuid, intent, transaction_id, base, captured_at, state, life)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          entry.id,
          entry.stackId,
          entry.intent.type,
          tuidOf(entry.intent),
          JSON.stringify(entry.intent),
          entry.transactionId,
          JSON.stringify(base),
          entry.capturedAt,
          newborn.state,
          JSON.stringify(newborn)
        )
        const seq = Number(lastInsertRowid)
        seqs.push(seq)
        return {
          ...entry,
          base,
          seq,
          life: newborn,
          firstSentAt: null,
          attemptCount: 0,
          failures: 0,
          lastAttempt: null,
          receipt: null,
          discardReason: null
        }
      })
    })
  }

  apply(changes: readonly Change[]): void {
    inTransaction(this.#db, () => {
      for (const change of changes) this.#applyOne(change)
    })
  }

  #applyOne(change: Change): void {
    const { seq, life, startAttempt, endAttempt } = change
    const before = this.bySeq(seq)
    if (before === null) throw new Error(`no action ${seq}`)
    let attempt = before.lastAttempt
    if (startAttempt !== undefined) {
      attempt = {
        kind: startAttempt.kind,
        startedAt: startAttempt.startedAt,
        endedAt: null,
        outcome: null,
        httpStatus: null,
        words: null
      }
      this.#run('INSERT INTO attempts (seq, attempt) VALUES (?, ?)', seq, JSON.stringify(attempt))
    }
    if (endAttempt !== undefined && attempt !== null) {
      attempt = { ...attempt, ...endAttempt }
      this.#run(
        'UPDATE attempts SET attempt = ? WHERE id = (SELECT max(id) FROM attempts WHERE seq = ?)',
        JSON.stringify(attempt),
        seq
      )
    }
    this.#run(
      `UPDATE actions SET state = ?, life = ?, base = ?, failures = ?, receipt = ?, discard_reason = ?,
         first_sent_at = ?, attempt_count = ?, last_attempt = ? WHERE seq = ?`,
      life.state,
      JSON.stringify(life),
      JSON.stringify(change.base ?? before.base),
      change.failures ?? before.failures,
      jsonOrNull(change.receipt ?? before.receipt),
      change.discardReason ?? before.discardReason,
      change.firstSentAt === undefined ? before.firstSentAt : change.firstSentAt,
      before.attemptCount + (startAttempt?.kind === 'send' ? 1 : 0),
      jsonOrNull(attempt),
      seq
    )
  }

  openEntries(): OpenEntry[] {
    const entries: OpenEntry[] = []
    const unreadable: number[] = []
    const rows = this.#prepare(`SELECT seq, stack_id, intent, base, life FROM actions WHERE ${open} ORDER BY seq`)
    for (const row of rows.iterate()) {
      const result = readOpenRow(row)
      if (result.ok) entries.push(result.entry)
      else unreadable.push(Number(row['seq']))
    }
    // Reading the whole row again finds it unreadable again, and moves it to quarantine.
    for (const seq of unreadable) this.bySeq(seq)
    return entries
  }

  bySeq(seq: number): JournalEntry | null {
    return this.#one('SELECT * FROM actions WHERE seq = ?', seq)
  }

  byId(id: string): JournalEntry | null {
    return this.#one('SELECT * FROM actions WHERE id = ?', id)
  }

  list({ stackId, states, tuid, limit }: ListFilter): JournalEntry[] {
    const conditions = ['stack_id = ?']
    const values: (string | number)[] = [stackId]
    if (tuid !== null) {
      conditions.push('tuid = ?')
      values.push(tuid)
    }
    if (states !== null) {
      conditions.push(`state IN (${states.map(() => '?').join(', ')})`)
      values.push(...states)
    }
    values.push(limit)
    return this.#many(`SELECT * FROM actions WHERE ${conditions.join(' AND ')} ORDER BY seq DESC LIMIT ?`, ...values)
  }

  /** Attempts that cannot be read are left out: they are a record of the past and stop nothing. */
  attempts(seq: number): Attempt[] {
    return this.#all('SELECT attempt FROM attempts WHERE seq = ? ORDER BY id', seq).flatMap(({ attempt }) => {
      const reading = readAttempt(attempt)
      return reading.ok ? [reading.entry] : []
    })
  }

  countOpen(stackId: string): StateCounts {
    const rows = this.#all(
      `SELECT state, count(*) AS n FROM actions WHERE stack_id = ? AND ${open} GROUP BY state`,
      stackId
    )
    const of = (state: string): number => Number(rows.find((row) => row['state'] === state)?.['n'] ?? 0)
    return { waiting: of('pending') + of('unknown') + of('sending'), sending: of('sending'), needsYou: of('needs_you') }
  }

  latestOfThing(stackId: string, tuid: string, type: IntentType): JournalEntry | null {
    return this.#one(
      `SELECT * FROM actions WHERE stack_id = ? AND tuid = ? AND type = ? AND state <> 'discarded'
       ORDER BY seq DESC LIMIT 1`,
      stackId,
      tuid,
      type
    )
  }

  openOfGroups(stackId: string): JournalEntry[] {
    return this.#many(`SELECT * FROM actions WHERE stack_id = ? AND tuid IS NULL AND ${open} ORDER BY seq`, stackId)
  }

  nextTransactionId(stackId: string): number {
    for (;;) {
      // By chance, not by counting: two laptops of one customer must not choose the same numbers.
      const candidate = randomInt(1, largestTransactionId)
      const used = this.#all('SELECT 1 FROM actions WHERE stack_id = ? AND transaction_id = ?', stackId, candidate)
      if (used.length === 0) return candidate
    }
  }

  openAfter(stackId: string, seq: number): JournalEntry[] {
    return this.#many(`SELECT * FROM actions WHERE stack_id = ? AND seq > ? AND ${open} ORDER BY seq`, stackId, seq)
  }

  *all(stackId: string): Iterable<JournalEntry> {
    // By number rather than by a running query: reading a row may move it to quarantine.
    for (const { seq } of this.#all('SELECT seq FROM actions WHERE stack_id = ? ORDER BY seq', stackId)) {
      const entry = this.bySeq(Number(seq))
      if (entry !== null) yield entry
    }
  }

  quarantined(): Quarantined[] {
    return this.#all('SELECT id, at, why, content FROM quarantine ORDER BY id').map((row) => ({
      id: Number(row['id']),
      at: Number(row['at']),
      why: String(row['why']),
      content: String(row['content'])
    }))
  }

  /** How many actions cannot be read any more. */
  countQuarantined(): number {
    return this.#quarantine.count()
  }

  #one(sql: string, ...values: (string | number)[]): JournalEntry | null {
    return this.#many(sql, ...values)[0] ?? null
  }

  #many(sql: string, ...values: (string | number)[]): JournalEntry[] {
    const entries: JournalEntry[] = []
    for (const row of this.#all(sql, ...values)) {
      const reading = readActionRow(row)
      if (reading.ok) entries.push(reading.entry)
      else this.#quarantine.take(row, reading.why)
    }
    return entries
  }

  #all(sql: string, ...values: (string | number)[]): Record<string, unknown>[] {
    return this.#prepare(sql).all(...values)
  }

  #run(sql: string, ...values: (string | number | null)[]): { lastInsertRowid: number | bigint } {
    return this.#prepare(sql).run(...values)
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#db.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}
