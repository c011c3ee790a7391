import { unassignedGroupId, type KnownGroup } from '@shared/domain/deploymentGroup'
import type { Intent } from '@shared/domain/action'
import type { Problem } from '@shared/domain/problem'
import { isNotOffered } from '../api/outcome'
import type { StackApi } from '../api/stackApi'
import type { ReadModel } from '../ports/readModel'

/** Name of the optional `GET /groups` among a stack's capabilities. */
export const listingGroups = 'list_groups'

/** How many groups are asked for at once; a longer list is narrowed by the query. */
const listLimit = 500

export interface GroupDirectoryOptions {
  readonly apiOf: (stackId: string) => StackApi
  readonly readModel: ReadModel
  /** Intents about groups that wait in the outbox, oldest first. */
  readonly queuedIntents: (stackId: string) => readonly Intent[]
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

  constructor(options: GroupDirectoryOptions) {
    this.#options = options
  }

  async list(stackId: string, query: string): Promise<GroupListing> {
    const { fromServer, problem } = await this.#refresh(stackId, query)
    const groups = new Map<string, KnownGroup>()
    for (const seen of this.#options.readModel.groupsSeen(stackId)) {
      const origin = seen.listed ? 'server' : 'seen'
      groups.set(seen.groupId, { groupId: seen.groupId, description: seen.description, origin })
    }
    if (!groups.has(unassignedGroupId)) {
      groups.set(unassignedGroupId, { groupId: unassignedGroupId, description: null, origin: 'seen' })
    }
    for (const intent of this.#options.queuedIntents(stackId)) applyQueued(groups, intent)
    const wanted = query.trim().toLowerCase()
    const matching = [...groups.values()].filter(
      ({ groupId, description }) =>
        groupId.toLowerCase().includes(wanted) || (description?.toLowerCase().includes(wanted) ?? false)
    )
    matching.sort((a, b) => a.groupId.localeCompare(b.groupId))
    return { groups: matching, fromServer, problem }
  }

  /** Takes over what an action has done on the server, so that the list is right without asking again. */
  learn(stackId: string, intent: Intent): void {
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
      case 'group_rename':
        readModel.forgetGroup(stackId, intent.groupId)
        readModel.keepGroupsSeen(stackId, [{ groupId: intent.newGroupId, description: null, listed: true }], now())
        break
      case 'group_delete':
        readModel.forgetGroup(stackId, intent.groupId)
        break
      default:
        break
    }
  }

  async #refresh(stackId: string, query: string): Promise<{ fromServer: boolean; problem: Problem | null }> {
    const { apiOf, readModel, now } = this.#options
    if (readModel.capability(stackId, listingGroups) === false) return { fromServer: false, problem: null }
    const wanted = query.trim()
    const outcome = await apiOf(stackId).listGroups({ limit: listLimit, ...(wanted === '' ? {} : { query: wanted }) })
    if (outcome.type === 'answered') {
      const { items, unreadable } = outcome.value
      readModel.keepCapability(stackId, listingGroups, true, now())
      if (wanted === '' && items.length < listLimit && unreadable === 0) this.#forgetAllBut(stackId, items)
      const listed = items.map((group) => ({ ...group, listed: true }))
      readModel.keepGroupsSeen(stackId, listed, now())
      return { fromServer: true, problem: null }
    }
    if (isNotOffered(outcome)) {
      // Not a fault a technician should hear of: this server just has no list.
      readModel.keepCapability(stackId, listingGroups, false, now())
      return { fromServer: false, problem: null }
    }
    return { fromServer: false, problem: outcome.problem }
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
