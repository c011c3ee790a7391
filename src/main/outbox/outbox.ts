import { randomUUID } from 'node:crypto'
import { tuidOf, type Action, type Attempt, type Choice, type Intent } from '@shared/domain/action'
import { ProblemError } from '@shared/domain/problem'
import type { Quarantined } from '@shared/ipc/channels'
import { beliefAfter, beliefFor, settledBelief, type LastSeen } from './beliefs'
import type { Courier } from './courier'
import { dependentsOf } from './dependents'
import { DrainMeter, type DrainProgress } from './drainMeter'
import type { GateState } from './gate'
import { interruption } from './interruption'
import type { Change, Journal, JournalEntry, ListFilter, NewEntry, OpenEntry, OpenPage, StateCounts } from './journal'
import type { OutboxPolicy } from './policy'
import { Recorder } from './recorder'
import { Runner } from './runner'
import { StackClearing } from './stackClearing'
import { StackDrain } from './stackDrain'
import { nextLife, type Life, type LifeEvent } from './stateMachine'
import { StorageWatch, type DiskProblem } from './storageWatch'
import type { Timing } from './timing'

/** How many actions of an earlier run are taken up in one go; the event loop must get its turn between. */
const takenUpAtOnce = 500

/** How many refused actions are sent again in one transaction. */
const sentAgainAtOnce = 200

export interface OutboxOptions {
  readonly journal: Journal
  readonly courier: Courier
  readonly lastSeen: LastSeen
  readonly policy: OutboxPolicy
  readonly timing: Timing
  /** Called when a stack has to rest because its sending met a closed door. */
  readonly onGateClosed: (stackId: string, why: Exclude<GateState, 'open'>) => void
  /** Called with every action that is new or has changed, once it is on disk. */
  readonly onChanged: (stackId: string, seq: number) => void
  readonly onProblem: (what: string, error: unknown) => void
  /** Called when what happens cannot be recorded any more, or can be again. */
  readonly onStorageChanged: () => void
}

/**
 * The durable queue of everything a person wants changed. It promises: recorded before said to be saved, sent in order
 * per thing and group, never sent again before it is known not to have happened, never dropped but by a person.
 */
export class Outbox {
  readonly #options: OutboxOptions
  /** For a stack that is given up with all that waits for it. */
  readonly clearing: StackClearing
  readonly #storage: StorageWatch
  readonly #recorder: Recorder
  readonly #runner: Runner
  readonly #drains = new Map<string, StackDrain>()
  readonly #meters = new Map<string, DrainMeter>()
  /** While what an earlier run left is taken up, step by step: whatever is captured meanwhile is found with it. */
  #takingUp = false
  #stopTakingUp: () => void = () => undefined

