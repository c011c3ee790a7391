import type { Choice } from '@shared/domain/action'
import { ProblemError } from '@shared/domain/problem'
import type { Instant } from '@shared/domain/thing'
import type { JournalEntry } from './journal'
import type { Decision, Outbox } from './outbox'
import type { QueueQueries } from './queue'
import { settlementOf } from './settlement'

/**
 * One decision of a person about many actions. All throw ProblemError disk_full, read_only or not_saved when not all of
 * it could be recorded; what was recorded before stays.
 */
export class ManyDecisions {
  readonly #queries: QueueQueries
  readonly #outbox: Outbox
  readonly #now: () => Instant

  constructor(queries: QueueQueries, outbox: Outbox, now: () => Instant) {
    this.#queries = queries
    this.#outbox = outbox
    this.#now = now
  }

  /**
   * Everything of a stack, or of one of its things, now: waiting times are forgotten and refusals sent once more. What
   * needs a decision of its own stays.
   * @returns how many are tried
   */
  async retryAll(stackId: string, tuid: string | null): Promise<number> {
    const retry = (entry: JournalEntry): Decision | null => {
      if (entry.life.state !== 'needs_you') return { event: { type: 'retry' } }
      const { need } = entry.life
      const isWorthIt = need?.reason === 'refused' && need.choices.includes('send_again')
      return isWorthIt ? this.#settling(entry, 'send_again') : null
    }
    if (tuid !== null) return this.#outbox.decideAll(stackId, this.#queries.openOfThing(stackId, tuid), retry)
    // Most of what waits is as ready as can be: thousands of actions need no writing to be tried.
    const { pending, unknown } = this.#queries.counts({ stackId, states: null, subject: null, search: '' })
    let refused = 0
    await this.#outbox.decideAll(stackId, this.#queries.heldBack(stackId), (entry) => {
      const decision = retry(entry)
      if (decision?.event.type === 'settle') refused++
      return decision
    })
    this.#outbox.hurry(stackId)
    return pending + unknown + refused
  }

  /**
   * The same choice for all that are just like this one, itself included.
   * @returns for how many
   * @throws ProblemError action_not_open when it is to be made for none
   */
  settleAlike(id: string, choice: Choice): Promise<number> {
    return this.#decideAlike(id, (entry) => this.#settling(entry, choice))
  }

  /** Discards all that are just like this one, itself included. As settleAlike. */
  discardAlike(id: string, reason: string): Promise<number> {
    return this.#decideAlike(id, () => ({ event: { type: 'discard' }, change: { discardReason: reason } }))
  }

  async #decideAlike(id: string, decide: (entry: JournalEntry) => Decision): Promise<number> {
    const { stackId, seqs } = this.#queries.alike(id)
    const made = await this.#outbox.decideAll(stackId, seqs, decide)
    if (made === 0) throw new ProblemError({ kind: 'action_not_open' })
    return made
  }

  #settling(entry: JournalEntry, choice: Choice): Decision {
    return { event: { type: 'settle', choice }, change: settlementOf(entry, choice, this.#now()) }
  }
}
