import type { Instant } from '@shared/domain/thing'
import type { Outcome } from '../api/outcome'

/** How long a busy server is left alone when it does not say, in milliseconds. */
const usualRestMs = 30_000

/** Which stacks want to be left alone for a while, and for how long: any call to one of them may say so. */
export class StackRests {
  readonly #rests = new Map<string, { readonly from: Instant; readonly ms: number }>()
  readonly #now: () => Instant

  constructor(now: () => Instant) {
    this.#now = now
  }

  /** How a call to a stack has ended. */
  heard(stackId: string, outcome: Outcome<unknown>): void {
    const ms = restOf(outcome)
    if (ms !== null) this.#rests.set(stackId, { from: this.#now(), ms })
  }

  /** Somebody asks all the same. */
  forget(stackId: string): void {
    this.#rests.delete(stackId)
  }

  /** How long a stack is still to be left alone, in milliseconds; 0 when it is not. */
  left(stackId: string): number {
    const rest = this.#rests.get(stackId)
    if (rest === undefined) return 0
    const passed = this.#now() - rest.from
    // A clock that was set back since says nothing of when it began.
    return passed < 0 ? 0 : Math.max(0, rest.ms - passed)
  }
}

/** A server may say with a 503, too, when it is to be asked again. Null when it did not. */
function restOf(outcome: Outcome<unknown>): number | null {
  if (outcome.type === 'busy') return outcome.retryAfterMs ?? usualRestMs
  return outcome.type === 'unknown' ? outcome.retryAfterMs : null
}
