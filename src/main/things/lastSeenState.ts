import type { Intent } from '@shared/domain/action'
import { noBelief, type LastSeen, type Seen } from '../outbox/beliefs'
import type { KeptReading, ReadModel } from '../ports/readModel'
import { keptPart } from './keptParts'

/** What the outbox may believe about a thing at the moment of capture: what this laptop last read. */
export class LastSeenState implements LastSeen {
  readonly #readModel: ReadModel

  constructor(readModel: ReadModel) {
    this.#readModel = readModel
  }

  base(stackId: string, intent: Intent): Seen {
    if (intent.type === 'status') {
      const kept = keptPart(this.#readModel, stackId, intent.tuid, 'installations')
      if (kept === null) return noBelief
      const [newest] = kept.value.items
      // A history of which nothing could be read is none that was seen to be empty.
      if (newest === undefined && kept.value.unreadable > 0) return noBelief
      return { value: newest?.status ?? null, since: newest?.at ?? null, after: null, ...timesOf(kept) }
    }
    if (intent.type === 'group') {
      const kept = keptPart(this.#readModel, stackId, intent.tuid, 'group')
      return kept === null ? noBelief : { value: kept.value.groupId, since: null, after: null, ...timesOf(kept) }
    }
    return noBelief
  }
}

function timesOf({ asOf, doneBefore }: Pick<KeptReading, 'asOf' | 'doneBefore'>): Pick<Seen, 'asOf' | 'doneBefore'> {
  return { asOf, ...(doneBefore !== undefined && { doneBefore }) }
}
