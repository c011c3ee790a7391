import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { NewAlert } from '@shared/domain/fleetAlerts'
import { ask, listen } from '@/bridge'

/** Things installed today from this laptop that alert, until somebody has taken notice. */
export const useNewAlertsStore = defineStore('newAlerts', () => {
  const stackId = ref<string | null>(null)
  const notices = shallowRef<readonly NewAlert[]>([])
  let stopListening: (() => void) | undefined

  /** Shows what there is of another stack, or of none. @throws {ProblemError} when the main process does not answer */
  async function show(id: string | null): Promise<void> {
    stopListening ??= listen('alerts:noticed', (told) => {
      if (told.stackId === stackId.value) notices.value = told.notices
    })
    stackId.value = id
    notices.value = []
    if (id === null) return
    const before = notices.value
    const given = await ask('alerts:notices', { stackId: id })
    // What was told while we asked is newer.
    if (stackId.value === id && notices.value === before) notices.value = given
  }

  /** None of these is told again. @throws {ProblemError} */
  async function dismiss(): Promise<void> {
    if (stackId.value === null) return
    await ask('alerts:dismiss', { stackId: stackId.value, tuids: notices.value.map(({ tuid }) => tuid) })
  }

  function stop(): void {
    stopListening?.()
    stopListening = undefined
  }

  return { stackId, notices, show, dismiss, stop }
})
