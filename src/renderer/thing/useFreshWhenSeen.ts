import { onScopeDispose } from 'vue'

/** Somebody comes back to the window: what it shows is made fresh. */
export function useFreshWhenSeen(freshen: () => void): void {
  const onSeen = (): void => {
    if (document.visibilityState === 'visible') freshen()
  }
  document.addEventListener('visibilitychange', onSeen)
  onScopeDispose(() => document.removeEventListener('visibilitychange', onSeen))
}
