import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { batteryLimits } from '@shared/domain/battery'
import type { DeviceKind } from '@shared/domain/deviceKind'
import { silenceLimit, type VitalSign } from '@shared/domain/health'
import { signalLimits } from '@shared/domain/signal'
import { useWords } from '@/domainWords'
import { useNow, useTimeWords } from '@/time'
import type { Judged } from './vitals'

const hourMs = 3_600_000

export interface SignWords {
  /** The value and what it means: "14 %, low". */
  readonly value: string
  /** Why it is judged so, by which rule; empty where there is nothing to add. */
  readonly reason: string
}

/** Each sign of health in words: what is known, and the rule by which it is judged. */
export function useHealthWords(): ComputedRef<(kind: DeviceKind, judged: Judged) => Record<VitalSign, SignWords>> {
  const { t } = useI18n()
  const words = useWords()
  const times = useTimeWords()
  const now = useNow()

  function heard(kind: DeviceKind, { health, lastHeardAt, status }: Judged): SignWords {
    const hours = silenceLimit(kind) / hourMs
    const named = status === null ? '' : words.value.status(status).toLowerCase()
    // Told with the words for a missing status where the server shows none.
    const expected = status === null ? 'expectedWithout' : 'expected'
    const reason = {
      in_time: () => t('thing.health.heard.inTime', { hours }),
      overdue: () => t('thing.health.heard.overdue', { hours }),
      overdue_expected: () => t(`thing.health.heard.${expected}`, { status: named }),
      never: () => t('thing.health.heard.neverInUse'),
      never_expected: () => t(`thing.health.heard.${expected}`, { status: named }),
      unknown: () => ''
    }[health.heard]()
    if (lastHeardAt !== null) {
      const [ago, clock] = [times.value.ago(lastHeardAt, now.value), times.value.clock(lastHeardAt, now.value)]
      return { value: `${ago} · ${clock}`, reason }
    }
    return { value: health.heard === 'unknown' ? t('common.unknown') : t('thing.health.heard.never'), reason }
  }

  function battery({ health, batteryLevel }: Judged): SignWords {
    const meaning = t(`domain.batteryVerdicts.${health.battery}`)
    const hasLevel = batteryLevel !== null && health.battery !== 'mains' && health.battery !== 'unknown'
    const value = hasLevel
      ? t('thing.facts.battery', { level: words.value.number(batteryLevel), verdict: meaning })
      : meaning
    const isWorrying = health.battery === 'low' || health.battery === 'critical'
    return { value, reason: isWorrying ? t(`thing.health.battery.${health.battery}`, batteryLimits) : '' }
  }

  function signal({ health, signal: reading, signalRead }: Judged): SignWords {
    if (reading === null) return { value: t('common.unknown'), reason: signalRead ? t('thing.health.signal.none') : '' }
    const { good, fair } = signalLimits[reading.measure]
    const limits = { good: words.value.number(good), fair: words.value.number(fair) }
    const value = t('thing.health.signal.value', {
      measure: t(`thing.health.signal.${reading.measure}`),
      dbm: words.value.number(reading.dbm),
      verdict: t(`domain.signalVerdicts.${health.signal}`)
    })
    const rule = health.signal === 'good' ? '' : t(`thing.health.signal.rule.${health.signal}`, limits)
    const age = t('thing.health.signal.measured', { ago: times.value.ago(reading.at, now.value) })
    return { value, reason: rule === '' ? age : `${rule}, ${age}` }
  }

  return computed(() => (kind, judged) => ({
    heard: heard(kind, judged),
    battery: battery(judged),
    signal: signal(judged)
  }))
}
