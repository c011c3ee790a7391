import type { Problem } from '@shared/domain/problem'
import type { Instant } from '@shared/domain/thing'
import type { Outcome } from '../api/outcome'
import type { StackApi } from '../api/stackApi'
import type { Timing } from '../outbox/timing'
import type { IdleTurns } from '../things/idleTurns'
import { connectionAfter, type Connections, type ConnectionState } from './connections'

/** How often the way to a stack is looked at, in milliseconds. */
export interface WatchPolicy {
  /** While all is well and nothing else has been heard for as long. */
  readonly online: number
  /** While it cannot be reached: doubles from the first to a cap. */
  readonly offlineFirst: number
  /** The cap while something waits to be sent. */
  readonly offlineCap: number
  /** The cap while nothing does. */
  readonly idleCap: number
}

export const defaultWatchPolicy: WatchPolicy = {
  online: 60_000,
  offlineFirst: 2_000,
  offlineCap: 10_000,
  idleCap: 60_000
}

export interface WatchOptions {
  readonly stackId: string
  readonly connections: Connections
  readonly api: () => StackApi
  /** Whether the base URL answers at all, without credentials: null when it does. */
  readonly probe: () => Promise<Problem | null>
  /** Who asks this stack by itself while nobody is at the laptop. */
  readonly idleTurns: Pick<IdleTurns, 'isWanted' | 'give'>
  /** Whether something waits to be sent to this stack. */
  readonly hasWork: () => boolean
  readonly timing: Timing
  readonly policy: WatchPolicy
}

/**
 * Watches the way to one stack: learns from every real call, and asks by itself only when nothing was heard, and nobody
 * else waits to ask. Whether the stack's own address answers decides, not whether the laptop has a network.
 */
export class StackWatch {
  readonly #options: WatchOptions
  #cancelTimer: (() => void) | null = null
  /** When the next look begins, by the timer. */
  #due: Instant | null = null
  /** Looks in a row that found nobody, and when the latest of them began. */
  #vainLooks = 0
  #lookedAt: Instant | null = null
  #looking: Promise<void> | null = null
  #checking: Promise<void> | null = null
  #stopped = false

  constructor(options: WatchOptions) {
    this.#options = options
  }

  /** Signs in now: tells reachable, signed out and secret missing apart. Somebody asks, so nothing is put off. */
  check(): Promise<void> {
    this.#vainLooks = 0
    this.#checking ??= this.#signInAfterLook().finally(() => {
      this.#checking = null
      this.#arm()
    })
    return this.#checking
  }

  /** Takes in what a real call has shown. */
  heard(outcome: Outcome<unknown>): void {
    if (this.#stopped) return
    const after = connectionAfter(outcome)
    if (after === null) return
    if (after === 'doubtful') {
      void this.#look()
      return
    }
    this.#learn(after)
    this.#arm()
  }

  /** Something has come to wait for this stack: without a connection the next look comes as soon as for all such. */
  workWaits(): void {
    if (this.#options.connections.of(this.#options.stackId).connection === 'offline') this.#arm(() => true)
  }

  /** Sending met a closed door: what is known is put right, so that a look can open it again. */
  closed(connection: 'offline' | 'signed_out' | 'no_secret'): void {
    if (this.#stopped) return
    const { connections, stackId } = this.#options
    const known = connections.of(stackId)
    connections.set(stackId, { connection, problem: known.connection === connection ? known.problem : null })
    this.#arm()
  }

  stop(): void {
    this.#stopped = true
    this.#cancelTimer?.()
  }

  async #signInAfterLook(): Promise<void> {
    // A look under way knows nothing of the credentials, and its answer must not come after that of the sign-in.
    await this.#looking
    await this.#signIn()
  }

  async #signIn(): Promise<void> {
    this.#lookedAt = this.#options.timing.now()
    const outcome = await this.#options.api().signIn()
    const after = connectionAfter(outcome)
    if (this.#stopped || after === null) return
    if (after === 'doubtful') {
      await this.#probe()
      return
    }
    if (after.connection === 'offline') this.#vainLooks++
    this.#learn(after)
  }

  #look(): Promise<void> {
    if (this.#checking !== null) return this.#checking
    this.#looking ??= this.#probe().finally(() => {
      this.#looking = null
      this.#arm()
    })
    return this.#looking
  }

  async #probe(): Promise<void> {
    const { connections, stackId, probe, timing } = this.#options
    this.#lookedAt = timing.now()
    const problem = await probe()
    if (this.#stopped) return
    if (problem !== null) {
      this.#vainLooks++
      this.#learn({ connection: 'offline', problem })
      return
    }
    const { connection } = connections.of(stackId)
    // That the address answers says nothing new about refused credentials or a missing secret.
    if (connection !== 'signed_out' && connection !== 'no_secret') this.#learn({ connection: 'online', problem: null })
  }

  #learn(state: Omit<ConnectionState, 'since'>): void {
    if (state.connection !== 'offline') {
      this.#vainLooks = 0
      this.#lookedAt = null
    }
    this.#options.connections.set(this.#options.stackId, state)
  }

  #arm(hasWork = this.#options.hasWork): void {
    const { connections, stackId, timing } = this.#options
    if (this.#stopped) return
    const wait = this.#untilNextLook(hasWork)
    const due = wait === null ? null : timing.now() + wait
    const isOffline = connections.of(stackId).connection === 'offline'
    // What else fails meanwhile is no look, and puts none off.
    if (isOffline && due !== null && this.#due !== null && this.#due <= due) return
    this.#cancelTimer?.()
    this.#cancelTimer = null
    this.#due = due
    if (wait === null) return
    this.#cancelTimer = timing.after(wait, () => {
      this.#due = null
      this.#lookInTurn()
    })
  }

  /** Whatever else asks the stack now shows as well whether it is there. */
  #lookInTurn(): void {
    const { connections, stackId, idleTurns, api } = this.#options
    if (connections.of(stackId).connection !== 'online' || !idleTurns.isWanted(stackId)) void this.#look()
    // A request without a token would be two. This one tells more than a look.
    else if (!api().isSignedIn()) void this.check()
    else if (idleTurns.give(stackId)) this.#arm()
    else void this.#look()
  }

  #untilNextLook(hasWork: () => boolean): number | null {
    const { connections, stackId, policy, timing } = this.#options
    switch (connections.of(stackId).connection) {
      case 'online':
        return policy.online
      case 'checking':
      case 'offline': {
        const cap = hasWork() ? policy.offlineCap : policy.idleCap
        const whole = Math.min(cap, policy.offlineFirst * 2 ** Math.min(this.#vainLooks, 10))
        const wait = Math.round(whole * (0.5 + timing.random() / 2))
        // From the beginning of the last look: one that hangs until its time is out must not put off the next.
        const passed = this.#lookedAt === null ? 0 : Math.max(0, timing.now() - this.#lookedAt)
        return Math.max(0, wait - passed)
      }
      case 'signed_out':
      case 'no_secret':
        // Only a person can change this; asking on would lock an account that counts wrong attempts.
        return null
    }
  }
}
