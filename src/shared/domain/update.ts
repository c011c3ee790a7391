import { z } from 'zod'
import { instantSchema } from './thing'

/** Which versions of the app are offered: those that everybody gets, or those before them as well. */
export const releaseChannels = ['stable', 'beta'] as const
export type ReleaseChannel = (typeof releaseChannels)[number]

/**
 * Why there is no update although there may be one. `unreachable`: the update server did not answer. `nothing_there`: it
 * answered, and has no list of versions. `damaged`: what came is not what was announced. `not_trusted`: it is not signed
 * by whom it should be, or lies where it must not. `not_placed`: it could not be put in the place of this version.
 */
export const updateFaults = ['unreachable', 'nothing_there', 'damaged', 'not_trusted', 'not_placed', 'failed'] as const
export type UpdateFault = (typeof updateFaults)[number]

export const updateStateSchema = z.discriminatedUnion('kind', [
  /** This installation is never updated by itself: it was not installed at all, or somebody else brings its updates. */
  z.strictObject({ kind: z.literal('off'), why: z.enum(['not_installed', 'not_set_up']) }),
  /** Nothing newer, as of the last look; null when nobody looked since the start. */
  z.strictObject({
    kind: z.literal('idle'),
    checkedAt: instantSchema.nullable(),
    fault: z.enum(updateFaults).nullable()
  }),
  z.strictObject({ kind: z.literal('checking') }),
  z.strictObject({ kind: z.literal('downloading'), version: z.string(), percent: z.number().int().min(0).max(100) }),
  z.strictObject({
    kind: z.literal('ready'),
    version: z.string(),
    /** A person has said that it may wait; `atQuit`: it is then put in place when the app is closed. */
    later: z.boolean(),
    atQuit: z.boolean()
  })
])

export type UpdateState = z.output<typeof updateStateSchema>

/** What came of the wish to start again with the update: begun, or what it waits for. */
export const restartAnswers = ['begun', 'sending', 'not_ready'] as const
export type RestartAnswer = (typeof restartAnswers)[number]
