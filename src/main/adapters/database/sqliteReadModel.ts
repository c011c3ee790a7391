import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '@shared/domain/thing'
import type { Log } from '../../ports/log'
import type { KeptCapability, KeptReading, ReadModel, SeenGroup, StackPart, ThingPart } from '../../ports/readModel'
import { Statements } from './statements'
import { inLightTransaction } from './transaction'

/** What is read of a stack as a whole lies among the readings of its things, under the TUID that no thing has. */
const wholeStack = ''

/** The part under which the things of a group lie, with its name in the place of a TUID. */
const thingsOfGroup = 'things_of_group'
type GroupPart = typeof thingsOfGroup

/** The read model in the same database file as the journal. */
export class SqliteReadModel implements ReadModel {
  readonly #db: DatabaseSync
  readonly #statements: Statements
  readonly #log: Log
  readonly #onKept: (bytes: number) => void

  /** @param onKept told how much was read and is kept from now on */
  constructor(db: DatabaseSync, log: Log, onKept: (bytes: number) => void = () => undefined) {
    this.#db = db
    this.#statements = new Statements(db)
    this.#log = log
    this.#onKept = onKept
  }

  keepReading(stackId: string, tuid: string, part: ThingPart, reading: KeptReading): void {
    this.#keepRow(stackId, tuid, part, reading)
  }

  reading(stackId: string, tuid: string, part: ThingPart): KeptReading | null {
    return this.#row(stackId, tuid, part)
  }

  readingsOf(stackId: string, part: ThingPart): ReadonlyMap<string, KeptReading> {
    const readings = new Map<string, KeptReading>()
    const rows = this.#statements
      .of('SELECT tuid, value, as_of, done_before FROM readings WHERE stack_id = ? AND part = ?')
      .all(stackId, part)
    for (const row of rows) {
      const reading = this.#readingIn(row, part)
      if (reading !== null) readings.set(String(row['tuid']), reading)
    }
    return readings
  }

  keepStackReading(stackId: string, part: StackPart, reading: KeptReading): void {
    this.#keepRow(stackId, wholeStack, part, reading)
  }

  stackReading(stackId: string, part: StackPart): KeptReading | null {
    return this.#row(stackId, wholeStack, part)
  }

  thingsSeen(stackId: string, limit: number): { tuid: string; seenAt: Instant }[] {
    return this.#statements
      .of('SELECT tuid, seen_at FROM things_seen WHERE stack_id = ? ORDER BY seen_at DESC LIMIT ?')
      .all(stackId, limit)
      .map((row) => ({ tuid: String(row['tuid']), seenAt: Number(row['seen_at']) }))
  }

