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

/** What is shown of a thing; each part is read, fails and is tried again on its own. */
export interface PartValues {
  general: GeneralInfo
  installations: ListOf<InstallationRecord>
  group: GroupOfThing
  alerts: ListOf<AlertPeriod>
  messages: ListOf<ThingMessage>
}

export type PartName = keyof PartValues

export const partNames = [
  'general',
  'installations',
  'group',
  'alerts',
  'messages'
] as const satisfies readonly PartName[]

/** One part: the last reading, null before the first, and whether it is being read at this moment. */
export interface Part<T> {
  readonly reading: Reading<T> | null
  readonly busy: boolean
}

export type Parts = { readonly [P in PartName]: Part<PartValues[P]> }

const unread = { reading: null, busy: false } as const

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
export function isNotKnownToStack(parts: Parts): boolean {
  return parts.general.reading?.problem?.kind === 'not_found'
}

/** Nothing was ever seen of this thing, and nothing of it can be read now, for whatever reason. */
export function isNeverSeen(parts: Parts): boolean {
  const main = [parts.general, parts.installations, parts.group]
  return main.every((part) => part.reading !== null && part.reading.value === null) && !isNotKnownToStack(parts)
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
 */
export function wholeProblem(parts: Parts): Problem | null {
  if (isNotKnownToStack(parts)) return parts.general.reading?.problem ?? null
  const readings = partNames.map((name) => parts[name].reading)
  const problems = readings.map((reading) => reading?.problem ?? null)
  const common = problems.find((problem) => {
    // Another part's 404 says something of that part alone, however many there are.
    if (problem === null || problem.kind === 'not_found') return false
    const alike = problems.filter((other) => other?.kind === problem.kind).length
    return alike === partNames.length || (alike > 1 && sharedKinds.includes(problem.kind))
  })
  return common ?? (isNeverSeen(parts) ? (parts.general.reading?.problem ?? null) : null)
}

/** Whether all that is shown is what this laptop remembers: the server said nothing about any part just now. */
export function isAllRemembered(parts: Parts): boolean {
  return partNames.every((name) => parts[name].reading?.live !== true)
}
