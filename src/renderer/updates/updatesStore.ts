import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { UpdateState } from '@shared/domain/update'
import { ask, listen } from '@/bridge'
import { useInstallStore } from '@/install/installStore'
import { canBeLeft } from '@/install/workflow'
import { hasHeldWork } from './heldWork'
import { hasTypedWork } from './typedWork'

/** What there is of a new version of the app. */
export const useUpdatesStore = defineStore('updates', () => {
  /** Null until the main process has said it. */
  const state = shallowRef<UpdateState | null>(null)
  /** A restart was wanted while something was being sent. */
  const waits = ref(false)
  /** A restart was wanted while something lay unsaved on the page: is asked for first. */
  const asking = ref(false)
  let isListening = false

  /** @throws {ProblemError} when the main process does not answer */
  async function load(): Promise<void> {
    if (!isListening) {
      isListening = true
      listen('updates:changed', (told) => (state.value = told))
    }
    const before = state.value
    const given = await ask('updates:state')
    // What was told while we asked is newer.
    if (state.value === before) state.value = given
  }

  /** @throws {ProblemError} */
  async function check(): Promise<void> {
    state.value = await ask('updates:check')
  }

  /** @throws {ProblemError} */
  async function later(): Promise<void> {
    waits.value = false
    state.value = await ask('updates:later')
  }

  /** Restarts, unless there is something to lose: then a person is asked first. @throws {ProblemError} */
  async function restart(): Promise<void> {
    const { thing } = useInstallStore()
    if (hasTypedWork() || hasHeldWork() || (thing !== null && !canBeLeft(thing))) asking.value = true
    else await restartAnyway()
  }

  /** @throws {ProblemError} */
  async function restartAnyway(): Promise<void> {
    asking.value = false
    waits.value = (await ask('updates:restart')) === 'sending'
  }

  return { state, waits, asking, load, check, later, restart, restartAnyway }
})
