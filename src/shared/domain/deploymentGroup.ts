import { z } from 'zod'

/** The group a thing is in when it is in no other; it is listed and may be assigned, but not created or renamed to. */
export const unassignedGroupId = 'unassigned'

export type GroupIdFault = 'empty' | 'whitespace' | 'reserved' | 'too_long'

/** Longest group id we send. The naming convention allows 64; the API names no limit, so old long names stay usable. */
export const longestGroupId = 256

/**
 * The API's own rules for a new name. spec: Create a group, "must not contain whitespaces and must not be named
 * unassigned". The reserved name is compared without case, so that nobody creates a look-alike; nor can a name hold
 * what is not seen, and would turn it around or make two of one.
 */
export function newGroupIdFault(groupId: string): GroupIdFault | null {
  if (groupId === '') return 'empty'
  if (/[\s\p{Cc}\p{Cf}]/u.test(groupId)) return 'whitespace'
  if (groupId.toLowerCase() === unassignedGroupId) return 'reserved'
  if (groupId.length > longestGroupId) return 'too_long'
  return null
}

const groupIdPattern = /^\S+$/u

/** An existing group, `unassigned` included: something a thing can be put into. */
export const groupIdSchema = z.string().min(1).max(longestGroupId).regex(groupIdPattern)

/** The same for the page, which does without the schemas when it opens. */
export function isGroupId(text: string): boolean {
  return text.length <= longestGroupId && groupIdPattern.test(text)
}

/** A name for a group that is to be created or renamed to. */
export const newGroupIdSchema = groupIdSchema.refine((id) => newGroupIdFault(id) === null)

export const groupDescriptionSchema = z.string().max(500)

/** One known group and how it is known. */
export const knownGroupSchema = z.strictObject({
  groupId: z.string(),
  description: z.string().nullable(),
  /** `server`: listed by it; `seen`: met on this laptop; `queued`: created here, not confirmed yet. */
  origin: z.enum(['server', 'seen', 'queued'])
})

export type KnownGroup = z.output<typeof knownGroupSchema>

/** Out of nowhere into a group is ordinary; out of a group somebody chose is not. */
export function movesAway(from: string, to: string): boolean {
  return from !== to && from !== unassignedGroupId
}
