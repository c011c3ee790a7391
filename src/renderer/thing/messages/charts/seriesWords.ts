import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useWords } from '@/domainWords'
import type { MessageSeries } from './messageSeries'

export interface SeriesWords {
  /** "Temperature"; with its message where several of the series have that name. */
  readonly name: (series: MessageSeries, among: readonly MessageSeries[]) => string
  /** "Temperature, °C" */
  readonly title: (series: MessageSeries, among: readonly MessageSeries[]) => string
  /** "21.5 °C", "occupied" */
  readonly reading: (series: MessageSeries, value: number) => string
  /** The same without its unit. */
  readonly tick: (series: MessageSeries, value: number) => string
}

/** Four digits that count, and never less than the whole number. */
function rounded(value: number): number {
  return Math.abs(value) >= 1_000 ? Math.round(value) : Number(value.toPrecision(4))
}

/** Words for what is drawn of messages. */
export function useSeriesWords(): ComputedRef<SeriesWords> {
  const { t } = useI18n()
  const words = useWords()
  return computed(() => {
    const name: SeriesWords['name'] = (series, among) => {
      const plain = words.value.field(series)
      const twice = among.some((other) => other !== series && words.value.field(other) === plain)
      return twice || !series.known ? t('messages.charts.ofMessage', { name: plain, id: series.tsmId }) : plain
    }
    const tick: SeriesWords['tick'] = ({ codes }, value) => {
      const code = codes.get(value)
      if (code !== undefined) return t(`domain.values.${code}`)
      // Between two codes there is nothing to be called.
      return codes.size > 0 ? '' : words.value.number(rounded(value))
    }
    return {
      name,
      title: (series, among) =>
        series.unit === null
          ? name(series, among)
          : t('messages.charts.title_unit', { name: name(series, among), unit: series.unit }),
      reading: (series, value) => {
        const said = tick(series, value) || words.value.number(rounded(value))
        return series.unit === null ? said : `${said} ${series.unit}`
      },
      tick
    }
  })
}
