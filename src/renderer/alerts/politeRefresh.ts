import { onScopeDispose, watch } from 'vue'
import type { ProblemKind } from '@shared/domain/problem'
import { useSessionStore } from '@/stores/session'
import { useAlertsStore } from './alertsStore'

/** How often the server is asked while the page of alerts is looked at, in milliseconds. */
export const pageEveryMs = 2 * 60_000

/** The same for the number beside its name, while something else is looked at. */
export const badgeEveryMs = 10 * 60_000

/** The same after a question that came to nothing for want of a connection, in milliseconds. */
export const missedEveryMs = 30_000

const onTheWay: readonly ProblemKind[] = ['offline', 'timeout', 'cancelled']

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
    // A server that fails is not helped by being asked more often.
    return alerts.missed !== null && onTheWay.includes(alerts.missed.kind) ? Math.min(usual, missedEveryMs) : usual
  }

  /** What failed for want of a connection is not left to stand once it is back; a busy server is left alone. */
  function refreshIfDue(isBack = false): void {
    if (!session.online || alerts.stackId !== session.stackId || document.visibilityState !== 'visible') return
    const mustMend = isBack && alerts.missed !== null && alerts.missed.kind !== 'busy'
    const age = alerts.askedAt === null ? Infinity : Date.now() - alerts.askedAt
    // A clock that was set back makes an age that says nothing.
    if (mustMend || age < 0 || age >= everyMs()) void alerts.refresh()
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
