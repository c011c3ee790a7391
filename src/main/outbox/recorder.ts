import type { Change, Journal } from './journal'

interface Waiting {
  readonly change: Change
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

/**
 * Writes the changes of one turn of the event loop in one transaction: what parallel lanes have to record costs one
 * sync of the disk instead of one each. Nobody goes on before the change is on disk.
 */
export class Recorder {
  readonly #journal: Journal
  #waiting: Waiting[] = []

  constructor(journal: Journal) {
    this.#journal = journal
  }

  /** Resolves when the change is on disk; rejects with the journal's ProblemError, having changed nothing. */
  record(change: Change): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ change, resolve, reject })
      if (this.#waiting.length === 1) setImmediate(() => this.flush())
    })
  }

  /** Writes what waits now, for a quit that will not come back to the event loop. */
  flush(): void {
    const batch = this.#waiting
    this.#waiting = []
    if (batch.length === 0) return
    try {
      this.#journal.apply(batch.map(({ change }) => change))
    } catch (error) {
      for (const { reject } of batch) reject(error)
      return
    }
    for (const { resolve } of batch) resolve()
  }
}
