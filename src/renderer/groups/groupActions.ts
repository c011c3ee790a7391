import { onScopeDispose, shallowRef, watch } from 'vue'
import type { Action } from '@shared/domain/action'
import { ask } from '@/bridge'
import { useFaultsStore } from '@/stores/faults'
import { useOutboxStore } from '@/stores/outbox'
import { useSessionStore } from '@/stores/session'

/** So many tell what became of a group lately. */
const latest = 20

/**
 * Our own actions about a group as such, under this name, newest first, with the renaming that gave it the name; null
 * while they are not known.
 */
export function useGroupActions(groupId: () => string | null) {
  const session = useSessionStore()
  const outbox = useOutboxStore()
  const faults = useFaultsStore()
  const actions = shallowRef<readonly Action[] | null>(null)

  async function load(): Promise<void> {
    const { stackId } = session
    const id = groupId()
    if (stackId === null || id === null) return
    try {
      const all = { states: null, search: '', offset: 0, limit: latest }
      const [about, naming] = await Promise.all([
        ask('queue:list', { stackId, subject: { groupId: id }, ...all }),
        ask('queue:list', { stackId, subject: { renamedTo: id }, ...all })
      ])
      if (session.stackId !== stackId || groupId() !== id) return
      actions.value = [...about.actions, ...naming.actions].toSorted((a, b) => b.seq - a.seq)
    } catch (error) {
      faults.report(error)
    }
  }

  watch(
    () => [session.stackId, groupId()],
    () => {
      actions.value = null
      void load()
    },
    { immediate: true }
  )
  onScopeDispose(outbox.onChange(load))

  return actions
}
