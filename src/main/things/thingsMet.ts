import type { Instant } from '@shared/domain/thing'
import type { MetThing } from '@shared/ipc/channels'
import type { QueueQueries } from '../outbox/queue'
import type { ReadModel } from '../ports/readModel'

/** As many as can still be searched at a glance. */
const longestList = 2_000

/** The things this laptop has met: read from the server, or worked on without it. */
export class ThingsMet {
  readonly #readModel: ReadModel
  readonly #queue: Pick<QueueQueries, 'capturedThings'>

  constructor(readModel: ReadModel, queue: Pick<QueueQueries, 'capturedThings'>) {
    this.#readModel = readModel
    this.#queue = queue
  }

  /** The one met last comes first. */
  list(stackId: string): MetThing[] {
    const met = new Map<string, { thing: MetThing; at: Instant }>()
    for (const { tuid, seenAt } of this.#readModel.thingsSeen(stackId, longestList)) {
      met.set(tuid, { thing: { tuid, seenAt, openActions: 0, needsYou: 0 }, at: seenAt })
    }
    for (const { tuid, capturedAt, open, needsYou } of this.#queue.capturedThings(stackId, longestList)) {
      const seen = met.get(tuid)
      const thing = { tuid, seenAt: seen?.thing.seenAt ?? null, openActions: open, needsYou }
      met.set(tuid, { thing, at: Math.max(seen?.at ?? capturedAt, capturedAt) })
    }
    const latestFirst = [...met.values()].toSorted((a, b) => b.at - a.at)
    return latestFirst.slice(0, longestList).map(({ thing }) => thing)
  }
}
