import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Problem } from '@shared/domain/problem'
import type { Subject } from '@shared/domain/queue'
import { pacedQuestion } from '@/pacedQuestion'
import { problemOf } from '@/problemOf'
import { useOutboxStore } from '@/stores/outbox'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'
import { answerTo, heldStill, pageSize, type Shown } from './queueAnswer'
import { statesOf, type QueueFilter } from './queueFilter'

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

  /** Many are being sent, one after the other: a list of what is done would be another one at every look. */
  const draining = computed(() => session.session?.progress != null)
  /** Somebody waits for the answer, and is to see all of it. */
  let wanted = false

  const paced = pacedQuestion(async () => {
    const asked = question.value
    const { stackId } = asked
    if (stackId === null) return
    try {
      const answer = await answerTo({ ...asked, stackId }, current.value)
      if (asked !== question.value) return
      const holds = !wanted && filter.value === 'done' && draining.value
      shown.value = (holds ? heldStill(current.value, answer) : null) ?? answer
      problem.value = null
      wanted = false
    } catch (error) {
      if (asked === question.value) problem.value = problemOf(error)
    }
  })

  /** Asks again now. Resolves when the answer is shown, or why there is none. */
  function refresh(): Promise<void> {
    wanted = true
    return paced.now()
  }

  /** Follows the queue while its page is on screen. */
  function enter(): void {
    stopListening ??= outbox.onChange((_seqs, here) => (here ? refresh() : paced.soon()))
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
  watch([question, draining], () => stopListening !== null && void refresh())
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
