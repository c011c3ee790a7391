import type { Action } from '@shared/domain/action'
import { deviceKindOf } from '@shared/domain/deviceKind'
import { heardSince } from '@shared/domain/heard'
import type { Problem } from '@shared/domain/problem'
import type { Instant, ThingMessage } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import { unnamedAlert, type Arrival } from '@shared/domain/visit'
import type { Outcome } from '../api/outcome'
import type { Timing } from '../outbox/timing'
import type { Log } from '../ports/log'
import type { VisitBook } from '../ports/visitBook'
import type { IdleTurns } from '../things/idleTurns'
import { PacedLooks } from '../things/pacedLooks'
import type { ThingReader } from '../things/thingReader'
import { listenedForMs, nextArrivalLookAt } from './arrivalPace'
import { AwaitedArrivals, type AwaitedArrival } from './awaitedArrivals'
import { NotedArrivals } from './notedArrivals'

export interface ArrivalsOptions {
  readonly book: VisitBook
  readonly things: Pick<ThingReader, 'generalInPassing' | 'installations'>
  readonly action: (seq: number) => Action | null
  /** What a thing alerts about now; null when that cannot be read. */
  readonly alertsOf: (stackId: string, tuid: Tuid, signal: AbortSignal) => Promise<readonly string[] | null>
  /** Whether the stack can be reached, and takes our credentials. */
  readonly isOnline: (stackId: string) => boolean
  readonly idleTurns: IdleTurns
  readonly timing: Timing
  readonly log: Log
  readonly onChanged: (visitId: string) => void
}

/** A laptop that was closed over a holiday still finds what has come meanwhile, in milliseconds. */
const longestBackMs = 7 * listenedForMs

/** Where the server does not list what alerts, each thing is asked for itself: no more than these. */
const mostAskedOneByOne = 50

/**
 * Whether what was installed on a visit is heard from, and whether it alerts. Each thing is asked for from its
 * installation until it is heard or a day has passed, also when the visit has ended and after a restart, with one request
 * a look. Alerts come with what others ask of the whole stack.
 */
export class Arrivals {
  readonly #options: ArrivalsOptions
  readonly #awaited = new AwaitedArrivals()
  readonly #noted: NotedArrivals
  readonly #looks: PacedLooks<AwaitedArrival>
  readonly #ending = new AbortController()
  /** How far each server's clock is ahead of this laptop's, in milliseconds. */
  readonly #ahead = new Map<string, number>()
  /** How often the answers of each stack were taken in. */
  readonly #considered = new Map<string, number>()

