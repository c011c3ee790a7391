import { activeAlertsOf, type ActiveAlerts, type AlertDetail } from '@shared/domain/fleetAlerts'
import { ProblemError, type Problem } from '@shared/domain/problem'
import type { Instant, Reading } from '@shared/domain/thing'
import type { Outcome } from '../api/outcome'
import type { ReadModel } from '../ports/readModel'
import { keptPart } from '../things/keptParts'
import type { IdleTurns } from '../things/idleTurns'
import { SharedReads } from '../things/sharedReads'
import { StackRests } from '../things/stackRests'
import type { ThingReader } from '../things/thingReader'
import { isRecent } from './recency'
import { Turns } from '../things/turns'

/** Requests under way in the whole app at any moment: a list of thousands must not become a storm. */
export const readAtOnce = 4

/** How long an answer is good enough not to be asked for again, in milliseconds. */
export const freshMs = 5 * 60_000

/** The same for "no open alert", which the list contradicts, and for a failure. */
export const soonStaleMs = 60_000

export interface AlertDetailsOptions {
  readonly things: ThingReader
  readonly readModel: ReadModel
  readonly idleTurns: IdleTurns
  readonly now: () => Instant
  /** When the server last listed what alerts in this run, by this laptop's clock; null when it has not. */
  readonly listedAt: (stackId: string) => Instant | null
  /** Told of each reading that was wanted and not at hand. */
  readonly onRead: (detail: AlertDetail) => void
}

/**
 * What each thing alerts about, read as it is wanted: for the rows on screen, a few at a time. The whole history is
 * asked for, since the specification does not say whether a time window would leave out what began before it.
 */
export class AlertDetails {
  readonly #options: AlertDetailsOptions
  readonly #shared = new SharedReads()
  readonly #turns = new Turns(readAtOnce)
  readonly #failures = new Map<string, { readonly at: Instant; readonly reading: Reading<ActiveAlerts> }>()
  readonly #rests: StackRests
  readonly #wanted = new Map<string, AbortController>()
  #stackId: string | null = null

  constructor(options: AlertDetailsOptions) {
    this.#options = options
    this.#rests = new StackRests(options.now)
  }

  /**
   * Says which things are looked at from now on; what was wanted before and is not among them is given up.
   *
   * @param again also those that were read a moment ago
   * @returns those that are fresh; the others are told one by one as they are read
   */
  want(stackId: string, tuids: readonly string[], again: boolean): AlertDetail[] {
    const wanted = new Set(tuids)
    for (const tuid of this.#wanted.keys()) if (stackId !== this.#stackId || !wanted.has(tuid)) this.#giveUp(tuid)
    this.#stackId = stackId
    if (again) this.#rests.forget(stackId)
    const fresh: AlertDetail[] = []
    for (const tuid of wanted) {
      if (this.#wanted.has(tuid)) continue
      const alerts = again ? null : this.#recent(stackId, tuid)
      if (alerts === null) void this.#readAndTell(stackId, tuid)
      else fresh.push({ stackId, tuid, alerts })
    }
    return fresh
  }

  /** What a thing alerts about now: as read a moment ago, or else read anew. @throws ProblemError unknown_stack */
  async current(stackId: string, tuid: string, signal: AbortSignal): Promise<Reading<ActiveAlerts>> {
    return this.#recent(stackId, tuid) ?? (await this.#readOnce(stackId, tuid, signal))
  }

  /** Any call to a stack tells when it wants to be left alone. */
  heard(stackId: string, outcome: Outcome<unknown>): void {
    this.#rests.heard(stackId, outcome)
  }

  stop(): void {
    for (const tuid of this.#wanted.keys()) this.#giveUp(tuid)
  }

  #giveUp(tuid: string): void {
    this.#wanted.get(tuid)?.abort()
    this.#wanted.delete(tuid)
  }

  async #readAndTell(stackId: string, tuid: string): Promise<void> {
    const controller = new AbortController()
    this.#wanted.set(tuid, controller)
    const alerts = await this.#readOnce(stackId, tuid, controller.signal).catch((error: unknown) =>
      this.#without(stackId, tuid, problemOf(error))
    )
    if (controller.signal.aborted) return
    this.#wanted.delete(tuid)
    this.#options.onRead({ stackId, tuid, alerts })
  }

  /** Several may want it at once, and each waits for the same turn. */
  async #readOnce(stackId: string, tuid: string, signal: AbortSignal): Promise<Reading<ActiveAlerts>> {
    const reading = await this.#shared.read(
      keyOf(stackId, tuid),
      async ({ signal: wanted }) => {
        await this.#options.idleTurns.turn(stackId, 'alerts', wanted)
        return this.#turns.take(wanted, () => this.#read(stackId, tuid, wanted))
      },
      signal
    )
    return reading ?? this.#without(stackId, tuid, { kind: 'cancelled' })
  }

  async #read(stackId: string, tuid: string, signal: AbortSignal): Promise<Reading<ActiveAlerts>> {
    const { things, now } = this.#options
    if (this.#rests.left(stackId) > 0) return this.#without(stackId, tuid, { kind: 'busy' })
    const { value, ...told } = await things.alertsInPassing(stackId, tuid, signal)
    const reading = { ...told, value: value === null ? null : activeAlertsOf(value, now()) }
    if (reading.live) this.#failures.delete(keyOf(stackId, tuid))
    else if (!signal.aborted) this.#failures.set(keyOf(stackId, tuid), { at: now(), reading })
    return reading
  }

  /** An answer that needs no asking; null when there is none. */
  #recent(stackId: string, tuid: string): Reading<ActiveAlerts> | null {
    const now = this.#options.now()
    const failure = this.#failures.get(keyOf(stackId, tuid))
    if (failure !== undefined && isRecent(failure.at, now, soonStaleMs)) return failure.reading
    const kept = this.#kept(stackId, tuid)
    if (kept?.asOf == null) return null
    if (kept.value?.active.length !== 0) return isRecent(kept.asOf, now, freshMs) ? kept : null
    // Read before the server listed the thing, "no open alert" only means that it began since.
    const isOlderThanList = kept.asOf < (this.#options.listedAt(stackId) ?? -Infinity)
    return !isOlderThanList && isRecent(kept.asOf, now, soonStaleMs) ? kept : null
  }

  #kept(stackId: string, tuid: string): Reading<ActiveAlerts> | null {
    const { readModel, now } = this.#options
    const kept = keptPart(readModel, stackId, tuid, 'alerts')
    if (kept === null) return null
    return { value: activeAlertsOf(kept.value, now()), asOf: kept.asOf, live: false, problem: null }
  }

  /** What was last seen, beside the reason why it is not what is so now. */
  #without(stackId: string, tuid: string, problem: Problem): Reading<ActiveAlerts> {
    const kept = this.#kept(stackId, tuid)
    return { value: kept?.value ?? null, asOf: kept?.asOf ?? null, live: false, problem }
  }
}

/** A TUID has no blank in it. */
function keyOf(stackId: string, tuid: string): string {
  return `${stackId} ${tuid}`
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return { kind: 'internal', detail: error instanceof Error ? error.message : String(error) }
}
