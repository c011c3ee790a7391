import type { OwnReason } from '@shared/domain/discardReason'
import { ProblemError } from '@shared/domain/problem'
import type { Change, Journal, JournalEntry } from './journal'
import type { StackDrain } from './stackDrain'
import { nextLife } from './stateMachine'
import type { Timing } from './timing'

export interface StackClearingOptions {
  readonly journal: Pick<Journal, 'openAfter' | 'countOpen'>
  readonly timing: Timing
  readonly drainOf: (stackId: string) => StackDrain
  /** All or none. @throws ProblemError disk_full, read_only, not_saved */
  readonly write: (changes: readonly Change[]) => void
  readonly tell: (entry: JournalEntry) => void
}

/** How long to wait for what is under way, in milliseconds: no request takes longer. */
const patience = 40_000

/** How long until it is looked at again, in milliseconds. */
const pause = 100

/** Gives up everything that waits for one stack, at once and only when nobody is just sending it. */
export class StackClearing {
  readonly #options: StackClearingOptions

  constructor(options: StackClearingOptions) {
    this.#options = options
  }

  /**
   * Lets nothing of a stack begin while something is done about it, and waits for what is under way.
   * @throws ProblemError action_not_open when that does not end in time
   */
  async atRest<T>(stackId: string, work: () => Promise<T>): Promise<T> {
    const drain = this.#options.drainOf(stackId)
    const { paused } = drain
    drain.setPaused(true)
    try {
      if (!(await this.#ends(stackId))) throw new ProblemError({ kind: 'action_not_open' })
      return await work()
    } finally {
      drain.setPaused(paused)
    }
  }

  /**
   * Discards all open actions of a stack, or none.
   * @throws ProblemError stack_has_waiting_actions when they are not so many; action_not_open when one is on its way
   */
  discardAll(stackId: string, count: number, discardReason: OwnReason): void {
    const { journal, drainOf, write, tell } = this.#options
    const drain = drainOf(stackId)
    const open = [...journal.openAfter(stackId, 0)]
    if (open.length !== count) throw new ProblemError({ kind: 'stack_has_waiting_actions' })
    const changes = open.map(({ seq, life }) => {
      const next = drain.isRunning(seq) ? null : nextLife(life, { type: 'discard' })
      if (next === null) throw new ProblemError({ kind: 'action_not_open' })
      return { seq, life: next, discardReason }
    })
    write(changes)
    // The last first: none of them may start when what holds it back goes.
    drain.changed(changes.toReversed())
    for (const entry of open) tell(entry)
  }

  /** @returns whether nothing is under way any more, and how all of it ended is recorded */
  async #ends(stackId: string): Promise<boolean> {
    const { journal, drainOf, timing } = this.#options
    for (let waited = 0; waited < patience; waited += pause) {
      if (!drainOf(stackId).isBusy && journal.countOpen(stackId).sending === 0) return true
      await new Promise<void>((resolve) => timing.after(pause, resolve))
    }
    return false
  }
}
