import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Problem } from '@shared/domain/problem'
import type { ShownThing } from '@shared/domain/visit'
import type { ChannelInput } from '@shared/ipc/channels'
import type { Scanned } from '@shared/ipc/visitChannels'
import { ask, listen } from '@/bridge'
import { pacedQuestion } from '@/pacedQuestion'
import { problemOf } from '@/problemOf'

export type ThingFilter = ChannelInput<'visits:things'>['filter']
export const thingFilters = [
  'all',
  'need_you',
  'waiting',
  'silent',
  'alerting',
  'confirmed'
] as const satisfies readonly ThingFilter[]

/** Few enough to be drawn anew with every scan. */
const shownAtOnce = 50
const longestPage = 200

/** The things of the visit on screen, newest first, as far as they are shown. */
export const useVisitView = defineStore('visit-view', () => {
  const visitId = ref<string | null>(null)
  const filter = ref<ThingFilter>('all')
  const limit = ref(shownAtOnce)
  const things = shallowRef<readonly ShownThing[] | null>(null)
  const problem = shallowRef<Problem | null>(null)
  /** The thing that was scanned last in this visit and can be taken back; null: none since it was opened. */
  const last = shallowRef<ShownThing | null>(null)
  /** What the last deed on a thing of this visit has come to, in words. */
  const said = ref('')
  let stopListening: (() => void) | null = null

  const paced = pacedQuestion(async () => {
    const [id, asked] = [visitId.value, filter.value]
    if (id === null) return
    try {
      const answer = await ask('visits:things', { id, filter: asked, offset: 0, limit: limit.value })
      if (visitId.value !== id || filter.value !== asked) return
      things.value = answer
      problem.value = null
      const { value: scanned } = last
      if (scanned !== null) last.value = answer.find(({ tuid }) => tuid === scanned.tuid) ?? scanned
    } catch (error) {
      problem.value = problemOf(error)
    }
  })

  const mayShowMore = computed(() => things.value?.length === limit.value && limit.value < longestPage)

  function enter(id: string): void {
    if (visitId.value !== id) {
      visitId.value = id
      things.value = null
      last.value = null
      said.value = ''
      filter.value = 'all'
      limit.value = shownAtOnce
    }
    stopListening ??= listen('visits:changed', (changed) => {
      if (changed.id === visitId.value) paced.soon()
    })
    void paced.now()
  }

  function leave(): void {
    stopListening?.()
    stopListening = null
    paced.stop()
  }

  function choose(wanted: ThingFilter): void {
    filter.value = wanted
    limit.value = shownAtOnce
    void paced.now()
  }

  function showMore(): void {
    limit.value = longestPage
    void paced.now()
  }

  /** What came of a scan stands on screen at once, without asking for the others again. */
  function take({ thing }: Pick<Scanned, 'thing'>): void {
    if (filter.value !== 'all') filter.value = 'all'
    const others = (things.value ?? []).filter(({ tuid }) => tuid !== thing.tuid)
    things.value = [thing, ...others].slice(0, limit.value)
  }

  /** What became of one of the things stands in its place. */
  function put(id: string, thing: ShownThing): void {
    if (id === visitId.value)
      things.value = things.value?.map((each) => (each.tuid === thing.tuid ? thing : each)) ?? null
  }

  /** @throws {ProblemError} not saved, and why */
  async function scan(id: string, tuid: string, via: ChannelInput<'visits:scan'>['via']): Promise<Scanned> {
    const scanned = await ask('visits:scan', { id, tuid, via })
    if (scanned.outcome !== 'duplicate' && id === visitId.value) {
      take(scanned)
      last.value = scanned.thing
    }
    return scanned
  }

  /** @returns how many were settled @throws {ProblemError} */
  async function settle(tuid: string, choice: 'apply' | 'leave', alike: boolean): Promise<number> {
    const { value: id } = visitId
    const count = id === null ? 0 : await ask('visits:settle', { id, tuid, choice, alike })
    await paced.now()
    return count
  }

  /** @throws {ProblemError} action_not_open while it is on its way */
  async function undo(tuid: string): Promise<'nothing_sent' | 'reversed' | 'partly' | null> {
    const { value: id } = visitId
    const undone = id === null ? null : await ask('visits:undo', { id, tuid })
    if (last.value?.tuid === tuid) last.value = null
    await paced.now()
    return undone
  }

  /** @throws {ProblemError} */
  async function describe(words: Omit<ChannelInput<'visits:describe'>, 'id'>): Promise<void> {
    const { value: id } = visitId
    if (id !== null) await ask('visits:describe', { id, ...words })
    await paced.now()
  }

  return {
    visitId,
    filter,
    things,
    problem,
    last,
    said,
    mayShowMore,
    enter,
    leave,
    choose,
    showMore,
    put,
    scan,
    settle,
    undo,
    describe
  }
})
