import { batteryVerdict, type BatteryVerdict } from '@shared/domain/battery'
import type { DeviceKind } from '@shared/domain/deviceKind'
import { describe, expect, test } from 'vitest'

describe('batteryVerdict', () => {
  test.each<[kind: DeviceKind, level: number | null, verdict: BatteryVerdict]>([
    ['presence', 100, 'good'],
    ['presence', 20.5, 'good'],
    ['presence', 20, 'low'],
    ['presence', 10.5, 'low'],
    ['presence', 10, 'critical'],
    ['presence', 0, 'critical'],
    ['presence', null, 'unknown'],
    ['presence', 255, 'unknown'],
    ['presence', -1, 'unknown'],
    ['presence', NaN, 'unknown'],
    ['unknown', 50, 'good'],
    ['unknown', null, 'unknown'],
    ['gateway', null, 'mains'],
    ['gateway_lan', 0, 'mains'],
    ['count', 5, 'mains']
  ])('%s at %s %%: %s', (kind, level, verdict) => {
    expect(batteryVerdict(kind, level)).toBe(verdict)
  })
})
