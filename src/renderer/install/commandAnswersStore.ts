import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { useKeptAnswersStore } from '@/commands/keptAnswersStore'
import { useInstallStore } from './installStore'
import { useReadingsStore } from './readingsStore'

/** What the thing on the bench says to commands, as main has found it. */
export const useCommandAnswersStore = defineStore('install-command-answers', () => {
  const install = useInstallStore()
  const readings = useReadingsStore()
  const kept = useKeptAnswersStore()

  const known = computed(() => (install.thing === null ? null : kept.of(install.thing)))
  const answers = computed(() => known.value?.answers ?? [])
  /** The thing's answers to anybody's commands, as far as they are known. Newest first. */
  const messages = computed(() => {
    const newest = readings.parts.messages.reading?.value?.items ?? []
    const ours = answers.value.flatMap(({ answer }) => answer ?? [])
    return [...ours, ...newest].toSorted((a, b) => b.at - a.at)
  })
  /** Why they could not be looked for when that was last tried. */
  const problem = computed(() => known.value?.problem ?? null)
  /** Commands of this thing since it came on the bench, newest first. */
  const commands = computed(() =>
    install.actions.filter((action) => install.thing?.commandActions.includes(action.id) === true)
  )
  /** Looks now. Never rejects: what went wrong stands in `problem`. */
  async function look(): Promise<void> {
    if (install.thing !== null) await kept.look({ stackId: install.thing.stackId, tuid: install.thing.tuid })
  }

  watch(
    () => `${install.thing?.stackId ?? ''} ${install.thing?.tuid ?? ''}`,
    () => {
      const { thing } = install
      const wish = thing === null ? null : { stackId: thing.stackId, tuid: thing.tuid }
      kept.follow('install', wish === null ? null : { thing: wish, onScreen: false })
    },
    { immediate: true, flush: 'sync' }
  )

  return { commands, answers, messages, problem, look }
})
