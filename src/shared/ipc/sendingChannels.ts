import { z } from 'zod'
import { settledCountsSchema } from '../domain/queue'
import { knownReportingSchema } from '../domain/reporting'
import { instantSchema } from '../domain/thing'
import { tuidSchema } from '../domain/tuid'

const stackId = z.uuid()

/** As many things as are listed at once, see things:recent, can be written to at once. */
export const mostThings = 2000

/** A thing that this laptop told last to report every minute for a test. */
const leftOnTestSchema = z.strictObject({
  tuid: z.string(),
  /** When that was saved here. */
  since: instantSchema,
  /** Whether the server has it. */
  done: z.boolean()
})

export type LeftOnTest = z.output<typeof leftOnTestSchema>

/** What is asked when several things are sent commands, or are put back after a test. Part of the table in channels.ts. */
export const sendingChannels = {
  /** Things of a stack that a test was left on, as far as it was done from this laptop. The latest first. */
  'tests:leftOn': { input: z.strictObject({ stackId }), output: z.array(leftOnTestSchema) },
  /** How often these things reported before any test, as far as this laptop knows; in the given order. */
  'tests:before': {
    input: z.strictObject({ stackId, tuids: z.array(tuidSchema).max(mostThings) }),
    output: z.array(knownReportingSchema.nullable())
  },
  /** What became of the actions of one capture, which have all the numbers from the first to the last. */
  'queue:range': {
    input: z.strictObject({ stackId, first: z.number().int().min(0), last: z.number().int().min(0) }),
    output: settledCountsSchema
  }
} as const
