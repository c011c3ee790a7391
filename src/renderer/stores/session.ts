import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Connection, Session } from '@shared/ipc/channels'
import { ask, listen } from '@/bridge'

/** The active stack, its connection and how much waits, as the main process says. */
export const useSessionStore = defineStore('session', () => {
  const session = shallowRef<Session | null>(null)
  /** The stack chosen last, for as long as there is no session. */
  const expected = shallowRef<Session['stack']>(null)
  const checking = ref(false)
  let stopListening: (() => void) | undefined

  const known = computed(() => session.value !== null)
  const stack = computed(() => (session.value === null ? expected.value : session.value.stack))
  const stackId = computed(() => stack.value?.id ?? null)
  const stackName = computed(() => stack.value?.name ?? null)
  const connection = computed<Connection>(() => session.value?.connection ?? 'checking')
  const online = computed(() => connection.value === 'online')
  /** Nothing that is shown can be the server's word of this moment. */
  const cutOff = computed(() => ['offline', 'signed_out', 'no_secret'].includes(connection.value))
  const waiting = computed(() => session.value?.waiting ?? 0)
  const needsYou = computed(() => session.value?.needsYou ?? 0)

  /** @throws {ProblemError} when the main process does not answer */
  async function start(): Promise<void> {
    stopListening ??= listen('session:changed', (changed) => (session.value = changed))
    const answer = await ask('session:get')
    // Whatever was announced meanwhile is newer than this answer.
    session.value ??= answer
  }

  /** "Check now". @throws {ProblemError} */
  async function check(): Promise<void> {
    checking.value = true
    try {
      session.value = await ask('session:check')
    } finally {
      checking.value = false
    }
  }

  function stop(): void {
    stopListening?.()
    stopListening = undefined
  }

  return {
    session,
    known,
    checking,
    stackId,
    stackName,
    connection,
    online,
    cutOff,
    waiting,
    needsYou,
    expected,
    start,
    check,
    stop
  }
})
