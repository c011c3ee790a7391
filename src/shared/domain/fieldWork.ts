import type { Intent } from './action'
import { movesAway, unassignedGroupId } from './deploymentGroup'
import { deviceKindOf, isGateway, type DeviceKind } from './deviceKind'
import { unusualStatusChange, type InstallationStatus, type UnusualStatusChange } from './installationStatus'
import type { Tuid } from './tuid'
import type { DeedKind } from './visit'

/** Work on single things that changes more than one fact, or more than one thing, in one go. */
export const workKinds = ['replace', 'take_away', 'quarantine'] as const
export type WorkKind = (typeof workKinds)[number]

/** What becomes of a thing that another one replaces. */
export const oldFates = ['uninstalled', 'retired'] as const satisfies readonly InstallationStatus[]
export type OldFate = (typeof oldFates)[number]

/** `sure`: the server said so just now, or it is our own action that waits; else it is only remembered. */
export interface KnownFact {
  readonly value: string
  readonly sure: boolean
}

/** A thing that was scanned, with what is known of it. Null: nobody knows. */
export interface ThingAtHand {
  readonly tuid: Tuid
  readonly group: KnownFact | null
  readonly status: KnownFact | null
  /** The stack answered that it has no such thing. */
  readonly notKnownToStack: boolean
}

/** Why something cannot be done at all. */
export type WorkRefusal =
  | { readonly kind: 'same_thing' }
  | { readonly kind: 'other_kind'; readonly old: DeviceKind; readonly fresh: DeviceKind }
  /** Everything is so already, by the server's own word. */
  | { readonly kind: 'nothing_to_do' }

/** What a person should have seen before it is saved. */
export type WorkLook =
  | { readonly kind: 'not_known_to_stack'; readonly tuid: Tuid }
  /** One of the two may be of another kind: its label is of a make that this app knows in part, or not at all. */
  | { readonly kind: 'kind_unsure'; readonly tuid: Tuid }
  /** The new one is installed already; `groupId` where it is in another group than it is to be in. */
  | { readonly kind: 'new_installed'; readonly tuid: Tuid; readonly groupId: string | null }
  | { readonly kind: 'new_in_group'; readonly tuid: Tuid; readonly groupId: string }
  /** What is to be replaced or taken away is not installed. */
  | { readonly kind: 'not_installed'; readonly tuid: Tuid; readonly status: string }
  | { readonly kind: 'already_there'; readonly tuid: Tuid; readonly status: string }
  | { readonly kind: 'unusual'; readonly tuid: Tuid; readonly status: string; readonly change: UnusualStatusChange }

export interface PlannedWork {
  readonly tuid: Tuid
  readonly kind: Extract<DeedKind, 'replace_old' | 'replace_new' | 'take_away' | 'quarantine'>
  readonly partner: Tuid | null
  readonly intents: readonly Intent[]
}

/**
 * `ask_group`: the group that the new thing takes over is not known, or the old one is in none, so a person says it.
 * `ready`: what will be captured, in its order, and everything unusual about it.
 */
export type WorkPlan =
  | { readonly state: 'refused'; readonly refusal: WorkRefusal }
  | { readonly state: 'ask_group'; readonly looks: readonly WorkLook[] }
  | { readonly state: 'ready'; readonly works: readonly PlannedWork[]; readonly looks: readonly WorkLook[] }

/** Why one thing cannot stand where another stood; null when it can. Any gateway may replace any gateway. */
export function replacementRefusal(old: Tuid, fresh: Tuid): WorkRefusal | null {
  if (old === fresh) return { kind: 'same_thing' }
  const [was, is] = [deviceKindOf(old), deviceKindOf(fresh)]
  if (was.certainty !== 'exact' || is.certainty !== 'exact' || areAlike(was.kind, is.kind)) return null
  return { kind: 'other_kind', old: was.kind, fresh: is.kind }
}

/** The group that the new thing takes over; null when nobody knows it, or the old one is in none. */
export function groupToTakeOver({ group }: ThingAtHand): string | null {
  return group === null || group.value === unassignedGroupId ? null : group.value
}

/**
 * The new thing first, then the old one: should the work end half-way, the place is not without a thing. The lanes keep
 * the order of each thing and not that between the two, and nothing depends on it: the server sets each fact by itself.
 *
 * @param groupId what a person said the group is; null: the one that the old thing is in
 */
