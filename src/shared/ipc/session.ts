import { z } from 'zod'
import { diskProblemKinds, problemSchema } from '../domain/problem'
import { chosenStackSchema } from '../domain/stack'
import { instantSchema } from '../domain/thing'

/**
 * `checking`: not known yet. `no_secret`: the stack is set up, but its secret is not at hand. `signed_out`: the server
 * refused fresh credentials; everything queued is kept.
 */
export const connectionSchema = z.enum(['no_stack', 'checking', 'online', 'offline', 'signed_out', 'no_secret'])

export const sessionSchema = z.strictObject({
  stack: chosenStackSchema.nullable(),
  connection: connectionSchema,
  /** Since when the connection is what it is. */
  since: instantSchema,
  problem: problemSchema.nullable(),
  /** Actions of the active stack: all open ones that need no person, and those that do. */
  waiting: z.number().int(),
  sending: z.number().int(),
  needsYou: z.number().int(),
  /** A person has stopped the sending of this stack; it goes on when resumed, or when the app starts again. */
  paused: z.boolean(),
  /** How far the queue of the active stack is since it was last empty; null when nothing waits. */
  progress: z
    .strictObject({
      done: z.number().int(),
      total: z.number().int(),
      /** Actions per minute, null while there is too little to tell. */
      perMinute: z.number().nullable()
    })
    .nullable(),
  /** Why nothing can be recorded on this laptop, so that nothing can be saved and nothing is sent; null: all is well. */
  storage: z.strictObject({ kind: z.enum(diskProblemKinds), detail: z.string() }).nullable(),
  /** The same two of all other stacks together. */
  elsewhere: z.strictObject({ waiting: z.number().int(), needsYou: z.number().int() })
})
