import type { Base } from '@shared/domain/action'
import type { Instant } from '@shared/domain/thing'
import {
  meaningOfBlindLook,
  meaningOfRefusal,
  meaningOfSend,
  meaningOfVerdict,
  type Circumstances,
  type Meaning
} from './attempt'
import { carriedAlong, groundOf, outdatedValues, settledBelief, unsettledUntil } from './beliefs'
import type { Courier, Facts, LookOutcome, Parcel, SendOutcome } from './courier'
import { interruption } from './interruption'
import type { Change, Journal, JournalEntry } from './journal'
import type { OutboxPolicy } from './policy'
import { clockStep, isOfThisSecond, reconcile, type Verdict } from './reconcile'
import type { Recorder } from './recorder'
import type { RunResult } from './stackDrain'
import { nextLife, nothingShown, type Life, type LifeEvent } from './stateMachine'
import type { Timing } from './timing'

export interface RunnerOptions {
  readonly journal: Journal
  readonly recorder: Recorder
  readonly courier: Courier
  readonly policy: OutboxPolicy
  readonly timing: Timing
  readonly onChanged: (seq: number) => void
  readonly onProblem: (what: string, error: unknown) => void
  /** Whether an action may have been sent although the record does not say so. */
  readonly mayHaveBeenSent: (seq: number) => boolean
  /** Resolves when what could not be recorded may be tried again. */
  readonly again: () => Promise<void>
}

/** Tries one action once: looks where looking is due, sends where sending is due, and records every step. */
export class Runner {
  readonly #options: RunnerOptions
  /** Attempts that are over, but not on disk yet. */
  readonly #ends = new Set<Promise<void>>()
  /** Until when requests of this run may still be acting, by the clock that nobody can set. */
  readonly #mayActUntil = new Map<number, number>()
  #givenUp = false

  constructor(options: RunnerOptions) {
    this.#options = options
  }

  /** Resolves when the end of every attempt so far is on disk. */
  async recorded(): Promise<void> {
    await Promise.all(this.#ends)
  }

  /** From now on nothing is tried again that cannot be recorded: the app ends, and finds it so when it starts. */
  giveUp(): void {
    this.#givenUp = true
  }

  /** Never rejects: a journal that cannot be read, or a bug, must not cost the lane. */
  async run(seq: number): Promise<RunResult> {
    try {
      return await this.#run(seq)
    } catch (error) {
      const { timing, policy, onProblem } = this.#options
      onProblem(`action ${seq} could not be tried`, error)
      return { type: 'postponed', until: timing.now() + policy.backoffCap }
    }
  }

  async #run(seq: number): Promise<RunResult> {
    const { journal } = this.#options
    const entry = journal.bySeq(seq)
    if (entry === null) return { type: 'gone' }
    switch (entry.life.state) {
      case 'pending': {
        const until = this.#waitsUntil(entry)
        if (until !== null) return { type: 'postponed', until }
        if (!(await this.#looksFirst(entry))) return this.#send(entry)
        const looked = await this.#lookFirst(entry)
        return 'result' in looked ? looked.result : this.#send(looked.goOn)
      }
      case 'sending':
        return this.#interrupted(entry)
      case 'unknown':
        return this.#look(this.#byOwnClock(entry))
      default:
        return { type: 'ran', life: entry.life, closes: null }
    }
  }

  /** A clock that is set forward does not end the time for which a request may still be acting. */
  #byOwnClock(entry: JournalEntry): JournalEntry {
    const { timing } = this.#options
    const left = (this.#mayActUntil.get(entry.seq) ?? -Infinity) - timing.monotonicNow()
    return left <= 0 ? entry : { ...entry, life: { ...entry.life, mayStillHappenUntil: timing.now() + left } }
  }

  #noteFlight(seq: number, event: LifeEvent, life: Life): void {
    const { timing } = this.#options
    if (event.type === 'outcome_unknown' || event.type === 'contradicted') {
      this.#mayActUntil.set(seq, timing.monotonicNow() + event.mayStillHappenUntil - timing.now())
    } else if (life.state !== 'unknown') this.#mayActUntil.delete(seq)
  }

  #waitsUntil({ base }: JournalEntry): Instant | null {
    const { journal, timing, policy } = this.#options
    const until = unsettledUntil(base, journal)
    const now = timing.now()
    // No longer than that, whatever a clock that was set back meanwhile makes of it.
    return until === null || until <= now ? null : Math.min(until, now + policy.inFlightAfterNoAnswer)
  }

