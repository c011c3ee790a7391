import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite'
import { actionStates, type ActionState } from '@shared/domain/action'
import { countsOf, type QueueCounts, type SettledCounts } from '@shared/domain/queue'
import type { CapturedThing, OpenAssignment, Page, QueuedThingRow, QueueFilter, QueueQueries } from '../../outbox/queue'
import { conditionOf, groupOf, inJson, isOpen } from './queueConditions'
import { Statements } from './statements'

type Row = Readonly<Record<string, SQLOutputValue>>

/** How many of a thing's actions are asked when something last happened to it. */
const recentOfThing = 100

/** An intent as it is written today: up to schema 4 an action held one command by itself. */
const intentOfToday = `CASE WHEN json_extract(intent, '$.command') IS NULL THEN intent
  ELSE json_set(json_remove(intent, '$.command'), '$.commands', json_array(json_extract(intent, '$.command'))) END`

/** What an action wants of a thing, whichever thing it is; and why a person is asked. */
const wishAndTrouble = `CASE WHEN json_valid(intent) THEN json_remove(${intentOfToday}, '$.tuid') END AS wish,
  ${inJson('life', 'need.reason')} AS reason, ${inJson('life', 'need.serverShows')} AS shows,
  ${inJson('life', 'need.choices')} AS choices,
  CASE state WHEN 'needs_you' THEN ${inJson('last_attempt', 'httpStatus')} END AS status`

/**
 * The questions that a screen has about the queue, in SQL. Each names the index that holds all it needs: among 200,000 rows
 * SQLite's own choice takes up to ten times as long. A row that cannot be read is counted until somebody wants to show it.
 */
export class SqliteQueue implements QueueQueries {
  readonly #statements: Statements

  constructor(db: DatabaseSync) {
    this.#statements = new Statements(db)
  }

