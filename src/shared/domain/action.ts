import { z } from 'zod'
import { commandSchema, mostCommands, type Command } from './command'
import { groupDescriptionSchema, groupIdSchema, newGroupIdSchema } from './deploymentGroup'
import { installationStatusSchema } from './installationStatus'
import { instantSchema } from './thing'
import { tuidSchema } from './tuid'

/** What a person wants to be true. Kept apart from how it is sent, so that a reconcile can look for it. */
export const intentSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('status'), tuid: tuidSchema, status: installationStatusSchema }),
  z.strictObject({ type: z.literal('group'), tuid: tuidSchema, groupId: groupIdSchema }),
  z.strictObject({
    type: z.literal('command'),
    tuid: tuidSchema,
    /** Sent in one request (spec: Send a command to a thing). */
    commands: z.array(commandSchema).min(1).max(mostCommands)
  }),
  z.strictObject({
    type: z.literal('group_create'),
    groupId: newGroupIdSchema,
    description: groupDescriptionSchema.nullable()
  }),
  z.strictObject({ type: z.literal('group_rename'), groupId: groupIdSchema, newGroupId: newGroupIdSchema }),
  z.strictObject({ type: z.literal('group_delete'), groupId: groupIdSchema })
])

export type Intent = z.output<typeof intentSchema>
export type IntentType = Intent['type']

/**
 * `pending` saved here, not sent · `sending` on its way · `unknown` may or may not have happened, to be read back ·
 * `needs_you` a person decides · `done` the server's word or a person's · `discarded` a person's act.
 */
export const actionStates = ['pending', 'sending', 'unknown', 'needs_you', 'done', 'discarded'] as const

export const actionStateSchema = z.enum(actionStates)
export type ActionState = z.output<typeof actionStateSchema>

/** States in which an action still wants something. */
export const openActionStates = ['pending', 'sending', 'unknown', 'needs_you'] as const satisfies readonly ActionState[]

/**
 * How one attempt ended. A send: accepted … interrupted; a look at the server: found … not_readable (and not_sent, auth,
 * busy, as for a send).
 */
export const attemptOutcomes = [
  'accepted',
  'not_sent',
  'refused',
  'auth',
  'busy',
  'unknown',
  'contradicted',
  'interrupted',
  'found',
  'absent',
  'too_early',
  'conflict',
  'cannot_tell',
  'not_readable'
] as const

export const attemptSchema = z.strictObject({
  kind: z.enum(['send', 'look']),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  outcome: z.enum(attemptOutcomes).nullable(),
  httpStatus: z.number().int().nullable(),
  /** The server's own words or the transport's error, free of secrets. */
  words: z.string().nullable()
})

export type Attempt = z.output<typeof attemptSchema>
export type AttemptOutcome = (typeof attemptOutcomes)[number]

/** Why a person is asked. */
export const needReasons = ['refused', 'conflict', 'cannot_tell', 'contradicted'] as const

/** What a person may answer: `send_again` applies ours, `keep_theirs` drops ours, `mark_done` says it is there. */
export const choices = ['send_again', 'keep_theirs', 'mark_done'] as const
export const choiceSchema = z.enum(choices)
export type Choice = z.output<typeof choiceSchema>

export const needSchema = z.strictObject({
  reason: z.enum(needReasons),
  /** What the server shows instead, when it could be read. */
  serverShows: z.string().nullable(),
  serverShowsSince: instantSchema.nullable(),
  serverShowsBy: z.string().nullable(),
  choices: z.array(choiceSchema)
})

export type Need = z.output<typeof needSchema>

/** What the app believed when the action was captured. */
export const baseSchema = z.strictObject({
  /** Status or group id as last shown by the server, null when nothing was known. */
  value: z.string().nullable(),
  /** When the server recorded it (status only). */
  since: instantSchema.nullable(),
  /** When this laptop read it. */
  asOf: instantSchema.nullable(),
  /** Sequence number of the queued action whose target this belief is, when it rests on one. */
  after: z.number().int().nullable()
})

export type Base = z.output<typeof baseSchema>

/** How an action was confirmed. `person`: somebody decided, the server has not said so. */
export const receiptSchema = z.strictObject({
  at: instantSchema,
  by: z.enum(['answer', 'read_back', 'person']),
  responsible: z.string().nullable()
})

export type Receipt = z.output<typeof receiptSchema>

/**
 * Why an open action is not moving at this moment. `cannot_record`: this laptop cannot write down what happens, so
 * nothing is sent; and the end of what was already on its way waits to be written down.
 */
export const waitReasons = [
  'paused',
  'cannot_record',
  'offline',
  'signed_out',
  'secret_missing',
  'later',
  'earlier_action'
] as const

export const actionSchema = z.strictObject({
  id: z.uuid(),
  /** Own sequence number: the order of capture, independent of any clock. */
  seq: z.number().int(),
  stackId: z.uuid(),
  intent: intentSchema,
  /** The handle that recognises a command again, see {@link numberedCommands}; null for everything else. */
  transactionId: z.number().int().nullable(),
  base: baseSchema,
  capturedAt: instantSchema,
  state: actionStateSchema,
  /** Not to be tried before this instant (busy server, backoff). */
  notBefore: instantSchema.nullable(),
  waits: z.enum(waitReasons).nullable(),
  attemptCount: z.number().int(),
  lastAttempt: attemptSchema.nullable(),
  need: needSchema.nullable(),
  receipt: receiptSchema.nullable(),
  discardReason: z.string().nullable()
})

export type Action = z.output<typeof actionSchema>

/** A command with the number that recognises it again. */
export interface NumberedCommand {
  readonly command: Command
  readonly transactionId: number | null
}

/**
 * The commands of an action, each with a number of its own: they count on from the one that is kept with the action, in
 * the order of the list, which never changes. Empty for what is no command.
 */
export function numberedCommands({
  intent,
  transactionId
}: Pick<Action, 'intent' | 'transactionId'>): NumberedCommand[] {
  if (intent.type !== 'command') return []
  return intent.commands.map((command, place) => ({
    command,
    transactionId: transactionId === null ? null : transactionId + place
  }))
}

/** The thing an intent is about, or null for those about a group alone. */
export function tuidOf(intent: Intent): string | null {
  return 'tuid' in intent ? intent.tuid : null
}
