import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAlertsStore } from '@/alerts/alertsStore'
import { useNewAlertsStore } from '@/alerts/newAlertsStore'
import { useSessionStore } from '@/stores/session'
import { useTimeWords } from '@/time'
import { useQueueWords } from './queueWords'

export interface PlaceBadge {
  readonly count: number
  readonly look: 'quiet' | 'waiting' | 'urgent'
  /** For whoever does not see it. */
  readonly words: string
}

/** The numbers beside the places of the rail; a place without one has nothing to tell. */
export function usePlaceBadges() {
  const session = useSessionStore()
  const alerts = useAlertsStore()
  const news = useNewAlertsStore()
  const queueWords = useQueueWords()
  const times = useTimeWords()
  const { t } = useI18n()

  const queue = computed<PlaceBadge | null>(() => {
    // What needs a person counts before what merely waits.
    const count = session.needsYou > 0 ? session.needsYou : session.waiting
    if (count === 0) return null
    return { count, look: session.needsYou > 0 ? 'urgent' : 'waiting', words: queueWords.value }
  })
  const alerting = computed<PlaceBadge | null>(() => {
    const { total, list } = alerts
    if (total === null || total === 0) return null
    const asOf = list?.asOf == null ? '' : `, ${t('common.time.asOf', { time: times.value.clock(list.asOf) })}`
    const look = news.notices.length > 0 ? 'urgent' : 'quiet'
    return { count: total, look, words: `${t('alerts.total', total)}${asOf}` }
  })
  return computed<{ readonly [place: string]: PlaceBadge | null }>(() => ({
    queue: queue.value,
    alerts: alerting.value
  }))
}