export function planReplacement(old: ThingAtHand, fresh: ThingAtHand, fate: OldFate, groupId: string | null): WorkPlan {
  const refusal = replacementRefusal(old.tuid, fresh.tuid)
  if (refusal !== null) return { state: 'refused', refusal }
  const target = groupId ?? groupToTakeOver(old)
  const looks = [...unknownLooks([old, fresh]), ...kindLooks(old.tuid, fresh.tuid), ...newLooks(fresh, target)]
  looks.push(...leavingLooks(old, fate))
  if (target === null) return { state: 'ask_group', looks }
  return ready(
    [
      {
        tuid: fresh.tuid,
        kind: 'replace_new',
        partner: old.tuid,
        intents: [...groupIntents(fresh, target), ...statusIntents(fresh, 'installed')]
      },
      {
        tuid: old.tuid,
        kind: 'replace_old',
        partner: fresh.tuid,
        intents: [...statusIntents(old, fate), ...groupIntents(old, unassignedGroupId)]
      }
    ],
    looks
  )
}

export function planTakingAway(thing: ThingAtHand): WorkPlan {
  const intents = [...statusIntents(thing, 'uninstalled'), ...groupIntents(thing, unassignedGroupId)]
  const looks = [...unknownLooks([thing]), ...leavingLooks(thing, 'uninstalled')]
  return ready([{ tuid: thing.tuid, kind: 'take_away', partner: null, intents }], looks)
}

/** Its group stays: a thing in quarantine is looked for where it was. */
export function planQuarantine(thing: ThingAtHand): WorkPlan {
  const intents = statusIntents(thing, 'quarantine')
  const looks = [...unknownLooks([thing]), ...statusLooks(thing, 'quarantine')]
  return ready([{ tuid: thing.tuid, kind: 'quarantine', partner: null, intents }], looks)
}

function ready(works: readonly PlannedWork[], looks: readonly WorkLook[]): WorkPlan {
  if (works.every(({ intents }) => intents.length === 0)) {
    return { state: 'refused', refusal: { kind: 'nothing_to_do' } }
  }
  return { state: 'ready', works, looks }
}

/** What is only remembered is set again: that does no harm, and it may have changed. */
function groupIntents({ tuid, group }: ThingAtHand, groupId: string): Intent[] {
  return group !== null && group.sure && group.value === groupId ? [] : [{ type: 'group', tuid, groupId }]
}

function statusIntents({ tuid, status }: ThingAtHand, wanted: InstallationStatus): Intent[] {
  return status !== null && status.sure && status.value === wanted ? [] : [{ type: 'status', tuid, status: wanted }]
}

function areAlike(one: DeviceKind, other: DeviceKind): boolean {
  return one === other || (isGateway(one) && isGateway(other))
}

function kindLooks(old: Tuid, fresh: Tuid): WorkLook[] {
  const [was, is] = [deviceKindOf(old), deviceKindOf(fresh)]
  const isSame = was.kind !== 'unknown' && areAlike(was.kind, is.kind)
  if (isSame) return []
  return [{ kind: 'kind_unsure', tuid: is.certainty === 'exact' ? old : fresh }]
}

function unknownLooks(things: readonly ThingAtHand[]): WorkLook[] {
  return things.flatMap(({ tuid, notKnownToStack }) =>
    notKnownToStack ? [{ kind: 'not_known_to_stack', tuid } as const] : []
  )
}

function newLooks(fresh: ThingAtHand, target: string | null): WorkLook[] {
  const { tuid } = fresh
  const group = fresh.group?.value ?? unassignedGroupId
  const isElsewhere = target === null ? group !== unassignedGroupId : movesAway(group, target)
  if (fresh.status?.value === 'installed') return [{ kind: 'new_installed', tuid, groupId: isElsewhere ? group : null }]
  const looks = statusLooks(fresh, 'installed')
  return isElsewhere ? [...looks, { kind: 'new_in_group', tuid, groupId: group }] : looks
}

/** Of a thing that is to go: only what is installed ordinarily goes. */
function leavingLooks(thing: ThingAtHand, wanted: InstallationStatus): WorkLook[] {
  const { tuid, status } = thing
  if (status === null || status.value === 'installed' || status.value === 'quarantine') return []
  if (status.value === wanted) return [{ kind: 'already_there', tuid, status: wanted }]
  return [{ kind: 'not_installed', tuid, status: status.value }]
}

function statusLooks({ tuid, status }: ThingAtHand, wanted: InstallationStatus): WorkLook[] {
  const change = unusualStatusChange(status?.value ?? null, wanted)
  if (status === null || change === null) return []
  if (change === 'already_there') return [{ kind: 'already_there', tuid, status: wanted }]
  return [{ kind: 'unusual', tuid, status: status.value, change }]
}
