import { randomUUID } from 'node:crypto'
import type { Action, Attempt, Base, Choice, Intent } from '@shared/domain/action'
import { ProblemError } from '@shared/domain/problem'
import type { Quarantined } from '@shared/ipc/channels'
import { beliefAfter, beliefFor, settledBelief, type LastSeen } from './beliefs'
import type { Courier } from './courier'
import { dependentsOf } from './dependents'
import { DrainMeter, type DrainProgress } from './drainMeter'
import type { GateState } from './gate'
import { interruption } from './interruption'
import type { Change, Journal, JournalEntry, NewEntry, OpenPage, StateCounts } from './journal'
import type { OutboxPolicy } from './policy'
import { Recorder } from './recorder'
import { Runner } from './runner'
import { settlementOf } from './settlement'
import { StackClearing } from './stackClearing'
import { TakingBack } from './takingBack'
import { StackDrain } from './stackDrain'
import { nextLife, type Life, type LifeEvent } from './stateMachine'
import { StorageWatch, type DiskProblem } from './storageWatch'
import { TransactionNumbers } from './transactionNumbers'
import type { Timing } from './timing'

/** How many open actions are read in one go: long enough for all lanes, too short to be felt on the screen. */
const readAtOnce = 200

export interface OutboxOptions {
  readonly journal: Journal
  readonly courier: Courier
  readonly lastSeen: LastSeen
  readonly policy: OutboxPolicy
  readonly timing: Timing
  /** The run before this one did not end in order: the disk may have lost its last records. */
  readonly endsMayBeMissing: boolean
  /** Called when a stack has to rest because its sending met a closed door. */
  readonly onGateClosed: (stackId: string, why: Exclude<GateState, 'open'>) => void
  /** Called with every action that is new or has changed, once it is on disk. */
  readonly onChanged: (stackId: string, seq: number) => void
  readonly onProblem: (what: string, error: unknown) => void
  /** Called when what happens cannot be recorded any more, or can be again. */
  readonly onStorageChanged: () => void
}

/** What a person wants to happen to an action, and what is recorded with it. */
export interface Decision {
  readonly event: LifeEvent
  readonly change?: Partial<Change>
}

/** How many decisions are written at once: some milliseconds of work. */
const decisionsAtOnce = 200

/**
 * The durable queue of everything a person wants changed. It promises: recorded before said to be saved, sent in order
 * per thing and group, never sent again before it is known not to have happened, never dropped but by a person.
 */
