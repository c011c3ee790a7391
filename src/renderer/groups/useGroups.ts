import { watch } from 'vue'
import { useSessionStore } from '@/stores/session'
import { useGroupsStore } from './groupsStore'

/** The groups of the active stack: as last seen at once, then as the server lists them, as soon as it can be reached. */
export function useGroups() {
  const session = useSessionStore()
  const groups = useGroupsStore()
  watch(
    () => [session.stackId, session.online] as const,
    async ([stackId, online]) => {
      await groups.show(stackId)
      if (online) await groups.refresh()
    },
    { immediate: true }
  )
  return groups
}
