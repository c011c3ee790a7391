import { numberedCommands, tuidOf, type Action } from '@shared/domain/action'
import { reportingBeforeTest, leavesOnTest, type KnownReporting } from '@shared/domain/reporting'
import type { CommandRecord } from '@shared/domain/thing'
import type { LeftOnTest } from '@shared/ipc/sendingChannels'
import type { ReadModel } from '../ports/readModel'
import type { ReportingQueries } from '../ports/reportingQueries'
import { keptPart } from '../things/keptParts'

/** What is needed of an action in the journal. */
type Told = Pick<Action, 'intent' | 'transactionId' | 'capturedAt' | 'state' | 'receipt'>

export interface FieldTestsOptions {
  readonly queries: ReportingQueries
  readonly readModel: ReadModel
  /** Null when it cannot be read (any more). */
  readonly action: (seq: number) => Told | null
}

/**
 * Which things this laptop has told to report every minute for a test, and what they did before. Nothing of it is kept
 * by itself: it follows from the journal and from what was read, so that a restart, or a crash, changes nothing.
 */
export class FieldTests {
  readonly #options: FieldTestsOptions

  constructor(options: FieldTestsOptions) {
    this.#options = options
  }

  /** Things whose last command about reporting from here, waiting or done, is the test. The latest first. */
  leftOn(stackId: string): LeftOnTest[] {
    return this.#options.queries.lastToldToTest(stackId).flatMap((seq) => {
      const action = this.#options.action(seq)
      if (action?.intent.type !== 'command' || leavesOnTest(action.intent.commands) !== true) return []
      const tuid = tuidOf(action.intent)
      return tuid === null ? [] : [{ tuid, since: action.capturedAt, done: action.state === 'done' }]
    })
  }

  /** What a thing did before any test, as far as it is known on this laptop; no server is asked. */
  before(stackId: string, tuid: string): KnownReporting | null {
    const { queries, readModel, action } = this.#options
    const messages = (['reporting', 'messages'] as const).flatMap(
      (part) => keptPart(readModel, stackId, tuid, part)?.value.items ?? []
    )
    const sent = keptPart(readModel, stackId, tuid, 'commands')?.value.items ?? []
    const ours = queries.toldToReport(stackId, tuid).flatMap((seq) => {
      const told = action(seq)
      return told === null ? [] : recordsOf(told)
    })
    return reportingBeforeTest(messages, [...sent, ...ours])
  }
}

/** Commands of ours as the server's history will show them. */
function recordsOf(told: Told): CommandRecord[] {
  const at = told.receipt?.at ?? told.capturedAt
  return numberedCommands(told).map(({ command: { tsmId, tsmEv, parameters }, transactionId }) => ({
    tsmId,
    tsmEv,
    at,
    responsible: null,
    transactionId,
    fields: parameters
  }))
}
