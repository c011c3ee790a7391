import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { LeftOnTest } from '@shared/ipc/sendingChannels'
import { ask } from '@/bridge'
import { pacedQuestion } from '@/pacedQuestion'
import { useFaultsStore } from '@/stores/faults'
import { useOutboxStore } from '@/stores/outbox'
import { useSessionStore } from '@/stores/session'

/** Things of the active stack that were told from here to report every minute, and not put back since. */
export function useLeftOnTest(): Readonly<ShallowRef<readonly LeftOnTest[]>> {
  const session = useSessionStore()
  const outbox = useOutboxStore()
  const faults = useFaultsStore()
  const things = shallowRef<readonly LeftOnTest[]>([])

  const question = pacedQuestion(async () => {
    const { stackId } = session
    if (stackId === null) return
    try {
      const left = await ask('tests:leftOn', { stackId })
      if (session.stackId === stackId) things.value = left
    } catch (error) {
      faults.report(error)
    }
  })

  watch(
    () => session.stackId,
    () => {
      things.value = []
      void question.now()
    },
    { immediate: true }
  )
  onScopeDispose(outbox.onChange(() => question.soon()))
  onScopeDispose(() => question.stop())
  return things
}
