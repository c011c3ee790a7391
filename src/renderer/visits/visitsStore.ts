import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Problem } from '@shared/domain/problem'
import type { ShownVisit } from '@shared/domain/visit'
import type { ChannelInput } from '@shared/ipc/channels'
import { ask, listen } from '@/bridge'
import { pacedQuestion } from '@/pacedQuestion'
import { problemOf } from '@/problemOf'
import { useFaultsStore } from '@/stores/faults'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'

/** All visits of this laptop. The few fields and counts of each are small, so all are held. */
export const useVisitsStore = defineStore('visits', () => {
  const session = useSessionStore()
  const settings = useSettingsStore()
  const faults = useFaultsStore()
  /** Null before they were first read. Newest first. */
  const visits = shallowRef<readonly ShownVisit[] | null>(null)
  const problem = shallowRef<Problem | null>(null)
  let started = false

  const paced = pacedQuestion(async () => {
    try {
      visits.value = await ask('visits:list')
      problem.value = null
    } catch (error) {
      problem.value = problemOf(error)
    }
  })

  /** The one under way at the active stack. */
  const open = computed(
    () => visits.value?.find(({ stackId, endedAt }) => stackId === session.stackId && endedAt === null) ?? null
  )

  /** Reads them and follows every change from now on. */
  function start(): Promise<void> {
    if (!started) listen('visits:changed', () => paced.soon())
    started = true
    return paced.now()
  }

  const find = (id: string): ShownVisit | null => visits.value?.find((visit) => visit.id === id) ?? null

  function put(visit: ShownVisit): ShownVisit {
    const others = (visits.value ?? []).filter(({ id }) => id !== visit.id)
    visits.value = [visit, ...others].toSorted((a, b) => b.startedAt - a.startedAt)
    return visit
  }

  /** @throws {ProblemError} visit_under_way, not saved and why */
  async function begin(words: Omit<ChannelInput<'visits:start'>, 'stackId'>): Promise<ShownVisit> {
    const { stackId } = session
    if (stackId === null) throw new Error('a visit is to a stack')
    const visit = put(await ask('visits:start', { stackId, ...words }))
    // The visit has begun, whether or not the name is remembered for the next one.
    settings.change({ installer: words.installer }).catch((error: unknown) => faults.report(error))
    return visit
  }

  /** @throws {ProblemError} */
  const change = async (changes: ChannelInput<'visits:change'>): Promise<ShownVisit> =>
    put(await ask('visits:change', changes))
  /** @throws {ProblemError} */
  const end = async (id: string): Promise<ShownVisit> => put(await ask('visits:end', { id }))
  /** @throws {ProblemError} visit_under_way */
  const resume = async (id: string): Promise<ShownVisit> => put(await ask('visits:resume', { id }))
  /** @throws {ProblemError} */
  async function remove(id: string): Promise<void> {
    await ask('visits:delete', { id })
    visits.value = (visits.value ?? []).filter((visit) => visit.id !== id)
  }

  return { visits, problem, open, start, find, begin, change, end, resume, remove }
})