  keepThingSeen(stackId: string, tuid: string, at: Instant): void {
    this.#keep((statements) =>
      statements
        .of('INSERT OR REPLACE INTO things_seen (stack_id, tuid, seen_at) VALUES (?, ?, ?)')
        .run(stackId, tuid, Math.round(at))
    )
  }

  groupsSeen(stackId: string): SeenGroup[] {
    return this.#statements
      .of('SELECT group_id, description, listed FROM groups_seen WHERE stack_id = ? ORDER BY group_id')
      .all(stackId)
      .map((row) => ({
        groupId: String(row['group_id']),
        description: row['description'] === null ? null : String(row['description']),
        listed: row['listed'] === 1
      }))
  }

  keepGroupsSeen(stackId: string, groups: readonly SeenGroup[], at: Instant): void {
    const news = groups.filter((group) => this.#isNews(stackId, group))
    if (news.length === 0) return
    this.#keep((statements) => {
      // A group that was once listed stays listed when it is next met on a thing; a description is not lost either.
      const statement = statements.of(
        `INSERT INTO groups_seen (stack_id, group_id, description, listed, seen_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (stack_id, group_id) DO UPDATE SET
           description = coalesce(excluded.description, description),
           listed = max(listed, excluded.listed),
           seen_at = excluded.seen_at`
      )
      for (const { groupId, description, listed } of news) {
        statement.run(stackId, groupId, description, listed ? 1 : 0, Math.round(at))
      }
    })
  }

  /** Whether it says anything of a group that is not kept already: every thing that is put into one names it again. */
  #isNews(stackId: string, { groupId, description, listed }: SeenGroup): boolean {
    const row = this.#statements
      .of('SELECT description, listed FROM groups_seen WHERE stack_id = ? AND group_id = ?')
      .get(stackId, groupId)
    if (row === undefined) return true
    return (description !== null && description !== row['description']) || (listed && row['listed'] !== 1)
  }

  forgetGroup(stackId: string, groupId: string): void {
    this.#keep((statements) => {
      statements.of('DELETE FROM groups_seen WHERE stack_id = ? AND group_id = ?').run(stackId, groupId)
      statements
        .of('DELETE FROM readings WHERE stack_id = ? AND tuid = ? AND part = ?')
        .run(stackId, groupId, thingsOfGroup)
    })
  }

  keepGroupThings(stackId: string, groupId: string, reading: KeptReading): void {
    this.#keepRow(stackId, groupId, thingsOfGroup, reading)
  }

  groupThings(stackId: string, groupId: string): KeptReading | null {
    return this.#row(stackId, groupId, thingsOfGroup)
  }

  capability(stackId: string, name: string): KeptCapability | null {
    const row = this.#statements
      .of('SELECT available, checked_at FROM capabilities WHERE stack_id = ? AND name = ?')
      .get(stackId, name)
    return row === undefined ? null : { available: row['available'] === 1, checkedAt: Number(row['checked_at']) }
  }

  keepCapability(stackId: string, name: string, available: boolean, at: Instant): void {
    this.#keep((statements) =>
      statements
        .of('INSERT OR REPLACE INTO capabilities (stack_id, name, available, checked_at) VALUES (?, ?, ?, ?)')
        .run(stackId, name, available ? 1 : 0, Math.round(at))
    )
  }

  forgetCapability(stackId: string, name: string): void {
    this.#keep((statements) =>
      statements.of('DELETE FROM capabilities WHERE stack_id = ? AND name = ?').run(stackId, name)
    )
  }

  forgetStack(stackId: string): void {
    this.#keep((statements) => {
      for (const table of ['readings', 'things_seen', 'groups_seen', 'capabilities']) {
        statements.of(`DELETE FROM ${table} WHERE stack_id = ?`).run(stackId)
      }
    })
  }

  #keepRow(stackId: string, tuid: string, part: ThingPart | StackPart | GroupPart, reading: KeptReading): void {
    const { value, asOf, doneBefore = null } = reading
    const written = JSON.stringify(value)
    this.#keep((statements) =>
      statements
        .of(
          'INSERT OR REPLACE INTO readings (stack_id, tuid, part, value, as_of, done_before) VALUES (?, ?, ?, ?, ?, ?)'
        )
        .run(stackId, tuid, part, written, Math.round(asOf), doneBefore)
    )
    this.#onKept(written.length)
  }

  #row(stackId: string, tuid: string, part: ThingPart | StackPart | GroupPart): KeptReading | null {
    const row = this.#statements
      .of('SELECT value, as_of, done_before FROM readings WHERE stack_id = ? AND tuid = ? AND part = ?')
      .get(stackId, tuid, part)
    return row === undefined ? null : this.#readingIn(row, part)
  }

  #readingIn(row: Record<string, unknown>, part: ThingPart | StackPart | GroupPart): KeptReading | null {
    try {
      const doneBefore = row['done_before']
      return {
        value: JSON.parse(String(row['value'])),
        asOf: Number(row['as_of']),
        ...(typeof doneBefore === 'number' && { doneBefore })
      }
    } catch (error) {
      this.#log.warn('database', 'a kept reading cannot be read', { part, error })
      return null
    }
  }

  #keep(write: (statements: Statements) => void): void {
    try {
      inLightTransaction(this.#db, () => write(this.#statements))
    } catch (error) {
      // A full disk must not stop a technician from reading; what matters (the journal) reports it loudly.
      this.#log.warn('database', 'the read model could not be written', { error })
    }
  }
}
