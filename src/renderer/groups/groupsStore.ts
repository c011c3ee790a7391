import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Intent } from '@shared/domain/action'
import type { GroupsOverview } from '@shared/domain/groupsOverview'
import type { Problem } from '@shared/domain/problem'
import { ask } from '@/bridge'
import { problemOf } from '@/problemOf'
import { useOutboxStore } from '@/stores/outbox'
import { useSettingsStore } from '@/stores/settings'
import { groupEntries, takenNames } from './groupEntries'

/** The groups of the active stack, and what waits here to be done with them. */
export const useGroupsStore = defineStore('groups', () => {
  const outbox = useOutboxStore()
  const settings = useSettingsStore()
  const stackId = ref<string | null>(null)
  /** null: not even this laptop's own copy is here yet. */
  const overview = shallowRef<GroupsOverview | null>(null)
  /** What went wrong with asking the server last. */
  const unread = shallowRef<Problem | null>(null)
  /** The main process could not even be asked. */
  const problem = shallowRef<Problem | null>(null)
  const asking = ref(0)
  const busy = computed(() => asking.value > 0)
  let stopListening: (() => void) | null = null

  const entries = computed(() => (overview.value === null ? [] : groupEntries(overview.value)))
  const taken = computed(() => takenNames(entries.value))

  /** Shows the groups of another stack, or of none, as last seen on this laptop. */
  async function show(id: string | null): Promise<void> {
    stopListening ??= outbox.onChange(takeKept)
    if (id !== stackId.value) {
      stackId.value = id
      overview.value = null
      unread.value = null
      problem.value = null
    }
    await takeKept()
  }

  async function takeKept(): Promise<void> {
    await answer((id) => ask('groups:kept', { stackId: id }))
  }

  /**
   * Asks the server. What goes wrong stands in `unread` or `problem`.
   *
   * @param query what is looked for, where the server lists only the first so many; empty for all
   * @param recheck also if this stack was found not to list its groups
   */
  async function refresh(query = '', recheck = false): Promise<void> {
    asking.value += 1
    const given = await answer((id) => ask('groups:refresh', { stackId: id, query, recheck }))
    asking.value -= 1
    if (given !== null) unread.value = given.problem
  }

  /**
   * Saves what should become of a group; resolves when it is on disk and shown.
   *
   * @throws {ProblemError} not saved, and why
   */
  async function save(intent: Intent): Promise<void> {
    const { value: id } = stackId
    if (id === null) return
    await outbox.capture(id, [intent])
    await Promise.all([takeKept(), followName(id, intent)])
  }

  /** The next thing, and the next batch, are offered the group used last: by the name it has when that comes to be sent. */
  async function followName(id: string, intent: Intent): Promise<void> {
    if (intent.type !== 'group_rename' && intent.type !== 'group_delete') return
    const groupId = intent.type === 'group_rename' ? intent.newGroupId : null
    if (settings.lastChoice(id).groupId === intent.groupId) await settings.rememberChoice(id, { groupId })
    const plan = settings.settings.lastPlans[id]
    if (plan?.groupId === intent.groupId) await settings.rememberPlan(id, { ...plan, groupId })
  }

  /** An answer about a stack that is no longer shown is dropped. @returns null when there is none to take */
  async function answer(call: (id: string) => Promise<GroupsOverview>): Promise<GroupsOverview | null> {
    const { value: id } = stackId
    if (id === null) return null
    try {
      const given = await call(id)
      if (stackId.value !== id) return null
      overview.value = given
      problem.value = null
      return given
    } catch (error) {
      if (stackId.value === id) problem.value = problemOf(error)
      return null
    }
  }

  return { stackId, overview, unread, problem, busy, entries, taken, show, refresh, save }
})
