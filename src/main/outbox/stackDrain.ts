import type { Action } from '@shared/domain/action'
import type { Instant } from '@shared/domain/thing'
import { claimsOf } from './claims'
import { DueQueue } from './dueQueue'
import type { GateState } from './gate'
import type { OpenEntry, OpenPage } from './journal'
import { Lanes } from './lanes'
import type { OutboxPolicy } from './policy'
import type { Life } from './stateMachine'
import type { Timing } from './timing'

/** What one run of an action left. */
export type RunResult =
  /** Its life afterwards, as recorded, and whether the whole stack has to rest: until somebody opens it, or a time. */
  | {
      readonly type: 'ran'
      readonly life: Life
      readonly closes: Exclude<GateState, 'open'> | null
      readonly restUntil?: Instant | null
    }
  /** Nothing has happened and nothing was recorded. */
  | { readonly type: 'postponed'; readonly until: Instant }
  /** The journal has put it into quarantine. */
  | { readonly type: 'gone' }

export interface StackDrainOptions {
  readonly policy: OutboxPolicy
  readonly timing: Timing
  /** Tries one action once, with everything recorded when it resolves. Must not reject. */
  readonly run: (seq: number) => Promise<RunResult>
  /** The next open actions after a number; null when they cannot be read now. */
  readonly more: (after: number) => OpenPage | null
  readonly onGateClosed: (why: Exclude<GateState, 'open'>) => void
  /** Whether what happens can be recorded; while it cannot, nothing may begin. */
  readonly canRecord: () => boolean
}

/** So many captured actions are kept in memory; those after them are read when their turn comes near. */
const mostAhead = 2_000

/**
 * Works off the open actions of one stack: several at once where their lanes allow, the oldest first, each not before
 * its time, none while the gate is closed.
 *
 * Of a long queue only the front is in memory. Nothing can be held back by what was captured after it, so that the
 * front alone tells what may start; more of the queue is read when lanes are free and nothing here is left for them.
 */
export class StackDrain {
  readonly #options: StackDrainOptions
  readonly #lanes = new Lanes()
  readonly #lives = new Map<number, Life>()
  /** Those that are free. */
  readonly #due = new DueQueue()
  readonly #running = new Map<number, Promise<void>>()
  /** The last action of the front, when open ones are left behind it. */
  #restAfter: number | null = null
  #gate: GateState = 'offline'
  #paused = false
  /** Waiting times of what is not in memory are older than that, and forgotten with the others. */
  #hurried = false
  #lastNow = -Infinity
  /** The server wants to be left alone until then. */
  #restUntil = -Infinity
  #stopped = false
  #cancelTimer: (() => void) | null = null

  constructor(options: StackDrainOptions) {
    this.#options = options
  }

  get gate(): GateState {
    return this.#gate
  }

  /** Begins with what an earlier run of the app has left. */
  takeUp(): void {
    this.#restAfter = 0
    this.#readOn()
    this.pump()
  }

  /** Captured actions come in the order of their sequence numbers. */
  add(entry: Pick<OpenEntry, 'seq' | 'intent' | 'base' | 'life'>): void {
    if (this.#restAfter === null && this.#lives.size >= mostAhead) this.#restAfter = entry.seq - 1
    if (this.#restAfter === null) this.#enter(entry)
  }

  /** Takes over what a person has decided about actions that are not running. */
  changed(decided: Iterable<{ readonly seq: number; readonly life: Life }>): void {
    this.#restUntil = -Infinity
    // One that is not here yet is found as it is now when its turn comes to be read.
    for (const { seq, life } of decided) if (this.#lives.has(seq)) this.#settle(seq, life)
    this.pump()
  }

  /** What is under way, by sequence number, in the order of its beginning. */
  get running(): number[] {
    return [...this.#running.keys()]
  }

  get isBusy(): boolean {
    return this.#running.size > 0
  }

  isRunning(seq: number): boolean {
    return this.#running.has(seq)
  }

  /** Why an action that waits is not moving now, or null when it is about to. */
  waitReason(seq: number): Action['waits'] {
    const unrecorded = this.#options.canRecord() ? null : 'cannot_record'
    if (this.#running.has(seq)) return unrecorded
    if (this.#lives.has(seq) && !this.#lanes.isFree(seq)) return 'earlier_action'
    if (this.#paused) return 'paused'
    if (unrecorded !== null) return unrecorded
    if (this.#gate !== 'open') return this.#gate
    return this.#due.isDelayed(seq) || this.#options.timing.now() < this.#restUntil ? 'later' : null
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
    this.#hurried = true
    this.#restUntil = -Infinity
    for (const seq of this.#due.delayed()) this.#postpone(seq, null)
    this.pump()
  }

  pump(): void {
    const { policy, timing } = this.#options
    if (this.#stopped || this.#paused || !this.#options.canRecord()) return
    const now = timing.now()
    this.#followClock(now)
    const mayStart = this.#gate === 'open' && now >= this.#restUntil
    if (mayStart) this.#start(now)
    if (mayStart && this.#running.size < policy.lanes && this.#restAfter !== null) this.#readOnSoon()
    else this.#armTimer(now)
  }

  #start(now: Instant): void {
    while (this.#running.size < this.#options.policy.lanes) {
      const seq = this.#due.take(now)
      if (seq === null) return
      this.#running.set(seq, this.#runOne(seq))
    }
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
      const { life, closes, restUntil } = result
      this.#restUntil = Math.max(this.#restUntil, restUntil ?? -Infinity)
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

  #enter({ seq, intent, base, life }: OpenEntry): void {
    this.#lanes.add(seq, claimsOf(intent, base))
    this.#lives.set(seq, this.#hurried ? { ...life, notBefore: null } : life)
    this.#schedule(seq)
  }

  /** In a turn of its own: where much waits for a person, much is read before something is found that may start. */
  #readOnSoon(): void {
    this.#cancelTimer?.()
    const soon = setImmediate(() => {
      const wait = this.#readOn() ? null : this.#options.policy.backoffFirst
      if (wait === null) this.pump()
      else this.#cancelTimer = this.#options.timing.after(wait, () => this.pump())
    })
    this.#cancelTimer = () => clearImmediate(soon)
  }

  /** @returns whether the queue could be read */
  #readOn(): boolean {
    if (this.#restAfter === null) return true
    const page = this.#options.more(this.#restAfter)
    if (page === null) return false
    for (const entry of page.entries) this.#enter(entry)
    this.#restAfter = page.next
    return true
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
    if (back <= 0) return
    this.#due.shift(back)
    this.#restUntil -= back
  }

  #armTimer(now: Instant): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
    // What is due while every lane is busy is taken when one ends: nothing is to be looked at before.
    const isFull = this.#running.size >= this.#options.policy.lanes
    const due = now < this.#restUntil ? this.#restUntil : this.#due.nextDue()
    const next = this.#gate === 'open' && !isFull ? due : null
    if (next !== null) this.#cancelTimer = this.#options.timing.after(Math.max(0, next - now), () => this.pump())
  }
}
