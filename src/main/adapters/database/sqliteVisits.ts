import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { OwnReason } from '@shared/domain/discardReason'
import type { Instant } from '@shared/domain/thing'
import {
  visitSchema,
  visitThingSchema,
  type ShownThing,
  type SyncState,
  type Visit,
  type VisitCounts,
  type VisitThing
} from '@shared/domain/visit'
import type { Log } from '../../ports/log'
import type {
  FoundVisit,
  InstalledThing,
  NotedArrival,
  ThingFilter,
  ThingsAfter,
  VisitBook
} from '../../ports/visitBook'
import { inJson, isOpen } from './queueConditions'
import { Statements } from './statements'
import { visitsHolding } from './visitSearch'
import { inLightTransaction, inTransaction, isAtWork } from './transaction'

/** What a person has taken back was given up with the deed it belonged to. */
const takenBack: OwnReason = 'taken_back'

/**
 * How the actions of a thing stand, all taken together. `given_up`: those that were discarded, and of which no later one
 * of the same type took the place.
 * @param which of a visit, ?1
 */
function syncOf(which: string): string {
  return `
    SELECT tuid,
      sum(state = 'needs_you') AS needs, sum(${isOpen}) AS open, sum(state = 'done') AS done,
      sum(state = 'done' AND coalesce(${inJson('receipt', 'by')}, '') = 'person') AS decided,
      sum(given_up) AS given_up, count(*) AS all_of_them
    FROM (SELECT visit_actions.tuid, actions.state, actions.receipt,
            actions.state = 'discarded' AND coalesce(discard_reason, '') <> '${takenBack}'
              AND seq = max(seq) OVER (PARTITION BY visit_actions.tuid, actions.type) AS given_up
          FROM visit_actions JOIN actions USING (seq) WHERE visit_id = ?1 AND ${which})
    GROUP BY tuid`
}

/** Every thing of a visit with its own state and that of its work. */
const allThings = `
  SELECT things.*, row_number() OVER (ORDER BY things.id) AS no, needs, open, done, decided, given_up, all_of_them
  FROM visit_things AS things LEFT JOIN (${syncOf('TRUE')}) AS work ON work.tuid = things.tuid
  WHERE things.visit_id = ?1`

/** The same of one of them, without going through the others. */
const oneThing = `
  SELECT things.*, needs, open, done, decided, given_up, all_of_them,
    (SELECT count(*) FROM visit_things WHERE visit_id = ?1 AND id <= things.id) AS no
  FROM visit_things AS things LEFT JOIN (${syncOf('visit_actions.tuid = ?2')}) AS work ON TRUE
  WHERE things.visit_id = ?1 AND things.tuid = ?2`

/** Taken back and left as it was: shown, but nothing is expected of it. */
const counts = `state NOT IN ('undone', 'left')`

const conditions: Readonly<Record<ThingFilter, string>> = {
  all: 'TRUE',
  need_you: `state = 'held' OR needs > 0`,
  waiting: `(state = 'captured' OR open > 0) AND coalesce(needs, 0) = 0`,
  silent: `installed AND NOT heard AND ${counts}`,
  alerting: `alerting AND ${counts}`,
  confirmed: `state = 'taken' AND coalesce(open, 0) = 0 AND done > 0 AND decided + given_up = 0`
}

const hashInText = /"hash":"([0-9a-f]{64})"/g

/** The visits in the same file as the actions, so that a scan and its actions are there together or not at all. */
export class SqliteVisits implements VisitBook {
  readonly #db: DatabaseSync
  readonly #log: Log
  readonly #statements: Statements
  /** Whether any action belongs to a visit: without one, thousands of changes need not be looked up. */
  #hasActions: boolean

  constructor(db: DatabaseSync, log: Log) {
    this.#db = db
    this.#statements = new Statements(db)
    this.#hasActions = this.#all('SELECT 1 FROM visit_actions LIMIT 1').length > 0
    this.#log = log
  }

  visits(): Visit[] {
    return this.#visitsIn(this.#all('SELECT visit FROM visits ORDER BY started_at DESC, rowid DESC'))
  }

  visit(id: string): Visit | null {
    return this.#visitsIn(this.#all('SELECT visit FROM visits WHERE id = ?', id))[0] ?? null
  }

  holding(words: readonly string[]): FoundVisit[] {
    return visitsHolding(this.#statements, this.visits(), words)
  }

  openVisit(stackId: string): Visit | null {
    const rows = this.#all(
      'SELECT visit FROM visits WHERE stack_id = ? AND ended_at IS NULL ORDER BY started_at DESC LIMIT 1',
      stackId
    )
    return this.#visitsIn(rows)[0] ?? null
  }

