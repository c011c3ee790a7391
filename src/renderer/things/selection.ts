import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { useSessionStore } from '@/stores/session'

/** Things that are selected in the list of things; kept while one looks at something else. */
export const useThingSelection = defineStore('thing-selection', () => {
  const session = useSessionStore()
  const isOn = ref(false)
  const tuids = shallowRef<ReadonlySet<string>>(new Set())

  function set(tuid: string, selected: boolean): void {
    const next = new Set(tuids.value)
    if (selected) next.add(tuid)
    else next.delete(tuid)
    tuids.value = next
  }

  /** Selects all of these, or none of them when all are selected already. */
  function toggleAll(shown: readonly string[]): void {
    const isAll = shown.every((tuid) => tuids.value.has(tuid))
    const others = [...tuids.value].filter((tuid) => !shown.includes(tuid))
    tuids.value = new Set(isAll ? others : [...others, ...shown])
  }

  function end(): void {
    isOn.value = false
    tuids.value = new Set()
  }

  // Things belong to their stack.
  watch(() => session.stackId, end)

  return { isOn, tuids, set, toggleAll, end }
})
