import { z } from 'zod'

/** How much of what was read may be kept on this laptop, in megabytes (of 1,000,000 bytes). */
export const cacheLimitsMb = [100, 250, 500, 1000] as const

/** For how long it may be kept, in days. */
export const cacheKeepDays = [7, 30, 90, 365] as const

/** What was read from the servers of all stacks and is kept for working without a connection. */
export const cacheUsageSchema = z.strictObject({
  things: z.number().int(),
  messages: z.number().int(),
  /** What it takes. */
  bytes: z.number().int(),
  /** The whole file in which it lies, with the outbox and everything else, as it is on disk. */
  fileBytes: z.number().int()
})

export type CacheUsage = z.output<typeof cacheUsageSchema>

export const cleanUpSchema = z.strictObject({
  removed: cacheUsageSchema.omit({ fileBytes: true }),
  /** What is left: what waiting actions need. */
  left: cacheUsageSchema,
  /**
   * Whether the file on disk has become smaller by it. `later`: as soon as nothing is being sent. `not_now`: that failed,
   * and its space is used again by what is read from now on.
   */
  file: z.enum(['smaller', 'later', 'not_now'])
})

export type CleanUp = z.output<typeof cleanUpSchema>
