import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Problem } from '@shared/domain/problem'
import type { ThingMessage } from '@shared/domain/thing'
import { ask } from '@/bridge'
import { problemOf } from '@/problemOf'
import { answerQuestion, commandAnswers } from '@/commands/commandAnswer'
import { useInstallStore } from './installStore'
import { useReadingsStore } from './readingsStore'

/**
 * What the thing on the bench says to commands. A chatty thing's answer is soon not among its newest messages any more,
 * so the answers are asked for by themselves.
 */
export const useCommandAnswersStore = defineStore('install-command-answers', () => {
  const install = useInstallStore()
  const readings = useReadingsStore()
  const found = shallowRef<readonly ThingMessage[]>([])
  /** Why they could not be read when last asked for. */
  const problem = shallowRef<Problem | null>(null)

  const key = computed(() => (install.thing === null ? '' : `${install.thing.stackId} ${install.thing.tuid}`))
  /** Commands of this thing since it came on the bench, newest first. */
  const commands = computed(() =>
    install.actions.filter((action) => install.thing?.commandActions.includes(action.id) === true)
  )
  /** Newest first. */
  const messages = computed(() =>
    eachOnce([...found.value, ...(readings.parts.messages.reading?.value?.items ?? [])]).toSorted((a, b) => b.at - a.at)
  )
  /** Commands that an answer may still come to. */
  const unanswered = computed(() =>
    commands.value.filter(
      (action) =>
        action.state !== 'discarded' &&
        commandAnswers(action, messages.value, action.capturedAt).some(({ state }) => state !== 'answered')
    )
  )

  /** Asks for the answers that are still missing. Never rejects: what went wrong stands in `problem`. */
  async function look(): Promise<void> {
    const { thing } = install
    const question = answerQuestion(unanswered.value)
    if (thing === null || question === null) return
    const own = key.value
    try {
      const { stackId, tuid } = thing
      const reading = await ask('things:messages', { stackId, tuid, ...question })
      if (own !== key.value) return
      found.value = eachOnce([...found.value, ...(reading.value?.items ?? [])])
      problem.value = reading.problem
    } catch (error) {
      if (own === key.value) problem.value = problemOf(error)
    }
  }

  watch(key, () => {
    found.value = []
    problem.value = null
  })

  return { commands, messages, unanswered, problem, look }
})

function eachOnce(messages: readonly ThingMessage[]): ThingMessage[] {
  return [...new Map(messages.map((message) => [message.key, message] as const)).values()]
}
