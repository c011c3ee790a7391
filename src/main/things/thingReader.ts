import { periodsWithin } from '@shared/domain/alertPeriod'
import { allAnswers } from '@shared/domain/commandAnswer'
import { isReportingAnswer } from '@shared/domain/reporting'
import { signalMessageIds } from '@shared/domain/signal'
import { newestMessages, type Instant, type ListOf, type Reading, type ThingMessage } from '@shared/domain/thing'
import { isNotOffered, type Failure, type Outcome } from '../api/outcome'
import type { HistoryFilter, TimeWindow } from '../api/query'
import type { StackApi } from '../api/stackApi'
import type { ReadModel, ThingPart } from '../ports/readModel'
import type { Capabilities, Capability } from './capabilities'
import { changedBy, keptPart, type PartValue } from './keptParts'
import { SharedReads, type ReadUnderWay } from './sharedReads'

export interface ThingReaderOptions {
  readonly apiOf: (stackId: string) => StackApi
  readonly readModel: ReadModel
  readonly capabilities: Capabilities
  /** The number of the newest action of this kind about a thing that is done; 0 when none is. */
  readonly newestDone: (stackId: string, tuid: string, type: 'status' | 'group') => number
  readonly now: () => number
  /** Told of all messages that a server sends, once for each request. @param askedAt when they were asked for */
  readonly onMessages: (
    stackId: string,
    tuid: string,
    asked: MessageQuestion,
    found: { readonly messages: readonly ThingMessage[]; readonly askedAt: Instant }
  ) => void
}

/** The parts that a server may be without altogether; without the others there is no working with it. */
const capabilityOf: Readonly<Partial<Record<ThingPart, Capability>>> = {
  installations: 'installations',
  alerts: 'alerts',
  signal: 'messages',
  messages: 'messages',
  commands: 'commands'
}

const notOffered = { value: null, asOf: null, live: false, problem: { kind: 'not_offered' } } as const
/** Which messages of a thing are asked for. */
export type MessageQuestion = HistoryFilter & { readonly limit: number }

/** Enough of them to find a usable one: some devices send several kinds in turns. */
const signalLimit = 20

/** Enough to find one from before a test among the answers to tests. */
const keptReportingAnswers = 20

/** What is asked about one thing. */
interface Question<P extends ThingPart> {
  readonly part: P
  readonly stackId: string
  readonly tuid: string
  /** Tells questions about the same part apart. */
  readonly filter?: string
  readonly ask: (api: StackApi, signal: AbortSignal) => Promise<Outcome<PartValue<P>>>
  /** What of an answer is to be kept, null for nothing; by default all of it. */
  readonly toKeep?: (value: PartValue<P>) => PartValue<P> | null
  /** Called with what is kept: never with an answer from before one of our actions came true. */
  readonly onKept?: (value: PartValue<P>) => void
  /** What the part as it was kept says to this question, null for nothing; by default all of it. */
  readonly within?: (kept: PartValue<P>) => PartValue<P> | null
  /** Nobody looks at the thing itself, so that this laptop has not met it by this. */
  readonly inPassing?: boolean
}

const nothing = (): null => null

/**
 * Reads the parts of a thing: live where the server answers, else as last seen here, always saying which. Whoever asks
 * for what is being read already shares that request. A reading that is given up answers `cancelled`.
 */
export class ThingReader {
  readonly #options: ThingReaderOptions
  readonly #shared = new SharedReads()

  constructor(options: ThingReaderOptions) {
    this.#options = options
  }

  general(stackId: string, tuid: string, signal?: AbortSignal): Promise<Reading<PartValue<'general'>>> {
    return this.#read({ part: 'general', stackId, tuid, ask: (api, stop) => api.getGeneralInfo(tuid, stop) }, signal)
  }

  /** The same for nobody who looks at the thing itself: it does not count as met by this. */
  generalInPassing(stackId: string, tuid: string, signal: AbortSignal): Promise<Reading<PartValue<'general'>>> {
    const ask = (api: StackApi, stop: AbortSignal) => api.getGeneralInfo(tuid, stop)
    return this.#read({ part: 'general', stackId, tuid, ask, inPassing: true }, signal)
  }

  installations(stackId: string, tuid: string, signal?: AbortSignal): Promise<Reading<PartValue<'installations'>>> {
    const ask = (api: StackApi, stop: AbortSignal) => api.getInstallations(tuid, {}, stop)
    return this.#read({ part: 'installations', stackId, tuid, ask }, signal)
  }

  group(stackId: string, tuid: string, signal?: AbortSignal): Promise<Reading<PartValue<'group'>>> {
    const { readModel, now } = this.#options
    const ask = (api: StackApi, stop: AbortSignal) => api.getGroup(tuid, stop)
    const onKept = ({ groupId }: PartValue<'group'>) => {
      if (groupId !== null) readModel.keepGroupsSeen(stackId, [{ groupId, description: null, listed: false }], now())
    }
    return this.#read({ part: 'group', stackId, tuid, ask, onKept }, signal)
  }

