import { z } from 'zod'

/** What the process of idle-app.ts is to do. */
export const idleOrderSchema = z.strictObject({
  folder: z.string(),
  url: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  /** The day's work, and over how many things. */
  actions: z.number().int().positive(),
  things: z.number().int().positive(),
  /** Hours after the work until memory is first looked at: first messages are no longer waited for by then. */
  hoursBefore: z.number().int(),
  /** Hours of which each is told about, after that. */
  hours: z.number().int().positive()
})

export type IdleOrder = z.output<typeof idleOrderSchema>

/** In bytes, when the garbage is gone; `held` is the heap and what it holds outside itself. */
export const idleHourSchema = z.strictObject({
  held: z.number(),
  rss: z.number(),
  /** Sent since the one before. */
  requests: z.number().int()
})

export type IdleHour = z.output<typeof idleHourSchema>
