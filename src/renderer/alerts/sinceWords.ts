import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Instant } from '@shared/domain/thing'
import { useNow, useTimeWords } from '@/time'

export interface SinceWords {
  /** "since 14:05, 12 minutes ago"; null: since before records began */
  readonly of: (from: Instant | null) => string
  /** The whole date; nothing where none is known. */
  readonly full: (from: Instant | null) => string | undefined
}

/** Since when an alert is there, in the words of the chosen language. */
export function useSinceWords(): ComputedRef<SinceWords> {
  const { t } = useI18n()
  const times = useTimeWords()
  const now = useNow()
  return computed(() => ({
    of: (from) => {
      if (from === null) return t('alerts.sinceAlways')
      const { clock, ago } = times.value
      return t('alerts.since', { time: clock(from, now.value), ago: ago(from, now.value) })
    },
    full: (from) => (from === null ? undefined : times.value.full(from))
  }))
}
