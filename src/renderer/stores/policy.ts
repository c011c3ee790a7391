import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Managed } from '@shared/ipc/supportChannels'
import { ask } from '@/bridge'
import { useFaultsStore } from './faults'

const nothing: Managed = { file: null, language: null, updateChannel: null, stackIds: [] }

/** What those who look after this laptop have decided for it. Main holds to it, whatever is shown here. */
export const usePolicyStore = defineStore('policy', () => {
  const faults = useFaultsStore()
  const managed = shallowRef<Managed>(nothing)

  async function load(): Promise<void> {
    try {
      managed.value = await ask('policy:get')
    } catch (error) {
      faults.report(error)
    }
  }

  const isGiven = (stackId: string | undefined): boolean =>
    stackId !== undefined && managed.value.stackIds.includes(stackId)

  return { managed, load, isGiven }
})
