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

/** Whether the stack itself said that it has no such thing. One part may be missing alone, its own words say so then. */
export function isNotKnownToStack(parts: Parts): boolean {
  return [parts.general, parts.installations, parts.group].some((part) => part.reading?.problem?.kind === 'not_found')
}

/** Nothing was ever seen of this thing, and now nobody can be asked. */
export function isNeverSeen(parts: Parts): boolean {
  const main = [parts.general, parts.installations, parts.group]
  return main.every((part) => part.reading !== null && part.reading.value === null) && !isNotKnownToStack(parts)
}

/** Problems that are the way to the server or the stack's, not one part's: said once for all of them. */
const sharedKinds: readonly Problem['kind'][] = [
  'offline',
  'timeout',
  'tls',
  'bad_credentials',
  'secret_missing',
  'not_found'
]

/** The problem that several parts have in common, so that it is not repeated in each. */
export function sharedProblem(parts: Parts): Problem | null {
  const problems = partNames.map((name) => parts[name].reading?.problem ?? null).filter((problem) => problem !== null)
  return (
    problems.find(
      ({ kind }) => sharedKinds.includes(kind) && problems.filter((other) => other.kind === kind).length > 1
    ) ?? null
  )
}
