import { z } from 'zod'
import { actionSchema, intentSchema } from '../domain/action'
import { groupIdSchema } from '../domain/deploymentGroup'
import { installationStatusSchema } from '../domain/installationStatus'
import { problemSchema } from '../domain/problem'
import { tuidSchema } from '../domain/tuid'
import {
  batchPlanSchema,
  deedKinds,
  noteSchema,
  placeSchema,
  scanWays,
  shownThingSchema,
  shownVisitSchema,
  visitSchema
} from '../domain/visit'

const id = z.uuid()
const words = visitSchema.pick({ site: true, installer: true })
/** Of one page: what a screen can show, with some to spare. */
export const longestVisitPage = 200
export const longestReportPage = 100
/** Lines of a list that are taken in one go: so few that nothing else waits long. */
export const longestList = 200

/** Things that are asked after in one go: so few that whoever stops it need not wait long. */
export const mostChecked = 10

export const scannedSchema = z.strictObject({
  outcome: z.enum(['captured', 'held', 'duplicate']),
  thing: shownThingSchema
})

export type Scanned = z.output<typeof scannedSchema>

export const reportedThingSchema = z.strictObject({
  thing: shownThingSchema,
  /** In the order of capture. What a deed names and is not here is no longer on this laptop. */
  actions: z.array(actionSchema)
})

export type ReportedThing = z.output<typeof reportedThingSchema>

/** What crosses between page and main about visits, batches and the work on things; part of the table in channels.ts. */
export const visitChannels = {
  /** Of all stacks, newest first. */
  'visits:list': { input: z.void(), output: z.array(shownVisitSchema) },
  /**
   * Which of them hold every word: in site, stack, installer or note, or in TUID, note or place of one of their things.
   * A label stands for its thing. With the newest thing that was meant, or null. Newest first.
   */
  'visits:find': {
    input: z.strictObject({ search: z.string().max(300) }),
    output: z.array(z.strictObject({ id, tuid: tuidSchema.nullable() }))
  },
  /** Problem: unknown_visit. */
  'visits:get': { input: z.strictObject({ id }), output: shownVisitSchema },
  /** Problems: unknown_stack, visit_under_way (one at a time at each stack), disk_full, read_only, not_saved. */
  'visits:start': { input: words.extend({ stackId: id }), output: shownVisitSchema },
  'visits:change': {
    input: words.extend({ note: noteSchema, plan: batchPlanSchema.nullable() }).partial().extend({ id }),
    output: shownVisitSchema
  },
  'visits:end': { input: z.strictObject({ id }), output: shownVisitSchema },
  'visits:resume': { input: z.strictObject({ id }), output: shownVisitSchema },
  /** The record alone; its actions stay in the queue. */
  'visits:delete': { input: z.strictObject({ id }), output: z.void() },
  /** Newest first. */
  'visits:things': {
    input: z.strictObject({
      id,
      filter: z.enum(['all', 'need_you', 'waiting', 'silent', 'alerting', 'confirmed']),
      offset: z.number().int().min(0).max(1e6),
      limit: z.number().int().min(1).max(longestVisitPage)
    }),
    output: z.array(shownThingSchema)
  },
  /**
   * For the report: things with the actions of their deeds as they stand, in the order in which they came to the visit.
   * `after` is the number of the last one that is known already, 0 at the beginning. A thing may have very many actions,
   * so a page is shorter.
   */
  'visits:report': {
    input: z.strictObject({
      id,
      after: z.number().int().min(0).max(1e6),
      limit: z.number().int().min(1).max(longestReportPage)
    }),
    output: z.strictObject({
      things: z.array(reportedThingSchema),
      /** How many more there are, whose rows on this laptop are damaged. */
      unreadable: z.number().int(),
      /** `after` of the next page; null: that was all. */
      next: z.number().int().nullable()
    })
  },
  /** A thing that is not in the visit comes to it. */
  'visits:describe': {
    input: z.strictObject({ id, tuid: tuidSchema, note: noteSchema.optional(), place: placeSchema.optional() }),
    output: shownThingSchema
  },
  /**
   * One scan of a batch: on disk when it is answered. Problems: unknown_visit, unknown_stack, visit_ended, batch_not_set,
   * disk_full, read_only, not_saved.
   */
  'visits:scan': { input: z.strictObject({ id, tuid: tuidSchema, via: z.enum(scanWays) }), output: scannedSchema },
  /** Lines of a list, in order. What a line does not say is as the batch of the visit has it. */
  'visits:addList': {
    input: z.strictObject({
      id,
      lines: z
        .array(
          z.strictObject({
            tuid: tuidSchema,
            groupId: groupIdSchema.nullable(),
            status: installationStatusSchema.nullable(),
            note: noteSchema,
            place: placeSchema.nullable()
          })
        )
        .min(1)
        .max(longestList)
    }),
    output: z.array(scannedSchema)
  },
  /** A person's word on what is held; `alike` for all that are held for the same reasons. Answers how many that were. */
  'visits:settle': {
    input: z.strictObject({ id, tuid: tuidSchema, choice: z.enum(['apply', 'leave']), alike: z.boolean() }),
    output: z.number().int()
  },
  /**
   * Takes back the last deed done to a thing. Problems: action_not_open (it is on its way at this moment), unknown_stack
   * (it was sent, and cannot be set back).
   */
  'visits:undo': {
    input: z.strictObject({ id, tuid: tuidSchema }),
    output: z.enum(['nothing_sent', 'reversed', 'partly'])
  },
  /** Asks the server now after things of a visit that are silent. Answers what went wrong with one of them. */
  'visits:check': {
    input: z.strictObject({ id, tuids: z.array(tuidSchema).max(mostChecked) }),
    output: problemSchema.nullable()
  },
  /** As `outbox:capture`, saying what the intents are for. All or none. */
  'visits:capture': {
    input: z.strictObject({
      stackId: id,
      works: z
        .array(
          z.strictObject({
            tuid: tuidSchema,
            kind: z.enum(deedKinds),
            partner: tuidSchema.nullable(),
            reason: z.string().trim().max(500),
            intents: z.array(intentSchema).max(10)
          })
        )
        .min(1)
        .max(500)
    }),
    output: z.array(actionSchema)
  }
} as const

/** Something in this visit is not what it was. */
export const visitEvents = { 'visits:changed': z.strictObject({ id }) } as const
