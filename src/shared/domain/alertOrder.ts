import { deviceKindOf, isGateway } from './deviceKind'
import type { ActiveAlert } from './fleetAlerts'

/** What decides the place of a thing among those that alert. */
export interface RankedThing {
  readonly tuid: string
  readonly installedToday: boolean
  /** null: not read yet */
  readonly active: readonly ActiveAlert[] | null
}

/** Worst first. A type nobody has told us of is something particular, a missed heartbeat just silence. */
const gravities: ReadonlyMap<string, number> = new Map([
  ['gateway connection lost', 0],
  ['heartbeat missed', 2]
])
const gravityOfOthers = 1
const gravityUnread = 3
const gravityOfNone = 4

/**
 * A sorted copy, by what matters to somebody on site: what was installed today can still be mended on the way out; one
 * gateway explains the silence of many sensors; then the worst type; then the newest, since what began before records
 * did is known to everybody who could act on it.
 */
export function sortAlerting<T extends RankedThing>(things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, place: placeOf(thing) }))
    .toSorted((a, b) => compare(a.place, b.place))
    .map(({ thing }) => thing)
}

type Place = readonly (number | string)[]

function placeOf({ tuid, installedToday, active }: RankedThing): Place {
  const beginnings = active?.map(({ from }) => from ?? -Infinity) ?? []
  return [
    Number(!installedToday),
    Number(!isGateway(deviceKindOf(tuid).kind)),
    gravityOf(active),
    -Math.max(-Infinity, ...beginnings),
    tuid
  ]
}

function gravityOf(active: readonly ActiveAlert[] | null): number {
  if (active === null) return gravityUnread
  return Math.min(gravityOfNone, ...active.map(({ alertType }) => gravities.get(alertType) ?? gravityOfOthers))
}

/** Compares without subtracting, which is no number for two infinities. */
function compare(a: Place, b: Place): number {
  for (const [index, one] of a.entries()) {
    const other = b[index]
    if (other === undefined || one === other) continue
    return one < other ? -1 : 1
  }
  return 0
}
