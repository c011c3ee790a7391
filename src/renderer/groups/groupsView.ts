import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { groupsMeant } from './groupEntries'
import { useGroupsStore } from './groupsStore'

/** Few enough to be drawn at once. */
const shownAtOnce = 100

/** What the page of groups shows; kept while the app runs, so that the list keeps its place. */
export const useGroupsView = defineStore('groups-view', () => {
  const groups = useGroupsStore()
  const search = ref('')
  const limit = ref(shownAtOnce)

  const meant = computed(() => groupsMeant(groups.entries, search.value))
  const shown = computed(() => meant.value.slice(0, limit.value))

  function showMore(): void {
    limit.value += shownAtOnce
  }

  watch(search, () => (limit.value = shownAtOnce))
  watch(
    () => groups.stackId,
    () => (search.value = '')
  )

  return { search, meant, shown, showMore }
})
