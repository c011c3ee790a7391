import { z } from 'zod'
import { restartAnswers, updateStateSchema } from '../domain/update'

/** How the app is brought up to date. Part of the table in channels.ts. */
export const updateChannels = {
  'updates:state': { input: z.void(), output: updateStateSchema },
  /** Looks for a newer version now. What was found is downloaded by and by, see `updates:changed`. */
  'updates:check': { input: z.void(), output: updateStateSchema },
  /** Ends the app and starts the new version, unless something is being sent. */
  'updates:restart': { input: z.void(), output: z.enum(restartAnswers) },
  /** Not now: see `later` of the state. */
  'updates:later': { input: z.void(), output: updateStateSchema }
} as const

export const updateEvents = {
  /** The whole answer of `updates:state`, when it is another. */
  'updates:changed': updateStateSchema
} as const
