import { isMainsPowered, type DeviceKind } from './deviceKind'

export type BatteryVerdict = 'good' | 'low' | 'critical' | 'mains' | 'unknown'

/** Per cent at and below which a battery is low or critical (vendor fact). */
export const batteryLimits = { low: 20, critical: 10 } as const

/** @param level per cent, null when the server does not know it; what cannot be a percentage is not judged */
export function batteryVerdict(kind: DeviceKind, level: number | null): BatteryVerdict {
  if (isMainsPowered(kind)) return 'mains'
  if (level === null || !(level >= 0 && level <= 100)) return 'unknown'
  if (level <= batteryLimits.critical) return 'critical'
  return level <= batteryLimits.low ? 'low' : 'good'
}
