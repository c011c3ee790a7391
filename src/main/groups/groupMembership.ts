import { unassignedGroupId } from '@shared/domain/deploymentGroup'
import type { GroupMembers } from '@shared/domain/groupsOverview'
import type { Problem } from '@shared/domain/problem'
import type { Reading } from '@shared/domain/thing'
import { z } from 'zod'
import { isNotOffered, type Outcome } from '../api/outcome'
import type { StackApi } from '../api/stackApi'
import type { OpenAssignment } from '../outbox/queue'
import type { ReadModel } from '../ports/readModel'
import type { Capabilities } from '../things/capabilities'
import { partSchemas } from '../things/keptParts'
import { SharedReads } from '../things/sharedReads'

const keptSchema = z.array(z.string())

export interface GroupMembershipOptions {
  readonly apiOf: (stackId: string) => StackApi
  readonly readModel: ReadModel
  readonly capabilities: Capabilities
  readonly openAssignments: (stackId: string) => readonly OpenAssignment[]
}

/** Which things are in a group: as the server lists them where it can, and as this laptop has met them. */
export class GroupMembership {
  readonly #options: GroupMembershipOptions
  readonly #shared = new SharedReads()

  constructor(options: GroupMembershipOptions) {
    this.#options = options
  }

  /** As last seen on this laptop, at once. */
  kept(stackId: string, groupId: string): GroupMembers {
    const offered = this.#options.capabilities.offered(stackId, 'list_group_things')
    return this.#view(stackId, groupId, offered === false ? null : this.#listed(stackId, groupId, null))
  }

  /**
   * The same after asking the server; whoever asks meanwhile gets the same answer.
   *
   * @param recheck also if it was found not to tell
   * @throws ProblemError unknown_stack
   */
  async read(stackId: string, groupId: string, recheck: boolean): Promise<GroupMembers> {
    const list = await this.#shared.read(`${stackId} ${groupId}`, ({ isCurrent }) =>
      this.#ask(stackId, groupId, recheck, isCurrent)
    )
    return this.#view(stackId, groupId, list)
  }

  /** Every thing that was last seen in this group, by whichever way. */
  known(stackId: string, groupId: string): string[] {
    const { list, seenHere } = this.kept(stackId, groupId)
    return [...new Set([...(list?.value ?? []), ...seenHere])]
  }

  /** A change of ours came true: what is being read may tell of the time before. */
  changed(stackId: string): void {
    this.#shared.outdate(`${stackId} `)
  }

  /** @returns null when the server does not tell */
  async #ask(
    stackId: string,
    groupId: string,
    recheck: boolean,
    isCurrent: () => boolean
  ): Promise<Reading<string[]> | null> {
    const { apiOf, readModel, capabilities } = this.#options
    const api = apiOf(stackId)
    if (!recheck && capabilities.isMissing(stackId, 'list_group_things')) return null
    const outcome = await api.listThingsOfGroup(groupId)
    if (apiOf(stackId) !== api) return this.#listed(stackId, groupId, { kind: 'cancelled' })
    if (outcome.type === 'answered') {
      const value = [...new Set(outcome.value.items)]
      capabilities.found(stackId, 'list_group_things', true)
      if (isCurrent()) readModel.keepGroupThings(stackId, groupId, { value, asOf: outcome.askedAt })
      return { value, asOf: outcome.askedAt, live: true, problem: null }
    }
    if (isNotOffered(outcome) && (await this.#isWholeServerMeant(api, stackId, groupId, outcome))) {
      capabilities.found(stackId, 'list_group_things', false)
      return null
    }
    return this.#listed(stackId, groupId, outcome.problem)
  }

  /**
   * A 404 may mean this group alone, which somebody has deleted. The server's own list of groups tells, where it has
   * one; where it has none, it is one of those that have neither.
   */
  async #isWholeServerMeant(
    api: StackApi,
    stackId: string,
    groupId: string,
    outcome: Outcome<unknown>
  ): Promise<boolean> {
    if (outcome.type !== 'refused' || outcome.httpStatus !== 404) return true
    if (groupId === unassignedGroupId) return true
    if (this.#options.capabilities.isProven(stackId, 'list_group_things')) return false
    const listing = await api.listGroups({ query: groupId })
    if (listing.type === 'answered') return listing.value.items.some((group) => group.groupId === groupId)
    return isNotOffered(listing)
  }

  #listed(stackId: string, groupId: string, problem: Problem | null): Reading<string[]> {
    // "I do not know this group" is the latest word; an older answer beside it would contradict it.
    const kept = problem?.kind === 'not_found' ? null : this.#options.readModel.groupThings(stackId, groupId)
    const parsed = keptSchema.safeParse(kept?.value)
    if (kept === null || !parsed.success) return { value: null, asOf: null, live: false, problem }
    return { value: parsed.data, asOf: kept.asOf, live: false, problem }
  }

  #view(stackId: string, groupId: string, list: Reading<string[]> | null): GroupMembers {
    const seenHere = this.#seenHere(stackId, groupId)
    const inIt = new Set([...(list?.value ?? []), ...seenHere])
    const moving = this.#options
      .openAssignments(stackId)
      .filter((each) => (each.groupId === groupId ? !inIt.has(each.tuid) : inIt.has(each.tuid)))
    return { list, seenHere, moving }
  }

  #seenHere(stackId: string, groupId: string): string[] {
    const readings = this.#options.readModel.readingsOf(stackId, 'group')
    return [...readings].flatMap(([tuid, { value }]) => {
      const parsed = partSchemas.group.safeParse(value)
      return parsed.success && parsed.data.groupId === groupId ? [tuid] : []
    })
  }
}
