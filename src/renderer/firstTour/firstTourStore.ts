import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useFaultsStore } from '@/stores/faults'
import { useSettingsStore } from '@/stores/settings'

/** The first-run tour: by itself on a laptop that has no stack yet, until it was seen or skipped once. */
export const useFirstTourStore = defineStore('firstTour', () => {
  const settings = useSettingsStore()
  const faults = useFaultsStore()
  /** Until the app ends, also when that could not be kept. */
  const ended = ref(false)

  const isDue = computed(() => !settings.settings.tourDone && !ended.value)

  /** Seen to its end or skipped, which is the same: it does not come again by itself. */
  function end(): void {
    ended.value = true
    if (!settings.settings.tourDone) settings.change({ tourDone: true }).catch((error: unknown) => faults.report(error))
  }

  return { isDue, end }
})
