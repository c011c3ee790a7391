import { z } from 'zod'
import { problemSchema } from './problem'

/** Milliseconds since 1970 UTC. The API speaks seconds; they are converted once, where answers are parsed. */
export const instantSchema = z.number()

export type Instant = z.output<typeof instantSchema>

/** spec: Get general information of a thing. Every part may be null or missing (vendor fact). */
export const generalInfoSchema = z.strictObject({
  batteryLevel: z.number().nullable(),
  lastHeardAt: instantSchema.nullable(),
  position: z.strictObject({ lat: z.number(), lon: z.number() }).nullable(),
  gatewayTuid: z.string().nullable(),
  version: z.string().nullable()
})

export type GeneralInfo = z.output<typeof generalInfoSchema>

/** spec: Get installation history. A status outside the five is kept verbatim. */
export const installationRecordSchema = z.strictObject({
  status: z.string(),
  at: instantSchema.nullable(),
  responsible: z.string().nullable()
})

export type InstallationRecord = z.output<typeof installationRecordSchema>

/** spec: Get deployment group of a thing. */
export const groupOfThingSchema = z.strictObject({ groupId: z.string().nullable() })

export type GroupOfThing = z.output<typeof groupOfThingSchema>

/** One alert of one type. `from` null: since before records began; `to` null: still active. */
export const alertPeriodSchema = z.strictObject({
  alertType: z.string(),
  from: instantSchema.nullable(),
  to: instantSchema.nullable()
})

export type AlertPeriod = z.output<typeof alertPeriodSchema>

/** spec: Get messages of a thing. `fields` are the dynamic attributes, untouched. */
export const thingMessageSchema = z.strictObject({
  /** `tsmTuid:tsmId:tsmTs`: what makes two deliveries the same message (vendor fact); of an answer, with its number. */
  key: z.string(),
  tsmId: z.number(),
  tsmEv: z.number().nullable(),
  at: instantSchema,
  gatewayTuid: z.string().nullable(),
  groupId: z.string().nullable(),
  fields: z.record(z.string(), z.unknown())
})

export type ThingMessage = z.output<typeof thingMessageSchema>

/** How many of the newest messages are kept for working without a connection: enough to see that a thing reports. */
export const newestMessages = 50

/** spec: Get all commands sent to a thing. */
export const commandRecordSchema = z.strictObject({
  tsmId: z.number(),
  tsmEv: z.number().nullable(),
  at: instantSchema.nullable(),
  responsible: z.string().nullable(),
  transactionId: z.number().nullable(),
  fields: z.record(z.string(), z.unknown())
})

export type CommandRecord = z.output<typeof commandRecordSchema>

/** A list of which every element was parsed on its own: an unreadable one is counted and never hides the others. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), unreadable: z.number().int() })
}

export interface ListOf<T> {
  items: T[]
  unreadable: number
}

/**
 * What is known of one part of a thing: the live answer, or the last one seen on this laptop with its age, and what
 * went wrong with asking now. `value` null with `problem` null cannot happen.
 */
export function readingOf<T extends z.ZodType>(value: T) {
  return z.strictObject({
    value: value.nullable(),
    /** When the server said so. */
    asOf: instantSchema.nullable(),
    live: z.boolean(),
    problem: problemSchema.nullable()
  })
}

export interface Reading<T> {
  value: T | null
  asOf: Instant | null
  live: boolean
  problem: z.output<typeof problemSchema> | null
}
