import { useI18n } from 'vue-i18n'
import { readLabel } from '@shared/domain/label'
import { useScanTarget } from '@/scan/scanTargets'
import { useInstallStore } from './installStore'
import { asksToLeave } from './workflow'

/** On the install page a scan is the next thing. */
export function useScanHere(): void {
  const store = useInstallStore()
  const { t } = useI18n()
  useScanTarget(({ text }) => {
    const label = readLabel(text)
    const open = store.thing
    if (label.ok && open?.tuid === label.tuid && open.next === null) {
      return { outcome: 'duplicate', words: t('install.scan.open', { tuid: label.tuid }) }
    }
    const refusal = store.scan(text)
    if (refusal !== null) {
      return refusal.fault === 'no_stack' ? { outcome: 'not_understood', saying: 'noStack' } : 'not_understood'
    }
    if (open !== null && asksToLeave(store.workflow) !== null) {
      return { outcome: 'flagged', words: t('install.scan.asks', { tuid: open.tuid }), shown: true }
    }
    return { outcome: 'accepted', shown: true }
  })
}
