import { useI18n } from 'vue-i18n'
import { readLabel } from '@shared/domain/label'
import { useWords } from '@/domainWords'
import type { ScanAnswer } from '@/scan/scan'
import { useScanTarget } from '@/scan/scanTargets'
import { useVisitThingWords } from '@/visits/visitThingWords'
import { useVisitView } from '@/visits/visitView'

export interface BatchScansOptions {
  readonly visitId: () => string
  /** Whether it is chosen what a scan does. */
  readonly isReady: () => boolean
}

/** Takes every scan for the batch on screen: captured on disk before it counts as accepted. */
export function useBatchScans({ visitId, isReady }: BatchScansOptions): void {
  const { t } = useI18n()
  const view = useVisitView()
  const words = useWords()
  const thingWords = useVisitThingWords()

  useScanTarget(async ({ text, via }): Promise<ScanAnswer> => {
    const label = readLabel(text)
    if (!label.ok) return { outcome: 'not_understood' }
    if (!isReady()) return { outcome: 'flagged', words: t('visits.batch.choose') }
    const { tuid } = label
    const { outcome, thing } = await view.scan(visitId(), tuid, via)
    if (outcome === 'duplicate') return { outcome, words: t('visits.batch.duplicate', { tuid, no: thing.no }) }
    if (outcome === 'held') {
      return { outcome: 'flagged', words: t('visits.batch.held', { tuid, why: thingWords.value.flags(thing.flags) }) }
    }
    return { outcome: 'accepted', words: t('visits.batch.accepted', { tuid, kind: words.value.kindOf(tuid) }) }
  })
}