  async #interrupted(entry: JournalEntry): Promise<RunResult> {
    const change = interruption(entry, this.#options.timing.now(), this.#options.policy)
    await this.#recordEnd(change)
    this.#options.onChanged(entry.seq)
    return { type: 'ran', life: change.life, closes: null }
  }

  /** Nobody's state is overwritten unlooked, but what the server has just told us we have made of it ourselves. */
  async #looksFirst({ seq, intent, base, firstSentAt }: JournalEntry): Promise<boolean> {
    if (firstSentAt === null && this.#options.mayHaveBeenSent(seq)) return true
    if (intent.type !== 'status' && intent.type !== 'group') return false
    if (base.after === null) return true
    const { journal, timing, policy } = this.#options
    let belief = settledBelief(base, journal)
    if (belief.after !== null) {
      // The action before it has only just ended, and how is recorded in this very turn.
      await new Promise((resolve) => setImmediate(resolve))
      belief = settledBelief(base, journal)
    }
    if (belief.asOf === null) return true
    const age = timing.now() - belief.asOf
    // One from the future was answered before the clock was set back: nobody knows how old it is.
    return age < 0 || age > policy.lookWhenOlderThan
  }

  async #lookFirst(entry: JournalEntry): Promise<{ result: RunResult } | { goOn: JournalEntry }> {
    const { startedAt, outcome, verdict } = await this.#see(entry)
    if (outcome.type === 'not_shown') return { goOn: entry }
    if (verdict?.type === 'cannot_tell') return { goOn: withArrived(entry, verdict.arrived) }
    if (verdict?.type === 'absent') {
      const now = this.#options.timing.now()
      if (outcome.type === 'seen' && isOfThisSecond(outcome.facts, now)) {
        return { result: { type: 'postponed', until: now + clockStep } }
      }
      const base: Base | null =
        verdict.shows === null
          ? null
          : { value: verdict.shows.value, since: verdict.shows.since, asOf: startedAt, after: null }
      return { goOn: withArrived(base === null ? entry : { ...entry, base }, verdict.arrived) }
    }
    const meaning = this.#meaningOfLook(entry, startedAt, outcome, verdict)
    return { result: await this.#finishLook(entry, startedAt, meaning) }
  }