  /** @param window all of the history when it has no ends */
  alerts(
    stackId: string,
    tuid: string,
    window: TimeWindow = {},
    signal?: AbortSignal
  ): Promise<Reading<PartValue<'alerts'>>> {
    const ask = (api: StackApi, stop: AbortSignal) => api.getThingAlerts(tuid, window, stop)
    const question = { part: 'alerts', stackId, tuid, ask } as const
    if (window.from === undefined && window.to === undefined) return this.#read(question, signal)
    const within = (all: PartValue<'alerts'>) => ({ ...all, items: periodsWithin(all.items, window) })
    return this.#read({ ...question, filter: filterOf(window), toKeep: nothing, within }, signal)
  }

  /** All of the history, for a line in a list: the thing does not count as met on this laptop. */
  alertsInPassing(stackId: string, tuid: string, signal: AbortSignal): Promise<Reading<PartValue<'alerts'>>> {
    const ask = (api: StackApi, stop: AbortSignal) => api.getThingAlerts(tuid, {}, stop)
    return this.#read({ part: 'alerts', stackId, tuid, ask, inPassing: true }, signal)
  }

  /** The newest messages about radio signals. */
  signal(stackId: string, tuid: string, signal?: AbortSignal): Promise<Reading<PartValue<'signal'>>> {
    const filter = { messageIds: [...signalMessageIds], limit: signalLimit }
    const ask = (api: StackApi, stop: AbortSignal) => api.getMessages(tuid, filter, stop)
    return this.#read({ part: 'signal', stackId, tuid, ask }, signal)
  }

  /**
   * Only the plain newest messages are kept: a choice among them, or fewer of them, would take their place in the cache
   * and say less than was known before.
   */
  messages(
    stackId: string,
    tuid: string,
    filter: MessageQuestion,
    signal?: AbortSignal
  ): Promise<Reading<PartValue<'messages'>>> {
    return this.#messages(stackId, tuid, filter, false, signal)
  }

  /** The answers of a thing to commands, for nobody who looks at the thing: it does not count as met by this. */
  answersInPassing(
    stackId: string,
    tuid: string,
    wanted: MessageQuestion,
    signal: AbortSignal
  ): Promise<Reading<PartValue<'messages'>>> {
    // Whoever shows the thing may just be asking for all of its answers, and these are among them.
    const isAsked = this.#shared.isUnderWay(keyOf({ part: 'messages', stackId, tuid, filter: filterOf(allAnswers) }))
    return this.#messages(stackId, tuid, isAsked ? allAnswers : wanted, true, signal)
  }

