import { closeSync, fdatasync, openSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { storageProblem } from './storageProblem'
import { closeOpen, commitOpen } from './transaction'

/**
 * Gets what was committed without waiting on to the disk, beside the work of the app: a commit that waits for the disk
 * itself stops everything else for as long. The write-ahead log is one file from the opening of the database to its
 * closing, and what SQLite has written there before a sync is safe after it (https://sqlite.org/wal.html).
 */
export class DiskSync {
  readonly #db: DatabaseSync
  #file: number | null = null
  #underWay: Promise<void> = Promise.resolve()
  #next: Promise<void> | null = null

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /**
   * Resolves when everything that was written before this call is on disk, committed now or already. Those who ask while
   * a sync is under way, which may have begun before their commit, share the next one.
   * @throws ProblemError disk_full, read_only, not_saved
   */
  sync(): Promise<void> {
    this.#next ??= this.#underWay.then(() => {
      this.#next = null
      const sync = this.#syncNow()
      this.#underWay = sync.catch(() => undefined)
      return sync
    })
    return this.#next
  }

  /** Commits what is left, and lets go of the file, so that SQLite can remove it. */
  close(): void {
    closeOpen(this.#db)
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }

  #syncNow(): Promise<void> {
    return new Promise((resolve, reject) => {
      try {
        commitOpen(this.#db)
        // Windows flushes only what is open for writing.
        this.#file ??= openSync(`${this.#db.location() ?? ''}-wal`, 'r+')
      } catch (error) {
        reject(storageProblem(error))
        return
      }
      fdatasync(this.#file, (error) => {
        if (error === null) resolve()
        else reject(storageProblem(error))
      })
    })
  }
}
