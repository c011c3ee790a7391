import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { useOutboxStore } from '@/stores/outbox'
import { countOf, queueFilters, shownActions, type QueueFilter } from './queueFilter'

/** Few enough to be drawn at once, however long the queue is. */
export const pageSize = 50

/** What the queue page shows; kept while the app runs, so that the list keeps its place. */
export const useQueueView = defineStore('queueView', () => {
  const outbox = useOutboxStore()
  const filter = ref<QueueFilter>('open')
  const search = ref('')
  const page = ref(1)

  const shown = computed(() => shownActions(outbox.actions, filter.value, search.value))
  const pages = computed(() => Math.max(1, Math.ceil(shown.value.length / pageSize)))
  const onPage = computed(() => shown.value.slice((page.value - 1) * pageSize, page.value * pageSize))
  const counts = computed(() => {
    const entries = queueFilters.map((name) => [name, countOf(outbox.actions, name)] as const)
    // Object.fromEntries forgets that every filter is there.
    return Object.fromEntries(entries) as Record<QueueFilter, number>
  })

  watch([filter, search], () => (page.value = 1))
  // A queue that grows shorter does not leave an empty page behind.
  watch(pages, (count) => (page.value = Math.min(page.value, count)))

  return { filter, search, page, pages, shown, onPage, counts }
})
