import { computed, type ComputedRef } from 'vue'
import type { AlertPeriod, ListOf, ThingMessage } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import { isAnyBusy, type MainParts, type Part } from '@/readings/parts'
import { useReading } from '@/readings/useReading'

/** A thing on its own page. */
export interface ShownThing {
  readonly stackId: string
  readonly tuid: Tuid
}

/** What the page shows of a thing at a glance. */
export type GlanceParts = MainParts & {
  readonly alerts: Part<ListOf<AlertPeriod>>
  readonly signal: Part<ListOf<ThingMessage>>
}

export interface ThingReadings {
  readonly parts: ComputedRef<GlanceParts>
  readonly busy: ComputedRef<boolean>
  /** Each part asks again on its own. */
  readonly read: { readonly [P in keyof GlanceParts]: () => Promise<void> }
  readonly readAll: () => void
  /** Asks again what is not a moment old. */
  readonly freshenAll: () => void
}

/** Reads what is shown of a thing at a glance, all of it at once. Several of the page's parts may do so: it is shared. */
export function useThingReadings(thing: () => ShownThing): ThingReadings {
  const input = (): ShownThing => ({ stackId: thing().stackId, tuid: thing().tuid })
  const used = {
    general: useReading(() => ({ channel: 'things:general', input: input() })),
    installations: useReading(() => ({ channel: 'things:installations', input: input() })),
    group: useReading(() => ({ channel: 'things:group', input: input() })),
    alerts: useReading(() => ({ channel: 'things:alerts', input: input() })),
    signal: useReading(() => ({ channel: 'things:signal', input: input() }))
  }
  const parts = computed<GlanceParts>(() => ({
    general: used.general.part.value,
    installations: used.installations.part.value,
    group: used.group.part.value,
    alerts: used.alerts.part.value,
    signal: used.signal.part.value
  }))
  return {
    parts,
    busy: computed(() => isAnyBusy(parts.value)),
    read: {
      general: used.general.read,
      installations: used.installations.read,
      group: used.group.read,
      alerts: used.alerts.read,
      signal: used.signal.read
    },
    readAll: () => Object.values(used).forEach(({ read }) => void read()),
    freshenAll: () => Object.values(used).forEach(({ freshen }) => void freshen())
  }
}
