import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Problem } from '@shared/domain/problem'
import type { MetThing } from '@shared/ipc/channels'
import { ask } from '@/bridge'
import { problemOf } from '@/problemOf'
import { useSessionStore } from '@/stores/session'
import { thingNamed } from './metThings'

/** Few enough to be drawn at once. */
const shownAtOnce = 100

/** What the page of things shows; kept while the app runs, so that the list keeps its place. */
export const useThingsView = defineStore('things-view', () => {
  const session = useSessionStore()
  const things = shallowRef<readonly MetThing[]>([])
  /** Whose they are; null before anything was loaded. */
  const loadedFor = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const search = ref('')
  const limit = ref(shownAtOnce)

  const loaded = computed(() => loadedFor.value !== null && loadedFor.value === session.stackId)
  /** The thing that the search text names as a whole, met or not. */
  const named = computed(() => thingNamed(search.value))

  /** What was known stays when it fails; the failure stands in `problem`. */
  async function load(): Promise<void> {
    const { stackId } = session
    if (stackId === null) return
    try {
      const met = await ask('things:recent', { stackId })
      if (session.stackId !== stackId) return
      things.value = met
      loadedFor.value = stackId
      problem.value = null
    } catch (error) {
      problem.value = problemOf(error)
    }
  }

  function showMore(): void {
    limit.value += shownAtOnce
  }

  watch(search, () => (limit.value = shownAtOnce))

  return { search, limit, loaded, problem, things, named, load, showMore }
})
