import { useI18n } from 'vue-i18n'
import type { WorkKind } from '@shared/domain/fieldWork'
import { readLabel } from '@shared/domain/label'
import { useWords } from '@/domainWords'
import type { ScanAnswer } from '@/scan/scan'
import { useScanTarget } from '@/scan/scanTargets'
import { useSessionStore } from '@/stores/session'
import { useWorkWords } from './workWords'
import { useWorksStore } from './worksStore'

/** On the page of work on things a scan is the thing that is asked for at that moment. */
export function useWorkScans(kind: () => WorkKind): void {
  const { t } = useI18n()
  const words = useWords()
  const workWords = useWorkWords()
  const store = useWorksStore()
  const session = useSessionStore()

  useScanTarget(({ text }): ScanAnswer => {
    const label = readLabel(text)
    if (!label.ok) return { outcome: 'not_understood' }
    if (session.stackId === null) return { outcome: 'flagged', saying: 'noStack' }
    const { tuid } = label
    const scan = store.take(kind(), tuid)
    switch (scan.as) {
      case 'first':
      case 'second': {
        const role = kind() === 'replace' ? scan.as : 'only'
        // The page shows the thing, and asks for the next one.
        return {
          outcome: 'accepted',
          shown: true,
          words: t(`works.taken.${role}`, { tuid, kind: words.value.kindOf(tuid) })
        }
      }
      case 'duplicate':
        return { outcome: 'duplicate', words: t('works.taken.duplicate', { tuid }) }
      case 'busy':
        return { outcome: 'flagged', words: t('works.taken.busy', { tuid: scan.tuid }) }
      case 'refused':
        return { outcome: 'flagged', words: workWords.value.refusal(scan.refusal) }
    }
  })
}
