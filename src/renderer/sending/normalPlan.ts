import type { Intent } from '@shared/domain/action'
import { deviceKindOf, type DeviceKind } from '@shared/domain/deviceKind'
import { canBeTested, reportingCommand, type KnownReporting, type Reporting } from '@shared/domain/reporting'

/** What several things go back to. */
export interface NormalPlan {
  /** Those of which it is known how they reported before. */
  readonly known: readonly { readonly tuid: string; readonly before: KnownReporting }[]
  /** The others by their kind: a person has to choose. */
  readonly unknown: ReadonlyMap<DeviceKind, readonly string[]>
  /** Those that have no such interval. */
  readonly leftOut: readonly string[]
}

/** @param before what is known of each, in the order of the things */
export function normalPlan(tuids: readonly string[], before: readonly (KnownReporting | null)[]): NormalPlan {
  const known: { tuid: string; before: KnownReporting }[] = []
  const unknown = new Map<DeviceKind, string[]>()
  const leftOut: string[] = []
  for (const [index, tuid] of tuids.entries()) {
    const { kind } = deviceKindOf(tuid)
    const said = before[index] ?? null
    if (!canBeTested(kind)) leftOut.push(tuid)
    else if (said !== null) known.push({ tuid, before: said })
    else unknown.set(kind, [...(unknown.get(kind) ?? []), tuid])
  }
  return { known, unknown, leftOut }
}

/** One action for each thing; null while an interval is still to be chosen. */
export function normalIntents(
  { known, unknown }: NormalPlan,
  chosen: (kind: DeviceKind) => Reporting | null
): Intent[] | null {
  const intents = known.map(({ tuid, before }) => intentOf(tuid, before))
  for (const [kind, tuids] of unknown) {
    const reporting = chosen(kind)
    if (reporting === null) return null
    intents.push(...tuids.map((tuid) => intentOf(tuid, reporting)))
  }
  return intents
}

function intentOf(tuid: string, reporting: Reporting): Intent {
  return { type: 'command', tuid, commands: [reportingCommand(reporting)] }
}
