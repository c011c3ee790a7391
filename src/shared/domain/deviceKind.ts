import { modelCodeLength } from './tuid'

/** What a thing is. `unknown` is not an error: such a thing is installed, grouped and commanded like any other. */
export const deviceKinds = [
  'gateway',
  'gateway_lan',
  'environment',
  'environment_rugged',
  'presence',
  'distance',
  'beam',
  'leakage_rugged',
  'air',
  'angle_rugged',
  'count',
  'unknown'
] as const

export type DeviceKind = (typeof deviceKinds)[number]

export interface DeviceKindReading {
  readonly kind: DeviceKind
  /** `exact`: the model code is listed; `family`: only its first four letters are, so say "probably". */
  readonly certainty: 'exact' | 'family' | 'unknown'
}

/** Model codes (IMC) by kind (vendor fact). */
const modelCodes: readonly (readonly [kind: DeviceKind, codes: string])[] = [
  ['gateway', 'TSGW01 TSGW02 TSGW03 TSGW04 TSGW06 XXXX00 XXXX08 XXXX11 XXXX21'],
  ['gateway_lan', 'TSGW05 XXXX16'],
  ['environment', 'TSPD01 TSPD02 TSPD03 TSPD04 TSEN01 XXEN01 XXXX01 XXXX03'],
  ['environment_rugged', 'TSPD05 TSRU01 TSRU02 XXRU01 XXXX18'],
  ['presence', 'TSPR01 TSPR02 TSPR03 TSPR04 XXXX05 XXXX06 XXXX12 XXXX13'],
  ['distance', 'TSTF01 TSTF02 XXXX02 XXXX04'],
  ['beam', 'TSTF04 XXXX20'],
  ['leakage_rugged', 'TSLK01 TSLK02 XXLK01'],
  ['air', 'TSAR01 TSAR02 XXAR01 XXXX14'],
  ['angle_rugged', 'TSAN01 XXXX10'],
  ['count', 'TSAP01 XXXX24']
]

const familyLength = 4
/** Every kind of thing was once shipped as `XXXX` and a number, so those four letters say nothing. */
const familyOfEverything = 'XXXX'

const kindByCode = new Map(modelCodes.flatMap(([kind, codes]) => codes.split(' ').map((code) => [code, kind] as const)))
const kindByFamily = firstKindOfEachFamily()

/** A family made in several kinds (TSGW, TSPD, TSTF) stands for the one listed first, its ordinary one. */
function firstKindOfEachFamily(): Map<string, DeviceKind> {
  const kinds = new Map<string, DeviceKind>()
  for (const [code, kind] of kindByCode) {
    const family = code.slice(0, familyLength)
    if (family !== familyOfEverything && !kinds.has(family)) kinds.set(family, kind)
  }
  return kinds
}

/** Tells the kind from the model code at the beginning of a TUID: the whole code first, then its family. */
export function deviceKindOf(tuid: string): DeviceKindReading {
  const exact = kindByCode.get(tuid.slice(0, modelCodeLength))
  if (exact !== undefined) return { kind: exact, certainty: 'exact' }
  const probable = kindByFamily.get(tuid.slice(0, familyLength))
  if (probable !== undefined) return { kind: probable, certainty: 'family' }
  return { kind: 'unknown', certainty: 'unknown' }
}

export function isGateway(kind: DeviceKind): boolean {
  return kind === 'gateway' || kind === 'gateway_lan'
}

/** Mains-powered kinds have no battery to watch and may use low latency (vendor fact). */
export function isMainsPowered(kind: DeviceKind): boolean {
  return isGateway(kind) || kind === 'count'
}

/** How long after power-on the first data is waited for before the vendor's support is called, in minutes. */
export const callSupportAfterMinutes = 120

/**
 * Minutes from power-on to the first data (vendor fact). `worst` is what may still be in order; the vendor names a
 * typical time for some kinds only, and the others are given the time of most.
 */
export function firstDataMinutes(kind: DeviceKind): { readonly typical: number; readonly worst: number } {
  return { typical: kind === 'presence' ? 5 : 10, worst: 90 }
}

/** Hours without a word after which a thing counts as offline (vendor fact). */
export function silentAfterHours(kind: DeviceKind): number {
  return isGateway(kind) ? 6 : 2
}
