import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Problem } from '@shared/domain/problem'
import { ask } from '@/bridge'
import { problemOf } from '@/problemOf'

/** What went wrong where nobody expected it: written to the log and shown as a banner, never as a blank page. */
export const useFaultsStore = defineStore('faults', () => {
  const problem = shallowRef<Problem | null>(null)

  function report(error: unknown): void {
    problem.value = problemOf(error)
    log(error)
  }

  /** Where it is shown in its own place: for the log alone. */
  function log(error: unknown): void {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const stack = error instanceof Error ? (error.stack ?? '') : ''
    ask('app:reportError', { message: message.slice(0, 4000), stack: stack.slice(0, 16_000) }).catch(
      (failure: unknown) =>
        // The log itself cannot be reached; the console is the last place left.
        console.error('could not report an error of the page', failure)
    )
  }

  function dismiss(): void {
    problem.value = null
  }

  return { problem, report, log, dismiss }
})
