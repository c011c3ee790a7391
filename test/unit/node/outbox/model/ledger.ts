import type { Action } from '@shared/domain/action'
import type { Simulator } from '../../../../simulator/simulator'
import { ServerStory } from './serverStory'
import type { Wish } from './wish'

/** What was wanted and what has happened, side by side; and what does not go together. */
export class Ledger {
  readonly complaints: string[] = []
  readonly wishes: Wish[] = []
  readonly story: ServerStory
  /** Whether the server shows its groups. */
  readonly listsGroups: boolean
  /** Places in the server's log of what nobody counted on any more when it came. */
  readonly late = new Set<number>()
  /** Moments are counted: what was saved, seen or set back later has a higher number. */
  moment = 0
  /** The moment when the laptop's clock was last set back. */
  clockSetBackAt = -1
  /** How many wishes the server has refused because it was told to. */
  refusals = 0

  readonly #clockAhead: () => number

  /** @param clockAhead how far the laptop's clock is ahead of the true time, in milliseconds */
  constructor(cloud: Simulator, listsGroups: boolean, clockAhead: () => number) {
    this.story = new ServerStory(cloud)
    this.listsGroups = listsGroups
    this.#clockAhead = clockAhead
  }

  /** When the app last began to ask the server about an action, by the true clock. */
  lastAskedAt({ lastAttempt }: Action): number {
    return this.trueTime(lastAttempt?.startedAt ?? Infinity)
  }

  /** A moment of the laptop's clock by the true one. */
  trueTime(at: number): number {
    return at - this.#clockAhead()
  }

  complain(wish: Wish, what: string): void {
    this.complaints.push(`"${wish.words}" (${wish.seq}) ${what}`)
  }

  /** The clock was set back since: by it, nobody can tell what came before what. */
  isInDoubt({ roots }: Wish): boolean {
    return roots < this.clockSetBackAt
  }
}
