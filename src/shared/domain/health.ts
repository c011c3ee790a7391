import { batteryVerdict, type BatteryVerdict } from './battery'
import { isGateway, type DeviceKind } from './deviceKind'
import { isInstallationStatus } from './installationStatus'
import { signalVerdict, type SignalReading, type SignalVerdict } from './signal'
import type { Instant } from './thing'

const hourMs = 3_600_000

/** How long a thing may be silent before the vendor's own app calls it offline (vendor fact), in milliseconds. */
export function silenceLimit(kind: DeviceKind): number {
  return isGateway(kind) ? 6 * hourMs : 2 * hourMs
}

/**
 * `in_time`: heard within its kind's limit · `overdue`: not within it · `never`: the server never heard it · the two
 * `_expected`: the same of a thing that is not in use, of which nothing else is to be expected.
 */
export type HeardVerdict = 'in_time' | 'overdue' | 'overdue_expected' | 'never' | 'never_expected' | 'unknown'

/** `trouble` asks for a visit, `attention` for planning one. */
export type HealthVerdict = 'good' | 'attention' | 'trouble' | 'unknown'

/** What is known, all of it the server's word. Undefined: it could not be read. */
export interface Vitals {
  readonly kind: DeviceKind
  /** As the server shows it, verbatim; null when it shows none. */
  readonly status: string | null | undefined
  /** Per cent; null when the server does not know it. */
  readonly batteryLevel: number | null | undefined
  /** Null for "never". */
  readonly lastHeardAt: Instant | null | undefined
  /** Null when no message tells of it. */
  readonly signal: SignalReading | null | undefined
  /**
   * When the server was asked: the moment that is judged. A thing is not overdue because this laptop has been offline,
   * or because its page was left open.
   */
  readonly asOf: Instant
}

/** What a thing is judged by. */
export const vitalSigns = ['heard', 'battery', 'signal'] as const
export type VitalSign = (typeof vitalSigns)[number]

export interface Health {
  readonly verdict: HealthVerdict
  /** What the verdict rests on, where it is not good. */
  readonly because: readonly VitalSign[]
  readonly battery: BatteryVerdict
  readonly heard: HeardVerdict
  readonly signal: SignalVerdict
}

/** Judges a thing by its battery, by when it was last heard and by its signal. The worst of them is the verdict. */
export function healthOf({ kind, status, batteryLevel, lastHeardAt, signal, asOf }: Vitals): Health {
  const signs = {
    battery: batteryVerdict(kind, batteryLevel ?? null),
    heard: heardVerdict(kind, status, lastHeardAt, asOf),
    signal: signalVerdict(signal ?? null)
  }
  const judged = verdictsOf(signs)
  for (const verdict of ['trouble', 'attention'] as const) {
    const because = vitalSigns.filter((sign) => judged[sign] === verdict)
    if (because.length > 0) return { ...signs, verdict, because }
  }
  // A battery that is known, or its absence, says nothing of whether the thing works at all.
  return { ...signs, verdict: judged.heard, because: judged.heard === 'good' ? [] : ['heard'] }
}

/** How each sign would be judged alone. */
export function verdictsOf(signs: Pick<Health, VitalSign>): Readonly<Record<VitalSign, HealthVerdict>> {
  return {
    battery: batteryMeaning[signs.battery],
    heard: heardMeaning[signs.heard],
    signal: signalMeaning[signs.signal]
  }
}

const batteryMeaning: Readonly<Record<BatteryVerdict, HealthVerdict>> = {
  good: 'good',
  mains: 'good',
  low: 'attention',
  critical: 'trouble',
  unknown: 'unknown'
}

const heardMeaning: Readonly<Record<HeardVerdict, HealthVerdict>> = {
  in_time: 'good',
  overdue: 'trouble',
  never: 'trouble',
  overdue_expected: 'unknown',
  never_expected: 'unknown',
  unknown: 'unknown'
}

const signalMeaning: Readonly<Record<SignalVerdict, HealthVerdict>> = {
  good: 'good',
  fair: 'good',
  poor: 'attention',
  unknown: 'unknown'
}

function heardVerdict(
  kind: DeviceKind,
  status: Vitals['status'],
  lastHeardAt: Vitals['lastHeardAt'],
  asOf: Instant
): HeardVerdict {
  if (lastHeardAt === undefined) return 'unknown'
  const isInUse = !isOutOfUse(status)
  if (lastHeardAt === null) return isInUse ? 'never' : 'never_expected'
  if (asOf - lastHeardAt <= silenceLimit(kind)) return 'in_time'
  return isInUse ? 'overdue' : 'overdue_expected'
}

/** Only where the server says so: a status that could not be read, or that we do not know, excuses nothing. */
function isOutOfUse(status: Vitals['status']): boolean {
  if (status === undefined) return false
  return status === null || (isInstallationStatus(status) && status !== 'installed')
}