  async #messages(
    stackId: string,
    tuid: string,
    filter: MessageQuestion,
    inPassing: boolean,
    signal?: AbortSignal
  ): Promise<Reading<PartValue<'messages'>>> {
    const { limit, from, to, messageIds, eventIds } = filter
    const ask = async (api: StackApi, stop: AbortSignal) => {
      const outcome = await api.getMessages(tuid, filter, stop)
      if (outcome.type === 'answered') {
        const { value, askedAt } = outcome
        this.#options.onMessages(stackId, tuid, filter, { messages: value.items, askedAt })
      }
      return outcome
    }
    const question = { part: 'messages', stackId, tuid, ask, filter: filterOf(filter), inPassing } as const
    const isChoice = [from, to, messageIds, eventIds].some((value) => value !== undefined)
    const newest = limit < newestMessages ? nothing : (value: PartValue<'messages'>) => cut(value, newestMessages)
    const kept = isChoice ? { toKeep: nothing, within: nothing } : { toKeep: newest }
    const reading = await this.#read({ ...question, ...kept }, signal)
    if (reading.live && reading.value !== null) this.#keepReportingAnswers(stackId, tuid, reading.value.items)
    // A server may send more than it was asked for.
    return { ...reading, value: reading.value === null ? null : cut(reading.value, limit) }
  }

  commands(stackId: string, tuid: string, signal?: AbortSignal): Promise<Reading<PartValue<'commands'>>> {
    return this.#read({ part: 'commands', stackId, tuid, ask: (api, stop) => api.getCommands(tuid, {}, stop) }, signal)
  }

  /** A chatty thing's answers are soon not among its newest messages any more; without a connection they still count. */
  #keepReportingAnswers(stackId: string, tuid: string, messages: readonly ThingMessage[]): void {
    const { readModel, now } = this.#options
    const before = keptPart(readModel, stackId, tuid, 'reporting')?.value.items ?? []
    const known = new Set(before.map(({ key }) => key))
    const fresh = messages.filter((message) => isReportingAnswer(message) && !known.has(message.key))
    if (fresh.length === 0) return
    const items = [...fresh, ...before].toSorted((a, b) => b.at - a.at).slice(0, keptReportingAnswers)
    readModel.keepReading(stackId, tuid, 'reporting', { value: { items, unreadable: 0 }, asOf: now() })
  }

  /**
   * An action has come true, or the stack itself is another one: nobody may be told from now on what was asked before.
   * @param tuid null when it concerns everything of the stack
   */
  changed(stackId: string, tuid: string | null): void {
    this.#shared.outdate(tuid === null ? `${stackId} ` : `${stackId} ${tuid} `)
  }

  async #read<P extends ThingPart>(question: Question<P>, signal?: AbortSignal): Promise<Reading<PartValue<P>>> {
    const { stackId, tuid, part, inPassing = false } = question
    const capability = capabilityOf[part]
    if (capability !== undefined && this.#options.capabilities.isMissing(stackId, capability)) return notOffered
    const answer = await this.#shared.read(
      keyOf(question),
      async (self) => ({ reading: await this.#ask(question, self), isCurrent: self.isCurrent }),
      signal
    )
    if (answer === null) return { value: null, asOf: null, live: false, problem: { kind: 'cancelled' } }
    const { reading, isCurrent } = answer
    // Whoever began it: one of those who wait may look at the thing, and another only pass by.
    if (reading.live && reading.asOf !== null && !inPassing && isCurrent()) {
      this.#options.readModel.keepThingSeen(stackId, tuid, reading.asOf)
    }
    return reading
  }

  async #ask<P extends ThingPart>(
    { part, stackId, tuid, ask, toKeep = same, onKept, within = same }: Question<P>,
    { signal, isCurrent }: ReadUnderWay
  ): Promise<Reading<PartValue<P>>> {
    const { apiOf, readModel, capabilities, newestDone } = this.#options
    const type = changedBy[part]
    const own = type === undefined ? {} : { doneBefore: newestDone(stackId, tuid, type) }
    const api = apiOf(stackId)
    const outcome = await ask(api, signal)
    const capability = capabilityOf[part]
    if (outcome.type === 'answered') {
      if (capability !== undefined && apiOf(stackId) === api) capabilities.found(stackId, capability, true)
      const value = isCurrent() ? toKeep(outcome.value) : null
      if (value !== null) {
        readModel.keepReading(stackId, tuid, part, { value, asOf: outcome.askedAt, ...own })
        onKept?.(value)
      }
      return { value: outcome.value, asOf: outcome.askedAt, live: true, problem: null }
    }
    if (capability !== undefined && (await this.#isServerWithout(capability, outcome, stackId, tuid, signal))) {
      // The stack may have moved to another server meanwhile: this is not its answer.
      if (apiOf(stackId) === api) capabilities.found(stackId, capability, false)
      return notOffered
    }
    // "I do not know this thing" is the latest word; an older answer beside it would contradict it.
    const kept = outcome.problem.kind === 'not_found' ? null : keptPart(readModel, stackId, tuid, part)
    const value = kept === null ? null : within(kept.value)
    return { value, asOf: value === null ? null : (kept?.asOf ?? null), live: false, problem: outcome.problem }
  }

  /**
   * Whether a refusal means that the server has nothing of this kind for anybody. A 404 may mean the thing alone, a 403
   * the credentials as a whole: whether the server tells anything of the thing decides, and where this kind of thing was
   * read a moment ago, a 404 is about the thing.
   */
  async #isServerWithout(
    capability: Capability,
    outcome: Failure,
    stackId: string,
    tuid: string,
    signal: AbortSignal
  ): Promise<boolean> {
    if (outcome.type !== 'refused' || !isNotOffered(outcome)) return false
    if (outcome.httpStatus === 405) return true
    if (outcome.httpStatus === 404 && this.#options.capabilities.isProven(stackId, capability)) return false
    const ask = (api: StackApi, stop: AbortSignal) => api.getGeneralInfo(tuid, stop)
    const { live } = await this.#read({ part: 'general', stackId, tuid, ask, inPassing: true }, signal)
    return live
  }
}

function cut<T>(list: ListOf<T>, length: number): ListOf<T> {
  return { ...list, items: list.items.slice(0, length) }
}

/** Equal for questions that have the same answer. */
function keyOf({
  stackId,
  tuid,
  part,
  filter = ''
}: Pick<Question<ThingPart>, 'stackId' | 'tuid' | 'part' | 'filter'>): string {
  return `${stackId} ${tuid} ${part} ${filter}`
}

/** Equal for equal filters. */
function filterOf(filter: HistoryFilter): string {
  const { from, to, messageIds, eventIds, limit } = filter
  return JSON.stringify([from, to, messageIds, eventIds, limit])
}

function same<T>(value: T): T {
  return value
}
