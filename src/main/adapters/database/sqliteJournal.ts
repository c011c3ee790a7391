import { randomInt } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { tuidOf, type Attempt, type IntentType } from '@shared/domain/action'
import type { Quarantined } from '@shared/ipc/channels'
import { largestTransactionId, mostCommands } from '@shared/domain/command'
import { ProblemError } from '@shared/domain/problem'
import type { Change, DoneStatus, Journal, JournalEntry, NewEntry, OpenPage, StateCounts } from '../../outbox/journal'
import { newborn } from '../../outbox/stateMachine'
import { readActionRow, readAttempt } from './actionRow'
import { DiskSync } from './diskSync'
import { OpenCounts } from './openCounts'
import { Quarantine } from './quarantine'
import { groupOf, inJson, isOpen } from './queueConditions'
import { migrations } from './schema'
import { Statements } from './statements'
import { inOpenTransaction, inTransaction, onOpenLost } from './transaction'

/** So many entries are kept as they were last read or written: what is under way is asked for again and again. */
const keptEntries = 1_000

/** Long readings are done in steps of so many entries, so that few are in memory at a time. */
const pageOfEntries = 200

/** The journal of the outbox in SQLite. Rows that cannot be read any more move to quarantine and stop nothing. */
export class SqliteJournal implements Journal {
  readonly #db: DatabaseSync
  readonly #quarantine: Quarantine
  readonly #statements: Statements
  // Copies of what is on disk, right because nobody else writes there; a change that fails forgets them all.
  readonly #kept = new Map<number, JournalEntry>()
  readonly #counts: OpenCounts
  readonly #disk: DiskSync
  readonly #stopListening: () => void
  /** Transaction ids, with their stacks, that were given out and may not be in the file yet. */
  readonly #given = new Set<string>()

