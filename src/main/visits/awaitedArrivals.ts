import type { Problem } from '@shared/domain/problem'
import type { Instant } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import type { Arrival } from '@shared/domain/visit'
import type { LookedAt } from '../things/pacedLooks'

/** A thing of a visit that was installed and is listened for. */
export interface AwaitedArrival extends LookedAt {
  readonly visitId: string
  readonly tuid: Tuid
  arrival: Arrival
  /** The server was found to have recorded it some time before; when, is to be read first. */
  isFoundLater: boolean
}

/** The things that are listened for. What they are stands in the book of visits; nothing is kept here. */
export class AwaitedArrivals {
  readonly #things = new Map<string, AwaitedArrival>()
  readonly #counts = new Map<string, number>()

  of(visitId: string, tuid: Tuid): AwaitedArrival | null {
    return this.#things.get(keyOf(visitId, tuid)) ?? null
  }

  all(): Iterable<AwaitedArrival> {
    return this.#things.values()
  }

  count(stackId: string): number {
    return this.#counts.get(stackId) ?? 0
  }

  /** Takes the place of what was awaited of the same thing in the same visit. */
  begin(stackId: string, visitId: string, tuid: Tuid, arrival: Arrival, isFoundLater: boolean): AwaitedArrival {
    this.end(visitId, tuid)
    const problem: Problem | null = null
    const triedAt: Instant | null = null
    const thing = { stackId, visitId, tuid, arrival, isFoundLater, triedAt, failures: 0, problem, looking: null }
    this.#things.set(keyOf(visitId, tuid), thing)
    this.#counts.set(stackId, this.count(stackId) + 1)
    return thing
  }

  end(visitId: string, tuid: Tuid): void {
    const thing = this.of(visitId, tuid)
    if (thing === null) return
    this.#things.delete(keyOf(visitId, tuid))
    this.#counts.set(thing.stackId, this.count(thing.stackId) - 1)
  }
}

function keyOf(visitId: string, tuid: Tuid): string {
  return `${visitId} ${tuid}`
}
