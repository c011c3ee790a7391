import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { StorageTrouble } from '@shared/ipc/channels'
import { ask } from '@/bridge'
import { useSessionStore } from './session'

/** Whether the files of this laptop are open; everything but the settings needs them. */
export const useStorageStore = defineStore('storage', () => {
  /** Why they are not. */
  const trouble = shallowRef<StorageTrouble | null>(null)

  /** Opens them where that has failed, and begins what needs them. @throws {ProblemError} */
  async function open(): Promise<void> {
    const found = await ask('storage:open')
    if (found === null) await useSessionStore().start()
    trouble.value = found
  }

  return { trouble, open }
})