  keepVisit(visit: Visit): void {
    const { id, stackId, startedAt, endedAt } = visit
    this.#write(() => {
      this.#run(
        `INSERT INTO visits (id, stack_id, started_at, ended_at, visit) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at, visit = excluded.visit`,
        id,
        stackId,
        Math.round(startedAt),
        endedAt === null ? null : Math.round(endedAt),
        JSON.stringify(visit)
      )
    })
  }

  deleteVisit(id: string): void {
    this.#write(() => {
      this.#run('DELETE FROM visit_actions WHERE visit_id = ?', id)
      this.#run('DELETE FROM visit_things WHERE visit_id = ?', id)
      this.#run('DELETE FROM visits WHERE id = ?', id)
    })
  }

  thing(visitId: string, tuid: string): ShownThing | null {
    return this.#shownIn(this.#all(oneThing, visitId, tuid))[0] ?? null
  }

  kept(visitId: string, tuid: string): VisitThing | null {
    const rows = this.#all('SELECT thing FROM visit_things WHERE visit_id = ? AND tuid = ?', visitId, tuid)
    return this.#thingsIn(rows)[0] ?? null
  }

  latestOf(stackId: string, tuid: string): VisitThing | null {
    const rows = this.#all(
      `SELECT thing FROM visit_things JOIN visits ON visits.id = visit_id
       WHERE stack_id = ? AND tuid = ? ORDER BY started_at DESC LIMIT 1`,
      stackId,
      tuid
    )
    return this.#thingsIn(rows)[0] ?? null
  }

  keepThing(visitId: string, thing: VisitThing, actions: readonly number[]): void {
    const { tuid, state } = thing
    this.#write(() => {
      this.#run(
        `INSERT INTO visit_things (visit_id, tuid, state, installed, heard, alerting, thing) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (visit_id, tuid) DO UPDATE SET state = excluded.state, installed = excluded.installed,
           heard = excluded.heard, alerting = excluded.alerting, thing = excluded.thing`,
        visitId,
        tuid,
        state,
        ...flagsOf(thing),
        JSON.stringify(thing)
      )
      for (const seq of actions) {
        this.#hasActions = true
        this.#run('INSERT OR IGNORE INTO visit_actions (seq, visit_id, tuid) VALUES (?, ?, ?)', seq, visitId, tuid)
      }
    })
  }

  things(visitId: string, filter: ThingFilter, { offset, limit }: { offset: number; limit: number }): ShownThing[] {
    const sql = `SELECT * FROM (${allThings}) WHERE ${conditions[filter]} ORDER BY id DESC LIMIT ?2 OFFSET ?3`
    return this.#shownIn(this.#all(sql, visitId, limit, offset))
  }

  thingsAfter(visitId: string, no: number, limit: number): ThingsAfter {
    const rows = this.#all(`SELECT * FROM (${allThings}) WHERE no > ?2 ORDER BY no LIMIT ?3`, visitId, no, limit)
    const things = this.#shownIn(rows)
    const last = rows.length < limit ? undefined : rows.at(-1)
    return {
      things,
      unreadable: rows.length - things.length,
      next: last === undefined ? null : Number(last['no'])
    }
  }

  counts(visitId: string): VisitCounts {
    const sum = (filter: ThingFilter) => `coalesce(sum(${conditions[filter]}), 0) AS ${filter}`
    const sums = (['need_you', 'waiting', 'confirmed', 'silent', 'alerting'] as const).map(sum)
    const [row] = this.#all(
      `SELECT coalesce(sum(${counts}), 0) AS things, coalesce(sum(heard AND ${counts}), 0) AS heard, ${sums.join(', ')}
       FROM (${allThings})`,
      visitId
    )
    const count = (name: string): number => Number(row?.[name] ?? 0)
    return {
      things: count('things'),
      needYou: count('need_you'),
      waiting: count('waiting'),
      confirmed: count('confirmed'),
      heard: count('heard'),
      silent: count('silent'),
      alerting: count('alerting')
    }
  }

  thingsIn(state: VisitThing['state']): { visitId: string; thing: VisitThing }[] {
    return this.#all('SELECT visit_id, thing FROM visit_things WHERE state = ? ORDER BY id', state).flatMap((row) => {
      const thing = this.#thingIn(row)
      return thing === null ? [] : [{ visitId: String(row['visit_id']), thing }]
    })
  }

  installed(endedSince: Instant): InstalledThing[] {
    const sql = `
      SELECT visit_id, stack_id, thing FROM visits JOIN visit_things AS things ON visit_id = visits.id
      WHERE (ended_at IS NULL OR ended_at >= ?) AND installed AND ${counts} ORDER BY things.id`
    return this.#all(sql, endedSince).flatMap((row) => {
      const thing = this.#thingIn(row)
      return thing === null ? [] : [{ visitId: String(row['visit_id']), stackId: String(row['stack_id']), thing }]
    })
  }

  statusesNotNoted(endedSince: Instant): number[] {
    const sql = `
      SELECT max(seq) AS seq FROM visits JOIN visit_things AS things ON things.visit_id = visits.id
        JOIN visit_actions AS own ON own.visit_id = visits.id AND own.tuid = things.tuid JOIN actions USING (seq)
      WHERE (ended_at IS NULL OR ended_at >= ?) AND NOT installed
        AND actions.type = 'status' AND actions.state = 'done'
      GROUP BY things.id ORDER BY seq`
    return this.#all(sql, endedSince).map(({ seq }) => Number(seq))
  }

  keepArrivals(noted: readonly NotedArrival[]): void {
    inLightTransaction(this.#db, () => {
      for (const { visitId, tuid, arrival } of noted) {
        const kept = this.kept(visitId, tuid)
        if (kept === null) continue
        const thing = { ...kept, arrival }
        this.#run(
          'UPDATE visit_things SET installed = ?, heard = ?, alerting = ?, thing = ? WHERE visit_id = ? AND tuid = ?',
          ...flagsOf(thing),
          JSON.stringify(thing),
          visitId,
          tuid
        )
      }
    })
  }

  photoHashes(): ReadonlySet<string> {
    // By their looks in the text: what is damaged otherwise still holds on to its files.
    const rows = this.#all(`SELECT thing FROM visit_things WHERE instr(thing, '"hash":"') > 0`)
    return new Set(
      rows.flatMap(({ thing }) => Array.from(String(thing).matchAll(hashInText), ([, hash]) => hash ?? ''))
    )
  }

  visitOfAction(seq: number): string | null {
    if (!this.#hasActions) return null
    const [row] = this.#all('SELECT visit_id FROM visit_actions WHERE seq = ?', seq)
    return row === undefined ? null : String(row['visit_id'])
  }

  #shownIn(rows: readonly Record<string, unknown>[]): ShownThing[] {
    return rows.flatMap((row) => {
      const thing = this.#thingIn(row)
      return thing === null ? [] : [{ ...thing, no: Number(row['no']), sync: syncIn(row) }]
    })
  }

  #thingsIn(rows: readonly Record<string, unknown>[]): VisitThing[] {
    return rows.flatMap((row) => this.#thingIn(row) ?? [])
  }

  /** A row that cannot be read is left out and said in the log: it must not hide the others. */
  #thingIn(row: Record<string, unknown>): VisitThing | null {
    const parsed = visitThingSchema.safeParse(jsonIn(row['thing']))
    if (parsed.success) return parsed.data
    this.#log.warn('visits', 'a thing of a visit cannot be read', { error: parsed.error })
    return null
  }

  #visitsIn(rows: readonly Record<string, unknown>[]): Visit[] {
    return rows.flatMap((row) => {
      const parsed = visitSchema.safeParse(jsonIn(row['visit']))
      if (parsed.success) return [parsed.data]
      this.#log.warn('visits', 'a visit cannot be read', { error: parsed.error })
      return []
    })
  }

  /** Within a capture of the outbox its transaction is ours as well. */
  #write(work: () => void): void {
    if (isAtWork(this.#db)) work()
    else inTransaction(this.#db, work)
  }

  #all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return this.#statements.of(sql).all(...values)
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#statements.of(sql).run(...values)
  }
}

/** What stands in columns of its own: installed, heard, alerting. */
function flagsOf({ arrival }: VisitThing): number[] {
  return [arrival !== null, arrival?.heardAt != null, (arrival?.alerts.length ?? 0) > 0].map(Number)
}

function syncIn(row: Record<string, unknown>): SyncState {
  const count = (name: string): number => Number(row[name] ?? 0)
  if (count('all_of_them') === 0) return 'none'
  if (count('needs') > 0) return 'needs_you'
  if (count('open') > 0) return 'waiting'
  if (count('done') === 0 || count('given_up') > 0) return 'discarded'
  return count('decided') > 0 ? 'decided' : 'confirmed'
}

function jsonIn(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    // Not JSON: the schema refuses it, and that is said in the log.
    return undefined
  }
}
