import { z } from 'zod'
import { isActive } from './alertPeriod'
import { instantSchema, listOf, readingOf, type AlertPeriod, type Instant, type ListOf } from './thing'

/** An alert of a type that has not ended. `from` null: since before records began. */
export const activeAlertSchema = z.strictObject({ alertType: z.string(), from: instantSchema.nullable() })

export type ActiveAlert = z.output<typeof activeAlertSchema>

/** What a thing alerts about at this moment: each type once. */
export const activeAlertsSchema = z.strictObject({
  active: z.array(activeAlertSchema),
  /** Entries of its history that could not be read; there may be an alert among them. */
  unreadable: z.number().int()
})

export type ActiveAlerts = z.output<typeof activeAlertsSchema>

/** One of the things that the server says alert, with what this laptop knows of it. */
export const alertingThingSchema = z.strictObject({
  /** As the server wrote it; it need not be a TUID that can exist. */
  tuid: z.string(),
  /** Whether this laptop has met it, whatever for. */
  seenHere: z.boolean(),
  /** Whether this laptop has set it installed today, and the server has said so. */
  installedToday: z.boolean(),
  /** As last read here, which may be long ago; null when it never was. */
  alerts: readingOf(activeAlertsSchema).nullable()
})

export type AlertingThing = z.output<typeof alertingThingSchema>

/**
 * Which things of a stack alert. `unread`: nobody has asked yet. `not_offered`: the server refuses to list them (403,
 * 404 or 405), which is no fault. `count` null: the server lists them and does not count them.
 */
export const fleetAlertsSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('unread') }),
  z.strictObject({ state: z.literal('not_offered') }),
  z.strictObject({
    state: z.literal('read'),
    /** Each thing once, in the order of the server. */
    list: readingOf(listOf(alertingThingSchema)),
    count: readingOf(z.number().int()).nullable()
  })
])

export type FleetAlerts = z.output<typeof fleetAlertsSchema>

/** What was read, or could not be, of the alerts of one thing. */
export const alertDetailSchema = z.strictObject({
  stackId: z.uuid(),
  tuid: z.string(),
  alerts: readingOf(activeAlertsSchema)
})

export type AlertDetail = z.output<typeof alertDetailSchema>

/** A thing that was installed today from this laptop, and alerts. */
export const newAlertSchema = z.strictObject({
  tuid: z.string(),
  /** Empty when the server only says that it alerts. */
  active: z.array(activeAlertSchema)
})

export type NewAlert = z.output<typeof newAlertSchema>

/** Each type once, since its earliest beginning: two open periods of one type are one alert to whoever mends it. */
export function activeAlertsOf({ items, unreadable }: ListOf<AlertPeriod>, now: Instant): ActiveAlerts {
  const since = new Map<string, Instant | null>()
  for (const period of items) {
    if (!isActive(period, now)) continue
    const known = since.get(period.alertType)
    const from = known === undefined ? period.from : earlier(known, period.from)
    since.set(period.alertType, from)
  }
  return { active: [...since].map(([alertType, from]) => ({ alertType, from })), unreadable }
}

/** "Since before records began" is earlier than any time. */
function earlier(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? null : Math.min(a, b)
}

/** List and count read further apart than this, in milliseconds, say nothing about each other. */
const readTogether = 60_000

/**
 * How many more things the server counts than it lists; 0 when the two agree, null when they cannot be compared. What
 * could not be read of the list was listed all the same.
 */
export function countedMore(fleet: FleetAlerts): number | null {
  if (fleet.state !== 'read' || fleet.count === null) return null
  const { list, count } = fleet
  if (list.value === null || list.asOf === null || count.value === null || count.asOf === null) return null
  if (Math.abs(list.asOf - count.asOf) > readTogether) return null
  return count.value - list.value.items.length - list.value.unreadable
}
