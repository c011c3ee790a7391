import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useSessionStore } from '@/stores/session'

/** "3 waiting · 1 needs you", what keeps them if it is this laptop, or that nothing waits. */
export function useQueueWords() {
  const session = useSessionStore()
  const { t } = useI18n()
  return computed(() => {
    // Before the files are open nobody knows.
    if (!session.known) return t('common.badge.counting')
    const parts: string[] = []
    if (session.waiting > 0) parts.push(t('common.badge.waiting', { count: session.waiting }))
    if (session.needsYou > 0) parts.push(t('common.badge.needsYou', session.needsYou))
    if (parts.length > 0 && session.session?.storage != null) parts.push(t('common.badge.cannotRecord'))
    if (session.session?.paused === true) parts.push(t('common.badge.paused'))
    return parts.length === 0 ? t('common.badge.empty') : parts.join(' · ')
  })
}
