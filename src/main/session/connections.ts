import type { Problem } from '@shared/domain/problem'
import type { Instant } from '@shared/domain/thing'
import type { Connection } from '@shared/ipc/channels'
import type { Outcome } from '../api/outcome'

/** What is known of the way to one stack. */
export interface ConnectionState {
  readonly connection: Exclude<Connection, 'no_stack'>
  readonly since: Instant
  readonly problem: Problem | null
}

/** What a call's outcome says about the way to the server; null when it says nothing about it. */
export function connectionAfter(outcome: Outcome<unknown>): Omit<ConnectionState, 'since'> | 'doubtful' | null {
  switch (outcome.type) {
    case 'answered':
    case 'refused':
    case 'busy':
      return { connection: 'online', problem: null }
    case 'auth':
      return { connection: 'signed_out', problem: outcome.problem }
    case 'not_sent':
      switch (outcome.problem.kind) {
        case 'cancelled':
          return null
        case 'secret_missing':
        case 'keychain_locked':
        case 'keychain_unavailable':
          return { connection: 'no_secret', problem: outcome.problem }
        case 'busy':
        case 'server_error':
        case 'not_this_api':
        case 'unreadable':
          // No token could be had, but somebody answered: the server is there, and not well.
          return { connection: 'online', problem: outcome.problem }
        case 'timeout':
          return 'doubtful'
        default:
          return { connection: 'offline', problem: outcome.problem }
      }
    case 'unknown':
      if (outcome.problem.kind === 'cancelled') return null
      // An error page is an answer too: the server is there, and not well.
      return outcome.httpStatus === null ? 'doubtful' : { connection: 'online', problem: outcome.problem }
  }
}

/** Remembers the state of every stack, and tells when one changes. */
export class Connections {
  readonly #states = new Map<string, ConnectionState>()
  readonly #now: () => Instant
  readonly #onChanged: (stackId: string, state: ConnectionState, before: ConnectionState) => void

  constructor(
    now: () => Instant,
    onChanged: (stackId: string, state: ConnectionState, before: ConnectionState) => void
  ) {
    this.#now = now
    this.#onChanged = onChanged
  }

  of(stackId: string): ConnectionState {
    return this.#states.get(stackId) ?? { connection: 'checking', since: this.#now(), problem: null }
  }

  set(stackId: string, next: Omit<ConnectionState, 'since'>): void {
    const before = this.of(stackId)
    const same = before.connection === next.connection && before.problem?.kind === next.problem?.kind
    if (same && this.#states.has(stackId)) return
    const since = before.connection === next.connection ? before.since : this.#now()
    const state = { ...next, since }
    this.#states.set(stackId, state)
    this.#onChanged(stackId, state, before)
  }

  forget(stackId: string): void {
    this.#states.delete(stackId)
  }
}
