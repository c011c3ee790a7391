import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'

/** The least that is told in figures, in megabytes. */
const leastMb = 0.1

/** A number of bytes in megabytes, with one decimal as long as that says something. */
export function useSizeWords(): ComputedRef<(bytes: number) => string> {
  const { t, n } = useI18n()
  return computed(() => (bytes) => {
    const mb = bytes / 1_000_000
    if (mb > 0 && mb < leastMb) return t('settings.kept.underSize', { size: n(leastMb) })
    const digits = mb < 10 ? 1 : 0
    return t('settings.kept.size', { size: n(mb, { maximumFractionDigits: digits }) })
  })
}
