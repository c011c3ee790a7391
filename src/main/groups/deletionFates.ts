import { unassignedGroupId } from '@shared/domain/deploymentGroup'
import { seenFateSchema, type DeletionFate, type SeenFate } from '@shared/domain/groupsOverview'
import type { Instant, Reading, GroupOfThing } from '@shared/domain/thing'
import type { Timing } from '../outbox/timing'
import type { ReadModel } from '../ports/readModel'

/** A server may show the state before for a while after a write: it is looked at so long after a deletion, in milliseconds. */
export const lookAfterMs = 30_000

export interface DeletionFatesOptions {
  readonly readModel: ReadModel
  readonly groupOf: (stackId: string, tuid: string) => Promise<Reading<GroupOfThing>>
  readonly timing: Pick<Timing, 'now' | 'after'>
  readonly onProblem: (error: unknown) => void
}

/** Learns from each deletion of a group that had things what this server does with them, to say so before the next. */
export class DeletionFates {
  readonly #options: DeletionFatesOptions
  readonly #looks = new Set<() => void>()

  constructor(options: DeletionFatesOptions) {
    this.#options = options
  }

  /** Null while it was not seen. */
  of(stackId: string): SeenFate | null {
    const kept = this.#options.readModel.stackReading(stackId, 'group_deletion')
    const parsed = seenFateSchema.safeParse({ fate: kept?.value, asOf: kept?.asOf })
    return parsed.success ? parsed.data : null
  }

  /** @param members things that were in the group, as far as known */
  deleted(stackId: string, groupId: string, members: readonly string[]): void {
    const [tuid] = members
    if (tuid === undefined) return
    const cancel = this.#options.timing.after(lookAfterMs, () => {
      this.#looks.delete(cancel)
      void this.#look(stackId, groupId, tuid).catch(this.#options.onProblem)
    })
    this.#looks.add(cancel)
  }

  /** The server has said no to deleting a group of which things are known. */
  refused(stackId: string): void {
    this.#learn(stackId, 'refused', this.#options.timing.now())
  }

  stop(): void {
    for (const cancel of this.#looks) cancel()
    this.#looks.clear()
  }

  async #look(stackId: string, groupId: string, tuid: string): Promise<void> {
    const { value, live, asOf } = await this.#options.groupOf(stackId, tuid)
    if (!live || asOf === null) return
    if (value?.groupId === unassignedGroupId) this.#learn(stackId, 'unassigned', asOf)
    else if (value?.groupId === groupId) this.#learn(stackId, 'stay', asOf)
  }

  #learn(stackId: string, fate: DeletionFate, asOf: Instant): void {
    this.#options.readModel.keepStackReading(stackId, 'group_deletion', { value: fate, asOf })
  }
}
