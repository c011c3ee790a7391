import { z } from 'zod'
import { commandSchema } from './command'
import { deviceKinds } from './deviceKind'
import { groupIdSchema } from './deploymentGroup'
import { installationStatusSchema } from './installationStatus'
import { photoSchema } from './photo'
import { instantSchema } from './thing'
import { tuidSchema } from './tuid'

/** What every scan of a batch means. What is null stays as it is. */
export const batchPlanSchema = z.strictObject({
  groupId: groupIdSchema.nullable(),
  status: installationStatusSchema.nullable(),
  command: commandSchema.nullable(),
  /** What is expected to be scanned; null for anything. */
  kind: z.enum(deviceKinds).nullable()
})

export type BatchPlan = z.output<typeof batchPlanSchema>

/** Whether there is anything that a scan would change. */
export function changesSomething({ groupId, status, command }: BatchPlan): boolean {
  return groupId !== null || status !== null || command !== null
}

/** Where in the building a thing is: a technician's own words. */
export const placeSchema = z.strictObject({
  floor: z.string().trim().max(60),
  room: z.string().trim().max(120),
  text: z.string().trim().max(2_000)
})

export type Place = z.output<typeof placeSchema>

export const noPlace: Place = { floor: '', room: '', text: '' }

export const longestNote = 2_000
export const noteSchema = z.string().trim().max(longestNote)

/** How a TUID came here. */
export const scanWays = ['scanner', 'camera', 'typed', 'list'] as const
export type ScanWay = (typeof scanWays)[number]

/** Why a scan of a batch waits for a person rather than being carried out. */
export const scanFlags = [
  'other_group',
  'already_there',
  'unusual_status',
  'wrong_kind',
  'command_does_not_fit',
  'not_known_to_stack'
] as const

export const scanFlagSchema = z.strictObject({
  kind: z.enum(scanFlags),
  /** The group, status or kind it has instead; null where that says nothing. */
  shows: z.string().nullable()
})

export type ScanFlag = z.output<typeof scanFlagSchema>

/** Work that belongs together, of which each part is an action of its own. */
export const deedKinds = [
  'install',
  'batch',
  'command',
  'replace_old',
  'replace_new',
  'take_away',
  'quarantine'
] as const

export const deedSchema = z.strictObject({
  kind: z.enum(deedKinds),
  at: instantSchema,
  /** The other thing of a replacement. */
  partner: tuidSchema.nullable(),
  /** Why, in the technician's words; empty where nobody asks. */
  reason: z.string().trim().max(500),
  /** Sequence numbers of its actions. */
  actions: z.array(z.number().int())
})

export type Deed = z.output<typeof deedSchema>
export type DeedKind = Deed['kind']

/**
 * How a thing of a visit stands. `captured`: to be worked on, the server is asked first what it is. `held`: flagged,
 * waits for a person. `taken`: its actions are in the outbox. `left`: a person left it as it was. `undone`: taken back.
 */
export const entryStates = ['captured', 'held', 'taken', 'left', 'undone'] as const
export type EntryState = (typeof entryStates)[number]

/** That a thing was heard after its installation, as far as anybody looked. */
export const arrivalSchema = z.strictObject({
  /** When the server took the installation, by its own clock as far as it told that; in whole seconds. */
  since: instantSchema,
  /** The first moment after that at which it was heard; null: not yet. */
  heardAt: instantSchema.nullable(),
  /** When the server was last asked; null: never. */
  askedAt: instantSchema.nullable(),
  /** Types of alerts that were active when it was last asked. */
  alerts: z.array(z.string())
})

export type Arrival = z.output<typeof arrivalSchema>

/** Stands for the types of its alerts where the server only says that a thing alerts. */
export const unnamedAlert = 'alert'

/** A thing of a visit, as it is kept. */
export const visitThingSchema = z.strictObject({
  tuid: tuidSchema,
  via: z.enum(scanWays).nullable(),
  addedAt: instantSchema,
  state: z.enum(entryStates),
  flags: z.array(scanFlagSchema),
  /** What its scan was to bring about, while that is not in the outbox. */
  plan: batchPlanSchema.nullable(),
  place: placeSchema,
  note: noteSchema,
  photos: z.array(photoSchema),
  deeds: z.array(deedSchema),
  arrival: arrivalSchema.nullable()
})

export type VisitThing = z.output<typeof visitThingSchema>

/** Its work in the outbox, all actions taken together. */
export const syncStates = ['none', 'waiting', 'needs_you', 'confirmed', 'decided', 'discarded'] as const
export type SyncState = (typeof syncStates)[number]

/** A thing of a visit, as it is shown. */
export const shownThingSchema = visitThingSchema.extend({
  /** The order in which things came to the visit, from 1. */
  no: z.number().int(),
  sync: z.enum(syncStates)
})

export type ShownThing = z.output<typeof shownThingSchema>

/** How many things of a visit there are of each sort. */
export const visitCountsSchema = z.strictObject({
  things: z.number().int(),
  /** Wait for a person's decision, here or in the queue. */
  needYou: z.number().int(),
  waiting: z.number().int(),
  confirmed: z.number().int(),
  /** Installed and heard since, installed and silent still, and alerting. */
  heard: z.number().int(),
  silent: z.number().int(),
  alerting: z.number().int()
})

export type VisitCounts = z.output<typeof visitCountsSchema>

/** Work at one site, from arriving to leaving. */
export const visitSchema = z.strictObject({
  id: z.uuid(),
  stackId: z.uuid(),
  /** As it was called when the visit began: a visit outlives its stack. */
  stackName: z.string(),
  site: z.string().trim().min(1).max(120),
  installer: z.string().trim().max(120),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  note: noteSchema,
  plan: batchPlanSchema.nullable()
})

export type Visit = z.output<typeof visitSchema>

export const shownVisitSchema = visitSchema.extend({ counts: visitCountsSchema })
export type ShownVisit = z.output<typeof shownVisitSchema>
