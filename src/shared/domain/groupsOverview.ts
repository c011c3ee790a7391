import { z } from 'zod'
import { actionSchema } from './action'
import { knownGroupSchema } from './deploymentGroup'
import { problemSchema } from './problem'
import { instantSchema, readingOf } from './thing'

/**
 * What a server was seen to do with the things of a group that is deleted; nothing documents it. `unassigned`: they are
 * in no group then. `stay`: they still name the group that is gone. `refused`: it deletes no group that has things.
 */
export const deletionFateSchema = z.enum(['unassigned', 'stay', 'refused'])
export type DeletionFate = z.output<typeof deletionFateSchema>

export const seenFateSchema = z.strictObject({ fate: deletionFateSchema, asOf: instantSchema })
export type SeenFate = z.output<typeof seenFateSchema>

/** The deployment groups of a stack as they were before anything that waits here, and what waits. */
export const groupsOverviewSchema = z.strictObject({
  /** By name; none of them of origin `queued`. */
  groups: z.array(knownGroupSchema),
  /** Open actions that create, rename or delete a group, oldest first. */
  changes: z.array(actionSchema),
  /** When the server last listed its groups; null when it never did. */
  asOf: instantSchema.nullable(),
  /** Whether that list was whole; a cut one is narrowed by a search. */
  complete: z.boolean(),
  /** Whether the server lists its groups at all; null when it was never asked. */
  offered: z.boolean().nullable(),
  /** What became of the things of the group deleted last; null while that was not seen. */
  deletion: seenFateSchema.nullable(),
  /** What went wrong with asking now. */
  problem: problemSchema.nullable()
})

export type GroupsOverview = z.output<typeof groupsOverviewSchema>

/** A thing whose group waits here to be set. */
export const movingThingSchema = z.strictObject({
  tuid: z.string(),
  /** Where it is to go. */
  groupId: z.string()
})

/** The things of one group, as well as they can be known. */
export const groupMembersSchema = z.strictObject({
  /** TUIDs as the server lists them; null: it does not tell which things a group has. */
  list: readingOf(z.array(z.string())).nullable(),
  /** Those that this laptop last saw in it, whatever the server lists. */
  seenHere: z.array(z.string()),
  /** Things that are to come into this group, and things of it that are to go into another. */
  moving: z.array(movingThingSchema)
})

export type GroupMembers = z.output<typeof groupMembersSchema>
