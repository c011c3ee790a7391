import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Action, ActionState } from '@shared/domain/action'
import type { Problem } from '@shared/domain/problem'
import { totalOf, type QueueCounts, type QueuedThing, type Subject } from '@shared/domain/queue'
import { ask } from '@/bridge'
import { pacedQuestion } from '@/pacedQuestion'
import { problemOf } from '@/problemOf'
import { useOutboxStore } from '@/stores/outbox'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'
import { unchangedKept } from '@/unchangedKept'
import { statesOf, type QueueFilter } from './queueFilter'

/** Few enough to be drawn at once, however long the queue is. */
const pageSize = 50

/** How many actions of a thing are shown beneath it; all of them can be shown in the list. */
const beneathSize = 20

/** The first actions of the thing that is unfolded. */
export interface BeneathThing {
  readonly subject: Subject
  readonly actions: readonly Action[]
}

/** What the page holds of the queue: what it shows, and how much more there is. */
type Shown = {
  readonly stackId: string
  readonly counts: QueueCounts
  /** Rows on all pages. */
  readonly total: number
} & (
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
  | {
      readonly kind: 'things'
      readonly things: readonly QueuedThing[]
      readonly beneath: BeneathThing | null
    }
)

interface Question {
  readonly stackId: string
  readonly filter: { readonly states: readonly ActionState[] | null; readonly search: string }
  /** By thing, or action by action. */
  readonly things: boolean
  readonly unfolded: Subject | null
  readonly offset: number
}

/** What the queue page shows; kept while the app runs, so that the list keeps its place. */
export const useQueueView = defineStore('queueView', () => {
  const session = useSessionStore()
  const settings = useSettingsStore()
  const outbox = useOutboxStore()
  const filter = ref<QueueFilter>('open')
  const search = ref('')
  const page = ref(1)
  /** The thing whose actions are shown beneath it. */
  const unfolded = shallowRef<Subject | null>(null)
  const shown = shallowRef<Shown | null>(null)
  const problem = shallowRef<Problem | null>(null)
  let stopListening: (() => void) | null = null

  const byThing = computed(() => settings.settings.queueByThing)
  const question = computed(() => ({
    stackId: session.stackId,
    filter: { states: statesOf[filter.value], search: search.value },
    things: byThing.value,
    unfolded: unfolded.value,
    offset: (page.value - 1) * pageSize
  }))
  /** What is shown of another stack is not shown any more. */
  const current = computed(() => (shown.value?.stackId === session.stackId ? shown.value : null))
  const pages = computed(() => Math.max(1, Math.ceil((current.value?.total ?? 0) / pageSize)))

  const paced = pacedQuestion(async () => {
    const asked = question.value
    const { stackId } = asked
    if (stackId === null) return
    try {
      const answer = await answerTo({ ...asked, stackId })
      if (asked !== question.value) return
      shown.value = answer
      problem.value = null
    } catch (error) {
      if (asked === question.value) problem.value = problemOf(error)
    }
  })

  async function answerTo({ stackId, filter, things, unfolded, offset }: Question): Promise<Shown> {
    const wanted = { stackId, search: filter.search, states: filter.states === null ? null : [...filter.states] }
    const before = current.value
    if (!things) {
      const { actions, counts } = await ask('queue:list', { ...wanted, subject: null, offset, limit: pageSize })
      const known = before?.kind === 'actions' ? before.actions : []
      return {
        kind: 'actions',
        stackId,
        counts,
        total: totalOf(counts, filter.states),
        actions: unchangedKept(known, actions, ({ id }) => id)
      }
    }
    const [answer, beneath] = await Promise.all([
      ask('queue:things', { ...wanted, offset, limit: pageSize }),
      unfolded === null ? null : ask('queue:list', { ...wanted, subject: unfolded, offset: 0, limit: beneathSize })
    ])
    const known = before?.kind === 'things' ? before : { things: [], beneath: null }
    return {
      kind: 'things',
      stackId,
      counts: answer.counts,
      total: answer.total,
      things: unchangedKept(known.things, answer.things, ({ subject }) => JSON.stringify(subject)),
      beneath:
        unfolded === null || beneath === null
          ? null
          : {
              subject: unfolded,
              actions: unchangedKept(known.beneath?.actions ?? [], beneath.actions, ({ id }) => id)
            }
    }
  }

  /** Asks again now. Resolves when the answer is shown, or why there is none. */
  const refresh = (): Promise<void> => paced.now()

  /** Follows the queue while its page is on screen. */
  function enter(): void {
    stopListening ??= outbox.onChange((_seqs, here) => (here ? paced.now() : paced.soon()))
    void refresh()
  }

  function leave(): void {
    stopListening?.()
    stopListening = null
    paced.stop()
  }

  /** Shows the actions of a thing beneath it, or shows them no more. */
  function fold(subject: Subject): void {
    const isUnfolded = JSON.stringify(unfolded.value) === JSON.stringify(subject)
    unfolded.value = isUnfolded ? null : subject
  }

  /** Shows the queue by thing or action by action, as is remembered. @throws {ProblemError} */
  const showByThing = (wanted: boolean): Promise<void> => settings.change({ queueByThing: wanted })

  /** Shows all actions of a thing in the list. @throws {ProblemError} */
  async function showAll(subject: Subject): Promise<void> {
    search.value = 'tuid' in subject ? subject.tuid : subject.groupId
    await showByThing(false)
  }

  const startOver = (): void => {
    page.value = 1
    unfolded.value = null
  }
  watch([filter, search, byThing, () => session.stackId], startOver, { flush: 'sync' })
  watch(question, () => stopListening !== null && void refresh())
  // A queue that grows shorter does not leave an empty page behind.
  watch(pages, (count) => (page.value = Math.min(page.value, count)))

  return {
    filter,
    search,
    page,
    pages,
    byThing,
    unfolded,
    current,
    problem,
    refresh,
    enter,
    leave,
    fold,
    showByThing,
    showAll
  }
})
