import type { Action } from '@shared/domain/action'
import type { Instant } from '@shared/domain/thing'
import { claimsOf } from './claims'
import { DueQueue } from './dueQueue'
import type { GateState } from './gate'
import type { OpenEntry } from './journal'
import { Lanes } from './lanes'
import type { OutboxPolicy } from './policy'
import type { Life } from './stateMachine'
import type { Timing } from './timing'

/** What one run of an action left. */
export type RunResult =
  /** Its life afterwards, as recorded, and whether the whole stack has to rest. */
  | { readonly type: 'ran'; readonly life: Life; readonly closes: Exclude<GateState, 'open'> | null }
  /** Nothing has happened and nothing was recorded. */
  | { readonly type: 'postponed'; readonly until: Instant }
  /** The journal has put it into quarantine. */
  | { readonly type: 'gone' }

export interface StackDrainOptions {
  readonly policy: OutboxPolicy
  readonly timing: Timing
  /** Tries one action once, with everything recorded when it resolves. Must not reject. */
  readonly run: (seq: number) => Promise<RunResult>
  readonly onGateClosed: (why: Exclude<GateState, 'open'>) => void
  /** Whether what happens can be recorded; while it cannot, nothing may begin. */
  readonly canRecord: () => boolean
}

/**
 * Works off the open actions of one stack: several at once where their lanes allow, the oldest first, each not before
 * its time, none while the gate is closed.
 */
export class StackDrain {
  readonly #options: StackDrainOptions
  readonly #lanes = new Lanes()
  readonly #lives = new Map<number, Life>()
  /** Those that are free. */
  readonly #due = new DueQueue()
  readonly #running = new Map<number, Promise<void>>()
  #gate: GateState = 'offline'
  #paused = false
  #lastNow = -Infinity
  #stopped = false
  #cancelTimer: (() => void) | null = null

  constructor(options: StackDrainOptions) {
    this.#options = options
  }

  get gate(): GateState {
    return this.#gate
  }

  get hasOpen(): boolean {
    return this.#lives.size > 0
  }

  /** Entries come in the order of their sequence numbers. */
  add(entry: Pick<OpenEntry, 'seq' | 'intent' | 'base' | 'life'>): void {
    if (this.#lives.has(entry.seq)) return
    this.#lanes.add(entry.seq, claimsOf(entry.intent, entry.base))
    this.#lives.set(entry.seq, entry.life)
    this.#schedule(entry.seq)
  }

  /** Takes over what a person has decided about an action that is not running. */
  changed(seq: number, life: Life): void {
    // One that is not here yet is found as it is now when its turn comes to be added.
    if (this.#lives.has(seq)) this.#settle(seq, life)
    this.pump()
  }

  get isBusy(): boolean {
    return this.#running.size > 0
  }

  isRunning(seq: number): boolean {
    return this.#running.has(seq)
  }

  /** Why an open action is not moving now, or null when it is about to. */
  waitReason(seq: number): Action['waits'] {
    const life = this.#lives.get(seq)
    if (life === undefined || life.state === 'needs_you') return null
    const unrecorded = this.#options.canRecord() ? null : 'cannot_record'
    if (this.#running.has(seq)) return unrecorded
    if (!this.#lanes.isFree(seq)) return 'earlier_action'
    if (this.#paused) return 'paused'
    if (unrecorded !== null) return unrecorded
    if (this.#gate !== 'open') return this.#gate
    return this.#due.isDelayed(seq) ? 'later' : null
  }

  setGate(gate: GateState): void {
    this.#gate = gate
    this.pump()
  }

  get paused(): boolean {
    return this.#paused
  }

  /** A person's wish, beside the gate: what is under way ends, nothing more is started. */
  setPaused(paused: boolean): void {
    this.#paused = paused
    this.pump()
  }

  /** Forgets all waiting times: somebody wants it now, or the connection has just come back. */
  hurry(): void {
    for (const seq of this.#due.delayed()) this.#postpone(seq, null)
    this.pump()
  }

  /** Forgets the waiting time of one action; the next pump may start it. */
  hurryOne(seq: number): void {
    if (this.#due.isDelayed(seq)) this.#postpone(seq, null)
  }

  pump(): void {
    const { policy, timing } = this.#options
    if (this.#stopped || this.#paused || !this.#options.canRecord()) return
    const now = timing.now()
    this.#followClock(now)
    while (this.#gate === 'open' && this.#running.size < policy.lanes) {
      const seq = this.#due.take(now)
      if (seq === null) break
      this.#running.set(seq, this.#runOne(seq))
    }
    this.#armTimer(now)
  }

  /** Starts nothing more. @returns when what was under way has ended */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancelTimer?.()
    await Promise.all(this.#running.values())
  }

  async #runOne(seq: number): Promise<void> {
    const result = await this.#options.run(seq)
    this.#running.delete(seq)
    if (result.type === 'gone') this.#close(seq)
    else if (result.type === 'postponed') this.#postpone(seq, result.until)
    else {
      const { life, closes } = result
      if (closes !== null && this.#gate === 'open') {
        this.#gate = closes
        this.#options.onGateClosed(closes)
      }
      this.#settle(seq, life)
    }
    this.pump()
  }

  #settle(seq: number, life: Life): void {
    if (life.state === 'done' || life.state === 'discarded') {
      this.#close(seq)
    } else {
      this.#lives.set(seq, life)
      this.#schedule(seq)
    }
  }

  #postpone(seq: number, notBefore: Instant | null): void {
    const life = this.#lives.get(seq)
    if (life !== undefined) this.#settle(seq, { ...life, notBefore })
  }

  #close(seq: number): void {
    this.#lives.delete(seq)
    this.#due.delete(seq)
    for (const freed of this.#lanes.remove(seq)) this.#schedule(freed)
  }

  #schedule(seq: number): void {
    const life = this.#lives.get(seq)
    if (life === undefined || this.#running.has(seq)) return
    if (life.state === 'needs_you' || !this.#lanes.isFree(seq)) this.#due.delete(seq)
    else this.#due.put(seq, life.notBefore)
  }

  /** A clock that was set back must not make anything wait the longer for it. */
  #followClock(now: Instant): void {
    const back = this.#lastNow - now
    this.#lastNow = now
    if (back > 0) this.#due.shift(back)
  }

  #armTimer(now: Instant): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
    const next = this.#gate === 'open' ? this.#due.nextDue() : null
    if (next !== null) this.#cancelTimer = this.#options.timing.after(Math.max(0, next - now), () => this.pump())
  }
}