  constructor(db: DatabaseSync, now: () => number = Date.now) {
    this.#db = db
    this.#disk = new DiskSync(db)
    this.#statements = new Statements(db)
    this.#stopListening = onOpenLost(db, () => this.#forget())
    this.#quarantine = new Quarantine(db, now)
    this.#counts = new OpenCounts((stackId) =>
      this.#all(`SELECT state, count(*) AS n FROM actions WHERE stack_id = ? AND ${isOpen} GROUP BY state`, stackId)
    )
  }

  capture(
    entries: readonly NewEntry[],
    alongside: (captured: readonly JournalEntry[]) => void = () => undefined
  ): JournalEntry[] {
    const written = this.#write(inTransaction, () => {
      const seqs: number[] = []
      const captured = entries.map(({ buildsOn, ...entry }) => {
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
        this.#counts.changed(entry.stackId, null, newborn.state)
        return this.#keep({
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
        })
      })
      alongside(captured)
      return captured
    })
    this.#given.clear()
    return written
  }

  apply(changes: readonly Change[]): void {
    this.#write(inTransaction, () => changes.forEach((change) => this.#applyOne(change)))
  }

  applyMeanwhile(changes: readonly Change[]): Promise<void> {
    this.#write(inOpenTransaction, () => changes.forEach((change) => this.#applyOne(change)))
    return this.#disk.sync()
  }

  /** Before the database itself is closed. */
  close(): void {
    this.#disk.close()
    this.#stopListening()
  }

  touch(): void {
    // Whether another program holds the file is known at once; nobody is to wait for an answer that may come later.
    const { timeout } = this.#statements.of('PRAGMA busy_timeout').get() ?? {}
    this.#db.exec('PRAGMA busy_timeout = 0')
    try {
      // The version as it is, but written: to a page of the file, as any change is.
      inTransaction(this.#db, () => this.#db.exec(`PRAGMA user_version = ${migrations.length}`))
    } finally {
      this.#db.exec(`PRAGMA busy_timeout = ${Number(timeout)}`)
    }
  }

  #applyOne(change: Change): void {
    const { seq, life, startAttempt, endAttempt } = change
    const before = this.bySeq(seq)
    // Not the disk is to blame: it may take the next change.
    if (before === null) throw new ProblemError({ kind: 'internal', detail: `no action ${seq}` })
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
    }
    if (endAttempt !== undefined && attempt !== null) {
      attempt = { ...attempt, ...endAttempt }
      this.#run('INSERT INTO attempts (seq, attempt) VALUES (?, ?)', seq, JSON.stringify(attempt))
    }
    const after: JournalEntry = {
      ...before,
      life,
      base: change.base ?? before.base,
      failures: change.failures ?? before.failures,
      receipt: change.receipt ?? before.receipt,
      discardReason: change.discardReason ?? before.discardReason,
      firstSentAt: change.firstSentAt === undefined ? before.firstSentAt : change.firstSentAt,
      attemptCount: before.attemptCount + (startAttempt?.kind === 'send' ? 1 : 0),
      lastAttempt: attempt
    }
    this.#run(
      `UPDATE actions SET state = ?, life = ?, base = ?, failures = ?, receipt = ?, discard_reason = ?,
         first_sent_at = ?, attempt_count = ?, last_attempt = ? WHERE seq = ?`,
      life.state,
      JSON.stringify(life),
      JSON.stringify(after.base),
      after.failures,
      jsonOrNull(after.receipt),
      after.discardReason,
      after.firstSentAt,
      after.attemptCount,
      jsonOrNull(attempt),
      seq
    )
    this.#counts.changed(after.stackId, before.life.state, life.state)
    this.#keep(after)
  }

  openEntries(stackId: string, after: number, limit: number): OpenPage {
    const rows = this.#all(
      `SELECT * FROM actions WHERE stack_id = ? AND seq > ? AND ${isOpen} ORDER BY seq LIMIT ?`,
      stackId,
      after,
      limit
    )
    // What is read here is tried soon: kept whole, it need not be read again then.
    const entries = this.#entriesIn(rows).map((entry) => this.#keep(entry))
    const last = rows.at(-1)
    return { entries, next: last === undefined || rows.length < limit ? null : Number(last['seq']) }
  }

  stacksWithOpen(): string[] {
    return this.#all(`SELECT DISTINCT stack_id FROM actions WHERE ${isOpen}`).map((row) => String(row['stack_id']))
  }

  sending(): JournalEntry[] {
    return this.stacksWithOpen().flatMap((stackId) =>
      this.#many(`SELECT * FROM actions WHERE stack_id = ? AND state = 'sending' AND ${isOpen} ORDER BY seq`, stackId)
    )
  }

  bySeq(seq: number): JournalEntry | null {
    return this.#kept.get(seq) ?? this.#one('SELECT * FROM actions WHERE seq = ?', seq)
  }

  byId(id: string): JournalEntry | null {
    return this.#one('SELECT * FROM actions WHERE id = ?', id)
  }

  /** Attempts that cannot be read are left out: they are a record of the past and stop nothing. */
  attempts(seq: number): Attempt[] {
    const ended = this.#all('SELECT attempt FROM attempts WHERE seq = ? ORDER BY id', seq).flatMap(({ attempt }) => {
      const reading = readAttempt(attempt)
      // Earlier versions wrote an attempt down here when it began: one they were cut off in is here, and ended below it.
      return reading.ok && reading.entry.endedAt !== null ? [reading.entry] : []
    })
    // One that is under way lies with its action alone, until it has ended.
    const last = this.bySeq(seq)?.lastAttempt ?? null
    return last === null || last.endedAt !== null ? ended : [...ended, last]
  }

  countOpen(stackId: string): StateCounts {
    return this.#counts.of(stackId)
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

  newestDoneOfThing(stackId: string, tuid: string, type: IntentType): number {
    const [newest] = this.#all(
      `SELECT seq FROM actions WHERE stack_id = ? AND tuid = ? AND type = ? AND state = 'done' ORDER BY seq DESC LIMIT 1`,
      stackId,
      tuid,
      type
    )
    return Number(newest?.['seq'] ?? 0)
  }

  openOfGroups(stackId: string): JournalEntry[] {
    return this.#many(`SELECT * FROM actions WHERE stack_id = ? AND tuid IS NULL AND ${isOpen} ORDER BY seq`, stackId)
  }

  sentEndsOfGroup(stackId: string, groupId: string): JournalEntry[] {
    return this.#many(
      `SELECT * FROM actions WHERE stack_id = ? AND tuid IS NULL AND type IN ('group_rename', 'group_delete')
         AND (state = 'done' OR first_sent_at IS NOT NULL)
         AND ${groupOf} = ? ORDER BY seq`,
      stackId,
      groupId
    )
  }

  /** Looks into the JSON where it lies: reading thousands of whole entries would be felt. What is no JSON is left out. */
  statusesDone(stackId: string, since: number, among: number): DoneStatus[] {
    const rows = this.#all(
      `SELECT tuid, ${inJson('intent', 'status')} AS status, ${inJson('receipt', 'at')} AS at
       FROM (SELECT * FROM actions WHERE stack_id = ? ORDER BY seq DESC LIMIT ?)
       WHERE type = 'status' AND state = 'done' ORDER BY seq DESC`,
      stackId,
      among
    )
    return rows.flatMap(({ tuid, status, at }) =>
      typeof at === 'number' && at >= since && typeof status === 'string' ? { tuid: String(tuid), status, at } : []
    )
  }

  nextTransactionIds(stackId: string, count: number): number {
    for (;;) {
      // By chance, not by counting: two laptops of one customer must not choose the same numbers.
      const candidate = randomInt(1, largestTransactionId - count)
      // An action carries its first number only: its others may reach as far as a request is long.
      const used = this.#all(
        'SELECT 1 FROM actions WHERE stack_id = ? AND transaction_id BETWEEN ? AND ? LIMIT 1',
        stackId,
        candidate - mostCommands + 1,
        candidate + count - 1
      )
      const wanted = Array.from({ length: count }, (_, place) => `${stackId} ${candidate + place}`)
      if (used.length > 0 || wanted.some((number) => this.#given.has(number))) continue
      for (const number of wanted) this.#given.add(number)
      return candidate
    }
  }

  *openAfter(stackId: string, seq: number): Iterable<JournalEntry> {
    const sql = `SELECT * FROM actions WHERE stack_id = ? AND seq > ? AND ${isOpen} ORDER BY seq LIMIT ?`
    for (let after: number | undefined = seq; after !== undefined;) {
      const page: JournalEntry[] = this.#many(sql, stackId, after, pageOfEntries)
      yield* page
      after = page.at(-1)?.seq
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
    const entry = this.#many(sql, ...values)[0]
    return entry === undefined ? null : this.#keep(entry)
  }

  #many(sql: string, ...values: (string | number)[]): JournalEntry[] {
    return this.#entriesIn(this.#all(sql, ...values))
  }

  #entriesIn(rows: readonly Record<string, unknown>[]): JournalEntry[] {
    const entries: JournalEntry[] = []
    for (const row of rows) {
      const reading = readActionRow(row)
      if (reading.ok) entries.push(reading.entry)
      else this.#putAside(row, reading.why)
    }
    return entries
  }

  #putAside(row: Record<string, unknown>, why: string): void {
    this.#quarantine.take(row, why)
    this.#forget()
  }

  #write<T>(transaction: typeof inTransaction<T>, work: () => T): T {
    try {
      return transaction(this.#db, work)
    } catch (error) {
      this.#forget()
      throw error
    }
  }

  #keep(entry: JournalEntry): JournalEntry {
    // Taken out and put in again, the first in the map is the one that was not read or changed for longest.
    this.#kept.delete(entry.seq)
    this.#kept.set(entry.seq, entry)
    if (this.#kept.size > keptEntries) {
      const [oldest] = this.#kept.keys()
      if (oldest !== undefined) this.#kept.delete(oldest)
    }
    return entry
  }

  #forget(): void {
    this.#kept.clear()
    this.#counts.forget()
  }

  #all(sql: string, ...values: (string | number)[]): Record<string, unknown>[] {
    return this.#statements.of(sql).all(...values)
  }

  #run(sql: string, ...values: (string | number | null)[]): { lastInsertRowid: number | bigint } {
    return this.#statements.of(sql).run(...values)
  }
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}
