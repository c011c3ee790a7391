import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { StorageTrouble } from '@shared/ipc/channels'
import { ask } from '@/bridge'
import { useSessionStore } from './session'

/** Whether the files of this laptop are open; everything but the settings needs them. */
export const useStorageStore = defineStore('storage', () => {
  /** Why they are not. */
  const trouble = shallowRef<StorageTrouble | null>(null)
  const settled = Promise.withResolvers<void>()

  /** Opens them, or tries again where that has failed, and begins what needs them. @throws {ProblemError} */
  async function open(): Promise<void> {
    try {
      const found = await ask('storage:open')
      if (found === null) {
        settled.resolve()
        await useSessionStore().start()
      }
      trouble.value = found
    } catch (error) {
      // Whoever waits for the files asks, and says in its place what it is told.
      settled.resolve()
      throw error
    }
  }

  return { trouble, /** Resolves when they are open, or nobody can say. */ settled: settled.promise, open }
})
