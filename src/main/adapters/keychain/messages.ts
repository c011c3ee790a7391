import { z } from 'zod'

/** What crosses between main and the keychain's own process. Both sides parse what they get. */
const entry = { id: z.number().int(), service: z.string().min(1), account: z.string().min(1) }

export const questionSchema = z.discriminatedUnion('deed', [
  z.strictObject({ ...entry, deed: z.literal('get') }),
  z.strictObject({ ...entry, deed: z.literal('set'), secret: z.string().min(1) }),
  z.strictObject({ ...entry, deed: z.literal('delete') })
])

export type Question = z.output<typeof questionSchema>

/** A question before it is given its number. */
export type Deed =
  | { readonly deed: 'get' | 'delete'; readonly account: string }
  | { readonly deed: 'set'; readonly account: string; readonly secret: string }

/** The first message of the process: it listens now. */
export const readySchema = z.strictObject({ ready: z.literal(true) })

export const answerSchema = z.discriminatedUnion('ok', [
  /** `value` is the secret that was asked for, null for every other deed and when there is none. */
  z.strictObject({ id: z.number().int(), ok: z.literal(true), value: z.string().nullable() }),
  /** `words`: the error of the keychain library, without the secret. */
  z.strictObject({ id: z.number().int(), ok: z.literal(false), words: z.string() })
])

export type Answer = z.output<typeof answerSchema>
