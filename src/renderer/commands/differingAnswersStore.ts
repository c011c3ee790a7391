import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { DifferingAnswer } from '@shared/domain/commandAnswer'
import { ask, listen } from '@/bridge'

/** Answers of things that differ from what was asked for, until somebody has seen them. */
export const useDifferingAnswersStore = defineStore('differingAnswers', () => {
  const stackId = ref<string | null>(null)
  const news = shallowRef<readonly DifferingAnswer[]>([])
  let stopListening: (() => void) | undefined

  /** Shows what there is of another stack, or of none. @throws {ProblemError} when the main process does not answer */
  async function show(id: string | null): Promise<void> {
    stopListening ??= listen('answers:told', (told) => {
      if (told.stackId === stackId.value) news.value = told.news
    })
    stackId.value = id
    const none: readonly DifferingAnswer[] = (news.value = [])
    if (id === null) return
    const given = await ask('answers:news', { stackId: id })
    // What was told while we asked is newer.
    if (stackId.value === id && news.value === none) news.value = given
  }

  /** None of these is told again. @throws {ProblemError} */
  async function dismiss(): Promise<void> {
    if (stackId.value === null) return
    const tuids = [...new Set(news.value.map(({ tuid }) => tuid))]
    await ask('answers:dismiss', { stackId: stackId.value, tuids })
  }

  return { news, show, dismiss }
})