export class Outbox {
  readonly #options: OutboxOptions
  /** For a stack that is given up with all that waits for it. */
  readonly clearing: StackClearing
  readonly #takingBack: TakingBack
  readonly #storage: StorageWatch
  readonly #recorder: Recorder
  readonly #runner: Runner
  readonly #drains = new Map<string, StackDrain>()
  readonly #meters = new Map<string, DrainMeter>()
  /** The first action captured in this run of the app. */
  #firstOfRun = Infinity

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
    const hands = {
      drainOf: (stackId: string) => this.#drainOf(stackId),
      write: (changes: readonly Change[]) => this.#write(changes),
      tell: (entry: JournalEntry) => this.#tell(entry)
    }
    this.clearing = new StackClearing({ journal, timing, ...hands })
    this.#takingBack = new TakingBack({ journal, ...hands })
    this.#runner = new Runner({
      ...options,
      recorder: this.#recorder,
      mayHaveBeenSent: (seq) => options.endsMayBeMissing && seq < this.#firstOfRun,
      again: () => this.#storage.again(),
      onChanged: (seq) => {
        const entry = journal.bySeq(seq)
        if (entry === null) return
        if (entry.life.state === 'done') this.#meterOf(entry.stackId).closed(timing.now())
        this.#tell(entry)
      }
    })
  }

  /** Takes up what an earlier run of the app left: an attempt it was cut off in becomes `unknown`, never `pending`. */
  start(): void {
    const { journal, timing, policy, onProblem } = this.#options
    try {
      const changes = journal.sending().map((entry) => interruption(entry, timing.now(), policy))
      if (changes.length > 0) this.#write(changes)
    } catch (error) {
      // A full disk must not keep the app from opening: each is put right again before it is next tried.
      onProblem('interrupted attempts could not be recorded yet', error)
    }
    for (const stackId of journal.stacksWithOpen()) this.#drainOf(stackId).takeUp()
  }

  /** Starts nothing more and waits for what is under way, at most `patience` ms; the rest is found again on start. */
  async stop(patience: number): Promise<void> {
    this.#storage.stop()
    const stopped = Promise.all([...this.#drains.values()].map((drain) => drain.stop()))
    const ended = stopped.then(() => this.#runner.recorded())
    await Promise.race([ended, new Promise<void>((resolve) => this.#options.timing.after(patience, resolve))])
    this.#runner.giveUp()
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
    return this.#options.journal.stacksWithOpen()
  }

  /**
   * Records intents, all or none, and returns when they are on disk.
   * @param alongside writes what belongs to them, by their sequence numbers, in the same transaction
   * @throws ProblemError disk_full, read_only, not_saved
   */
  capture(stackId: string, intents: readonly Intent[], alongside?: (seqs: readonly number[]) => void): Action[] {
    const { journal, timing } = this.#options
    const capturedAt = timing.now()
    const batch: NewEntry[] = []
    const latest = new Map<string, number>()
    const numbers = new TransactionNumbers((count) => journal.nextTransactionIds(stackId, count))
    for (const [index, intent] of intents.entries()) {
      const subject = intent.type === 'status' || intent.type === 'group' ? `${intent.type}:${intent.tuid}` : null
      const buildsOn = subject === null ? null : (latest.get(subject) ?? null)
      const earlier = buildsOn === null ? undefined : batch[buildsOn]
      batch.push({
        id: randomUUID(),
        stackId,
        intent,
        transactionId: intent.type === 'command' ? numbers.take(intent.commands.length) : null,
        base:
          earlier === undefined
            ? beliefFor(stackId, intent, this.#options)
            : { ...beliefAfter({ ...earlier, seq: 0 }), after: null },
        capturedAt,
        buildsOn
      })
      if (subject !== null) latest.set(subject, index)
    }
    const entries = this.#storage.guard(() =>
      journal.capture(batch, (captured) => alongside?.(captured.map(({ seq }) => seq)))
    )
    this.#firstOfRun = Math.min(this.#firstOfRun, entries[0]?.seq ?? Infinity)
    const drain = this.#drainOf(stackId)
    for (const entry of entries) {
      drain.add(entry)
      this.#tell(entry)
    }
    drain.pump()
    return entries.map((entry) => this.#view(entry))
  }

  /** What is believed now about the subject of an intent: the server's state with our own actions on top. */
  belief(stackId: string, intent: Intent): Base {
    return settledBelief(beliefFor(stackId, intent, this.#options), this.#options.journal)
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

  /** What is being sent, or looked up, at this moment. */
  inFlight(stackId: string): Action[] {
    return this.#drainOf(stackId).running.flatMap((seq) => this.action(seq) ?? [])
  }

  /** Whether anything is on its way, to whichever stack. */
  isSending(): boolean {
    return this.stacksWithOpenActions().some((stackId) => this.#drainOf(stackId).running.length > 0)
  }

  /** @throws ProblemError action_not_open when it is on its way, done, or waits for a decision */
  retry(id: string): Action {
    return this.#act(id, { event: { type: 'retry' } })
  }

  /** Open actions that count on what this one makes. */
  dependents(id: string): Action[] {
    return this.#dependentsOf(this.#entry(id)).map((entry) => this.#view(entry))
  }

  quarantined(): Quarantined[] {
    return this.#options.journal.quarantined()
  }

  /** @throws ProblemError action_not_open when this choice is not (or no longer) to be made */
  settle(id: string, choice: Choice): Action {
    const change = settlementOf(this.#entry(id), choice, this.#options.timing.now())
    return this.#act(id, { event: { type: 'settle', choice }, change })
  }

  /** All or none. @throws ProblemError action_not_open when it is on its way or already closed */
  discard(id: string, reason: string, withDependents = false): Action {
    // The last first: none of them may start when what holds it back goes.
    const dependents = withDependents ? this.#dependentsOf(this.#entry(id)).toReversed() : []
    return this.#act(id, { event: { type: 'discard' }, change: { discardReason: reason } }, dependents)
  }

  /** Discards these actions of a stack, all or none. @returns those that have begun or ended, so that none was */
  takeBack(stackId: string, ids: readonly string[]): Action[] {
    return this.#takingBack.takeBack(stackId, ids).map((entry) => this.#view(entry))
  }

  #dependentsOf(entry: JournalEntry): JournalEntry[] {
    return dependentsOf(entry, this.#options.journal.openAfter(entry.stackId, entry.seq))
  }

  /**
   * A person's decision about many actions of a stack: a batch in one transaction, so that thousands of them hold up
   * nothing else.
   * @param decide null for an action that it does not concern
   * @returns for how many it was still to be made
   * @throws ProblemError disk_full, read_only, not_saved: nothing of that batch and those after it has changed
   */
  async decideAll(
    stackId: string,
    seqs: readonly number[],
    decide: (entry: JournalEntry) => Decision | null
  ): Promise<number> {
    let made = 0
    for (let at = 0; at < seqs.length; at += decisionsAtOnce) {
      if (at > 0) await new Promise((resolve) => setImmediate(resolve))
      const entries = seqs.slice(at, at + decisionsAtOnce).flatMap((seq) => this.#options.journal.bySeq(seq) ?? [])
      const decisions = entries.map((entry) => ({ entry, decision: decide(entry) }))
      made += this.#decide(stackId, decisions)
    }
    return made
  }

  #act(id: string, decision: Decision, before: readonly JournalEntry[] = []): Action {
    const entry = this.#entry(id)
    const decisions = [...before, entry].map((each) => ({ entry: each, decision }))
    if (this.#decide(entry.stackId, decisions, true) === 0) throw new ProblemError({ kind: 'action_not_open' })
    return this.#view(this.#entry(id))
  }

  /** @returns how many of them could be made: an action that is under way, or closed, is not to be decided on */
  #decide(
    stackId: string,
    decisions: readonly { readonly entry: JournalEntry; readonly decision: Decision | null }[],
    allOrNone = false
  ): number {
    const drain = this.#drainOf(stackId)
    const changes = decisions.flatMap(({ entry: { seq, life: before }, decision }) => {
      const life = decision === null || drain.isRunning(seq) ? null : nextLife(before, decision.event)
      return life === null ? [] : [{ ...decision?.change, seq, life, failures: 0 }]
    })
    if (changes.length === 0 || (allOrNone && changes.length < decisions.length)) return 0
    this.#write(changes)
    drain.changed(changes)
    for (const { seq } of changes) this.#tell({ stackId, seq })
    return changes.length
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
        more: (after) => this.#readMore(stackId, after),
        onGateClosed: (why) => this.#options.onGateClosed(stackId, why),
        canRecord: () => this.#storage.problem === null
      })
      this.#drains.set(stackId, drain)
    }
    return drain
  }

  #readMore(stackId: string, after: number): OpenPage | null {
    try {
      return this.#options.journal.openEntries(stackId, after, readAtOnce)
    } catch (error) {
      this.#options.onProblem('the queue could not be read on', error)
      return null
    }
  }

  #waits({ stackId, seq, life }: JournalEntry): Action['waits'] {
    // It may have ended for all who waited for it; what is on disk does not say so yet.
    if (life.state === 'sending' && this.#storage.problem !== null) return 'cannot_record'
    return isWaiting(life) ? this.#drainOf(stackId).waitReason(seq) : null
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

function isWaiting({ state }: Life): boolean {
  return state === 'pending' || state === 'unknown'
}
