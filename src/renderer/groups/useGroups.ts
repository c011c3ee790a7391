import { watch } from 'vue'
import { useSessionStore } from '@/stores/session'
import { useGroupsStore } from './groupsStore'

/** What was listed no longer ago than this, in milliseconds, is not asked for again by going from page to page. */
const freshMs = 30_000

/** The groups of the active stack: as last seen at once, then as the server lists them, as soon as it can be reached. */
export function useGroups() {
  const session = useSessionStore()
  const groups = useGroupsStore()
  watch(
    () => [session.stackId, session.online] as const,
    async ([stackId, online]) => {
      await groups.show(stackId)
      const age = Date.now() - (groups.overview?.asOf ?? -Infinity)
      // A clock that was set back makes an age that says nothing.
      if (online && (age < 0 || age >= freshMs)) await groups.refresh()
    },
    { immediate: true }
  )
  return groups
}
