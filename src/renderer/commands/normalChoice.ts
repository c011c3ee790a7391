import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { DeviceKind } from '@shared/domain/deviceKind'
import { reportIntervalRange, type Reporting } from '@shared/domain/reporting'
import { useFaultsStore } from '@/stores/faults'
import { useSettingsStore } from '@/stores/settings'

/** Intervals to choose from, in seconds: none of them is normal for all, and a form takes any other. */
const offered = [60, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400] as const

/** Those that a kind can be told, in seconds. */
export function intervalsFor(kind: DeviceKind): number[] {
  const { min, max } = reportIntervalRange(kind)
  return offered.filter((seconds) => seconds >= min && seconds <= max)
}

/** What a person takes for normal where nobody knows how a thing reported before; by kind, as chosen last. */
export const useNormalChoice = defineStore('normal-choice', () => {
  const settings = useSettingsStore()
  const faults = useFaultsStore()
  const chosen = ref<Partial<Record<DeviceKind, Reporting>>>({})

  /** Null before anything was ever chosen for the kind. */
  function of(kind: DeviceKind): Reporting | null {
    return chosen.value[kind] ?? settings.settings.lastIntervals[kind] ?? null
  }

  function choose(kind: DeviceKind, change: Partial<Reporting>): void {
    const before = of(kind) ?? { reportInterval: null, measurementInterval: null }
    const { reportInterval, measurementInterval } = { ...before, ...change }
    if (reportInterval !== null) chosen.value = { ...chosen.value, [kind]: { reportInterval, measurementInterval } }
  }

  /** For the next thing of the kind. */
  function remember(kind: DeviceKind): void {
    const reporting = of(kind)
    if (reporting === null) return
    const lastIntervals = { ...settings.settings.lastIntervals, [kind]: reporting }
    settings.change({ lastIntervals }).catch((error: unknown) => faults.report(error))
  }

  return { of, choose, remember }
})