  constructor(options: ArrivalsOptions) {
    const { timing, log, isOnline, idleTurns } = options
    this.#options = options
    this.#noted = new NotedArrivals(options)
    this.#looks = new PacedLooks({
      all: () => this.#awaited.all(),
      isWanted: (thing) => this.#awaited.of(thing.visitId, thing.tuid) === thing,
      nextLookAt: (thing, now) => this.#nextLookAt(thing, now),
      ask: (thing, signal) => this.#ask(thing, signal),
      isOnline,
      idleTurns,
      asker: 'arrivals',
      timing,
      onLooked: (thing) => this.#endWhenLate(thing),
      onFault: (error) => log.warn('visits', 'whether a thing is heard could not be asked', { error })
    })
  }

  /** Takes up what an earlier run of the app has listened for, or had no time to note. */
  start(): void {
    const { book, action, timing } = this.#options
    const from = timing.now() - longestBackMs
    for (const { visitId, stackId, thing } of book.installed(from)) {
      const { tuid, arrival } = thing
      if (arrival?.heardAt === null && !this.#isLate(arrival, arrival.askedAt, stackId))
        this.#awaited.begin(stackId, visitId, tuid, arrival, false)
    }
    for (const seq of book.statusesNotNoted(from)) {
      const done = action(seq)
      if (done !== null) this.actionChanged(done)
    }
    this.#looks.rearm()
  }

  stop(): void {
    this.#ending.abort()
    this.#looks.stop()
    this.#noted.stop()
  }

  /** An action has changed: once the server has taken an installation, the thing is listened for. */
  actionChanged({ seq, stackId, intent, state, receipt }: Action): void {
    if (intent.type !== 'status' || state !== 'done' || receipt === null) return
    const { tuid } = intent
    const visitId = this.#options.book.visitOfAction(seq)
    if (visitId === null) return
    const before = this.#noted.of(visitId, tuid)
    if (intent.status !== 'installed') {
      this.#awaited.end(visitId, tuid)
      if (before !== null) this.#noted.note({ visitId, tuid, arrival: null })
      return
    }
    const since = this.#toSecond(receipt.at + (this.#ahead.get(stackId) ?? 0))
    if (before !== null && before.since >= since) return
    const arrival: Arrival = { since, heardAt: null, askedAt: null, alerts: [] }
    this.#noted.note({ visitId, tuid, arrival })
    this.#looks.begin(this.#awaited.begin(stackId, visitId, tuid, arrival, receipt.by === 'read_back'))
  }

  /** The connection of a stack may be another one. */
  poke(): void {
    this.#looks.rearm()
  }

  /** How any call to a stack has ended: it tells the server's clock, and when to leave it alone. */
  heard(stackId: string, outcome: Outcome<unknown>): void {
    this.#looks.heard(stackId, outcome)
    if (outcome.type === 'answered' && outcome.serverNow !== undefined)
      this.#ahead.set(stackId, outcome.serverNow - outcome.at)
  }

  /** The stack was removed, or is another one: nobody there knows these things. */
  forget(stackId: string): void {
    for (const thing of this.#awaited.all()) if (thing.stackId === stackId) this.#awaited.end(thing.visitId, thing.tuid)
    this.#ahead.delete(stackId)
  }

  /** Takes in messages of a thing, whoever has asked for them. */
  considerMessages(stackId: string, tuid: string, messages: readonly ThingMessage[], askedAt: Instant): void {
    if (this.#awaited.count(stackId) === 0) return
    for (const thing of this.#awaited.all()) {
      if (thing.stackId !== stackId || thing.tuid !== tuid || thing.isFoundLater) continue
      const moments = messages.map(({ at }) => at).filter((at) => at >= thing.arrival.since)
      if (moments.length > 0) this.#learn(thing, Math.min(...moments), askedAt)
    }
  }

  /** Takes in which things of a stack alert. @param alerting null: the server does not list them */
  considerAlerts(stackId: string, alerting: ReadonlySet<string> | null): void {
    void this.#considerAlerts(stackId, alerting).catch((error: unknown) =>
      this.#options.log.warn('visits', 'alerts of a visit could not be taken in', { error })
    )
  }

  /**
   * Asks now, because somebody wants to know, after these things of a visit as far as they are silent.
   * @returns what went wrong with one of them, null when nothing did
   */
  async check(visitId: string, tuids: readonly Tuid[]): Promise<Problem | null> {
    for (const tuid of tuids) this.#beginAgain(visitId, tuid)
    const things = tuids.flatMap((tuid) => this.#awaited.of(visitId, tuid) ?? [])
    await Promise.all(things.map((thing) => this.#looks.look(thing)))
    this.#noted.write()
    return things.find(({ problem }) => problem !== null)?.problem ?? null
  }

  /** Somebody waits for it though the day has passed. */
  #beginAgain(visitId: string, tuid: Tuid): void {
    const arrival = this.#noted.of(visitId, tuid)
    const visit = this.#options.book.visit(visitId)
    if (visit === null || arrival?.heardAt !== null || this.#awaited.of(visitId, tuid) !== null) return
    this.#awaited.begin(visit.stackId, visitId, tuid, arrival, false)
  }

  #nextLookAt(thing: AwaitedArrival, now: Instant): Instant {
    const { stackId, tuid, arrival, failures } = thing
    const ahead = this.#ahead.get(stackId) ?? 0
    const asked = [arrival.askedAt, thing.triedAt].filter((at) => at !== null)
    const triedAt = asked.length === 0 ? null : Math.max(...asked)
    const { kind } = deviceKindOf(tuid)
    const state = { kind, installedAt: arrival.since - ahead, triedAt, failures, things: this.#awaited.count(stackId) }
    return nextArrivalLookAt(state, now)
  }

  async #ask(thing: AwaitedArrival, signal: AbortSignal): Promise<Problem | null> {
    const { book, things, idleTurns } = this.#options
    const { stackId, visitId, tuid } = thing
    const kept = book.kept(visitId, tuid)
    // The visit was deleted, or the thing taken back.
    if (kept === null || kept.state === 'undone' || kept.state === 'left') {
      this.#awaited.end(visitId, tuid)
      return null
    }
    if (thing.isFoundLater) {
      const problem = await this.#readInstallation(thing, signal)
      if (problem !== null) return problem
      // One request for each turn: the other comes with the next look, which this one must not stand for.
      if (idleTurns.mustWait()) return { kind: 'cancelled' }
    }
    const { value, live, asOf, problem } = await things.generalInPassing(stackId, tuid, signal)
    if (!live || value === null || asOf === null) return problem ?? { kind: 'cancelled' }
    const isHeard = heardSince(thing.arrival.since, value.lastHeardAt, undefined) === 'yes'
    this.#learn(thing, isHeard ? value.lastHeardAt : null, asOf)
    return null
  }

  /** What was found done was done some time before it was found; the history of the thing says when. */
  async #readInstallation(thing: AwaitedArrival, signal: AbortSignal): Promise<Problem | null> {
    const { value, live, problem } = await this.#options.things.installations(thing.stackId, thing.tuid, signal)
    if (!live) return problem ?? { kind: 'cancelled' }
    thing.isFoundLater = false
    const [newest] = value?.items ?? []
    if (newest?.status === 'installed' && newest.at !== null && newest.at < thing.arrival.since)
      thing.arrival = { ...thing.arrival, since: newest.at }
    return null
  }

  #learn(thing: AwaitedArrival, heardAt: Instant | null, askedAt: Instant): void {
    const { visitId, tuid } = thing
    if (this.#awaited.of(visitId, tuid) !== thing || this.#ending.signal.aborted) return
    thing.arrival = { ...thing.arrival, heardAt, askedAt }
    this.#noted.note({ visitId, tuid, arrival: thing.arrival })
    if (heardAt !== null) this.#awaited.end(visitId, tuid)
  }

  /** One last look after the day, and no more. What fails goes on being tried for a week. */
  #endWhenLate(thing: AwaitedArrival): void {
    const { stackId, visitId, tuid, arrival, triedAt, problem } = thing
    const isGone = problem?.kind === 'not_found' || problem?.kind === 'refused'
    const tried = problem === null || isGone ? triedAt : null
    if (this.#isLate(arrival, tried, stackId)) this.#awaited.end(visitId, tuid)
  }

  /** @param lookedAt when it was last looked at with an answer; null: it was not, or not since */
  #isLate({ since }: Arrival, lookedAt: Instant | null, stackId: string): boolean {
    const installedAt = since - (this.#ahead.get(stackId) ?? 0)
    if (this.#options.timing.now() - installedAt > longestBackMs) return true
    return lookedAt !== null && lookedAt - installedAt >= listenedForMs
  }

  async #considerAlerts(stackId: string, alerting: ReadonlySet<string> | null): Promise<void> {
    const { book, alertsOf } = this.#options
    const turn = (this.#considered.get(stackId) ?? 0) + 1
    this.#considered.set(stackId, turn)
    const { signal } = this.#ending
    this.#noted.write()
    const things = book.installed(Infinity).filter((each) => each.stackId === stackId)
    const asked = things
      .filter(({ thing }) => alerting === null || alerting.has(thing.tuid))
      .slice(0, alerting === null ? mostAskedOneByOne : undefined)
    const found = new Map<string, readonly string[]>()
    if (alerting !== null) for (const { thing } of things) found.set(thing.tuid, [])
    await Promise.all(
      asked.map(async ({ thing: { tuid, arrival } }) => {
        const types = await alertsOf(stackId, tuid, signal).catch(() => null)
        if (types !== null && types.length > 0) found.set(tuid, types)
        else if (alerting === null) found.set(tuid, types ?? arrival?.alerts ?? [])
        // The server says that it alerts, and nobody could say about what.
        else found.set(tuid, arrival?.alerts.length ? arrival.alerts : [unnamedAlert])
      })
    )
    // Somebody has asked again meanwhile, and knows better.
    if (turn !== this.#considered.get(stackId) || signal.aborted) return
    for (const { visitId, thing } of things) this.#learnAlerts(visitId, thing.tuid, found.get(thing.tuid))
  }

  #learnAlerts(visitId: string, tuid: Tuid, types: readonly string[] | undefined): void {
    const arrival = this.#noted.of(visitId, tuid)
    if (types === undefined || arrival === null) return
    const alerts = [...types].toSorted()
    if (JSON.stringify(alerts) === JSON.stringify(arrival.alerts)) return
    const awaited = this.#awaited.of(visitId, tuid)
    if (awaited !== null) awaited.arrival = { ...awaited.arrival, alerts }
    this.#noted.note({ visitId, tuid, arrival: { ...arrival, alerts } })
  }

  /** The server's times are in whole seconds: what comes in the same second comes after. */
  #toSecond(at: Instant): Instant {
    return Math.floor(at / 1000) * 1000
  }
}
