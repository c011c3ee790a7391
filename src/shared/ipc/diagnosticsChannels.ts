import { z } from 'zod'
import { secretPlaceSchema } from '../domain/stack'
import { sessionSchema } from './session'
import { settingsSchema } from './settings'

/** What somebody who helps has to know of an app that does not do what it should. Holds no secret and no token. */
export const diagnosticsSchema = z.strictObject({
  versions: z.strictObject({
    app: z.string(),
    electron: z.string(),
    chrome: z.string(),
    node: z.string(),
    sqlite: z.string(),
    platform: z.string(),
    /** Of the operating system, as it names itself. */
    release: z.string(),
    architecture: z.string(),
    language: z.string()
  }),
  settings: settingsSchema,
  stacks: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      baseUrl: z.string(),
      clientId: z.string(),
      /** Where its secret is, never what it is. */
      secret: secretPlaceSchema,
      active: z.boolean(),
      openActions: z.number().int()
    })
  ),
  session: sessionSchema,
  /** What was found damaged on this laptop. */
  notices: z.array(z.strictObject({ kind: z.string(), detail: z.string() })),
  /** The files of the log, the oldest first, redacted. */
  log: z.array(z.strictObject({ name: z.string(), text: z.string() }))
})

export type Diagnostics = z.output<typeof diagnosticsSchema>

export const diagnosticsChannels = {
  /** For a file that a person looks at and sends to whom they like. The queue comes by `queue:export`. */
  'diagnostics:collect': { input: z.void(), output: diagnosticsSchema }
} as const
