export type Kind =
  | 'gateway'
  | 'gateway lan'
  | 'environment'
  | 'rugged'
  | 'presence'
  | 'distance'
  | 'beam'
  | 'leakage'
  | 'air'
  | 'angle'
  | 'count'
  | 'unknown'

export interface KindFacts {
  kind: Kind
  mains: boolean
  /** Seconds between reports until a 1500 command says otherwise. */
  reportInterval: number
}

/** The item model codes the simulated sites use; all others are devices the simulator knows nothing about. */
const KINDS: Record<string, Kind> = {
  TSGW03: 'gateway',
  TSGW04: 'gateway',
  TSGW05: 'gateway lan',
  TSEN01: 'environment',
  TSPD04: 'environment',
  TSRU02: 'rugged',
  TSPR02: 'presence',
  TSPR04: 'presence',
  TSTF01: 'distance',
  TSTF02: 'distance',
  TSTF04: 'beam',
  TSLK02: 'leakage',
  TSAR02: 'air',
  TSAN01: 'angle',
  TSAP01: 'count'
}

const INTERVALS: Partial<Record<Kind, number>> = {
  presence: 60,
  beam: 60,
  count: 120,
  gateway: 120,
  'gateway lan': 120
}

export function kindOf(tuid: string): KindFacts {
  const kind = KINDS[tuid.slice(0, 6)] ?? 'unknown'
  const mains = kind === 'gateway' || kind === 'gateway lan' || kind === 'count'
  return { kind, mains, reportInterval: INTERVALS[kind] ?? 300 }
}
