import { computed, ref, shallowRef } from 'vue'
import { longestList } from '@shared/ipc/visitChannels'
import type { Problem } from '@shared/domain/problem'
import { ask } from '@/bridge'
import type { ImportedThing } from '@/import/importedThing'
import { problemOf } from '@/problemOf'

/** How many lines of a list came to what. */
export interface ListedCounts {
  readonly captured: number
  readonly held: number
  readonly duplicate: number
}

const none: ListedCounts = { captured: 0, held: 0, duplicate: 0 }

/** Takes the lines of a list into a visit, piece by piece, each on disk before the next. */
export function useListedThings(visitId: () => string) {
  const total = ref(0)
  const counts = shallowRef<ListedCounts>(none)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  const done = computed(() => counts.value.captured + counts.value.held + counts.value.duplicate)
  let underWay = new AbortController()

  async function take(things: readonly ImportedThing[]): Promise<void> {
    if (busy.value) return
    busy.value = true
    underWay = new AbortController()
    const { signal } = underWay
    total.value = things.length
    counts.value = none
    problem.value = null
    try {
      for (let at = 0; at < things.length && !signal.aborted; at += longestList) {
        const lines = things.slice(at, at + longestList).map(lineOf)
        const came = await ask('visits:addList', { id: visitId(), lines })
        const next = { ...counts.value }
        for (const { outcome } of came) next[outcome] += 1
        counts.value = next
      }
    } catch (error) {
      problem.value = problemOf(error)
    } finally {
      busy.value = false
    }
  }

  /** What was taken stays; the rest of the list is not. */
  function stop(): void {
    underWay.abort()
  }

  return { total, counts, done, busy, problem, take, stop }
}

function lineOf({ tuid, groupId, status, note, place }: ImportedThing) {
  return {
    tuid,
    groupId,
    status,
    note: note ?? '',
    place: place === null ? null : { floor: '', room: '', text: place }
  }
}
