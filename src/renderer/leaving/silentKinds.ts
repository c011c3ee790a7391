import { callSupportAfterMinutes, deviceKindOf, firstDataMinutes, type DeviceKind } from '@shared/domain/deviceKind'
import type { Instant } from '@shared/domain/thing'
import type { ShownThing } from '@shared/domain/visit'

const minute = 60_000

/**
 * Where a kind stands against the times of its first data. `expected`: it may come in the usual time. `in_order`: later
 * than that, and may still be right. `late`: it should have come. `support`: time to call the vendor.
 */
export type Patience = 'expected' | 'in_order' | 'late' | 'support'

/** The silent things of one kind, taken together by the one that was installed last. */
export interface SilentKind {
  readonly kind: DeviceKind
  readonly count: number
  readonly patience: Patience
  /** Until when waiting makes sense; null when that is over. */
  readonly until: Instant | null
  /** When the one that was not asked after for the longest time was; null: one never was. */
  readonly askedAt: Instant | null
}

/** Gateways first, since nothing is heard without them; then the kinds with the most. */
export function silentKinds(
  things: readonly Pick<ShownThing, 'tuid' | 'arrival'>[],
  now: Instant
): readonly SilentKind[] {
  const byKind = Map.groupBy(things, ({ tuid }) => deviceKindOf(tuid).kind)
  const rank = ({ kind, count }: SilentKind): number => (kind.startsWith('gateway') ? Infinity : count)
  return [...byKind].map(([kind, of]) => silentKind(kind, of, now)).toSorted((a, b) => rank(b) - rank(a) || 0)
}

function silentKind(kind: DeviceKind, things: readonly Pick<ShownThing, 'arrival'>[], now: Instant): SilentKind {
  const arrivals = things.flatMap(({ arrival }) => arrival ?? [])
  const latest = Math.max(...arrivals.map(({ since }) => since))
  const asked = arrivals.map(({ askedAt }) => askedAt ?? -Infinity)
  const oldest = Math.min(...asked)
  return {
    kind,
    count: things.length,
    ...patienceOf(kind, latest, now),
    askedAt: Number.isFinite(oldest) ? oldest : null
  }
}

/** @param since when the one of the kind was installed that was the last */
function patienceOf(kind: DeviceKind, since: Instant, now: Instant): Pick<SilentKind, 'patience' | 'until'> {
  const { typical, worst } = firstDataMinutes(kind)
  const usual = since + typical * minute
  const latest = since + worst * minute
  if (now < usual) return { patience: 'expected', until: usual }
  if (now < latest) return { patience: 'in_order', until: latest }
  return { patience: now < since + callSupportAfterMinutes * minute ? 'late' : 'support', until: null }
}
