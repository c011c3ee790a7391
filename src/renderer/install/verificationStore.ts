import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import type { HeardOnce } from '@shared/domain/heard'
import { useInstallStore } from './installStore'
import { useReadingsStore } from './readingsStore'
import { verify } from './verification'

/** Whether the thing on the bench was heard since its installation; what was once heard stays heard. */
export const useVerificationStore = defineStore('install-verification', () => {
  const install = useInstallStore()
  const readings = useReadingsStore()
  /** Of every thing verified since the app was opened. It follows from the verdicts, so nothing has to watch it. */
  const known = new Map<string, HeardOnce>()

  const key = computed(() => (install.thing === null ? '' : `${install.thing.stackId} ${install.thing.tuid}`))
  const verification = computed(() => verify(readings.parts, install.belief, known.get(key.value) ?? null))

  watch(
    verification,
    ({ once }) => {
      if (once !== null) known.set(key.value, once)
    },
    // Each answer counts, also when the next one comes before anything is drawn.
    { flush: 'sync', immediate: true }
  )

  return { verification }
})
