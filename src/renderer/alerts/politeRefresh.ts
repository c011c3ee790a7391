import { onScopeDispose, watch } from 'vue'
import { useSessionStore } from '@/stores/session'
import { useAlertsStore } from './alertsStore'

/** How often the server is asked while the page of alerts is looked at, in milliseconds. */
export const pageEveryMs = 2 * 60_000

/** The same for the number beside its name, while something else is looked at. */
export const badgeEveryMs = 10 * 60_000

/** The same after a question that came to nothing, in milliseconds. */
export const missedEveryMs = 30_000

const tickMs = 5_000

/**
 * Keeps the alerts up to date while the window is visible and the stack can be reached. The first time is at once.
 *
 * @param onPage whether the page of alerts is looked at
 */
export function usePoliteRefresh(onPage: () => boolean): void {
  const session = useSessionStore()
  const alerts = useAlertsStore()

  function everyMs(): number {
    const usual = onPage() ? pageEveryMs : badgeEveryMs
    // A busy server has asked to be left alone.
    return alerts.missed === null || alerts.missed.kind === 'busy' ? usual : Math.min(usual, missedEveryMs)
  }

  function refreshIfDue(isBack = false): void {
    if (!session.online || alerts.stackId !== session.stackId || document.visibilityState !== 'visible') return
    const age = alerts.askedAt === null ? Infinity : Date.now() - alerts.askedAt
    // What failed for want of a connection is not left to stand. A clock that was set back makes an age that says nothing.
    if ((isBack && alerts.missed !== null) || age < 0 || age >= everyMs()) void alerts.refresh()
  }

  watch([() => alerts.stackId, onPage], () => refreshIfDue(), { immediate: true })
  watch(
    () => session.online,
    () => refreshIfDue(true)
  )
  const onSeen = (): void => refreshIfDue()
  document.addEventListener('visibilitychange', onSeen)
  const timer = setInterval(onSeen, tickMs)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', onSeen)
    clearInterval(timer)
  })
}
