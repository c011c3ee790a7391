import type { OwnReason } from '@shared/domain/discardReason'
import { ProblemError } from '@shared/domain/problem'
import type { Change, Journal, JournalEntry } from './journal'
import type { StackDrain } from './stackDrain'
import { nextLife } from './stateMachine'

export interface TakingBackOptions {
  readonly journal: Pick<Journal, 'byId'>
  readonly drainOf: (stackId: string) => StackDrain
  /** All or none. @throws ProblemError disk_full, read_only, not_saved */
  readonly write: (changes: readonly Change[]) => void
  readonly tell: (entry: JournalEntry) => void
}

const takenBack: OwnReason = 'taken_back'

/** Takes back as one what was asked for as one. */
export class TakingBack {
  readonly #options: TakingBackOptions

  constructor(options: TakingBackOptions) {
    this.#options = options
  }

  /**
   * Discards these actions of a stack, all or none: half a piece of work is worse than the whole of it. One that a
   * person discarded before is passed over.
   * @returns those that have begun or ended; where there is one, nothing was discarded
   * @throws ProblemError action_not_open for one that this stack does not have; disk_full, read_only, not_saved
   */
  takeBack(stackId: string, ids: readonly string[]): JournalEntry[] {
    const { drainOf, write, tell } = this.#options
    const drain = drainOf(stackId)
    const entries = ids.map((id) => this.#entry(stackId, id)).filter(({ life }) => life.state !== 'discarded')
    const begun = entries.filter(({ seq, life }) => life.state !== 'pending' || drain.isRunning(seq))
    if (begun.length > 0) return begun
    const changes = entries.flatMap(({ seq, life: before }) => {
      const life = nextLife(before, { type: 'discard' })
      return life === null ? [] : [{ seq, life, failures: 0, discardReason: takenBack }]
    })
    if (changes.length > 0) write(changes)
    drain.changed(changes)
    for (const entry of entries) tell(entry)
    return []
  }

  #entry(stackId: string, id: string): JournalEntry {
    const entry = this.#options.journal.byId(id)
    if (entry?.stackId !== stackId) throw new ProblemError({ kind: 'action_not_open' })
    return entry
  }
}
