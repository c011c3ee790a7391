import { ref, shallowRef } from 'vue'
import type { Problem } from '@shared/domain/problem'
import { problemOf } from '@/problemOf'

/** Something a person asked for: whether its answer is awaited, and what went wrong. */
export function useDeed() {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  /** @returns whether it was done; if not, the reason stands in `problem` */
  async function run(deed: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    problem.value = null
    try {
      await deed()
      return true
    } catch (error) {
      problem.value = problemOf(error)
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, run }
}
