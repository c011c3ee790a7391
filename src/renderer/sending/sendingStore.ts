import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Action, Intent } from '@shared/domain/action'
import type { Command } from '@shared/domain/command'
import { createCommandDraft } from '@/commands/commandDraft'
import { useDeed } from '@/deed'
import { useFollowedThings } from '@/stores/followedThings'
import { useOutboxStore } from '@/stores/outbox'
import { kindOfAll } from './recipients'

/** `command`: the same to all of them; `normal`: each back to how it reported before a test. */
export type SendingMode = 'command' | 'normal'

/** What was saved in one go: actions with all numbers from the first to the last. */
export interface Saved {
  readonly stackId: string
  readonly first: number
  readonly last: number
  readonly count: number
}

/** Commands to several things at once; kept while the app runs, so that a look elsewhere loses nothing. */
export const useSendingStore = defineStore('sending', () => {
  const outbox = useOutboxStore()
  const followed = useFollowedThings()
  const stackId = ref<string | null>(null)
  const tuids = shallowRef<readonly string[]>([])
  const mode = ref<SendingMode>('command')
  /** What was filled in and is looked at now; null while it is filled in. */
  const chosen = shallowRef<readonly Command[] | null>(null)
  const saved = shallowRef<Saved | null>(null)
  const { run, busy, problem } = useDeed()
  const kind = computed(() => kindOfAll(tuids.value))
  const draft = createCommandDraft({ kind: () => kind.value, reportInterval: () => null })

  /** Begins anew with these things of a stack. */
  function begin(ofStack: string, things: readonly string[], how: SendingMode = 'command'): void {
    stackId.value = ofStack
    tuids.value = [...new Set(things)]
    mode.value = how
    chosen.value = null
    saved.value = null
    problem.value = null
    draft.clear()
  }

  /** Goes on to what is looked at before it is saved. */
  function choose(commands: readonly Command[]): Promise<boolean> {
    chosen.value = commands
    return Promise.resolve(true)
  }

  function goBack(): void {
    chosen.value = null
    problem.value = null
  }

  /** All or none. @returns whether they are in the outbox; if not, why stands in `problem` */
  function save(intents: Intent[]): Promise<boolean> {
    return run(async () => {
      const { value: id } = stackId
      if (id === null) throw new Error('Commands were filled in for no stack')
      const captured = await outbox.capture(id, intents)
      followed.add(captured)
      saved.value = savedOf(id, captured)
      draft.clear()
    })
  }

  return { ...draft, stackId, tuids, mode, kind, chosen, saved, busy, problem, begin, choose, goBack, save }
})

function savedOf(stackId: string, captured: readonly Action[]): Saved {
  const seqs = captured.map(({ seq }) => seq)
  return { stackId, first: Math.min(...seqs), last: Math.max(...seqs), count: captured.length }
}
