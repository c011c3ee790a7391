import type { Intent } from '@shared/domain/action'
import {
  unusualStatusChange,
  type InstallationStatus,
  type UnusualStatusChange
} from '@shared/domain/installationStatus'
import { movesAway, unassignedGroupId } from '@shared/domain/deploymentGroup'
import type { Instant } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'

/** What the person wants of the group. `create`: a name no group has yet, made together with the assignment. */
export type GroupChoice =
  | { readonly kind: 'keep' }
  | { readonly kind: 'put'; readonly groupId: string }
  | { readonly kind: 'create'; readonly groupId: string; readonly description: string | null }

export interface Wanted {
  readonly group: GroupChoice
  readonly status: InstallationStatus
  /** Record the status although it is already there. */
  readonly insist: boolean
}

/** `server`: its word just now. `remembered`: last seen on this laptop. `queued`: our own action, still open. */
export type Source = 'server' | 'remembered' | 'queued'

export interface Known {
  readonly value: string
  readonly source: Source
  /** When it came to be so, where that is known (status only). */
  readonly since: Instant | null
  readonly by: string | null
  /** When the server said so; null for what is queued. */
  readonly asOf: Instant | null
}

/** What is known of the thing before anything is saved: the server's state with our open actions on top. */
export interface Belief {
  readonly group: Known | null
  readonly status: Known | null
  /** The stack answered that it has no such thing. */
  readonly notKnownToStack: boolean
}

/** Something a person should have seen before it is saved. */
export type SecondLook =
  | { readonly kind: 'other_group'; readonly from: Known; readonly to: string }
  | {
      readonly kind: 'status'
      readonly change: UnusualStatusChange
      readonly from: Known
      readonly to: InstallationStatus
    }
  | { readonly kind: 'not_known_to_stack' }

/** The group a choice ends in, or null when it stays what it is and that is not known. */
export function targetGroup(choice: GroupChoice, belief: Belief): string | null {
  return choice.kind === 'keep' ? (belief.group?.value ?? null) : choice.groupId
}

/**
 * What has to be captured for the wish to come true, in the order it has to happen. Nothing is captured for what is
 * already so, except that a group only remembered from earlier is set again: that does no harm, and it may have changed.
 */
export function intentsFor(tuid: Tuid, wanted: Wanted, belief: Belief): Intent[] {
  return [...groupIntents(tuid, wanted.group, belief), ...statusIntents(tuid, wanted, belief)]
}

function groupIntents(tuid: Tuid, choice: GroupChoice, belief: Belief): Intent[] {
  if (choice.kind === 'keep') return []
  const assignment: Intent = { type: 'group', tuid, groupId: choice.groupId }
  if (choice.kind === 'create') {
    return [{ type: 'group_create', groupId: choice.groupId, description: choice.description }, assignment]
  }
  const { group } = belief
  const isThere = group !== null && group.value === choice.groupId && group.source !== 'remembered'
  return isThere ? [] : [assignment]
}

function statusIntents(tuid: Tuid, wanted: Wanted, belief: Belief): Intent[] {
  const isThere = belief.status?.value === wanted.status
  return isThere && !wanted.insist ? [] : [{ type: 'status', tuid, status: wanted.status }]
}

/** Everything unusual about the wish, the most far-reaching first. */
export function secondLooksFor(wanted: Wanted, belief: Belief): SecondLook[] {
  const looks: SecondLook[] = []
  if (belief.notKnownToStack) looks.push({ kind: 'not_known_to_stack' })
  const { group, status } = belief
  const to = targetGroup(wanted.group, belief)
  if (group !== null && to !== null && movesAway(group.value, to)) looks.push({ kind: 'other_group', from: group, to })
  if (status !== null) {
    const change = unusualStatusChange(status.value, wanted.status)
    if (change !== null) looks.push({ kind: 'status', change, from: status, to: wanted.status })
  }
  return looks
}

/**
 * Which of the second looks have to be asked for before saving. Step by step, all but an unusual status stood beside the
 * choice already, unless they were learnt after that: a slow answer must not slip something past the person.
 * @param shown what was known to be unusual when saving was asked for
 */
export function looksToAsk(
  way: 'chosen' | 'same',
  shown: readonly SecondLook[],
  now: readonly SecondLook[]
): SecondLook[] {
  if (way === 'same') return [...now]
  return now.filter((look) => {
    if (look.kind === 'status' && look.change !== 'already_there') return true
    return !shown.some((each) => each.kind === look.kind)
  })
}

/** The group offered first: the one used last, unless the thing is in it already; without one, where it is now. */
export function proposedGroup(lastGroup: string | null, belief: Belief): GroupChoice | null {
  const current = belief.group?.value ?? null
  if (lastGroup !== null) return lastGroup === current ? { kind: 'keep' } : { kind: 'put', groupId: lastGroup }
  return current === null || current === unassignedGroupId ? null : { kind: 'keep' }
}
