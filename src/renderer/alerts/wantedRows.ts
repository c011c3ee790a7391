import { onScopeDispose, watch } from 'vue'
import { useSessionStore } from '@/stores/session'
import { useAlertsStore } from './alertsStore'

/** How long rows may come and go before what is looked at is said, in milliseconds: longer than a flick takes. */
const settleMs = 150

/** Has the rows read that are on screen or about to be; those that leave it are given up. */
export function useWantedRows() {
  const alerts = useAlertsStore()
  const session = useSessionStore()
  const onScreen = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function soon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void alerts.want([...onScreen]), settleMs)
  }

  function readAgain(): Promise<void> {
    clearTimeout(timer)
    return alerts.want([...onScreen], true)
  }

  // A new list may come long after the rows were read; what is fresh is not asked for again.
  watch(() => alerts.fleet, soon)
  // What failed for want of a connection is not left to stand.
  watch(
    () => session.online,
    () => void readAgain()
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    void alerts.want([])
  })

  return {
    appear(tuid: string): void {
      onScreen.add(tuid)
      alerts.expect(tuid)
      soon()
    },
    leave(tuid: string): void {
      onScreen.delete(tuid)
      soon()
    },
    readAgain
  }
}
