import { unassignedGroupId, type KnownGroup } from '@shared/domain/deploymentGroup'
import type { Action, Intent } from '@shared/domain/action'
import type { GroupsOverview } from '@shared/domain/groupsOverview'
import type { Problem } from '@shared/domain/problem'
import { isNotOffered } from '../api/outcome'
import type { StackApi } from '../api/stackApi'
import type { ReadModel } from '../ports/readModel'
import type { Capabilities } from '../things/capabilities'
import type { DeletionFates } from './deletionFates'
import type { GroupMembership } from './groupMembership'

/** How many groups are asked for at once; a longer list is narrowed by the query. */
const listLimit = 500

/** A server may go on showing what was before one of our actions for so long after it, in milliseconds. */
const shownLateMs = 10_000

/** Longer than any list is waited for, in milliseconds. */
const longestListingMs = 120_000

/** Refusals of somebody who may not delete, of a group that is gone, or of a server that cannot. */
const notAboutMembers: readonly number[] = [403, 404, 405]

export interface GroupDirectoryOptions {
  readonly apiOf: (stackId: string) => StackApi
  readonly readModel: ReadModel
  readonly capabilities: Capabilities
  /** Open actions about groups as such, oldest first. */
  readonly openActions: (stackId: string) => readonly Action[]
  readonly membership: GroupMembership
  readonly fates: DeletionFates
  readonly now: () => number
}

export interface GroupListing {
  readonly groups: KnownGroup[]
  readonly fromServer: boolean
  readonly problem: Problem | null
}

/** The deployment groups of a stack, as well as they can be known: listed by the server, met on things, or queued. */
export class GroupDirectory {
  readonly #options: GroupDirectoryOptions
  /** What our actions have lately made of the groups of each stack, oldest first. */
  readonly #made = new Map<string, { readonly intent: Intent; readonly at: number }[]>()

  constructor(options: GroupDirectoryOptions) {
    this.#options = options
  }

