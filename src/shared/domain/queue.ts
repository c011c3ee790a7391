import { z } from 'zod'
import { actionSchema, actionStates, type ActionState, type Intent } from './action'
import { groupIdSchema } from './deploymentGroup'
import { instantSchema } from './thing'
import { tuidSchema } from './tuid'

/** Most actions or things of the queue that are told at once. */
export const longestQueuePage = 100

/** How many actions there are in each state. */
export const queueCountsSchema = z.strictObject({
  pending: z.number().int(),
  sending: z.number().int(),
  unknown: z.number().int(),
  needs_you: z.number().int(),
  done: z.number().int(),
  discarded: z.number().int()
} satisfies Record<ActionState, z.ZodType>)

export type QueueCounts = z.output<typeof queueCountsSchema>

/** The same where it matters who said that something is done: `decided` are those that a person called so. */
export const settledCountsSchema = queueCountsSchema.extend({ decided: z.number().int() })

export type SettledCounts = z.output<typeof settledCountsSchema>

/** What a row of the queue by thing is about: a thing, or a group that is created, renamed or deleted. */
export const subjectSchema = z.union([z.strictObject({ tuid: tuidSchema }), z.strictObject({ groupId: groupIdSchema })])

export type Subject = z.output<typeof subjectSchema>

/** What gave a group its present name, to be found under that: such an action is about the group of the old one. */
export const renamedToSchema = z.strictObject({ renamedTo: groupIdSchema })

export type RenamedTo = z.output<typeof renamedToSchema>

/** All actions about one thing, or about one group as such. */
export const queuedThingSchema = z.strictObject({
  subject: subjectSchema,
  counts: queueCountsSchema,
  /** The one captured last. */
  latest: actionSchema,
  /** When something last happened to any of them. */
  changedAt: instantSchema
})

export type QueuedThing = z.output<typeof queuedThingSchema>

export function subjectOf(intent: Intent): Subject {
  return 'tuid' in intent ? { tuid: intent.tuid } : { groupId: intent.groupId }
}

/** @param states null for all of them */
export function totalOf(counts: QueueCounts, states: readonly ActionState[] | null): number {
  return (states ?? actionStates).reduce((sum, state) => sum + counts[state], 0)
}

/** Counts for every state, each asked for once. */
export function countsOf(count: (state: ActionState) => number): QueueCounts {
  return {
    pending: count('pending'),
    sending: count('sending'),
    unknown: count('unknown'),
    needs_you: count('needs_you'),
    done: count('done'),
    discarded: count('discarded')
  }
}

/** A row of the journal that could not be read any more. */
export const quarantinedSchema = z.strictObject({
  id: z.number().int(),
  at: instantSchema,
  /** What could not be read. */
  why: z.string(),
  /** The row itself, as JSON. */
  content: z.string()
})
