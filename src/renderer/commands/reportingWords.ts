import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { KnownReporting, Reporting } from '@shared/domain/reporting'
import { useTimeWords } from '@/time'

export interface ReportingWords {
  /** "Every 60 min", "Every 90 s" */
  readonly every: (seconds: number) => string
  /** "Every 60 min" and how often it measures, where that is known. */
  readonly reporting: (reporting: Reporting) => string
  /** The same, with where it comes from. */
  readonly known: (reporting: KnownReporting) => string
}

/** How often a thing reports, in words. */
export function useReportingWords(): ComputedRef<ReportingWords> {
  const { t } = useI18n()
  const times = useTimeWords()

  return computed(() => {
    const every = (seconds: number): string => {
      if (seconds % 60 !== 0) return t('commands.every.seconds', { count: seconds })
      if (seconds % 3600 !== 0 || seconds <= 3600) return t('commands.every.minutes', { count: seconds / 60 })
      return t('commands.every.hours', { count: seconds / 3600 })
    }
    const measured = ({ reportInterval, measurementInterval }: Reporting): string => {
      if (measurementInterval === null) return t('commands.normal.measureUnknown')
      if (measurementInterval === reportInterval) return ''
      return t('commands.normal.measures', { every: every(measurementInterval).toLowerCase() })
    }
    return {
      every,
      reporting: (reporting) => `${every(reporting.reportInterval)}. ${measured(reporting)}`.trim(),
      known: (known) => {
        const words = { every: every(known.reportInterval), day: known.at === null ? '' : times.value.day(known.at) }
        const source = known.at === null ? `${known.source}NoTime` : known.source
        return `${t(`commands.normal.${source}`, words)} ${measured(known)}`.trim()
      }
    }
  })
}
