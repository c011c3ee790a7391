import { z } from 'zod'

/** What the parent asks of the app in the child process. */
export const orderSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('call'),
    id: z.number(),
    channel: z.string(),
    input: z.unknown()
  }),
  /** From now on commits are counted. */
  z.strictObject({
    type: z.literal('kill at commit'),
    nth: z.number(),
    side: z.enum(['before', 'after'])
  }),
  /** Asks how much memory the process takes; with `collect`, once the garbage is gone (needs --expose-gc). */
  z.strictObject({ type: z.literal('memory'), id: z.number(), collect: z.boolean() })
])

export type Order = z.output<typeof orderSchema>

/** What the child tells: that the app is up, and the answer to a call or to the question for memory. */
export const tidingSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('up') }),
  z.strictObject({ type: z.literal('answer'), id: z.number(), answer: z.unknown() })
])
