import type { Tuid } from '@shared/domain/tuid'
import type { MetThing } from '@shared/ipc/channels'
import { thingNamed, thingsMeant } from '@/things/metThings'

/** What can be looked for everywhere. */
export interface Findable<Place> {
  /** Things this laptop has met, the last one first. */
  readonly things: readonly MetThing[]
  readonly groups: readonly string[]
  readonly places: readonly Place[]
}

export type Hit<Place> =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'thing'; readonly tuid: string; readonly met: boolean }
  | { readonly kind: 'install'; readonly tuid: Tuid }
  | { readonly kind: 'group'; readonly groupId: string }

/** Few enough of each kind to be read at a glance. */
const mostOfAKind = 6

/**
 * What a person may mean, best first within each kind. Without words: the things met last, and every place.
 *
 * @param kindOf a thing's kind in words
 */
export function searchHits<Place extends { readonly words: string }>(
  search: string,
  { things, groups, places }: Findable<Place>,
  kindOf: (tuid: string) => string
): readonly Hit<Place>[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const isMeant = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word))
  const named = thingNamed(search)
  const met = thingsMeant(things, search, kindOf).slice(0, mostOfAKind)
  const isMet = met.some(({ tuid }) => tuid === named)
  const unmet = named !== null && !isMet ? [{ kind: 'thing', tuid: named, met: false } as const] : []
  const install = named === null ? [] : [{ kind: 'install', tuid: named } as const]
  const meantGroups = words.length === 0 ? [] : groups.filter(isMeant).slice(0, mostOfAKind)
  return [
    ...unmet,
    ...met.map(({ tuid }) => ({ kind: 'thing', tuid, met: true }) as const),
    ...install,
    ...meantGroups.map((groupId) => ({ kind: 'group', groupId }) as const),
    ...places.filter((place) => isMeant(place.words)).map((place) => ({ kind: 'place', place }) as const)
  ]
}
