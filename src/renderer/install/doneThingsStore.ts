import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Action } from '@shared/domain/action'
import type { InstallationStatus } from '@shared/domain/installationStatus'
import type { Instant } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import { useFollowedThings } from '@/stores/followedThings'
import { useSessionStore } from '@/stores/session'

/** A thing that was saved since the app was opened. */
export interface DoneThing {
  readonly stackId: string
  readonly tuid: Tuid
  readonly at: Instant
  /** The group it ends in, null when it was left where it is and that is not known. */
  readonly groupId: string | null
  readonly status: InstallationStatus
  /** Ids of its actions, newest last; none when everything was already so. */
  readonly actions: readonly string[]
  /** Groups that were made for it; what became of that is told of the group, not of the thing. */
  readonly madeGroups: readonly string[]
}

/** As many as can be taken in at a glance; all of them are in the queue. */
const mostShown = 8

/** The things done in this session, latest first. What became of their actions, the followed things tell. */
export const useDoneThingsStore = defineStore('install-done', () => {
  const session = useSessionStore()
  const followed = useFollowedThings()
  const things = shallowRef<readonly DoneThing[]>([])
  /** Those of the active stack. */
  const ofStack = computed(() => things.value.filter((thing) => thing.stackId === session.stackId))
  /** Those of them that are shown. */
  const latest = computed(() => ofStack.value.slice(0, mostShown))

  const isSame = (a: DoneThing, b: { stackId: string; tuid: Tuid }): boolean =>
    a.stackId === b.stackId && a.tuid === b.tuid

  /** A thing saved again moves to the top and keeps its earlier actions. */
  function add(thing: DoneThing): void {
    const earlier = things.value.find((each) => isSame(each, thing))
    const actions = [...(earlier?.actions ?? []), ...thing.actions]
    const madeGroups = [...new Set([...(earlier?.madeGroups ?? []), ...thing.madeGroups])]
    things.value = [{ ...thing, actions, madeGroups }, ...things.value.filter((each) => !isSame(each, thing))]
  }

  /** Adds actions, such as a command, to a thing that was saved before; nothing happens when it was not. */
  function addActions(stackId: string, tuid: Tuid, actions: readonly string[]): void {
    things.value = things.value.map((each) =>
      isSame(each, { stackId, tuid }) ? { ...each, actions: [...each.actions, ...actions] } : each
    )
  }

  /** What this laptop did with the groups that were made for a thing; none for one that was not saved. */
  function madeFor(thing: { stackId: string; tuid: Tuid }): Action[] {
    const { stackId } = thing
    const groups = things.value.find((each) => isSame(each, thing))?.madeGroups ?? []
    return groups.flatMap((groupId) => followed.of({ stackId, groupId }))
  }

  /** All that was saved for a thing, as far as it is known. */
  const actionsOf = (thing: DoneThing): Action[] =>
    [...followed.of(thing), ...madeFor(thing)].filter(({ id }) => thing.actions.includes(id))

  return { things, ofStack, latest, add, addActions, madeFor, actionsOf }
})
