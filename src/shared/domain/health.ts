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

export interface Health {
  readonly verdict: HealthVerdict
  readonly battery: BatteryVerdict
  readonly heard: HeardVerdict
  readonly signal: SignalVerdict
}

/** Judges a thing by its battery, by when it was last heard and by its signal. The worst of them is the verdict. */
export function healthOf({ kind, status, batteryLevel, lastHeardAt, signal, asOf }: Vitals): Health {
  const health = {
    battery: batteryVerdict(kind, batteryLevel ?? null),
    heard: heardVerdict(kind, status, lastHeardAt, asOf),
    signal: signalVerdict(signal ?? null)
  }
  return { ...health, verdict: worstOf(health) }
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

function worstOf({ battery, heard, signal }: Omit<Health, 'verdict'>): HealthVerdict {
  if (battery === 'critical' || heard === 'overdue' || heard === 'never') return 'trouble'
  if (battery === 'low' || signal === 'poor') return 'attention'
  // A battery that is known, or its absence, says nothing of whether the thing works at all.
  return heard === 'in_time' ? 'good' : 'unknown'
}
