import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Problem } from '@shared/domain/problem'
import type { MetThing } from '@shared/ipc/channels'
import { ask } from '@/bridge'
import { groupEntries } from '@/groups/groupEntries'
import { problemOf } from '@/problemOf'
import { useSessionStore } from '@/stores/session'

/** The search over everything: whether it is open, and what there is to be found. */
export const useSearchStore = defineStore('search', () => {
  const session = useSessionStore()
  const isOpen = ref(false)
  const things = shallowRef<readonly MetThing[]>([])
  const groups = shallowRef<readonly string[]>([])
  /** Things and groups could not be asked for; places are found all the same. */
  const problem = shallowRef<Problem | null>(null)

  /** Takes what this laptop knows now: nothing is asked of the server. */
  async function load(): Promise<void> {
    const { stackId } = session
    things.value = []
    groups.value = []
    problem.value = null
    if (stackId === null) return
    try {
      const [met, overview] = await Promise.all([ask('things:recent', { stackId }), ask('groups:kept', { stackId })])
      if (session.stackId !== stackId) return
      things.value = met
      groups.value = groupEntries(overview).map(({ groupId }) => groupId)
    } catch (error) {
      problem.value = problemOf(error)
    }
  }

  return { isOpen, things, groups, problem, load }
})
