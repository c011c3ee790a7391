import type { ActiveAlerts, AlertDetail, FleetAlerts, NewAlert } from '@shared/domain/fleetAlerts'
import type { Reading } from '@shared/domain/thing'
import type { Outcome } from '../api/outcome'
import type { StackApi } from '../api/stackApi'
import type { Timing } from '../outbox/timing'
import type { Log } from '../ports/log'
import type { ReadModel } from '../ports/readModel'
import type { Capabilities } from '../things/capabilities'
import type { IdleTurns } from '../things/idleTurns'
import type { ThingReader } from '../things/thingReader'
import { AlertDetails } from './alertDetails'
import { FleetReader } from './fleetReader'
import { NewAlerts } from './newAlerts'

export interface AlertsOptions {
  /** Told when the server has said which things of a stack alert; null: it does not list them. */
  readonly onListed: (stackId: string, alerting: ReadonlySet<string> | null) => void
  readonly apiOf: (stackId: string) => StackApi
  readonly readModel: ReadModel
  readonly capabilities: Capabilities
  readonly things: ThingReader
  /** Things set installed today from this laptop, as the server has confirmed. */
  readonly installedToday: (stackId: string) => ReadonlySet<string>
  /** The active stack while it can be reached, else null. */
  readonly reachable: () => string | null
  readonly idleTurns: IdleTurns
  readonly timing: Timing
  readonly log: Log
}

/** Whoever wants to hear of what is found without being asked for. */
export interface AlertListener {
  readonly detail: (detail: AlertDetail) => void
  /** Which things alert was read anew. */
  readonly changed: (stackId: string) => void
  readonly notices: (stackId: string, notices: NewAlert[]) => void
}

/** The alerts of a whole stack: which things alert, about what, and whether they were installed today. */
export class Alerts {
  readonly #fleet: FleetReader
  readonly #details: AlertDetails
  readonly #news: NewAlerts
  readonly #idleTurns: IdleTurns
  #listener: AlertListener | null = null

  constructor(options: AlertsOptions) {
    const { timing, log, idleTurns } = options
    this.#idleTurns = idleTurns
    this.#details = new AlertDetails({
      ...options,
      now: timing.now,
      listedAt: (stackId) => this.#fleet.listedAt(stackId),
      onRead: (detail) => this.#listener?.detail(detail)
    })
    this.#fleet = new FleetReader({
      ...options,
      now: timing.now,
      onAnswer: (stackId, alerting) => {
        this.#news.consider(stackId, alerting)
        options.onListed(stackId, alerting)
      }
    })
    this.#news = new NewAlerts({
      ...options,
      fleet: this.#fleet,
      details: this.#details,
      onLooked: (stackId) => this.#listener?.changed(stackId),
      onChanged: (stackId, notices) => this.#listener?.notices(stackId, notices),
      onProblem: (error) => log.warn('alerts', 'what was installed today could not be looked after', { error })
    })
  }

  listen(listener: AlertListener): void {
    this.#listener = listener
  }

  /** As last seen on this laptop, at once. */
  kept(stackId: string): FleetAlerts {
    return this.#fleet.kept(stackId)
  }

  /** See {@link FleetReader.refresh}. A page that nobody is at asks as well, and waits for its turn. */
  async refresh(stackId: string, recheck: boolean): Promise<FleetAlerts> {
    await this.#idleTurns.turn(stackId, 'page')
    return this.#fleet.refresh(stackId, recheck, this.#idleTurns.mustWait())
  }

  /** See {@link AlertDetails.want}. */
  want(stackId: string, tuids: readonly string[], again: boolean): AlertDetail[] {
    return this.#details.want(stackId, tuids, again)
  }

  /** See {@link AlertDetails.current}. */
  current(stackId: string, tuid: string, signal: AbortSignal): Promise<Reading<ActiveAlerts>> {
    return this.#details.current(stackId, tuid, signal)
  }

  notices(stackId: string): NewAlert[] {
    return this.#news.notices(stackId)
  }

  dismiss(stackId: string, tuids: readonly string[]): void {
    this.#news.dismiss(stackId, tuids)
  }

  /** How any call to a stack has ended. */
  heard(stackId: string, outcome: Outcome<unknown>): void {
    this.#details.heard(stackId, outcome)
  }

  /** The connection, the active stack or what was installed has changed. */
  poke(): void {
    this.#news.poke()
  }

  stop(): void {
    this.#details.stop()
    this.#news.stop()
  }
}
