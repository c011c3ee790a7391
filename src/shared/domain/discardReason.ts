/** Why the app itself says that an action was discarded, or a deed done; any other reason is a person's own words. */
export const ownReasons = ['taken_back', 'kept_theirs', 'stack_given_up'] as const
export type OwnReason = (typeof ownReasons)[number]

/** The same as earlier versions wrote it down, in words. */
const earlier = new Map<string, OwnReason>([
  ['taken back', 'taken_back'],
  ['peruttu', 'taken_back'],
  ['kept what the server shows', 'kept_theirs'],
  ['the stack was given up', 'stack_given_up']
])

/** @returns null for words of a person */
export function ownReasonIn(reason: string): OwnReason | null {
  return ownReasons.find((own) => own === reason) ?? earlier.get(reason) ?? null
}

/** A reason as files name it: the app's own one the same whichever version wrote it, a person's words as they are. */
export function reasonCode(reason: string): string {
  return ownReasonIn(reason) ?? reason
}
