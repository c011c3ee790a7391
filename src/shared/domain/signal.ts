import { isGateway, type DeviceKind } from './deviceKind'
import { rssiDbmOf } from './messageDecoding'
import type { Instant, ThingMessage } from './thing'

/** `rssi`: of the mesh, message 1202; `rsrp`: of the cellular network, message 1211. Both in dBm. */
export type SignalMeasure = 'rssi' | 'rsrp'

export type SignalVerdict = 'good' | 'fair' | 'poor' | 'unknown'

export interface SignalReading {
  readonly measure: SignalMeasure
  readonly dbm: number
  /** When the thing said so. */
  readonly at: Instant
}

const meshId = 1202
const cellularId = 1211

/** The messages that tell of a signal (vendor fact). */
export const signalMessageIds = [meshId, cellularId] as const

/** dBm above which a signal is good, and down to which it is fair (vendor fact). */
export const signalLimits = {
  rssi: { good: -70, fair: -85 },
  rsrp: { good: -90, fair: -105 }
} as const satisfies Record<SignalMeasure, { good: number; fair: number }>

export function signalVerdict(reading: SignalReading | null): SignalVerdict {
  if (reading === null) return 'unknown'
  const { good, fair } = signalLimits[reading.measure]
  if (reading.dbm > good) return 'good'
  return reading.dbm >= fair ? 'fair' : 'poor'
}

/**
 * The newest usable signal among some messages. A gateway lives by its cellular signal and a sensor by the mesh; the
 * other one stands in where there is no such message.
 *
 * @param messages in any order
 */
export function signalOf(kind: DeviceKind, messages: readonly ThingMessage[]): SignalReading | null {
  const newestFirst = messages.toSorted((a, b) => b.at - a.at)
  const readings = newestFirst.map(signalIn).filter((reading) => reading !== null)
  const own: SignalMeasure = isGateway(kind) ? 'rsrp' : 'rssi'
  return readings.find(({ measure }) => measure === own) ?? readings[0] ?? null
}

function signalIn({ tsmId, at, fields }: ThingMessage): SignalReading | null {
  if (tsmId === cellularId) return readingOf('rsrp', numberIn(fields['cellRsrp']), at)
  if (tsmId !== meshId) return null
  const raw = numberIn(fields['rssi'])
  // Some firmware sends the raw 0 to 255 only.
  const ofRaw = raw !== null && raw >= 0 && raw <= 255 ? rssiDbmOf(raw) : null
  return readingOf('rssi', numberIn(fields['rssiDbm']), at) ?? readingOf('rssi', ofRaw, at)
}

/** Weaker than this no radio hears anything: such values stand for "not measured", as 0 and above do. */
const weakestDbm = -160

function readingOf(measure: SignalMeasure, dbm: number | null, at: Instant): SignalReading | null {
  return dbm !== null && dbm < 0 && dbm >= weakestDbm ? { measure, dbm, at } : null
}

function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}