  async #look(entry: JournalEntry): Promise<RunResult> {
    const { startedAt, outcome, verdict } = await this.#see(entry)
    return this.#finishLook(entry, startedAt, this.#meaningOfLook(entry, startedAt, outcome, verdict))
  }

  /** What the server shows, and what that means for this action; no verdict where nothing was to be seen. */
  async #see(entry: JournalEntry): Promise<{ startedAt: Instant; outcome: LookOutcome; verdict: Verdict | null }> {
    const { courier, timing } = this.#options
    const startedAt = timing.now()
    const outcome = await guarded<LookOutcome>(() => courier.look(parcelOf(entry)), lookFailure)
    const verdict = outcome.type === 'seen' ? this.#verdict(entry, outcome.facts, startedAt) : null
    return { startedAt, outcome, verdict }
  }

  #verdict(entry: JournalEntry, facts: Facts, askedAt: Instant): Verdict {
    const { journal, policy } = this.#options
    const settled = settledBelief(entry.base, journal)
    const carried = carriedAlong(settled, entry, journal, askedAt, policy.shownWithin)
    const ground = groundOf(entry, journal)
    const outdated = outdatedValues(entry.base, journal, askedAt, policy.shownWithin)
    return reconcile(
      {
        ...entry,
        arrived: entry.life.arrived ?? [],
        base: carried.belief,
        ground: { ...ground, perhaps: [...ground.perhaps, ...carried.perhaps] },
        outdated: [...outdated, ...carried.outdated]
      },
      facts
    )
  }

  /** What a slow answer shows may be as old as the question: what came later need not be in it. */
  #meaningOfLook(entry: JournalEntry, startedAt: Instant, outcome: LookOutcome, verdict: Verdict | null): Meaning {
    if (outcome.type !== 'seen') return meaningOfBlindLook(outcome, this.#circumstances(entry))
    if (verdict === null) throw new Error('a look that saw something has a verdict')
    return meaningOfVerdict(verdict, outcome.httpStatus, { ...this.#circumstances(entry), now: startedAt })
  }

  async #finishLook(entry: JournalEntry, startedAt: Instant, meaning: Meaning): Promise<RunResult> {
    return this.#finish(entry, entry.life, meaning, { kind: 'look', startedAt })
  }

  async #send(entry: JournalEntry): Promise<RunResult> {
    const { courier, timing } = this.#options
    const startedAt = timing.now()
    const sending = advance(entry.life, { type: 'send_started' })
    const started = await this.#recordStart(entry, sending, startedAt)
    if (!started) return { type: 'postponed', until: timing.now() + this.#options.policy.backoffFirst }
    const parcel = parcelOf(entry)
    const outcome = await guarded<SendOutcome>(() => courier.send(parcel), sendFailure)
    const meaning =
      outcome.type === 'refused' && outcome.httpStatus !== null && isAboutGroup(entry)
        ? await this.#checkRefusal(entry, outcome)
        : meaningOfSend(outcome, this.#circumstances(entry))
    return this.#finish(entry, sending, meaning, null)
  }

  /** What we wanted of a group may be so all the same, by an earlier attempt of ours or by somebody else. */
  async #checkRefusal(entry: JournalEntry, refusal: Extract<SendOutcome, { type: 'refused' }>): Promise<Meaning> {
    const { outcome: looked, verdict } = await this.#see(entry)
    if (looked.type !== 'seen' || verdict === null)
      return meaningOfRefusal(refusal, saysItIsSo(entry, refusal.httpStatus), nothingShown)
    if (verdict.type === 'found') return meaningOfVerdict(verdict, looked.httpStatus, this.#circumstances(entry))
    const isHidden = 'complete' in looked.facts && !looked.facts.complete
    return meaningOfRefusal(refusal, isHidden && saysItIsSo(entry, refusal.httpStatus), verdict.shows ?? nothingShown)
  }

  async #recordStart(entry: JournalEntry, sending: Life, startedAt: Instant): Promise<boolean> {
    try {
      await this.#options.recorder.record({
        seq: entry.seq,
        life: sending,
        base: entry.base,
        firstSentAt: entry.firstSentAt ?? startedAt,
        startAttempt: { kind: 'send', startedAt }
      })
    } catch (error) {
      this.#options.onProblem('an attempt could not be recorded, so nothing was sent', error)
      return false
    }
    this.#options.onChanged(entry.seq)
    return true
  }

  async #finish(
    entry: JournalEntry,
    before: Life,
    meaning: Meaning,
    startAttempt: Change['startAttempt'] | null
  ): Promise<RunResult> {
    const { timing, onChanged, onProblem } = this.#options
    const life = advance(before, meaning.event)
    this.#noteFlight(entry.seq, meaning.event, life)
    const change: Change = {
      seq: entry.seq,
      life,
      failures: meaning.failures,
      ...(provesNothingWasDone(meaning.event) ? { firstSentAt: entry.firstSentAt } : {}),
      ...(startAttempt === null ? {} : { startAttempt }),
      ...(life.state === 'done'
        ? {
            receipt: {
              at: timing.now(),
              by: meaning.event.type === 'found' ? ('read_back' as const) : ('answer' as const),
              responsible: meaning.responsible
            }
          }
        : {}),
      endAttempt: {
        endedAt: timing.now(),
        outcome: life.state === 'unknown' && tellsWhetherItIsSo(meaning) ? 'too_early' : meaning.outcome,
        httpStatus: meaning.httpStatus,
        words: meaning.words
      }
    }
    const recorded = this.#recordEnd(change)
      .then(() => onChanged(entry.seq))
      .catch((error: unknown) => onProblem(`nobody could be told how action ${entry.seq} ended`, error))
    this.#ends.add(recorded)
    void recorded.then(() => this.#ends.delete(recorded))
    // What is over holds up nobody: whatever waited for it is recorded in the same transaction, never in an earlier one.
    if (life.state !== 'done') await recorded
    return { type: 'ran', life, closes: meaning.closes, restUntil: meaning.restUntil }
  }

  /** What has happened must get on disk: while it cannot, the action stays where it is and blocks its lane. */
  async #recordEnd(change: Change): Promise<void> {
    const { recorder, onProblem, again } = this.#options
    for (;;) {
      try {
        await recorder.record(change)
        return
      } catch (error) {
        if (this.#givenUp) return
        onProblem('the end of an attempt could not be recorded yet', error)
        await again()
      }
    }
  }

  #circumstances({ failures, life }: JournalEntry): Circumstances {
    const { timing, policy } = this.#options
    const { mayStillHappenUntil } = life
    return { now: timing.now(), failures, mayStillHappenUntil, random: timing.random(), policy }
  }
}

