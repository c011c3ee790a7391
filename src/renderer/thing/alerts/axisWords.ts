import { format } from 'date-fns'
import { enGB, fi } from 'date-fns/locale'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Instant } from '@shared/domain/thing'
import type { TickUnit } from './axis'

const patterns: Readonly<Record<'en' | 'fi', Readonly<Record<TickUnit, string>>>> = {
  en: { hour: 'HH:mm', day: 'd MMM', month: 'MMM yyyy', year: 'yyyy' },
  fi: { hour: 'HH.mm', day: 'd.M.', month: 'M/yyyy', year: 'yyyy' }
}

/** A moment on an axis, as short as its unit allows. */
export function useAxisWords(): ComputedRef<(at: Instant, unit: TickUnit) => string> {
  const { locale } = useI18n()
  return computed(() => {
    const isFinnish = locale.value === 'fi'
    return (at, unit) => format(at, patterns[isFinnish ? 'fi' : 'en'][unit], { locale: isFinnish ? fi : enGB })
  })
}
