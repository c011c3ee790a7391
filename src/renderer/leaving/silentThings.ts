import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Problem } from '@shared/domain/problem'
import type { ShownThing } from '@shared/domain/visit'
import { longestVisitPage, mostChecked } from '@shared/ipc/visitChannels'
import { ask, listen } from '@/bridge'
import { pacedQuestion } from '@/pacedQuestion'
import { problemOf } from '@/problemOf'

/** How far a check has come that somebody asked for. */
export interface Check {
  readonly done: number
  readonly all: number
}

/** The silent things of the visit on screen, and asking after them because somebody wants to know. */
export const useSilentThings = defineStore('silent-things', () => {
  const visitId = ref<string | null>(null)
  /** Null before they were first read. */
  const things = shallowRef<readonly ShownThing[] | null>(null)
  const problem = shallowRef<Problem | null>(null)
  /** Null while none is under way. */
  const check = shallowRef<Check | null>(null)
  let stopListening: (() => void) | null = null
  let stopping = new AbortController()

  const paced = pacedQuestion(async () => {
    const { value: id } = visitId
    if (id === null) return
    try {
      const silent = await allSilent(id)
      if (visitId.value !== id) return
      things.value = silent
      problem.value = null
    } catch (error) {
      problem.value = problemOf(error)
    }
  })

  function enter(id: string): void {
    if (visitId.value !== id) things.value = null
    visitId.value = id
    stopListening ??= listen('visits:changed', (changed) => {
      if (changed.id === visitId.value) paced.soon()
    })
    void paced.now()
  }

  function leave(): void {
    stopping.abort()
    stopListening?.()
    stopListening = null
    paced.stop()
  }

  /**
   * Asks the server after all of them, a few at a time, and what alerts.
   * @returns how far it came
   * @throws {ProblemError}
   */
  async function checkNow(stackId: string): Promise<Check & { readonly problem: Problem | null }> {
    const { value: id } = visitId
    const tuids = (things.value ?? []).map(({ tuid }) => tuid)
    stopping = new AbortController()
    const { signal } = stopping
    let done = 0
    let found: Problem | null = null
    check.value = { done, all: tuids.length }
    try {
      const fleet = await ask('alerts:refresh', { stackId, recheck: false })
      for (let from = 0; from < tuids.length && !signal.aborted && found === null; from += mostChecked) {
        const some = tuids.slice(from, from + mostChecked)
        found = id === null ? null : await ask('visits:check', { id, tuids: some })
        done += some.length
        check.value = { done, all: tuids.length }
      }
      if (fleet.state === 'read') found ??= fleet.list.problem
    } finally {
      check.value = null
    }
    await paced.now()
    return { done, all: tuids.length, problem: found }
  }

  /** What is being asked for at this moment still comes. */
  function stopCheck(): void {
    stopping.abort()
  }

  return { things, problem, check, enter, leave, checkNow, stopCheck }
})

/** Page by page: a visit may have hundreds. */
async function allSilent(id: string): Promise<ShownThing[]> {
  const all: ShownThing[] = []
  for (;;) {
    const page = await ask('visits:things', { id, filter: 'silent', offset: all.length, limit: longestVisitPage })
    all.push(...page)
    if (page.length < longestVisitPage) return all
  }
}
