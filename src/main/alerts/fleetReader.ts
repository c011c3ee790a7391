import { activeAlertsOf, type ActiveAlerts, type AlertingThing, type FleetAlerts } from '@shared/domain/fleetAlerts'
import { listOf, type Instant, type ListOf, type Reading } from '@shared/domain/thing'
import { z } from 'zod'
import { isNotOffered, type Outcome } from '../api/outcome'
import type { StackApi } from '../api/stackApi'
import type { KeptReading, ReadModel } from '../ports/readModel'
import type { Capabilities } from '../things/capabilities'
import { partSchemas } from '../things/keptParts'

/** What is read of a stack's alerts, each an endpoint and a capability of its own. */
const schemas = {
  alerting_things: listOf(z.string()),
  alert_count: z.number().int()
} as const

type Part = keyof typeof schemas
type Value<P extends Part> = z.output<(typeof schemas)[P]>

/** Far more than anybody meets on one laptop. */
const mostThingsSeen = 100_000

export interface FleetReaderOptions {
  readonly apiOf: (stackId: string) => StackApi
  readonly readModel: ReadModel
  readonly capabilities: Capabilities
  readonly installedToday: (stackId: string) => ReadonlySet<string>
  readonly now: () => Instant
  /** Told when the server has said which things alert; null: it does not offer that. */
  readonly onAnswer: (stackId: string, alerting: ReadonlySet<string> | null) => void
}

/** Reads which things of a stack alert and how many: live where the server answers, else as last seen on this laptop. */
export class FleetReader {
  readonly #options: FleetReaderOptions
  readonly #underWay = new Map<string, Promise<FleetAlerts>>()
  readonly #listedAt = new Map<string, Instant>()

  constructor(options: FleetReaderOptions) {
    this.#options = options
  }

  /** As last seen on this laptop, at once. */
  kept(stackId: string): FleetAlerts {
    const list = this.#isRefused(stackId, 'alerting_things') ? null : this.#kept(stackId, 'alerting_things')
    if (list !== null && list.value === null) return { state: 'unread' }
    return this.#view(stackId, list, this.#keptCount(stackId))
  }

  /** When the server last listed what alerts in this run, by this laptop's clock; null when it has not. */
  listedAt(stackId: string): Instant | null {
    return this.#listedAt.get(stackId) ?? null
  }

  /**
   * Asks the server, for list and count at once; whoever asks meanwhile gets the same answer.
   *
   * @param recheck also for what the server was found not to offer
   * @param isSparing only the list is asked for, with one request; the count stays as it was last read
   * @throws ProblemError unknown_stack
   */
  refresh(stackId: string, recheck: boolean, isSparing = false): Promise<FleetAlerts> {
    const underWay = this.#underWay.get(stackId)
    if (underWay !== undefined) return underWay
    const answer = this.#ask(stackId, recheck, isSparing).finally(() => this.#underWay.delete(stackId))
    this.#underWay.set(stackId, answer)
    return answer
  }

  async #ask(stackId: string, recheck: boolean, isSparing: boolean): Promise<FleetAlerts> {
    const [list, count] = await Promise.all([
      this.#read('alerting_things', stackId, recheck, (api) => api.getAlertingTuids()),
      isSparing ? this.#keptCount(stackId) : this.#read('alert_count', stackId, recheck, (api) => api.getAlertCount())
    ])
    if (list?.live === true && list.asOf !== null) this.#listedAt.set(stackId, list.asOf)
    if (list === null) this.#options.onAnswer(stackId, null)
    else if (list.live) this.#options.onAnswer(stackId, new Set(list.value?.items))
    return this.#view(stackId, list, count)
  }

  /** @returns null when the server does not offer it */
  async #read<P extends Part>(
    part: P,
    stackId: string,
    recheck: boolean,
    ask: (api: StackApi) => Promise<Outcome<Value<P>>>
  ): Promise<Reading<Value<P>> | null> {
    const { apiOf, readModel, capabilities } = this.#options
    if (!recheck && capabilities.isMissing(stackId, part)) return null
    const api = apiOf(stackId)
    const outcome = await ask(api)
    // The stack has moved to another server meanwhile: this is not its answer.
    if (apiOf(stackId) !== api) return { value: null, asOf: null, live: false, problem: { kind: 'cancelled' } }
    if (outcome.type === 'answered') {
      const { value, askedAt } = outcome
      capabilities.found(stackId, part, true)
      readModel.keepStackReading(stackId, part, { value, asOf: askedAt })
      return { value, asOf: askedAt, live: true, problem: null }
    }
    if (isNotOffered(outcome)) {
      capabilities.found(stackId, part, false)
      return null
    }
    return { ...this.#kept(stackId, part), problem: outcome.problem }
  }

  #keptCount(stackId: string): Reading<number> | null {
    if (this.#isRefused(stackId, 'alert_count')) return null
    const count = this.#kept(stackId, 'alert_count')
    return count.value === null ? null : count
  }

  #isRefused(stackId: string, part: Part): boolean {
    return this.#options.capabilities.offered(stackId, part) === false
  }

  #kept<P extends Part>(stackId: string, part: P): Reading<Value<P>> {
    const kept = this.#options.readModel.stackReading(stackId, part)
    const parsed = schemas[part].safeParse(kept?.value)
    if (kept === null || !parsed.success) return { value: null, asOf: null, live: false, problem: null }
    // Indexing a table of schemas by a type parameter loses which of them it is; the table itself guarantees it.
    return { value: parsed.data as Value<P>, asOf: kept.asOf, live: false, problem: null }
  }

  #view(stackId: string, list: Reading<ListOf<string>> | null, count: Reading<number> | null): FleetAlerts {
    if (list === null) return { state: 'not_offered' }
    const { value } = list
    if (value === null) return { state: 'read', list: { ...list, value }, count }
    const items = this.#things(stackId, value.items)
    return { state: 'read', list: { ...list, value: { items, unreadable: value.unreadable } }, count }
  }

  #things(stackId: string, tuids: readonly string[]): AlertingThing[] {
    const { readModel, installedToday, now } = this.#options
    const kept = readModel.readingsOf(stackId, 'alerts')
    const seen = new Set(readModel.thingsSeen(stackId, mostThingsSeen).map(({ tuid }) => tuid))
    const today = installedToday(stackId)
    const at = now()
    return tuids.map((tuid) => ({
      tuid,
      seenHere: seen.has(tuid),
      installedToday: today.has(tuid),
      alerts: readKept(kept.get(tuid), at)
    }))
  }
}

function readKept(kept: KeptReading | undefined, now: Instant): Reading<ActiveAlerts> | null {
  if (kept === undefined) return null
  const parsed = partSchemas.alerts.safeParse(kept.value)
  if (!parsed.success) return null
  return { value: activeAlertsOf(parsed.data, now), asOf: kept.asOf, live: false, problem: null }
}
