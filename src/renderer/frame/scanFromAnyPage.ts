import { readLabel } from '@shared/domain/label'
import { useBeginInstall } from '@/install/beginInstall'
import { useScanTarget } from '@/scan/scanTargets'
import { useSessionStore } from '@/stores/session'

/** On a page that does nothing else with it, a scan starts the next installation. */
export function useScanFromAnyPage(): void {
  const session = useSessionStore()
  const beginInstall = useBeginInstall()
  useScanTarget(async ({ text }) => {
    const label = readLabel(text)
    if (!label.ok) return 'not_understood'
    if (session.stackId === null) return { outcome: 'flagged', saying: 'noStack' }
    await beginInstall(text)
    return { outcome: 'accepted', shown: true }
  })
}
