import { z } from 'zod'
import { instantSchema } from '../domain/thing'
import { releaseChannels } from '../domain/update'

/** How the app, or its page, came to an end that nobody asked for, and what is safe all the same. */
export const recoverySchema = z.strictObject({
  /** `app`: the last run did not end in order. `page`: only what is shown crashed; the app itself went on. */
  cause: z.enum(['app', 'page']),
  /** When that run began, or when the page crashed; null when it cannot be told. */
  at: instantSchema.nullable(),
  /** Actions of all stacks that are on disk and go on by themselves, and those that wait for a person. */
  waiting: z.number().int(),
  needsYou: z.number().int(),
  /** Sites of the visits under way. */
  visits: z.array(z.string())
})

export type Recovery = z.output<typeof recoverySchema>

/** What those who look after this laptop have decided for it. */
export const managedSchema = z.strictObject({
  /** The policy file that holds; null when there is none, or none that can be used. */
  file: z.string().nullable(),
  language: z.enum(['en', 'fi']).nullable(),
  updateChannel: z.enum(releaseChannels).nullable(),
  /** Stacks whose name, address and client id are given. */
  stackIds: z.array(z.uuid())
})

export type Managed = z.output<typeof managedSchema>

export const supportChannels = {
  /** What the app runs on; null where that cannot be told. */
  'about:versions': {
    input: z.void(),
    output: z.strictObject({
      chromium: z.string().nullable(),
      node: z.string(),
      sqlite: z.string().nullable()
    })
  },
  /** Shows the app's data folder in the system's file manager. Answers whether that worked. */
  'about:openDataFolder': { input: z.void(), output: z.boolean() },

  /** What to say after a crash; null when there was none, or it was said. */
  'recovery:get': { input: z.void(), output: recoverySchema.nullable() },
  'recovery:dismiss': { input: z.void(), output: z.void() },

  'policy:get': { input: z.void(), output: managedSchema }
} as const
