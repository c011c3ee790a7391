import type { Problem } from '@shared/domain/problem'
import type { Stack } from '@shared/domain/stack'
import type { Session as SessionView } from '@shared/ipc/channels'
import type { Outcome } from '../api/outcome'
import type { StackApi } from '../api/stackApi'
import type { DrainProgress } from '../outbox/drainMeter'
import type { GateState } from '../outbox/gate'
import type { StateCounts } from '../outbox/journal'
import type { DiskProblem } from '../outbox/storageWatch'
import type { Timing } from '../outbox/timing'
import type { IdleTurns } from '../things/idleTurns'
import { Connections, type ConnectionState } from './connections'
import { StackWatch, type WatchPolicy } from './watch'

export interface SessionOptions {
  readonly activeStack: () => Stack | null
  readonly allStacks: () => readonly Stack[]
  readonly apiOf: (stackId: string) => StackApi
  readonly probe: (stackId: string) => Promise<Problem | null>
  readonly idleTurns: IdleTurns
  readonly counts: (stackId: string) => StateCounts
  readonly isPaused: (stackId: string) => boolean
  readonly progress: (stackId: string) => DrainProgress | null
  readonly storage: () => DiskProblem | null
  readonly setGate: (stackId: string, gate: GateState) => void
  readonly hurry: (stackId: string) => void
  readonly timing: Timing
  readonly policy: WatchPolicy
  readonly onChanged: () => void
}

const gates: Readonly<Record<ConnectionState['connection'], GateState>> = {
  online: 'open',
  offline: 'offline',
  checking: 'offline',
  signed_out: 'signed_out',
  no_secret: 'secret_missing'
}

/**
 * Who we are signed in to and whether they can be reached: for every stack that is in use or has something waiting, so
 * that work captured for one customer goes on being sent while the technician works for another.
 */
export class Session {
  readonly #options: SessionOptions
  readonly #connections: Connections
  readonly #watches = new Map<string, StackWatch>()

  constructor(options: SessionOptions) {
    this.#options = options
    this.#connections = new Connections(options.timing.now, (stackId, state, before) => {
      options.setGate(stackId, gates[state.connection])
      if (state.connection === 'online' && before.connection !== 'online') options.hurry(stackId)
      if (state.connection !== 'online') options.idleTurns.release(stackId)
      options.onChanged()
    })
  }

  /** Begins to watch the active stack and all with open actions. */
  start(): void {
    for (const stack of this.#options.allStacks()) if (this.#isNeeded(stack.id)) void this.#watchOf(stack.id).check()
  }

  stop(): void {
    for (const watch of this.#watches.values()) watch.stop()
  }

  heard(stackId: string, outcome: Outcome<unknown>): void {
    this.#watches.get(stackId)?.heard(outcome)
  }

  /** The outbox had to stop sending for a stack. */
  gateClosed(stackId: string, why: Exclude<GateState, 'open'>): void {
    this.#watchOf(stackId).closed(why === 'secret_missing' ? 'no_secret' : why)
  }

  /** A stack was saved or chosen: what was known of it may be wrong now, and so may be what a watch is just asking. */
  async recheck(stackId: string): Promise<void> {
    this.#watches.get(stackId)?.stop()
    this.#watches.delete(stackId)
    this.#options.onChanged()
    await this.#watchOf(stackId).check()
  }

  /** A stack with something new to send must be watched even if it is not the active one, and looked at sooner. */
  needed(stackId: string): void {
    const watch = this.#watches.get(stackId)
    if (watch !== undefined) watch.workWaits()
    else if (this.#options.allStacks().some(({ id }) => id === stackId)) void this.#watchOf(stackId).check()
  }

  removed(stackId: string): void {
    this.#watches.get(stackId)?.stop()
    this.#watches.delete(stackId)
    this.#connections.forget(stackId)
    this.#options.idleTurns.release(stackId)
    this.#options.onChanged()
  }

  /** Looks again at everything that is in use, because somebody asks. */
  async checkAll(): Promise<void> {
    await this.#checkThose(() => true)
  }

  /** The laptop woke up or the network changed. That mends no credentials, and refused ones are not tried again. */
  async wake(): Promise<void> {
    await this.#checkThose((stackId) => this.#connections.of(stackId).connection !== 'signed_out')
  }

  async #checkThose(wanted: (stackId: string) => boolean): Promise<void> {
    const needed = this.#options.allStacks().filter(({ id }) => this.#isNeeded(id) && wanted(id))
    await Promise.all(needed.map(({ id }) => this.#watchOf(id).check()))
  }

  /** Whether a stack was reached, and took our credentials, when it was last heard of. */
  isOnline(stackId: string): boolean {
    return this.#connections.of(stackId).connection === 'online'
  }

  /** Something that the page sees has changed outside: tell it. */
  tell(): void {
    this.#options.onChanged()
  }

  view(): SessionView {
    const { activeStack, allStacks, counts, timing } = this.#options
    const stack = activeStack()
    const elsewhere = { waiting: 0, needsYou: 0 }
    for (const other of allStacks()) {
      if (other.id === stack?.id) continue
      const { waiting, needsYou } = counts(other.id)
      elsewhere.waiting += waiting
      elsewhere.needsYou += needsYou
    }
    if (stack === null) {
      return {
        stack: null,
        connection: 'no_stack',
        since: timing.now(),
        problem: null,
        waiting: 0,
        sending: 0,
        needsYou: 0,
        paused: false,
        progress: null,
        storage: this.#options.storage(),
        elsewhere
      }
    }
    return {
      stack: { id: stack.id, name: stack.name },
      ...this.#connections.of(stack.id),
      ...counts(stack.id),
      paused: this.#options.isPaused(stack.id),
      progress: this.#options.progress(stack.id),
      storage: this.#options.storage(),
      elsewhere
    }
  }

  #isNeeded(stackId: string): boolean {
    const { waiting, needsYou } = this.#options.counts(stackId)
    return this.#options.activeStack()?.id === stackId || waiting + needsYou > 0
  }

  #watchOf(stackId: string): StackWatch {
    let watch = this.#watches.get(stackId)
    if (watch === undefined) {
      watch = new StackWatch({
        stackId,
        connections: this.#connections,
        api: () => this.#options.apiOf(stackId),
        probe: () => this.#options.probe(stackId),
        idleTurns: this.#options.idleTurns,
        hasWork: () => this.#options.counts(stackId).waiting > 0,
        timing: this.#options.timing,
        policy: this.#options.policy
      })
      this.#watches.set(stackId, watch)
    }
    return watch
  }
}