  /** Those that contain the query, as if what waits here had come true. */
  async list(stackId: string, query: string): Promise<GroupListing> {
    const { fromServer, problem } = await this.#ask(stackId, query)
    return { groups: this.#toChoose(stackId, query), fromServer, problem }
  }

  /** The same as far as this laptop knows it, at once: a server may take long to say anything. */
  listKept(stackId: string, query: string): GroupListing {
    return { groups: this.#toChoose(stackId, query), fromServer: false, problem: null }
  }

  #toChoose(stackId: string, query: string): KnownGroup[] {
    const groups = this.#known(stackId)
    for (const { intent } of this.#options.openActions(stackId)) applyQueued(groups, intent)
    const wanted = query.trim().toLowerCase()
    const matching = [...groups.values()].filter(
      ({ groupId, description }) =>
        groupId.toLowerCase().includes(wanted) || (description?.toLowerCase().includes(wanted) ?? false)
    )
    return byName(matching)
  }

  /** All of them as last seen on this laptop, at once, and apart from them what waits here. */
  kept(stackId: string): GroupsOverview {
    const { readModel, openActions, fates } = this.#options
    const listed = readModel.stackReading(stackId, 'group_list')
    return {
      groups: byName([...this.#known(stackId).values()]),
      changes: [...openActions(stackId)],
      asOf: listed?.asOf ?? null,
      complete: listed?.value === 'whole',
      offered: this.#options.capabilities.offered(stackId, 'list_groups'),
      deletion: fates.of(stackId),
      problem: null
    }
  }

  /**
   * The same after asking the server.
   *
   * @param recheck also if it was found not to list its groups
   * @throws ProblemError unknown_stack
   */
  async refresh(stackId: string, query: string, recheck: boolean): Promise<GroupsOverview> {
    const { problem } = await this.#ask(stackId, query, recheck)
    return { ...this.kept(stackId), problem }
  }

  /** Takes over what an action has done on the server, so that the list is right without asking again. */
  learn(stackId: string, intent: Intent): void {
    const { membership, fates, now } = this.#options
    // Before it is forgotten what was in it.
    if (intent.type === 'group_delete')
      fates.deleted(stackId, intent.groupId, membership.known(stackId, intent.groupId))
    this.#apply(stackId, intent)
    // A drain of thousands of things is no news of groups.
    if ('tuid' in intent) return
    const at = now()
    const lately = (this.#made.get(stackId) ?? []).filter((made) => at - made.at < longestListingMs)
    this.#made.set(stackId, [...lately, { intent, at }])
  }

  /** The stack was removed, or is another one: what was done there says nothing of what will be listed. */
  forget(stackId: string): void {
    this.#made.delete(stackId)
  }

  #apply(stackId: string, intent: Intent): void {
    const { readModel, now } = this.#options
    switch (intent.type) {
      case 'group':
        readModel.keepGroupsSeen(stackId, [{ groupId: intent.groupId, description: null, listed: false }], now())
        break
      case 'group_create':
        readModel.keepGroupsSeen(
          stackId,
          [{ groupId: intent.groupId, description: intent.description, listed: true }],
          now()
        )
        break
      case 'group_rename': {
        const old = readModel.groupsSeen(stackId).find(({ groupId }) => groupId === intent.groupId)
        readModel.forgetGroup(stackId, intent.groupId)
        const renamed = { groupId: intent.newGroupId, description: old?.description ?? null, listed: true }
        readModel.keepGroupsSeen(stackId, [renamed], now())
        break
      }
      case 'group_delete':
        readModel.forgetGroup(stackId, intent.groupId)
        break
      default:
        break
    }
  }

  #known(stackId: string): Map<string, KnownGroup> {
    const groups = new Map<string, KnownGroup>()
    for (const { groupId, description, listed } of this.#options.readModel.groupsSeen(stackId)) {
      groups.set(groupId, { groupId, description, origin: listed ? 'server' : 'seen' })
    }
    if (!groups.has(unassignedGroupId)) {
      groups.set(unassignedGroupId, { groupId: unassignedGroupId, description: null, origin: 'seen' })
    }
    return groups
  }

  /** Takes in that the server has said no to an action. @param httpStatus of its answer */
  refused(stackId: string, intent: Intent, httpStatus: number | null): void {
    if (intent.type !== 'group_delete' || (httpStatus !== null && notAboutMembers.includes(httpStatus))) return
    const { membership, fates } = this.#options
    if (membership.known(stackId, intent.groupId).length > 0) fates.refused(stackId)
  }

  async #ask(
    stackId: string,
    query: string,
    recheck = false
  ): Promise<{ fromServer: boolean; problem: Problem | null }> {
    const { apiOf, readModel, capabilities, now } = this.#options
    const api = apiOf(stackId)
    const askedAt = now()
    if (!recheck && capabilities.isMissing(stackId, 'list_groups')) return { fromServer: false, problem: null }
    const wanted = query.trim()
    const outcome = await api.listGroups({ limit: listLimit, ...(wanted === '' ? {} : { query: wanted }) })
    // The stack has moved to another server meanwhile: this is not its answer.
    if (apiOf(stackId) !== api) return { fromServer: false, problem: { kind: 'cancelled' } }
    if (outcome.type === 'answered') {
      const { items, unreadable } = outcome.value
      capabilities.found(stackId, 'list_groups', true)
      if (wanted === '') {
        const isWhole = items.length < listLimit && unreadable === 0
        readModel.keepStackReading(stackId, 'group_list', { value: isWhole ? 'whole' : 'cut', asOf: outcome.askedAt })
        if (isWhole) this.#forgetAllBut(stackId, items)
      }
      const listed = items.map((group) => ({ ...group, listed: true }))
      readModel.keepGroupsSeen(stackId, listed, now())
      this.#applyAgain(stackId, askedAt - shownLateMs)
      return { fromServer: true, problem: null }
    }
    if (isNotOffered(outcome)) {
      // Not a fault a technician should hear of: this server just has no list.
      capabilities.found(stackId, 'list_groups', false)
      return { fromServer: false, problem: null }
    }
    return { fromServer: false, problem: outcome.problem }
  }

  /** A list may tell of the time before what our actions have done meanwhile. */
  #applyAgain(stackId: string, since: number): void {
    for (const { intent, at } of this.#made.get(stackId) ?? []) if (at >= since) this.#apply(stackId, intent)
  }

  /** What was listed once and is not in a complete list any more has been deleted or renamed by somebody else. */
  #forgetAllBut(stackId: string, listed: readonly { readonly groupId: string }[]): void {
    const { readModel } = this.#options
    const there = new Set(listed.map(({ groupId }) => groupId))
    for (const seen of readModel.groupsSeen(stackId)) {
      if (seen.listed && !there.has(seen.groupId)) readModel.forgetGroup(stackId, seen.groupId)
    }
  }
}

function byName(groups: readonly KnownGroup[]): KnownGroup[] {
  return groups.toSorted((a, b) => a.groupId.localeCompare(b.groupId))
}

function applyQueued(groups: Map<string, KnownGroup>, intent: Intent): void {
  switch (intent.type) {
    case 'group_create':
      groups.set(intent.groupId, { groupId: intent.groupId, description: intent.description, origin: 'queued' })
      break
    case 'group_rename': {
      const old = groups.get(intent.groupId)
      groups.delete(intent.groupId)
      groups.set(intent.newGroupId, {
        groupId: intent.newGroupId,
        description: old?.description ?? null,
        origin: 'queued'
      })
      break
    }
    case 'group_delete':
      groups.delete(intent.groupId)
      break
    default:
      break
  }
}
