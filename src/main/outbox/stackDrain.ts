import type { Action } from '@shared/domain/action'
import type { Instant } from '@shared/domain/thing'
import { claimsOf } from './claims'
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
}

/**
 * Works off the open actions of one stack: several at once where their lanes allow, the oldest first, each not before
 * its time, none while the gate is closed.
 */
export class StackDrain {
  readonly #options: StackDrainOptions
  readonly #lanes = new Lanes()
  readonly #lives = new Map<number, Life>()
  /** Free and due, oldest first when taken. */
  readonly #ready = new Set<number>()
  /** Free, but not before an instant. */
  readonly #delayed = new Map<number, Instant>()
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
    this.#lanes.add(entry.seq, claimsOf(entry.intent, entry.base))
    this.#lives.set(entry.seq, entry.life)
    this.#schedule(entry.seq)
  }

  /** Takes over what a person has decided about actions that are not running. */
  changed(decided: Iterable<{ readonly seq: number; readonly life: Life }>): void {
    for (const { seq, life } of decided) this.#settle(seq, life)
    this.pump()
  }

  /** What is under way, by sequence number, in the order of its beginning. */
  get running(): number[] {
    return [...this.#running.keys()]
  }

  isRunning(seq: number): boolean {
    return this.#running.has(seq)
  }

  /** Why an open action is not moving now, or null when it is about to. */
  waitReason(seq: number): Action['waits'] {
    const life = this.#lives.get(seq)
    if (life === undefined || life.state === 'needs_you' || this.#running.has(seq)) return null
    if (!this.#lanes.isFree(seq)) return 'earlier_action'
    if (this.#paused) return 'paused'
    if (this.#gate !== 'open') return this.#gate
    return this.#delayed.has(seq) ? 'later' : null
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
    for (const seq of Array.from(this.#delayed.keys())) this.#postpone(seq, null)
    this.pump()
  }

  pump(): void {
    const { policy, timing } = this.#options
    if (this.#stopped || this.#paused) return
    const now = timing.now()
    this.#followClock(now)
    for (const [seq, due] of this.#delayed) {
      if (due > now) continue
      this.#delayed.delete(seq)
      this.#ready.add(seq)
    }
    while (this.#gate === 'open' && this.#running.size < policy.lanes && this.#ready.size > 0) {
      const seq = this.#oldestReady()
      this.#ready.delete(seq)
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
    this.#ready.delete(seq)
    this.#delayed.delete(seq)
    for (const freed of this.#lanes.remove(seq)) this.#schedule(freed)
  }

  #schedule(seq: number): void {
    const life = this.#lives.get(seq)
    if (life === undefined || this.#running.has(seq)) return
    this.#ready.delete(seq)
    this.#delayed.delete(seq)
    if (life.state === 'needs_you' || !this.#lanes.isFree(seq)) return
    if (life.notBefore === null) this.#ready.add(seq)
    else this.#delayed.set(seq, life.notBefore)
  }

  /** A clock that was set back must not make anything wait the longer for it. */
  #followClock(now: Instant): void {
    const back = this.#lastNow - now
    this.#lastNow = now
    if (back > 0) for (const [seq, due] of this.#delayed) this.#delayed.set(seq, due - back)
  }

  #oldestReady(): number {
    // Freed actions arrive out of order, so the set is scanned; it holds what is free, which is little in long lanes.
    let oldest = Infinity
    for (const seq of this.#ready) if (seq < oldest) oldest = seq
    return oldest
  }

  #armTimer(now: Instant): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
    if (this.#gate !== 'open' || this.#delayed.size === 0) return
    let next = Infinity
    for (const due of this.#delayed.values()) if (due < next) next = due
    this.#cancelTimer = this.#options.timing.after(Math.max(0, next - now), () => this.pump())
  }
}