/** Of several commands, those that are there already are not sent. */
function withArrived(entry: JournalEntry, arrived: readonly number[] = []): JournalEntry {
  return arrived.length === 0 ? entry : { ...entry, life: { ...entry.life, arrived } }
}

function advance(life: Life, event: LifeEvent): Life {
  const next = nextLife(life, event)
  if (next === null) throw new Error(`${event.type} cannot happen to an action that is ${life.state}`)
  return next
}

function tellsWhetherItIsSo({ outcome }: Meaning): boolean {
  return outcome === 'absent' || outcome === 'found'
}

/** Then this attempt was none: whatever the server shows afterwards is not its doing. */
function provesNothingWasDone({ type }: LifeEvent): boolean {
  return type === 'not_done' || type === 'refused'
}

function isAboutGroup({ intent }: JournalEntry): boolean {
  return intent.type === 'group_create' || intent.type === 'group_rename' || intent.type === 'group_delete'
}

/** "Exists already", "no such group": the no to something that is so already. */
function saysItIsSo({ intent }: JournalEntry, httpStatus: number | null): boolean {
  switch (intent.type) {
    case 'group_create':
      return httpStatus === 409
    case 'group_rename':
      return httpStatus === 404 || httpStatus === 409
    case 'group_delete':
      return httpStatus === 404 || httpStatus === 410
    default:
      return false
  }
}

function parcelOf({ stackId, intent, transactionId, firstSentAt, life }: JournalEntry): Parcel {
  return { stackId, intent, transactionId, arrived: life.arrived ?? [], firstSentAt }
}

/** A courier that throws has a bug; the action must not pay for it with a wrong state. */
async function guarded<T>(call: () => Promise<T>, failure: (words: string) => T): Promise<T> {
  try {
    return await call()
  } catch (error) {
    return failure(error instanceof Error ? error.message : 'unknown error')
  }
}

function sendFailure(words: string): SendOutcome {
  return { type: 'unknown', httpStatus: null, retryAfterMs: null, words }
}

function lookFailure(words: string): LookOutcome {
  return { type: 'unknown', httpStatus: null, retryAfterMs: null, words }
}
