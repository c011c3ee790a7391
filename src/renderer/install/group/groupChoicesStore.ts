import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { KnownGroup } from '@shared/domain/deploymentGroup'
import type { Problem } from '@shared/domain/problem'
import { ask } from '@/bridge'
import { problemOf } from '@/problemOf'

/** The groups of one stack, as the server lists them or as this laptop has met them. */
export const useGroupChoicesStore = defineStore('install-groups', () => {
  const stackId = ref<string | null>(null)
  const groups = shallowRef<readonly KnownGroup[]>([])
  /** Whether the server listed them; null before any answer. */
  const fromServer = ref<boolean | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let question = 0

  /**
   * Asks for the groups that contain this text. What other questions brought stays beside it, as a server may list only
   * the first so many, until all are asked for anew: some may be gone by then, or be called otherwise. Never rejects:
   * what went wrong stands in `problem`.
   */
  async function load(stack: string, query: string): Promise<void> {
    if (stack !== stackId.value) {
      stackId.value = stack
      groups.value = []
      fromServer.value = null
      void showKept(stack, query)
    }
    question += 1
    const own = question
    busy.value = true
    try {
      const answer = await ask('groups:list', { stackId: stack, query, ask: true })
      if (stackId.value !== stack) return
      // The first answer knows better than all that was kept.
      const isWhole = fromServer.value === null || (query === '' && own === question)
      groups.value = isWhole ? answer.groups : merged(groups.value, answer.groups)
      fromServer.value = answer.fromServer
      problem.value = answer.problem
    } catch (error) {
      if (stackId.value === stack) problem.value = problemOf(error)
    } finally {
      if (own === question) busy.value = false
    }
  }

  /** Nobody waits for a server, or for a keychain before it, to choose what was met here before. */
  async function showKept(stack: string, query: string): Promise<void> {
    try {
      const kept = await ask('groups:list', { stackId: stack, query, ask: false })
      if (stackId.value === stack && fromServer.value === null) groups.value = kept.groups
    } catch {
      // The question to the server, which runs beside this one, says what is wrong.
    }
  }

  return { groups, fromServer, problem, busy, load }
})

/** By name, each once; the later answer knows better. */
function merged(before: readonly KnownGroup[], answer: readonly KnownGroup[]): KnownGroup[] {
  const byId = new Map([...before, ...answer].map((group) => [group.groupId, group] as const))
  return [...byId.values()].toSorted((a, b) => a.groupId.localeCompare(b.groupId))
}
