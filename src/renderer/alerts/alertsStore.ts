import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { ActiveAlerts, AlertDetail, AlertingThing, FleetAlerts } from '@shared/domain/fleetAlerts'
import type { Problem } from '@shared/domain/problem'
import type { Instant, Reading } from '@shared/domain/thing'
import { isTuid } from '@shared/domain/tuid'
import { ask, listen } from '@/bridge'
import { problemOf } from '@/problemOf'
import { useSessionStore } from '@/stores/session'

/** As many as the channel takes; far more than fit on any screen. */
const mostWanted = 200

/** Which things of the active stack alert, and about what as far as it was read. */
export const useAlertsStore = defineStore('alerts', () => {
  const session = useSessionStore()
  const stackId = ref<string | null>(null)
  /** null: not even this laptop's own copy is here yet. */
  const fleet = shallowRef<FleetAlerts | null>(null)
  /** By TUID; filled in as rows are looked at. */
  const details = shallowReactive(new Map<string, Reading<ActiveAlerts>>())
  /** Things that are being read at this moment. */
  const awaited = shallowReactive(new Set<string>())
  const askedOf = ref<string | null>(null)
  const busy = computed(() => askedOf.value !== null && askedOf.value === stackId.value)
  /** The main process could not even be asked; what went wrong with the server stands in the readings. */
  const problem = shallowRef<Problem | null>(null)
  /** When the server was last asked, by whomever. */
  const askedAt = ref<Instant | null>(null)
  let stopListening: (() => void)[] = []

  const list = computed(() => (fleet.value?.state === 'read' ? fleet.value.list : null))
  /** Why what is shown is not the answer to the last question; null when it is. */
  const missed = computed<Problem | null>(() => problem.value ?? list.value?.problem ?? null)
  const things = computed<readonly AlertingThing[]>(() => list.value?.value?.items ?? [])
  /** How many things alert, by the list, or where there is none by the server's count; null when nobody knows. */
  const total = computed<number | null>(() => {
    if (fleet.value?.state !== 'read') return null
    const listed = fleet.value.list.value
    return listed === null ? (fleet.value.count?.value ?? null) : listed.items.length + listed.unreadable
  })

  function take(next: FleetAlerts): void {
    const known = new Map<string, Reading<ActiveAlerts>>()
    if (next.state === 'read') {
      for (const { tuid, alerts } of next.list.value?.items ?? []) {
        const here = details.get(tuid)
        const newest = alerts !== null && (here?.asOf ?? -Infinity) < (alerts.asOf ?? -Infinity) ? alerts : here
        if (newest !== undefined) known.set(tuid, newest)
      }
    }
    for (const tuid of details.keys()) if (!known.has(tuid)) details.delete(tuid)
    for (const [tuid, reading] of known) if (details.get(tuid) !== reading) details.set(tuid, reading)
    fleet.value = next
  }

  function learn({ tuid, alerts }: AlertDetail): void {
    awaited.delete(tuid)
    details.set(tuid, alerts)
  }

  /** Shows the alerts of another stack, or of none, as last seen on this laptop. */
  async function show(id: string | null): Promise<void> {
    if (stopListening.length === 0) {
      stopListening = [
        listen('alerts:detail', (detail) => detail.stackId === stackId.value && learn(detail)),
        listen('alerts:changed', (changed) => changed.stackId === stackId.value && void takeKept(changed.stackId))
      ]
    }
    if (id === stackId.value) return
    stackId.value = id
    fleet.value = null
    askedAt.value = null
    problem.value = null
    details.clear()
    awaited.clear()
    if (id !== null) await takeKept(id)
  }

  function takeKept(id: string): Promise<void> {
    return answer(id, () => ask('alerts:kept', { stackId: id }))
  }

  /**
   * Asks the server. What goes wrong stands in the readings or in `problem`.
   *
   * @param recheck also if this stack was found not to list its alerts
   */
  async function refresh(recheck = false): Promise<void> {
    const { value: id } = stackId
    if (id === null || busy.value) return
    askedOf.value = id
    askedAt.value = Date.now()
    await answer(id, () => ask('alerts:refresh', { stackId: id, recheck }))
    if (askedOf.value === id) askedOf.value = null
  }

  /** An answer about a stack that is no longer shown is dropped. */
  async function answer(id: string, call: () => Promise<FleetAlerts>): Promise<void> {
    try {
      const given = await call()
      if (stackId.value !== id) return
      problem.value = null
      take(given)
    } catch (error) {
      if (stackId.value === id) problem.value = problemOf(error)
    }
  }

  /** A row has come on screen: what it alerts about will be asked for soon. */
  function expect(tuid: string): void {
    if (session.online && !details.has(tuid)) awaited.add(tuid)
  }

  /**
   * Says which rows are looked at: only those are read, and only while there is a connection.
   *
   * @param again also those that were read a moment ago
   */
  async function want(tuids: readonly string[], again = false): Promise<void> {
    const { value: id } = stackId
    if (id === null) return
    const wanted = session.online ? tuids.filter(isTuid) : []
    awaited.clear()
    for (const tuid of wanted.slice(0, mostWanted)) awaited.add(tuid)
    try {
      const fresh = await ask('alerts:want', { stackId: id, tuids: [...awaited], again })
      if (stackId.value === id) fresh.forEach(learn)
    } catch (error) {
      awaited.clear()
      if (stackId.value === id) problem.value = problemOf(error)
    }
  }

  function stop(): void {
    for (const each of stopListening) each()
    stopListening = []
  }

  return {
    stackId,
    fleet,
    list,
    things,
    total,
    details,
    awaited,
    busy,
    problem,
    missed,
    askedAt,
    show,
    refresh,
    expect,
    want,
    stop
  }
})
