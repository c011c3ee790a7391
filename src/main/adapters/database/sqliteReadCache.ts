import { statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '@shared/domain/thing'
import type { CachedPiece, CachePlace, ReadCache } from '../../ports/readCache'
import { groupOf, inJson, isOpen } from './queueConditions'
import { storageProblem } from './storageProblem'
import { closeOpen, inLightTransaction } from './transaction'

/** What is remembered of a stack and was not read: what a person dismissed, and what was learnt from our own deeds. */
const notRead = `('dismissed_alerts', 'group_deletion')`

/** PRAGMA auto_vacuum: pages that are free can be given back bit by bit. */
const incremental = 2

/** Whether an open action is about the thing, or names the group, in this column. */
const isNeeded = (stack: string, subject: string): string => `(
  EXISTS (SELECT 1 FROM actions WHERE stack_id = ${stack} AND tuid = ${subject} AND ${isOpen})
  OR EXISTS (
    SELECT 1 FROM actions WHERE stack_id = ${stack} AND tuid IS NULL AND ${isOpen}
    AND (${groupOf} = ${subject} OR ${inJson('intent', 'newGroupId')} = ${subject})
  )
)`

/** The read model as a heap that is measured and cleared away, in the file that the journal lies in as well. */
export class SqliteReadCache implements ReadCache {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  pieces(after: CachePlace | null, limit: number): CachedPiece[] {
    const { stackId = '', subject = '', part = '' } = after ?? {}
    return this.#db
      .prepare(
        `SELECT stack_id, tuid, part, as_of, octet_length(value) AS bytes,
           CASE WHEN part = 'messages' AND json_valid(value) THEN json_array_length(value, '$.items') END AS messages
         FROM readings WHERE (stack_id, tuid, part) > (?, ?, ?) AND part NOT IN ${notRead}
         ORDER BY stack_id, tuid, part LIMIT ?`
      )
      .all(stackId, subject, part, limit)
      .map((row) => ({
        stackId: String(row['stack_id']),
        subject: String(row['tuid']),
        part: String(row['part']),
        asOf: Number(row['as_of']),
        bytes: Number(row['bytes']),
        messages: Number(row['messages'] ?? 0)
      }))
  }

  forget(pieces: readonly CachedPiece[]): number {
    return inLightTransaction(this.#db, () => {
      const statement = this.#db.prepare(
        `DELETE FROM readings WHERE stack_id = ? AND tuid = ? AND part = ? AND as_of = ?
         AND NOT ${isNeeded('readings.stack_id', 'readings.tuid')}`
      )
      return pieces
        .filter(({ stackId, subject, part, asOf }) => statement.run(stackId, subject, part, asOf).changes > 0)
        .reduce((sum, { bytes }) => sum + bytes, 0)
    })
  }

  forgetMet(before: Instant): void {
    inLightTransaction(this.#db, () => {
      this.#db
        .prepare(
          `DELETE FROM things_seen WHERE seen_at < ? AND NOT ${isNeeded('things_seen.stack_id', 'things_seen.tuid')}`
        )
        .run(Math.round(before))
      // A group that things wait to be put into is needed as well, and there are few of them, however many things wait.
      this.#db
        .prepare(
          `DELETE FROM groups_seen WHERE seen_at < ? AND (stack_id, group_id) NOT IN (
             SELECT stack_id, ${groupOf} FROM actions INDEXED BY queue WHERE ${isOpen} AND ${groupOf} IS NOT NULL
             UNION SELECT stack_id, ${inJson('intent', 'newGroupId')} FROM actions INDEXED BY queue
             WHERE ${isOpen} AND ${inJson('intent', 'newGroupId')} IS NOT NULL
           )`
        )
        .run(Math.round(before))
    })
  }

  thingsOnlyMet(): number {
    const row = this.#db
      .prepare(
        `SELECT count(*) AS n FROM things_seen AS met WHERE NOT EXISTS (
           SELECT 1 FROM readings WHERE readings.stack_id = met.stack_id AND readings.tuid = met.tuid
         )`
      )
      .get()
    return Number(row?.['n'] ?? 0)
  }

  fileBytes(): number {
    const file = this.#db.location()
    if (file === null) return 0
    const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
    return sizeOf(file) + sizeOf(`${file}-wal`)
  }

  freeBytes(): number {
    return this.#pragma('freelist_count') * this.#pragma('page_size')
  }

  giveBack(bytes: number): void {
    if (this.#pragma('auto_vacuum') !== incremental) {
      this.#beginGivingBack()
      return
    }
    const pages = Math.max(1, Math.floor(bytes / this.#pragma('page_size')))
    inLightTransaction(this.#db, () => this.#db.exec(`PRAGMA incremental_vacuum(${pages})`))
  }

  settleFile(): void {
    try {
      closeOpen(this.#db)
      this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch (error) {
      throw storageProblem(error)
    }
  }

  /** A file of an earlier version is written anew once: only then does SQLite know how to give back parts of it. */
  #beginGivingBack(): void {
    try {
      closeOpen(this.#db)
      this.#db.exec(`PRAGMA auto_vacuum = ${incremental}; VACUUM`)
    } catch (error) {
      throw storageProblem(error)
    }
  }

  #pragma(name: 'freelist_count' | 'page_size' | 'auto_vacuum'): number {
    return Number(this.#db.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0)
  }
}
