import { z } from 'zod'

/** spec: Send a command to a thing, "allowed message ids". The spec's own example (17110) is not among them. */
export const allowedCommandIds = [1500, 1501, 12200, 13200] as const

/** 30 configuration request, 35 command request (vendor fact). */
export const commandEvents = { configurationRequest: 30, commandRequest: 35 } as const

/** The client chooses it and the device echoes it: 0 to 2147483647 (vendor fact). */
export const largestTransactionId = 2_147_483_647

/** More are never sent in one request. The spec names no limit; one of each kind is what anybody needs at once. */
export const mostCommands = 10

/** Attributes that belong to the request itself and may not be set as parameters. */
export const reservedParameters = ['tsmId', 'tsmEv', 'tsmTs', 'tsmTuid', 'tsmDstTuid', 'transactionId'] as const

/** JSON, but bounded: a schema that follows every bracket an attacker sends would run out of stack. */
const deepestParameter = 10

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** JSON that arrives as it was written: bounded in depth, and without numbers that are no longer what they were. */
export function isParameterValue(value: unknown, depth = deepestParameter): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  // Beyond 2^53-1 a whole number is no longer the one that was written.
  if (typeof value === 'number')
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
  if (typeof value !== 'object' || depth === 0) return false
  return Object.values(value).every((inner) => isParameterValue(inner, depth - 1))
}

/** Whether a parameter may be called so. */
export function isParameterName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name) && !(reservedParameters as readonly string[]).includes(name)
}

export const commandSchema = z.strictObject({
  tsmId: z.literal(allowedCommandIds),
  tsmEv: z.literal([commandEvents.configurationRequest, commandEvents.commandRequest]),
  /** Dynamic attributes by message id; none at all asks a 12200 or 13200 for its current values. */
  parameters: z.record(
    z.string().refine(isParameterName),
    z.custom<Json>((value) => isParameterValue(value))
  )
})

export type Command = z.output<typeof commandSchema>
export type CommandId = Command['tsmId']
