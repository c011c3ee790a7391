import { ProblemError } from '@shared/domain/problem'
import { z } from 'zod'
import { groupIdSchema, newGroupIdSchema } from '@shared/domain/deploymentGroup'
import { tuidSchema } from '@shared/domain/tuid'

/** A text with half a character in it cannot be put into a URL. */
const wellFormed = (text: string) => text.isWellFormed()

export const tuid = tuidSchema
export const groupId = groupIdSchema.refine(wellFormed)
export const newGroupId = newGroupIdSchema.refine(wellFormed)
export const limit = z.number().int().min(1)

/**
 * Checks a request against the API's own rules before anything is sent.
 *
 * @throws ProblemError invalid_input: whoever asked should have known better
 */
export function checked<T>(schema: z.ZodType<T>, request: unknown): T {
  const result = schema.safeParse(request)
  if (result.success) return result.data
  const detail = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(', ')
  throw new ProblemError({ kind: 'invalid_input', detail })
}
