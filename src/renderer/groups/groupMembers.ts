import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { GroupMembers } from '@shared/domain/groupsOverview'
import type { Problem } from '@shared/domain/problem'
import { ask } from '@/bridge'
import { problemOf } from '@/problemOf'
import { useOutboxStore } from '@/stores/outbox'
import { useSessionStore } from '@/stores/session'

/** One thing of a group, or one that waits to come into it. */
export interface GroupMember {
  readonly tuid: string
  /** Where it waits to be put; null when it is to stay. */
  readonly goesTo: string | null
  /** It is not in the group yet. */
  readonly comes: boolean
}

/** Those that are to come first, then the group's own in the server's order, or those that were met in it. */
export function membersOf({ list, seenHere, moving }: GroupMembers, groupId: string): GroupMember[] {
  const goals = new Map(moving.map((each) => [each.tuid, each.groupId]))
  const coming = moving.filter((each) => each.groupId === groupId)
  const own = list?.value ?? seenHere
  return [
    ...coming.map(({ tuid }) => ({ tuid, goesTo: null, comes: true })),
    ...own.map((tuid) => ({ tuid, goesTo: goals.get(tuid) ?? null, comes: false }))
  ]
}

/**
 * The things of a group of the active stack: as last seen at once, then as the server lists them.
 *
 * @param groupId null for a name that no group can have
 * @param isThere whether the server has such a group: of one whose creation waits there is nothing to ask
 */
export function useGroupMembers(groupId: () => string | null, isThere: () => boolean) {
  const session = useSessionStore()
  const outbox = useOutboxStore()
  const members = shallowRef<GroupMembers | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const asking = ref(0)
  const wanted = computed(() => {
    const id = groupId()
    return session.stackId === null || id === null ? null : { stackId: session.stackId, groupId: id }
  })

  type Wanted = { readonly stackId: string; readonly groupId: string }

  /** An answer about a group that is no longer shown is dropped. */
  async function take(call: (of: Wanted) => Promise<GroupMembers>): Promise<void> {
    const { value: of } = wanted
    if (of === null) return
    try {
      const given = await call(of)
      if (wanted.value !== of) return
      members.value = given
      problem.value = null
    } catch (error) {
      if (wanted.value === of) problem.value = problemOf(error)
    }
  }

  const takeKept = (): Promise<void> => take((of) => ask('groups:keptThings', of))

  /** @param recheck also if this stack was found not to tell */
  async function read(recheck = false): Promise<void> {
    asking.value += 1
    await take((of) => ask('groups:things', { ...of, recheck }))
    asking.value -= 1
  }

  async function hear(): Promise<void> {
    const before = members.value?.moving.length ?? 0
    await takeKept()
    // Something has come or gone: the server's list is another one.
    if (session.online && isThere() && (members.value?.moving.length ?? 0) < before) await read()
  }

  watch(
    [wanted, () => session.online && isThere()],
    async ([of, askable], [before]) => {
      if (of !== before) members.value = null
      await takeKept()
      if (askable) await read()
    },
    { immediate: true }
  )
  onScopeDispose(outbox.onChange(hear))

  return { members, problem, busy: computed(() => asking.value > 0), read }
}
