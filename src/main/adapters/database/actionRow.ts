import { z } from 'zod'
import {
  type Attempt,
  actionStateSchema,
  attemptSchema,
  baseSchema,
  intentSchema,
  needSchema,
  receiptSchema
} from '@shared/domain/action'
import type { JournalEntry } from '../../outbox/journal'
import { newborn, type Life } from '../../outbox/stateMachine'

const lifeSchema = z.strictObject({
  state: actionStateSchema,
  need: needSchema.nullable(),
  notBefore: z.number().nullable(),
  mayStillHappenUntil: z.number().nullable(),
  contradicted: z.boolean(),
  arrived: z.array(z.number().int()).optional()
})

/** Of many thousands of actions that wait, nearly all have this life: they share one object. */
const sharedLife = (life: Life): Life =>
  life.state === 'pending' && life.notBefore === null && life.arrived === undefined ? newborn : life

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
})

const jsonOf = <T extends z.ZodType>(schema: T) => json.pipe(schema)

/** Up to schema 4 an action held one command. Such rows stay as they are: they may still be waiting. */
const storedIntent = z.preprocess((intent) => {
  if (typeof intent !== 'object' || intent === null || !('command' in intent) || 'commands' in intent) return intent
  const { command, ...rest } = intent
  return { ...rest, commands: [command] }
}, intentSchema)

/** A row of `actions` as SQLite gives it; it may come from an older version or a damaged file. */
const rowSchema = z
  .object({
    id: z.string(),
    seq: z.number(),
    stack_id: z.string(),
    intent: jsonOf(storedIntent),
    transaction_id: z.number().nullable(),
    base: jsonOf(baseSchema),
    captured_at: z.number(),
    life: jsonOf(lifeSchema),
    first_sent_at: z.number().nullable(),
    attempt_count: z.number(),
    failures: z.number(),
    last_attempt: jsonOf(attemptSchema).nullable(),
    receipt: jsonOf(receiptSchema).nullable(),
    discard_reason: z.string().nullable()
  })
  .transform((row): JournalEntry => ({
    id: row.id,
    seq: row.seq,
    stackId: row.stack_id,
    intent: row.intent,
    transactionId: row.transaction_id,
    base: row.base,
    capturedAt: row.captured_at,
    life: sharedLife(row.life),
    firstSentAt: row.first_sent_at,
    attemptCount: row.attempt_count,
    failures: row.failures,
    lastAttempt: row.last_attempt,
    receipt: row.receipt,
    discardReason: row.discard_reason
  }))

export type RowReading<T> = { readonly ok: true; readonly entry: T } | { readonly ok: false; readonly why: string }

function reading<T>(result: z.ZodSafeParseResult<T>): RowReading<T> {
  return result.success ? { ok: true, entry: result.data } : { ok: false, why: z.prettifyError(result.error) }
}

export const readActionRow = (row: unknown): RowReading<JournalEntry> => reading(rowSchema.safeParse(row))
/** @param text a row's `attempt` */
export const readAttempt = (text: unknown): RowReading<Attempt> => reading(jsonOf(attemptSchema).safeParse(text))
