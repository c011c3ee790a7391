import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue'
import { useSessionStore } from '@/stores/session'

/** How often to look again while somebody waits, in milliseconds. */
const checkEveryMs = 10_000
const tickMs = 1000

export interface RepeatedCheck {
  /** Whole seconds since the last look; null before the first. */
  readonly secondsAgo: Ref<number | null>
  /** Nothing is looked up without a connection. */
  readonly paused: ComputedRef<boolean>
}

/**
 * Looks again every ten seconds while it is wanted, the window is visible and the stack can be reached. The first look
 * is at once.
 */
export function useRepeatedCheck(wanted: () => boolean, check: () => Promise<unknown>): RepeatedCheck {
  const session = useSessionStore()
  const paused = computed(() => !session.online)
  const secondsAgo = ref<number | null>(null)
  let checkedAt: number | null = null
  let busy = false

  async function look(): Promise<void> {
    busy = true
    await check()
    busy = false
    checkedAt = Date.now()
    secondsAgo.value = 0
  }

  function tick(): void {
    const age = checkedAt === null ? null : Date.now() - checkedAt
    if (age !== null && age >= 0) secondsAgo.value = Math.floor(age / 1000)
    if (busy || paused.value || !wanted() || document.visibilityState !== 'visible') return
    // A clock that was set back makes an age that says nothing.
    if (age === null || age < 0 || age >= checkEveryMs) void look()
  }

  tick()
  const timer = setInterval(tick, tickMs)
  onScopeDispose(() => clearInterval(timer))
  return { secondsAgo, paused }
}
