import { z } from 'zod'
import { diskProblemKinds } from '../domain/problem'
import { chosenStackSchema } from '../domain/stack'
import type { FrontChannel } from './names'
import { settingsSchema } from './settings'

/** Something that went wrong with this laptop's own files and was mended or worked around: said once, in words. */
export const noticeSchema = z.strictObject({
  kind: z.enum([
    'settings_reset',
    'database_reset',
    'database_salvaged',
    'database_empty',
    'stacks_recalled',
    'actions_without_stack',
    'quarantined_actions',
    'policy_unusable'
  ]),
  /** Where the file in question lies and what is wrong in it, the names of the stacks that came back, or how many actions are affected. */
  detail: z.string()
})

export const appInfoSchema = z.strictObject({
  version: z.string(),
  platform: z.string(),
  electron: z.string(),
  /** BCP 47 tag of the operating system's language. */
  systemLanguage: z.string(),
  dataFolder: z.string(),
  notices: z.array(noticeSchema)
})

/** Why the database could not be opened: until it is, nothing can be shown, saved or sent. */
export const storageTroubleSchema = z.strictObject({
  kind: z.enum(['newer_database', ...diskProblemKinds]),
  /** Technical detail for support. */
  detail: z.string(),
  /** Where the app keeps its files. */
  folder: z.string(),
  /** The file in which everything saved on this laptop lies; null when nothing was saved yet. */
  file: z.string().nullable()
})

/**
 * What is answered before the database is open, and when it cannot be opened: enough to draw the page, and to say why.
 * A table of its own, so that the others' schemas are not made before a window is there.
 */
export const frontChannels = {
  'app:info': { input: z.void(), output: appInfoSchema },
  'app:copyText': { input: z.strictObject({ text: z.string().max(1_000_000) }), output: z.void() },
  /** An error of the page, for the log. */
  'app:reportError': {
    input: z.strictObject({ message: z.string().max(4000), stack: z.string().max(16_000) }),
    output: z.void()
  },
  'app:quit': { input: z.void(), output: z.void() },

  /**
   * Opens the database. Answers why it cannot be opened, or null when it is open. Until then only the channels of
   * `frontChannels` are answered at all.
   */
  'storage:open': { input: z.void(), output: storageTroubleSchema.nullable() },

  'settings:get': { input: z.void(), output: settingsSchema },

  /** The stack that was chosen last, as far as it is known without the database; the session has the last word. */
  'stacks:chosen': { input: z.void(), output: chosenStackSchema.nullable() }
} as const satisfies Record<FrontChannel, { readonly input: z.ZodType; readonly output: z.ZodType }>
