import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { sortAlerting } from '@shared/domain/alertOrder'
import type { DeviceKind } from '@shared/domain/deviceKind'
import type { ActiveAlert } from '@shared/domain/fleetAlerts'
import {
  anyAlert,
  countAlertTypes,
  countKinds,
  filteredThings,
  type AlertChoice,
  type FilteredThing
} from './alertFilter'
import { useAlertsStore } from './alertsStore'

/** What the page of alerts shows; kept while the app runs, so that filters and place are found again. */
export const useAlertsView = defineStore('alertsView', () => {
  const alerts = useAlertsStore()
  const search = ref('')
  const kind = ref<DeviceKind | null>(null)
  const alert = shallowRef<AlertChoice>(anyAlert)
  const seenHere = ref(false)
  const installedToday = ref(false)
  /** How high the list was when the page was left, in pixels; 0 when it is another now. */
  const listHeight = ref(0)
  /**
   * What was known when the order was made. Rows fill in as they are looked at, and would run away from under the eyes
   * if each answer moved them: they are put in order anew only when a person does something.
   */
  const known = shallowRef<ReadonlyMap<string, readonly ActiveAlert[]>>(new Map())

  const all = computed<FilteredThing[]>(() =>
    alerts.things.map(({ tuid, seenHere: seen, installedToday: today }) => ({
      tuid,
      seenHere: seen,
      installedToday: today,
      active: known.value.get(tuid) ?? null
    }))
  )
  const sorted = computed(() => sortAlerting(all.value))
  const shown = computed(() =>
    filteredThings(sorted.value, {
      search: search.value,
      kind: kind.value,
      alert: alert.value,
      seenHere: seenHere.value,
      installedToday: installedToday.value
    })
  )
  const kinds = computed(() => countKinds(all.value))
  const alertTypes = computed(() => countAlertTypes(all.value))
  const unread = computed(() => all.value.filter(({ active }) => active === null).length)
  const counts = computed(() => ({
    seenHere: all.value.filter((thing) => thing.seenHere).length,
    installedToday: all.value.filter((thing) => thing.installedToday).length
  }))
  const isFiltered = computed(
    () =>
      search.value.trim() !== '' ||
      kind.value !== null ||
      alert.value.of !== 'any' ||
      seenHere.value ||
      installedToday.value
  )

  /** Puts everything in order by what is known by now. */
  function arrange(): void {
    known.value = new Map(
      [...alerts.details].flatMap(([tuid, { value }]) => (value === null ? [] : [[tuid, value.active] as const]))
    )
  }

  function showAll(): void {
    search.value = ''
    kind.value = null
    alert.value = anyAlert
    seenHere.value = false
    installedToday.value = false
  }

  function showInstalledToday(): void {
    showAll()
    installedToday.value = true
  }

  watch([search, kind, alert, seenHere, installedToday], arrange)
  watch(
    () => shown.value.length,
    () => (listHeight.value = 0)
  )
  watch(
    () => alerts.fleet,
    (now, before) => {
      if (now?.state === 'read' && before?.state !== 'read') arrange()
    },
    { immediate: true }
  )
  watch(
    () => alerts.stackId,
    () => {
      showAll()
      listHeight.value = 0
    }
  )

  return {
    search,
    kind,
    alert,
    seenHere,
    installedToday,
    listHeight,
    all,
    shown,
    kinds,
    alertTypes,
    unread,
    counts,
    isFiltered,
    arrange,
    showAll,
    showInstalledToday
  }
})
