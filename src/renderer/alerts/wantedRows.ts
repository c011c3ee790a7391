import { onScopeDispose, watch } from 'vue'
import { useSessionStore } from '@/stores/session'
import { useAlertsStore } from './alertsStore'

/** How long rows may come and go before it is said which are there, in milliseconds: few are read in passing. */
const settleMs = 150

/** Has the rows read that are on screen or about to be; those that leave it are given up. */
export function useWantedRows() {
  const alerts = useAlertsStore()
  const session = useSessionStore()
  const onScreen = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false

  function tell(again: boolean): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    return alerts.want([...onScreen], again)
  }

  /** Not put off by what follows: somebody may scroll for a long time. */
  function soon(): void {
    if (!ended) timer ??= setTimeout(() => void tell(false), settleMs)
  }

  const readAgain = (): Promise<void> => tell(true)

  // A new list may come long after the rows were read; what is fresh is not asked for again.
  watch(() => alerts.fleet, soon)
  // What failed for want of a connection is not left to stand.
  watch(
    () => session.online,
    () => void readAgain()
  )
  onScopeDispose(() => {
    // The rows leave after this; a later list must not lose what it wants because of them.
    ended = true
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
