import type { Problem } from '@shared/domain/problem'
import type {
  AlertPeriod,
  GeneralInfo,
  GroupOfThing,
  InstallationRecord,
  ListOf,
  Reading,
  ThingMessage
} from '@shared/domain/thing'

/** One part of a thing: the last reading, null before the first, and whether it is being read at this moment. */
export interface Part<T> {
  readonly reading: Reading<T> | null
  readonly busy: boolean
}

/** The parts without which nothing is known of a thing. Types rather than interfaces, so that they can be gone through. */
export type MainParts = {
  readonly general: Part<GeneralInfo>
  readonly installations: Part<ListOf<InstallationRecord>>
  readonly group: Part<GroupOfThing>
}

/** What the steps of an installation show of a thing; each part is read, fails and is tried again on its own. */
export type Parts = MainParts & {
  readonly alerts: Part<ListOf<AlertPeriod>>
  readonly messages: Part<ListOf<ThingMessage>>
}

export type PartName = keyof Parts

export const partNames = [
  'general',
  'installations',
  'group',
  'alerts',
  'messages'
] as const satisfies readonly PartName[]

export const unread = { reading: null, busy: false } as const

export const nothingRead: Parts = {
  general: unread,
  installations: unread,
  group: unread,
  alerts: unread,
  messages: unread
}

/**
 * Whether the stack itself said that it has no such thing. Only the general part speaks for the whole of it: a server may
 * lack any other part alone, and then that part's own words say so.
 */
export function isNotKnownToStack({ general }: Pick<MainParts, 'general'>): boolean {
  return general.reading?.problem?.kind === 'not_found'
}

/** Nothing was ever seen of this thing, and nothing of it can be read now, for whatever reason. */
export function isNeverSeen({ general, installations, group }: MainParts): boolean {
  const main = [general, installations, group]
  return main.every((part) => part.reading !== null && part.reading.value === null) && !isNotKnownToStack({ general })
}

/** Problems of the way to the server or of the stack's set-up: two parts that have one share its cause. */
const sharedKinds: readonly Problem['kind'][] = [
  'offline',
  'timeout',
  'tls',
  'bad_credentials',
  'secret_missing',
  'keychain_locked',
  'keychain_unavailable',
  'unknown_stack'
]

/**
 * The problem that is told once above all parts, so that it is not repeated in each: that the stack does not know the
 * thing, what the parts have in common, or why nothing is known of the thing at all. Null: each part says its own.
 *
 * @param parts all that is shown of a thing
 */
export function wholeProblem(parts: MainParts): Problem | null {
  if (isNotKnownToStack(parts)) return parts.general.reading?.problem ?? null
  const problems = allOf(parts).map((part) => part.reading?.problem ?? null)
  const common = problems.find((problem) => {
    // Another part's 404, or that a server is without it, says something of that part alone, however many there are.
    if (problem === null || problem.kind === 'not_found' || problem.kind === 'not_offered') return false
    const alike = problems.filter((other) => other?.kind === problem.kind).length
    return alike === problems.length || (alike > 1 && sharedKinds.includes(problem.kind))
  })
  return common ?? (isNeverSeen(parts) ? (parts.general.reading?.problem ?? null) : null)
}

/** Whether this part's problem is the one told above all parts. */
export function isToldAbove(parts: MainParts, part: Part<unknown>): boolean {
  const problem = part.reading?.problem ?? null
  return problem !== null && problem.kind === wholeProblem(parts)?.kind
}

/** Whether all that is shown is what this laptop remembers: the server said nothing about any part just now. */
export function isAllRemembered(parts: MainParts): boolean {
  return allOf(parts).every((part) => part.reading?.live !== true)
}

export function isAnyBusy(parts: MainParts): boolean {
  return allOf(parts).some(({ busy }) => busy)
}

/** The main parts and whatever else is shown of the thing. */
function allOf(parts: MainParts): readonly Part<unknown>[] {
  return Object.values(parts)
}
