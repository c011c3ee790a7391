import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useSettingsStore } from '@/stores/settings'
import type { Scan, ScanAnswer } from './scan'
import { playOutcome } from './sounds'

export interface ScanFeedback extends ScanAnswer {
  readonly scan: Scan
  /** Counts up, so that the same words are said again. */
  readonly nth: number
}

/** What became of the last scan: heard from here, shown and said by ScanOutcomeBar.vue. */
export const useScanFeedback = defineStore('scan-feedback', () => {
  const settings = useSettingsStore()
  const last = shallowRef<ScanFeedback | null>(null)
  let nth = 0

  /** @returns the same answer, for whoever delivered the scan */
  function give(scan: Scan, answer: ScanAnswer): ScanAnswer {
    nth += 1
    last.value = { ...answer, scan, nth }
    if (settings.settings.sounds) playOutcome(answer.outcome)
    return answer
  }

  function dismiss(): void {
    last.value = null
  }

  return { last, give, dismiss }
})
