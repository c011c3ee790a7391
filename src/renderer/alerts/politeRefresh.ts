import { onScopeDispose, watch } from 'vue'
import { useSessionStore } from '@/stores/session'
import { useAlertsStore } from './alertsStore'

/** How often the server is asked while the page of alerts is looked at, in milliseconds. */
export const pageEveryMs = 2 * 60_000

/** The same for the number beside its name, while something else is looked at. */
export const badgeEveryMs = 10 * 60_000

const tickMs = 5_000

/**
 * Keeps the alerts up to date while the window is visible and the stack can be reached. The first time is at once.
 *
 * @param onPage whether the page of alerts is looked at
 */
export function usePoliteRefresh(onPage: () => boolean): void {
  const session = useSessionStore()
  const alerts = useAlertsStore()

  function refreshIfDue(): void {
    if (!session.online || alerts.stackId !== session.stackId || document.visibilityState !== 'visible') return
    const age = alerts.askedAt === null ? Infinity : Date.now() - alerts.askedAt
    // A clock that was set back makes an age that says nothing.
    if (age < 0 || age >= (onPage() ? pageEveryMs : badgeEveryMs)) void alerts.refresh()
  }

  watch([() => session.online, () => alerts.stackId, onPage], refreshIfDue, { immediate: true })
  document.addEventListener('visibilitychange', refreshIfDue)
  const timer = setInterval(refreshIfDue, tickMs)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', refreshIfDue)
    clearInterval(timer)
  })
}
