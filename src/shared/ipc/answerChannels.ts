import { z } from 'zod'
import { differingAnswerSchema, keptAnswersSchema } from '../domain/commandAnswer'
import { tuidSchema } from '../domain/tuid'

const stackId = z.uuid()
const thingOfStack = z.strictObject({ stackId, tuid: tuidSchema })

/** What devices answer to our commands: main looks for it by itself, until it is there or a day has passed. */
export const answerChannels = {
  /** What is known on this laptop of the answers of a thing to our commands. */
  'answers:kept': { input: thingOfStack, output: keptAnswersSchema },
  /** The same after looking for those that are still missing. */
  'answers:look': { input: thingOfStack, output: keptAnswersSchema },
  /**
   * Says whose answers somebody waits for on screen from now on: they are looked for more often, and are no news. None
   * when nobody looks.
   */
  'answers:attend': { input: z.strictObject({ stackId, tuids: z.array(tuidSchema).max(100) }), output: z.void() },
  /** Answers that differ from what was asked for and that nobody has seen, latest first. At most 200. */
  'answers:news': { input: z.strictObject({ stackId }), output: z.array(differingAnswerSchema) },
  /** What is news of these things now is not told again. */
  'answers:dismiss': { input: z.strictObject({ stackId, tuids: z.array(tuidSchema).max(200) }), output: z.void() }
} as const

export const answerEvents = {
  /** See `answers:kept`: it says something else of this thing now. */
  'answers:changed': z.strictObject({ stackId, tuid: z.string() }),
  /** The whole answer of `answers:news`, when it is another. */
  'answers:told': z.strictObject({ stackId, news: z.array(differingAnswerSchema) })
} as const
