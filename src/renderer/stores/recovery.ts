import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Recovery } from '@shared/ipc/supportChannels'
import { ask } from '@/bridge'
import { useFaultsStore } from './faults'

/** What is to be said after a crash, until somebody has read it. */
export const useRecoveryStore = defineStore('recovery', () => {
  const faults = useFaultsStore()
  const found = shallowRef<Recovery | null>(null)

  /** A crash that cannot be asked about is told by the log alone. */
  async function load(): Promise<void> {
    try {
      found.value = await ask('recovery:get')
    } catch (error) {
      faults.log(error)
    }
  }

  async function dismiss(): Promise<void> {
    found.value = null
    try {
      await ask('recovery:dismiss')
    } catch (error) {
      faults.report(error)
    }
  }

  return { found, load, dismiss }
})
