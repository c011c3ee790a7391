import type { DatabaseSync } from 'node:sqlite'
import type { Timing } from '../../outbox/timing'
import { closeOpen } from './transaction'

/** So long nothing may have been written before the log is worked into the file, in milliseconds. */
export const quietMs = 10_000

export interface QuietLogOptions {
  readonly db: DatabaseSync
  readonly after: Timing['after']
  readonly onFailed: (error: unknown) => void
}

/**
 * Works the write-ahead log into the database's file in the first quiet moment after something was written. What is
 * saved is safe in the log as well; but that is a file beside the file, which gets lost more easily: whoever copies the
 * one forgets the other.
 */
export class QuietLog {
  readonly #options: QuietLogOptions
  #cancel: (() => void) | null = null
  #isQuiet = true

  constructor(options: QuietLogOptions) {
    this.#options = options
  }

  /** Something was written. */
  written(): void {
    this.#isQuiet = false
    this.#cancel ??= this.#look()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  #look(): () => void {
    this.#isQuiet = true
    return this.#options.after(quietMs, () => {
      this.#cancel = this.#isQuiet ? null : this.#look()
      if (this.#cancel === null) this.#workIn()
    })
  }

  #workIn(): void {
    const { db, onFailed } = this.#options
    try {
      closeOpen(db)
      // As much as can be without waiting for anybody who reads.
      db.exec('PRAGMA wal_checkpoint(PASSIVE)')
    } catch (error) {
      onFailed(error)
    }
  }
}
