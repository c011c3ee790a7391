import type { DatabaseSync } from 'node:sqlite'
import type { ReportingQueries } from '../../ports/reportingQueries'
import { inJson } from './queueConditions'

/** As it stands in the JSON of an intent. Others that contain these letters are told apart by whoever reads them. */
const isAboutReporting = `instr(intent, '"tsmId":1500') > 0`

/** Word by word as in the index `testing_commands` (schema.ts), or that is of no use. */
const mayBeTest = `type = 'command' AND (instr(intent, '"reportInterval":60,') > 0 OR instr(intent, '"reportInterval":60}') > 0)`

/** What a person gave up, or the server refused, has told the thing nothing. */
const wasNotGivenUp = `state <> 'discarded' AND NOT (state = 'needs_you' AND ${inJson('life', 'need.reason')} IS 'refused')`

/** Enough to go back behind any tests. */
const mostOfThing = 50

/** What the journal tells of how often things report. */
export class SqliteReporting implements ReportingQueries {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  lastToldToTest(stackId: string): number[] {
    const rows = this.#db
      .prepare(
        `WITH tests AS MATERIALIZED (
           SELECT tuid, max(seq) AS seq FROM actions INDEXED BY testing_commands
           WHERE stack_id = ? AND ${mayBeTest} AND ${wasNotGivenUp} GROUP BY tuid)
         SELECT tests.seq AS seq FROM tests WHERE NOT EXISTS (
           SELECT 1 FROM actions INDEXED BY actions_of_thing
           WHERE stack_id = ? AND tuid = tests.tuid AND type = 'command' AND actions.seq > tests.seq
             AND ${isAboutReporting} AND ${wasNotGivenUp})
         ORDER BY tests.seq DESC`
      )
      .all(stackId, stackId)
    return rows.map(({ seq }) => Number(seq))
  }

  toldToReport(stackId: string, tuid: string): number[] {
    const rows = this.#db
      .prepare(
        `SELECT seq FROM actions INDEXED BY actions_of_thing
         WHERE stack_id = ? AND tuid = ? AND type = 'command' AND ${isAboutReporting} AND ${wasNotGivenUp}
         ORDER BY seq DESC LIMIT ?`
      )
      .all(stackId, tuid, mostOfThing)
    return rows.map(({ seq }) => Number(seq))
  }
}
