import { healthOf, type HealthVerdict, type HeardVerdict, type VitalSign, type Vitals } from '@shared/domain/health'
import { describe, expect, test } from 'vitest'

const asOf = Date.UTC(2026, 10, 23, 10)
const hours = (count: number): number => asOf - count * 3_600_000

const healthy: Vitals = {
  kind: 'presence',
  status: 'installed',
  batteryLevel: 80,
  lastHeardAt: hours(0.1),
  signal: { measure: 'rssi', dbm: -60, at: hours(1) },
  asOf
}

describe('whether a thing was heard in time', () => {
  test.each<[what: string, vitals: Partial<Vitals>, heard: HeardVerdict]>([
    ['a sensor within two hours', { lastHeardAt: hours(2) }, 'in_time'],
    ['a sensor after two hours', { lastHeardAt: hours(2) - 1 }, 'overdue'],
    ['a thing of unknown kind after two hours', { kind: 'unknown', lastHeardAt: hours(2.1) }, 'overdue'],
    ['a gateway within six hours', { kind: 'gateway', lastHeardAt: hours(6) }, 'in_time'],
    ['a gateway after six hours', { kind: 'gateway_lan', lastHeardAt: hours(6) - 1 }, 'overdue'],
    ['by a clock ahead of ours', { lastHeardAt: hours(-3) }, 'in_time'],
    ['never, though installed', { lastHeardAt: null }, 'never'],
    ['never, and new', { lastHeardAt: null, status: 'new' }, 'never_expected'],
    ['never, and without any status', { lastHeardAt: null, status: null }, 'never_expected'],
    ['long ago, and retired since', { lastHeardAt: hours(500), status: 'retired' }, 'overdue_expected'],
    ['long ago, its status not read', { lastHeardAt: hours(500), status: undefined }, 'overdue'],
    ['long ago, its status unheard of', { lastHeardAt: hours(500), status: 'on holiday' }, 'overdue'],
    ['not read', { lastHeardAt: undefined }, 'unknown']
  ])('%s', (_what, vitals, heard) => {
    expect(healthOf({ ...healthy, ...vitals }).heard).toBe(heard)
  })
})

describe('the verdict', () => {
  const poorSignal = { measure: 'rssi', dbm: -91, at: hours(1) } as const

  test.each<[what: string, vitals: Partial<Vitals>, verdict: HealthVerdict, because: VitalSign[]]>([
    ['everything in order', {}, 'good', []],
    ['a battery at the critical level', { batteryLevel: 10 }, 'trouble', ['battery']],
    ['a low battery', { batteryLevel: 20 }, 'attention', ['battery']],
    ['a gateway, whose level of battery says nothing', { kind: 'gateway', batteryLevel: 3 }, 'good', []],
    ['a battery not known', { batteryLevel: null }, 'good', []],
    ['a poor signal', { signal: poorSignal }, 'attention', ['signal']],
    ['a fair signal', { signal: { ...poorSignal, dbm: -80 } }, 'good', []],
    ['no signal known', { signal: null }, 'good', []],
    ['silence', { lastHeardAt: hours(3) }, 'trouble', ['heard']],
    ['silence and an empty battery', { lastHeardAt: hours(3), batteryLevel: 5 }, 'trouble', ['heard', 'battery']],
    ['silence beside a low battery', { lastHeardAt: hours(3), batteryLevel: 15 }, 'trouble', ['heard']],
    ['a low battery and a poor signal', { batteryLevel: 15, signal: poorSignal }, 'attention', ['battery', 'signal']],
    ['silence of a retired thing', { lastHeardAt: hours(3), status: 'retired' }, 'unknown', ['heard']],
    ['a low battery, all else not read', { lastHeardAt: undefined, batteryLevel: 15 }, 'attention', ['battery']],
    [
      'nothing known at all',
      { batteryLevel: undefined, lastHeardAt: undefined, signal: undefined, status: undefined },
      'unknown',
      ['heard']
    ]
  ])('%s', (_what, vitals, verdict, because) => {
    expect(healthOf({ ...healthy, ...vitals })).toMatchObject({ verdict, because })
  })
})
