import type { Change, Journal } from './journal'

interface Waiting {
  readonly change: Change
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

/**
 * Writes the changes of one turn of the event loop in one transaction: what parallel lanes have to record costs one
 * sync of the disk instead of one each. Nobody goes on before the change is on disk, but others may meanwhile.
 */
export class Recorder {
  readonly #journal: Pick<Journal, 'applyMeanwhile'>
  #waiting: Waiting[] = []

  constructor(journal: Pick<Journal, 'applyMeanwhile'>) {
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
    if (batch.length > 1 && this.#wrote(batch)) return
    // One by one: a change that cannot be written must not keep others from it.
    for (const waiting of batch) this.#writeAlone(waiting)
  }

  #wrote(batch: readonly Waiting[]): boolean {
    let onDisk: Promise<void>
    try {
      onDisk = this.#journal.applyMeanwhile(batch.map(({ change }) => change))
    } catch {
      // Each of them is tried alone next, and says then what is wrong with it.
      return false
    }
    for (const { resolve, reject } of batch) onDisk.then(resolve, reject)
    return true
  }

  #writeAlone({ change, resolve, reject }: Waiting): void {
    try {
      this.#journal.applyMeanwhile([change]).then(resolve, reject)
    } catch (error) {
      reject(error)
    }
  }
}
