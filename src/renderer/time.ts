import {
  format,
  formatDistanceStrict,
  formatDuration,
  intervalToDuration,
  isSameDay,
  isSameYear,
  type Duration
} from 'date-fns'
import { enGB, fi } from 'date-fns/locale'
import { computed, onScopeDispose, shallowRef, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Instant } from '@shared/domain/thing'

const tickMs = 10_000
const now = shallowRef(Date.now())
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The present moment, moving on every ten seconds while somebody looks at it. Milliseconds since 1970 UTC. */
export function useNow() {
  now.value = Date.now()
  watchers += 1
  timer ??= setInterval(() => (now.value = Date.now()), tickMs)
  onScopeDispose(() => {
    watchers -= 1
    if (watchers > 0) return
    clearInterval(timer)
    timer = undefined
  })
  return now
}

const units = ['years', 'months', 'days', 'hours', 'minutes', 'seconds'] as const satisfies (keyof Duration)[]

export interface TimeWords {
  /** "12 minutes ago", "in 2 minutes", "just now" */
  ago: (at: Instant, now: Instant) => string
  /** "14:05" today, "3 Nov, 14:05" on other days of the year, "3 Nov 2024, 14:05" before and after it */
  clock: (at: Instant, now?: Instant) => string
  /** "3 Nov 2026" */
  day: (at: Instant) => string
  /** "3 November 2026 at 14:05" */
  full: (at: Instant) => string
  /** "3 Nov 2026, 14:05:09": for telling apart what follows closely. */
  exact: (at: Instant) => string
  /** "2 hours 10 minutes": in the largest unit and the next one. */
  lasted: (from: Instant, to: Instant) => string
}

/** Times in the words of the chosen language. */
export function useTimeWords(): ComputedRef<TimeWords> {
  const { t, locale } = useI18n()
  return computed(() => {
    const dates = locale.value === 'fi' ? fi : enGB
    const second = locale.value === 'fi' ? 'd.M.yyyy HH.mm.ss' : 'd MMM yyyy, HH:mm:ss'
    const day = locale.value === 'fi' ? 'd.M. HH.mm' : 'd MMM, HH:mm'
    const dayOfYear = locale.value === 'fi' ? 'd.M.yyyy HH.mm' : 'd MMM yyyy, HH:mm'
    const clockFormat = (at: Instant, from: Instant): string => {
      if (isSameDay(at, from)) return 'p'
      return isSameYear(at, from) ? day : dayOfYear
    }
    return {
      ago: (at, from) =>
        Math.abs(from - at) < 45_000
          ? t('common.time.justNow')
          : formatDistanceStrict(at, from, { addSuffix: true, locale: dates }),
      clock: (at, from = Date.now()) => format(at, clockFormat(at, from), { locale: dates }),
      day: (at) => format(at, locale.value === 'fi' ? 'd.M.yyyy' : 'd MMM yyyy', { locale: dates }),
      full: (at) => format(at, 'PPPp', { locale: dates }),
      exact: (at) => format(at, second, { locale: dates }),
      lasted: (from, to) => {
        const duration = intervalToDuration({ start: from, end: to })
        const largest = units.findIndex((unit) => (duration[unit] ?? 0) > 0)
        if (largest === -1) return t('common.time.noTime')
        return formatDuration(duration, { format: units.slice(largest, largest + 2), locale: dates })
      }
    }
  })
}