  constructor(options: OutboxOptions) {
    this.#options = options
    const { journal, timing, policy } = options
    this.#storage = new StorageWatch({
      touch: () => journal.touch(),
      timing,
      pause: policy.backoffFirst,
      onChanged: () => this.#storageChanged()
    })
    this.#recorder = new Recorder({
      applyMeanwhile: (changes) => this.#storage.guardMeanwhile(() => journal.applyMeanwhile(changes))
    })
    this.clearing = new StackClearing({
      journal,
      timing,
      drainOf: (stackId) => this.#drainOf(stackId),
      write: (changes) => this.#write(changes),
      tell: (entry) => this.#tell(entry)
    })
    this.#runner = new Runner({
      ...options,
      recorder: this.#recorder,
      onChanged: (seq) => {
        const entry = journal.bySeq(seq)
        if (entry === null) return
        if (entry.life.state === 'done') this.#meterOf(entry.stackId).closed(timing.now())
        this.#tell(entry)
      }
    })
  }

  /**
   * Takes up what an earlier run of the app left: an attempt it was cut off in becomes `unknown`, never `pending`. A long
   * queue is taken up step by step, so that the first screen need not wait for it: in the order of capture, so that
   * whatever is known at any moment knows all that it has to wait for.
   */
  start(): void {
    this.#takeUp(0)
  }

  #takeUp(after: number): void {
    const { journal, timing, policy, onProblem } = this.#options
    let page: OpenPage
    try {
      page = journal.openEntries(after, takenUpAtOnce)
    } catch (error) {
      onProblem('the queue could not be read yet', error)
      this.#stopTakingUp = timing.after(policy.backoffFirst, () => this.#takeUp(after))
      return
    }
    const lives = this.#interrupted(page.entries)
    for (const entry of page.entries) {
      this.#drainOf(entry.stackId).add({ ...entry, life: lives.get(entry.seq) ?? entry.life })
    }
    for (const drain of this.#drains.values()) drain.pump()
    const { next } = page
    this.#takingUp = next !== null
    if (next === null) return
    const soon = setImmediate(() => this.#takeUp(next))
    this.#stopTakingUp = () => clearImmediate(soon)
  }

  /** @returns the lives of those that were cut off, by sequence number */
  #interrupted(entries: readonly OpenEntry[]): ReadonlyMap<number, Life> {
    const { journal, timing, policy, onProblem } = this.#options
    const cutOff = entries.flatMap(({ seq, life }) => (life.state === 'sending' ? (journal.bySeq(seq) ?? []) : []))
    const changes = cutOff.map((entry) => interruption(entry, timing.now(), policy))
    try {
      if (changes.length > 0) this.#write(changes)
    } catch (error) {
      // A full disk must not keep the app from opening: each is put right again before it is next tried.
      onProblem('interrupted attempts could not be recorded yet', error)
    }
    return new Map(changes.map(({ seq, life }) => [seq, life]))
  }

  /** Starts nothing more and waits for what is under way, at most `patience` ms; the rest is found again on start. */
  async stop(patience: number): Promise<void> {
    this.#stopTakingUp()
    this.#storage.stop()
    const ended = Promise.all([...this.#drains.values()].map((drain) => drain.stop()))
    await Promise.race([ended, new Promise<void>((resolve) => this.#options.timing.after(patience, resolve))])
    this.#recorder.flush()
  }

  setGate(stackId: string, gate: GateState): void {
    this.#drainOf(stackId).setGate(gate)
  }

  /** Forgets waiting times of a stack: the connection is back, or somebody wants it now. */
  hurry(stackId: string): void {
    this.#drainOf(stackId).hurry()
  }

  /** Stops or resumes the sending of a stack, until the app ends. */
  pause(stackId: string, paused: boolean): void {
    this.#drainOf(stackId).setPaused(paused)
  }

  isPaused(stackId: string): boolean {
    return this.#drainOf(stackId).paused
  }

  /** Why nothing can be recorded on this laptop, so that nothing is sent; null while all is well. */
  get storageProblem(): DiskProblem | null {
    return this.#storage.problem
  }

  progress(stackId: string): DrainProgress | null {
    return this.#meterOf(stackId).progress(this.#options.timing.now(), this.counts(stackId).waiting)
  }

  stacksWithOpenActions(): string[] {
    return [...this.#drains].filter(([, drain]) => drain.hasOpen).map(([stackId]) => stackId)
  }

  /**
   * Records intents, all or none, and returns when they are on disk.
   * @throws ProblemError disk_full, read_only, not_saved
   */
  capture(stackId: string, intents: readonly Intent[]): Action[] {
    const { journal, timing } = this.#options
    const capturedAt = timing.now()
    const batch: NewEntry[] = []
    const latest = new Map<string, number>()
    for (const [index, intent] of intents.entries()) {
      const subject = intent.type === 'status' || intent.type === 'group' ? `${intent.type}:${intent.tuid}` : null
      const buildsOn = subject === null ? null : (latest.get(subject) ?? null)
      const earlier = buildsOn === null ? undefined : batch[buildsOn]
      batch.push({
        id: randomUUID(),
        stackId,
        intent,
        transactionId: intent.type === 'command' ? journal.nextTransactionId(stackId) : null,
        base:
          earlier === undefined
            ? beliefFor(stackId, intent, journal, this.#options.lastSeen)
            : { ...beliefAfter({ ...earlier, seq: 0 }), after: null },
        capturedAt,
        buildsOn
      })
      if (subject !== null) latest.set(subject, index)
    }
    const entries = this.#storage.guard(() => journal.capture(batch))
    const drain = this.#drainOf(stackId)
    for (const entry of entries) {
      if (!this.#takingUp) drain.add(entry)
      this.#tell(entry)
    }
    drain.pump()
    return entries.map((entry) => this.#view(entry))
  }

  list(filter: ListFilter): Action[] {
    return this.#options.journal.list(filter).map((entry) => this.#view(entry))
  }

  /** @returns null when no such action is known */
  action(seq: number): Action | null {
    const entry = this.#options.journal.bySeq(seq)
    return entry === null ? null : this.#view(entry)
  }

  attempts(id: string): Attempt[] {
    return this.#options.journal.attempts(this.#entry(id).seq)
  }

  counts(stackId: string): StateCounts {
    return this.#options.journal.countOpen(stackId)
  }

  /** @throws ProblemError action_not_open when it is on its way, done, or waits for a decision */
  retry(id: string): Action {
    return this.#act(id, { type: 'retry' }, {})
  }

  /**
   * Everything of a stack, or of one of its things, now: waiting times are forgotten and refusals sent once more. What
   * needs a decision of its own stays.
   * @returns how many are tried
   */
  retryAll(stackId: string, tuid: string | null): number {
    const { journal } = this.#options
    const drain = this.#drainOf(stackId)
    let tried = 0
    let refused: JournalEntry[] = []
    for (const entry of journal.openAfter(stackId, 0)) {
      if ((tuid !== null && tuidOf(entry.intent) !== tuid) || drain.isRunning(entry.seq)) continue
      if (entry.life.need?.reason === 'refused') refused.push(entry)
      else if (entry.life.state === 'needs_you') continue
      else drain.hurryOne(entry.seq)
      tried++
      if (refused.length === sentAgainAtOnce) refused = this.#sendAgain(drain, refused)
    }
    this.#sendAgain(drain, refused)
    drain.pump()
    return tried
  }

  /** @returns nothing left to send again */
  #sendAgain(drain: StackDrain, refused: readonly JournalEntry[]): [] {
    const changes = refused.flatMap(({ seq, life }) => {
      const next = nextLife(life, { type: 'settle', choice: 'send_again' })
      return next === null ? [] : { seq, life: next, failures: 0 }
    })
    if (changes.length > 0) this.#write(changes)
    for (const { seq, life } of changes) drain.changed(seq, life)
    for (const entry of refused) this.#tell(entry)
    return []
  }

  /** Open actions that count on what this one makes. */
  dependents(id: string): Action[] {
    return this.#dependentsOf(this.#entry(id)).map((entry) => this.#view(entry))
  }

  quarantined(): Quarantined[] {
    return this.#options.journal.quarantined()
  }

  /** Every action of a stack with all its attempts, oldest first. */
  *export(stackId: string): Iterable<{ action: Action; attempts: Attempt[] }> {
    const { journal } = this.#options
    for (const entry of journal.all(stackId)) yield { action: this.#view(entry), attempts: journal.attempts(entry.seq) }
  }

  /** @throws ProblemError action_not_open when this choice is not (or no longer) to be made */
  settle(id: string, choice: Choice): Action {
    const entry = this.#entry(id)
    const { need } = entry.life
    const { now } = this.#options.timing
    const change: Partial<Change> = {}
    if (choice === 'mark_done') {
      Object.assign(change, { receipt: { at: now(), by: 'person', responsible: null } })
    } else if (choice === 'keep_theirs') {
      Object.assign(change, { discardReason: 'kept what the server shows' })
    } else if (need !== null && need.serverShows !== null) {
      // "Apply mine" knowing theirs: what the server showed is now what we build on, so it is no conflict any more.
      const asOf = entry.lastAttempt?.endedAt ?? null
      Object.assign(change, { base: { value: need.serverShows, since: need.serverShowsSince, asOf, after: null } })
    }
    return this.#act(id, { type: 'settle', choice }, change)
  }

  /** @throws ProblemError action_not_open when it is on its way or already closed */
  discard(id: string, reason: string, withDependents = false): Action {
    // The last first: none of them may start when what holds it back goes.
    const dependents = withDependents ? this.#dependentsOf(this.#entry(id)).toReversed() : []
    for (const dependent of dependents) this.#act(dependent.id, { type: 'discard' }, { discardReason: reason })
    return this.#act(id, { type: 'discard' }, { discardReason: reason })
  }

  #dependentsOf(entry: JournalEntry): JournalEntry[] {
    return dependentsOf(entry, this.#options.journal.openAfter(entry.stackId, entry.seq))
  }

  #act(id: string, event: LifeEvent, change: Partial<Change>): Action {
    const entry = this.#entry(id)
    const drain = this.#drainOf(entry.stackId)
    const life = drain.isRunning(entry.seq) ? null : nextLife(entry.life, event)
    if (life === null) throw new ProblemError({ kind: 'action_not_open' })
    this.#write([{ ...change, seq: entry.seq, life, failures: 0 }])
    drain.changed(entry.seq, life)
    this.#tell(entry)
    return this.#view(this.#entry(id))
  }

  /** @throws ProblemError disk_full, read_only, not_saved */
  #write(changes: readonly Change[]): void {
    this.#storage.guard(() => this.#options.journal.apply(changes))
  }

  #storageChanged(): void {
    for (const drain of this.#drains.values()) drain.pump()
    this.#options.onStorageChanged()
  }

  /** What is on disk is so, whatever the listener makes of it. */
  #tell({ stackId, seq }: Pick<JournalEntry, 'stackId' | 'seq'>): void {
    try {
      this.#options.onChanged(stackId, seq)
    } catch (error) {
      this.#options.onProblem(`nobody could be told that action ${seq} has changed`, error)
    }
  }

  #entry(id: string): JournalEntry {
    const entry = this.#options.journal.byId(id)
    if (entry === null) throw new ProblemError({ kind: 'action_not_open' })
    return entry
  }

  #meterOf(stackId: string): DrainMeter {
    let meter = this.#meters.get(stackId)
    if (meter === undefined) {
      meter = new DrainMeter()
      this.#meters.set(stackId, meter)
    }
    return meter
  }

  #drainOf(stackId: string): StackDrain {
    let drain = this.#drains.get(stackId)
    if (drain === undefined) {
      drain = new StackDrain({
        policy: this.#options.policy,
        timing: this.#options.timing,
        run: (seq) => this.#runner.run(seq),
        onGateClosed: (why) => this.#options.onGateClosed(stackId, why),
        canRecord: () => this.#storage.problem === null
      })
      this.#drains.set(stackId, drain)
    }
    return drain
  }

  #waits({ stackId, seq, life }: JournalEntry): Action['waits'] {
    // It may have ended for all who waited for it; what is on disk does not say so yet.
    if (life.state === 'sending' && this.#storage.problem !== null) return 'cannot_record'
    return this.#drainOf(stackId).waitReason(seq)
  }

  #view(entry: JournalEntry): Action {
    return {
      id: entry.id,
      seq: entry.seq,
      stackId: entry.stackId,
      intent: entry.intent,
      transactionId: entry.transactionId,
      base: settledBelief(entry.base, this.#options.journal),
      capturedAt: entry.capturedAt,
      state: entry.life.state,
      notBefore: entry.life.notBefore,
      waits: this.#waits(entry),
      attemptCount: entry.attemptCount,
      lastAttempt: entry.lastAttempt,
      need: entry.life.need,
      receipt: entry.receipt,
      discardReason: entry.discardReason
    }
  }
}
