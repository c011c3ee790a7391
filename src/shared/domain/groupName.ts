/**
 * The naming convention of deployment groups (vendor fact): `{environment}{country}00{name}`, e.g. `prfi00haltianhq`.
 * The API does not demand it, see deploymentGroup.ts for what it does.
 */
import { unassignedGroupId } from './deploymentGroup'

/** `pr` production, `dm` demonstration, `rd` research and development, `un` undefined. */
export const groupEnvironments = ['pr', 'dm', 'rd', 'un'] as const

export type GroupEnvironment = (typeof groupEnvironments)[number]

export interface GroupName {
  readonly environment: GroupEnvironment
  /** ISO 3166 code in lower case, or `xx` for none. */
  readonly country: string
  /** Lower-case letters and digits. */
  readonly name: string
}

export type GroupNameWarning = 'not_by_convention' | 'too_long_for_convention' | 'data_not_forwarded'

export const longestConventionalName = 64
const noCountry = 'xx'
const convention = /^(pr|dm|rd|un)([a-z]{2})00([a-z0-9]+)$/

/** @returns the parts of a group id, or null when it does not follow the convention */
export function readGroupName(id: string): GroupName | null {
  return id.length > longestConventionalName ? null : partsOf(id)
}

/**
 * Builds a group id from what a person chose and typed. Accents are dropped, everything but letters and digits is left
 * out, and the result is cut at 64 characters. A name of which nothing is left gives an id outside the convention,
 * about which {@link groupNameWarnings} warns.
 */
export function buildGroupName({ environment, country, name }: GroupName): string {
  const place = country.trim().toLowerCase()
  return `${environment}${/^[a-z]{2}$/.test(place) ? place : noCountry}00${plainLetters(name)}`.slice(
    0,
    longestConventionalName
  )
}

/** What is unwise about a group id. Only a warning: the API accepts all of them. */
export function groupNameWarnings(id: string): GroupNameWarning[] {
  if (id === unassignedGroupId) return []
  const warnings: GroupNameWarning[] = []
  if (partsOf(id) === null) warnings.push('not_by_convention')
  else if (id.length > longestConventionalName) warnings.push('too_long_for_convention')
  // Vendor fact: data of groups with any other beginning stays in the operations cloud.
  if (!id.startsWith('pr')) warnings.push('data_not_forwarded')
  return warnings
}

function partsOf(id: string): GroupName | null {
  const [, environment, country, name] = convention.exec(id) ?? []
  const known = groupEnvironments.find((candidate) => candidate === environment)
  return known === undefined || country === undefined || name === undefined
    ? null
    : { environment: known, country, name }
}

/** Letters that Unicode does not take apart into a plain one and an accent. */
const indivisible: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', þ: 'th' }

function plainLetters(name: string): string {
  return name
    .toLowerCase()
    .replace(/[ßæœøđłþ]/g, (letter) => indivisible[letter] ?? '')
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '')
}
