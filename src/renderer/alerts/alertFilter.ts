import type { RankedThing } from '@shared/domain/alertOrder'
import { deviceKindOf, type DeviceKind } from '@shared/domain/deviceKind'
import { readLabel } from '@shared/domain/label'

/** `unread`: those of which nobody has asked yet what they alert about. */
export type AlertChoice =
  { readonly of: 'any' } | { readonly of: 'unread' } | { readonly of: 'type'; readonly alertType: string }

export const anyAlert: AlertChoice = { of: 'any' }

export interface FilteredThing extends RankedThing {
  readonly seenHere: boolean
}

export interface AlertFilter {
  /** Part of a TUID as typed, in any case and with spaces, or a whole label as a scanner reads it; empty for all. */
  readonly search: string
  /** null: every kind */
  readonly kind: DeviceKind | null
  readonly alert: AlertChoice
  readonly seenHere: boolean
  readonly installedToday: boolean
}

/** Those that fit every part of the filter, in the order given. */
export function filteredThings<T extends FilteredThing>(things: readonly T[], filter: AlertFilter): T[] {
  const wanted = wantedTuid(filter.search)
  return things.filter(
    (thing) =>
      (!filter.seenHere || thing.seenHere) &&
      (!filter.installedToday || thing.installedToday) &&
      (filter.kind === null || deviceKindOf(thing.tuid).kind === filter.kind) &&
      isChosen(thing, filter.alert) &&
      withoutBlanks(thing.tuid).includes(wanted)
  )
}

/** How many things there are of each kind, the most frequent first. */
export function countKinds(things: readonly RankedThing[]): [DeviceKind, number][] {
  return counted(things.map(({ tuid }) => deviceKindOf(tuid).kind))
}

/** How many things are known to have an alert of each type, the most frequent first. */
export function countAlertTypes(things: readonly RankedThing[]): [string, number][] {
  return counted(things.flatMap(({ active }) => active?.map(({ alertType }) => alertType) ?? []))
}

function counted<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)
}

function isChosen({ active }: RankedThing, choice: AlertChoice): boolean {
  switch (choice.of) {
    case 'any':
      return true
    case 'unread':
      return active === null
    case 'type':
      return active?.some(({ alertType }) => alertType === choice.alertType) ?? false
  }
}

function wantedTuid(search: string): string {
  const label = readLabel(search)
  return withoutBlanks(label.ok ? label.tuid : search)
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s/gu, '').toLowerCase()
}