  counts(filter: QueueFilter): QueueCounts {
    const { sql, values } = conditionOf({ ...filter, states: null })
    const index = indexFor(filter)
    const rows = this.#all(
      `SELECT state, count(*) AS n FROM actions INDEXED BY ${index} WHERE ${sql} GROUP BY state`,
      values
    )
    return countsOf((state) => numberIn(rows.find((row) => row['state'] === state)?.['n']))
  }

  page(filter: QueueFilter, { offset, limit }: Page): number[] {
    // Each state lies in the index in order: SQLite merges them and reads no further than the page goes.
    const parts = (filter.states ?? actionStates).map((state) => conditionOf({ ...filter, states: [state] }))
    if (parts.length === 0) return []
    const select = parts.map(({ sql }) => `SELECT seq FROM actions INDEXED BY ${indexFor(filter)} WHERE ${sql}`)
    const values = [...parts.flatMap((part) => part.values), limit, offset]
    return seqsIn(this.#all(`${select.join(' UNION ALL ')} ORDER BY seq DESC LIMIT ? OFFSET ?`, values))
  }

  things(filter: QueueFilter, { offset, limit }: Page): { rows: QueuedThingRow[]; total: number } {
    const { sql, values } = conditionOf(filter)
    const sums = actionStates.map((state) => `sum(state = '${state}') AS ${state}`).join(', ')
    // No group's name begins with a space, nor does any TUID.
    const things = `(SELECT max(seq) AS latest, ${sums} FROM actions INDEXED BY queue WHERE ${sql}
      GROUP BY coalesce(tuid, ' ' || ${groupOf}))`
    const rows = this.#all(
      `SELECT *, count(*) OVER () AS total FROM ${things} ORDER BY needs_you > 0 DESC, latest DESC LIMIT ? OFFSET ?`,
      [...values, limit, offset]
    )
    return {
      rows: rows.map((row) => ({
        counts: countsOf((state) => numberIn(row[state])),
        latestSeq: numberIn(row['latest']),
        changedAt: this.#changedAt(numberIn(row['latest']))
      })),
      // A page beyond the last one has no row to say how many there are.
      total: rows[0] === undefined ? this.#count(things, values) : numberIn(rows[0]['total'])
    }
  }

  /** When something last happened to the actions about the same thing, or group, as this one. */
  #changedAt(seq: number): number {
    const at = (column: string, path: string): string => `coalesce(${inJson(column, path)}, 0)`
    const rows = this.#all(
      `WITH this AS MATERIALIZED (SELECT stack_id, tuid, ${groupOf} AS group_id FROM actions WHERE seq = ?)
       SELECT max(captured_at, ${at('last_attempt', 'startedAt')}, ${at('last_attempt', 'endedAt')},
         ${at('receipt', 'at')}) AS at
       FROM this JOIN actions USING (stack_id)
       WHERE actions.tuid IS this.tuid AND (this.tuid IS NOT NULL OR ${groupOf} IS this.group_id)
       ORDER BY seq DESC LIMIT ?`,
      [seq, recentOfThing]
    )
    return Math.max(...rows.map((row) => numberIn(row['at'])))
  }

  capturedThings(stackId: string, limit: number): CapturedThing[] {
    const rows = this.#all(
      `WITH things AS MATERIALIZED (
         SELECT tuid, max(seq) AS seq, sum(${isOpen}) AS open, sum(state = 'needs_you') AS needs_you
         FROM actions INDEXED BY queue WHERE stack_id = ? AND tuid IS NOT NULL
         GROUP BY tuid ORDER BY max(seq) DESC LIMIT ?)
       SELECT things.*, captured_at FROM things JOIN actions USING (seq) ORDER BY seq DESC`,
      [stackId, limit]
    )
    return rows.map((row) => ({
      tuid: String(row['tuid']),
      capturedAt: numberIn(row['captured_at']),
      open: numberIn(row['open']),
      needsYou: numberIn(row['needs_you'])
    }))
  }

  openAssignments(stackId: string): OpenAssignment[] {
    // SQLite takes the other columns from the row that has the maximum.
    const rows = this.#all(
      `SELECT tuid, ${groupOf} AS group_id, max(seq) FROM actions INDEXED BY queue
       WHERE stack_id = ? AND ${isOpen} AND type = 'group' GROUP BY tuid`,
      [stackId]
    )
    return rows.flatMap(({ tuid, group_id: groupId }) =>
      typeof tuid === 'string' && typeof groupId === 'string' ? [{ tuid, groupId }] : []
    )
  }

  alike(id: string): { stackId: string; seqs: number[] } {
    const rows = this.#all(
      `WITH this AS MATERIALIZED (SELECT stack_id, seq AS number, type, state, ${wishAndTrouble} FROM actions WHERE id = ?),
         open AS (SELECT stack_id, seq, tuid, ${wishAndTrouble}
           FROM this JOIN actions INDEXED BY queue USING (stack_id, state, type)
           WHERE state IN ('pending', 'unknown', 'needs_you'))
       SELECT open.stack_id AS stack_id, open.seq AS seq FROM open JOIN this ON open.wish = this.wish
       WHERE (open.tuid IS NOT NULL OR open.seq = this.number)
         AND open.reason IS this.reason AND open.shows IS this.shows AND open.choices IS this.choices
         AND open.status IS this.status
       ORDER BY open.seq`,
      [id]
    )
    return { stackId: String(rows[0]?.['stack_id'] ?? ''), seqs: seqsIn(rows) }
  }

  heldBack(stackId: string): number[] {
    return seqsIn(
      this.#all(
        `SELECT seq FROM actions INDEXED BY queue
         WHERE stack_id = ? AND (state IN ('pending', 'unknown') AND (failures > 0 OR ${inJson('life', 'notBefore')} IS NOT NULL)
           OR state = 'needs_you' AND ${inJson('life', 'need.reason')} = 'refused')
         ORDER BY seq`,
        [stackId]
      )
    )
  }

  openOfThing(stackId: string, tuid: string): number[] {
    return seqsIn(
      this.#all(
        `SELECT seq FROM actions INDEXED BY actions_of_thing
         WHERE stack_id = ? AND tuid = ? AND state IN ('pending', 'unknown', 'needs_you') ORDER BY seq`,
        [stackId, tuid]
      )
    )
  }

  range(stackId: string, first: number, last: number): SettledCounts {
    const rows = this.#all(
      `SELECT state, count(*) AS n, sum(${inJson('receipt', 'by')} = 'person') AS decided
       FROM actions INDEXED BY actions_of_stack WHERE stack_id = ? AND seq BETWEEN ? AND ? GROUP BY state`,
      [stackId, first, last]
    )
    const rowOf = (state: ActionState) => rows.find((row) => row['state'] === state)
    const counts = countsOf((state) => numberIn(rowOf(state)?.['n']))
    const decided = numberIn(rowOf('done')?.['decided'] ?? 0)
    return { ...counts, done: counts.done - decided, decided }
  }

  after(stackId: string, seq: number, limit: number): number[] {
    const sql = 'SELECT seq FROM actions WHERE stack_id = ? AND seq > ? ORDER BY seq LIMIT ?'
    return seqsIn(this.#all(sql, [stackId, seq, limit]))
  }

  /** @param from a table with its conditions, or a query in brackets */
  #count(from: string, values: readonly SQLInputValue[]): number {
    return numberIn(this.#all(`SELECT count(*) AS n FROM ${from}`, values)[0]?.['n'])
  }

  #all(sql: string, values: readonly SQLInputValue[]): Row[] {
    return this.#statements.of(sql).all(...values)
  }
}

/** What is about one thing is little, and found by it. */
function indexFor({ subject }: QueueFilter): string {
  return subject === null ? 'queue' : 'actions_of_thing'
}

function numberIn(value: SQLOutputValue | undefined): number {
  return Number(value ?? 0)
}

function seqsIn(rows: readonly Row[]): number[] {
  return rows.map((row) => numberIn(row['seq']))
}
