import { newestMessages, type ListOf, type Reading } from '@shared/domain/thing'
import type { Outcome } from '../api/outcome'
import type { HistoryFilter } from '../api/query'
import type { StackApi } from '../api/stackApi'
import type { ReadModel, ThingPart } from '../ports/readModel'
import { keptPart, type PartValue } from './keptParts'

export interface ThingReaderOptions {
  readonly apiOf: (stackId: string) => StackApi
  readonly readModel: ReadModel
  readonly now: () => number
}

/** Reads the parts of a thing: live where the server answers, else as last seen here, always saying which. */
export class ThingReader {
  readonly #options: ThingReaderOptions

  constructor(options: ThingReaderOptions) {
    this.#options = options
  }

  general(stackId: string, tuid: string): Promise<Reading<PartValue<'general'>>> {
    return this.#read('general', stackId, tuid, (api) => api.getGeneralInfo(tuid))
  }

  installations(stackId: string, tuid: string): Promise<Reading<PartValue<'installations'>>> {
    return this.#read('installations', stackId, tuid, (api) => api.getInstallations(tuid, {}))
  }

  async group(stackId: string, tuid: string): Promise<Reading<PartValue<'group'>>> {
    const reading = await this.#read('group', stackId, tuid, (api) => api.getGroup(tuid))
    const groupId = reading.value?.groupId ?? null
    if (reading.live && groupId !== null) {
      const { readModel, now } = this.#options
      readModel.keepGroupsSeen(stackId, [{ groupId, description: null, listed: false }], now())
    }
    return reading
  }

  alerts(stackId: string, tuid: string): Promise<Reading<PartValue<'alerts'>>> {
    return this.#read('alerts', stackId, tuid, (api) => api.getThingAlerts(tuid, {}))
  }

  /**
   * Only the plain newest messages are kept: a choice among them, or fewer of them, would take their place in the cache
   * and say less than was known before.
   */
  async messages(
    stackId: string,
    tuid: string,
    filter: HistoryFilter & { readonly limit: number }
  ): Promise<Reading<PartValue<'messages'>>> {
    const { limit, from, to, messageIds, eventIds } = filter
    const ask = (api: StackApi) => api.getMessages(tuid, filter)
    const isChoice = [from, to, messageIds, eventIds].some((value) => value !== undefined)
    if (isChoice) return this.#choose(stackId, tuid, ask)
    const reading = await this.#read('messages', stackId, tuid, ask, (value) =>
      limit < newestMessages ? null : cut(value, newestMessages)
    )
    return { ...reading, value: reading.value === null ? null : cut(reading.value, limit) }
  }

  commands(stackId: string, tuid: string): Promise<Reading<PartValue<'commands'>>> {
    return this.#read('commands', stackId, tuid, (api) => api.getCommands(tuid, {}))
  }

  /** A choice among what a part holds: live, or not at all. */
  async #choose<T>(stackId: string, tuid: string, ask: (api: StackApi) => Promise<Outcome<T>>): Promise<Reading<T>> {
    const outcome = await ask(this.#options.apiOf(stackId))
    if (outcome.type !== 'answered') return { value: null, asOf: null, live: false, problem: outcome.problem }
    this.#options.readModel.keepThingSeen(stackId, tuid, outcome.askedAt)
    return { value: outcome.value, asOf: outcome.askedAt, live: true, problem: null }
  }

  /** @param toKeep what of an answer is to be kept, null for nothing; by default all of it */
  async #read<P extends ThingPart>(
    part: P,
    stackId: string,
    tuid: string,
    ask: (api: StackApi) => Promise<Outcome<PartValue<P>>>,
    toKeep: (value: PartValue<P>) => PartValue<P> | null = (value) => value
  ): Promise<Reading<PartValue<P>>> {
    const { apiOf, readModel } = this.#options
    const outcome = await ask(apiOf(stackId))
    if (outcome.type === 'answered') {
      const value = toKeep(outcome.value)
      if (value !== null) readModel.keepReading(stackId, tuid, part, { value, asOf: outcome.askedAt })
      readModel.keepThingSeen(stackId, tuid, outcome.askedAt)
      return { value: outcome.value, asOf: outcome.askedAt, live: true, problem: null }
    }
    // "I do not know this thing" is the latest word; an older answer beside it would contradict it.
    const kept = outcome.problem.kind === 'not_found' ? null : keptPart(readModel, stackId, tuid, part)
    return { value: kept?.value ?? null, asOf: kept?.asOf ?? null, live: false, problem: outcome.problem }
  }
}

function cut<T>(list: ListOf<T>, length: number): ListOf<T> {
  return { ...list, items: list.items.slice(0, length) }
}
