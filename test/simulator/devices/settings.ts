import type { Json, Thing } from '../model.ts'

interface Limit {
  from: number
  to: number
  initial: number
  /** The lowest value a device in the echo mode 'clamped' accepts: higher than what the range promises. */
  stubborn: number
}

/** Ranges of the documented parameters (vendor fact); a device moves what lies outside to the nearest end. */
const LIMITS: Record<number, Record<string, Limit>> = {
  1500: {
    measurementInterval: { from: 1, to: 3600, initial: 60, stubborn: 120 },
    reportInterval: { from: 60, to: 3600, initial: 60, stubborn: 300 }
  },
  1501: {
    nodeRole: { from: 0, to: 1, initial: 1, stubborn: 1 },
    autoRole: { from: 0, to: 1, initial: 1, stubborn: 1 },
    lowLatency: { from: 0, to: 1, initial: 0, stubborn: 0 }
  },
  12200: {
    accelerometerMode: { from: 0, to: 2, initial: 0, stubborn: 0 },
    weatherMode: { from: -1, to: 0, initial: 0, stubborn: 0 },
    hallMode: { from: -1, to: 1, initial: -1, stubborn: 0 },
    leakageMode: { from: 0, to: 1, initial: 0, stubborn: 0 }
  },
  13200: {
    threshold: { from: 60, to: 1100, initial: 150, stubborn: 200 },
    enableLed: { from: 0, to: 1, initial: 0, stubborn: 0 },
    mode: { from: 0, to: 2, initial: 1, stubborn: 0 },
    passiveReportInterval: { from: 0, to: 86400, initial: 3600, stubborn: 7200 }
  }
}

const ENVELOPE = new Set(['tsmId', 'tsmEv', 'tsmTs', 'tsmDstTuid', 'transactionId'])

/**
 * Takes over the parameters of a command and returns what the device now runs with: the applied parameters, or, for
 * a command without any, all its present ones. Parameters the simulator does not know are taken as they are.
 */
export function applySettings(
  thing: Thing,
  command: Readonly<Record<string, Json | undefined>>,
  stubborn: boolean
): Record<string, Json> {
  const tsmId = Number(command['tsmId'])
  const limits = LIMITS[tsmId] ?? {}
  const present = thing.settings.get(tsmId) ?? initialSettings(tsmId)
  const applied: Record<string, Json> = {}
  for (const [name, asked] of Object.entries(command)) {
    if (ENVELOPE.has(name) || asked === undefined) continue
    const limit = limits[name]
    applied[name] = limit && typeof asked === 'number' ? clamp(asked, limit, stubborn) : asked
  }
  if (Object.keys(applied).length === 0) return present
  thing.settings.set(tsmId, { ...present, ...applied })
  return applied
}

function initialSettings(tsmId: number): Record<string, Json> {
  const limits = Object.entries(LIMITS[tsmId] ?? {})
  return Object.fromEntries(limits.map(([name, limit]) => [name, limit.initial]))
}

function clamp(asked: number, limit: Limit, stubborn: boolean): number {
  return Math.min(limit.to, Math.max(stubborn ? limit.stubborn : limit.from, Math.round(asked)))
}
