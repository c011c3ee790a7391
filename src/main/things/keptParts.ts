import {
  alertPeriodSchema,
  commandRecordSchema,
  generalInfoSchema,
  groupOfThingSchema,
  installationRecordSchema,
  listOf,
  thingMessageSchema
} from '@shared/domain/thing'
import type { z } from 'zod'
import type { KeptReading, ReadModel, ThingPart } from '../ports/readModel'

/** What each part of a thing looks like, when it is read and when it is taken from the cache again. */
export const partSchemas = {
  general: generalInfoSchema,
  installations: listOf(installationRecordSchema),
  group: groupOfThingSchema,
  alerts: listOf(alertPeriodSchema),
  signal: listOf(thingMessageSchema),
  messages: listOf(thingMessageSchema),
  commands: listOf(commandRecordSchema),
  reporting: listOf(thingMessageSchema)
} as const satisfies Record<ThingPart, z.ZodType>

/** The parts that actions from here change, and which of them. */
export const changedBy: Partial<Record<ThingPart, 'status' | 'group'>> = { installations: 'status', group: 'group' }

export type PartValue<P extends ThingPart> = z.output<(typeof partSchemas)[P]>

/** The part as last seen on this laptop, or null when there is none or it was written by a version we cannot read. */
export function keptPart<P extends ThingPart>(
  readModel: ReadModel,
  stackId: string,
  tuid: string,
  part: P
): (Omit<KeptReading, 'value'> & { readonly value: PartValue<P> }) | null {
  const kept = readModel.reading(stackId, tuid, part)
  if (kept === null) return null
  const parsed = partSchemas[part].safeParse(kept.value)
  // Indexing a table of schemas by a type parameter loses which of them it is; the table itself guarantees it.
  return parsed.success ? { ...kept, value: parsed.data as PartValue<P> } : null
}
