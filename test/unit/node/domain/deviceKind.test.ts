import {
  deviceKindOf,
  deviceKinds,
  firstDataMinutes,
  isGateway,
  isMainsPowered,
  silentAfterHours,
  type DeviceKind
} from '@shared/domain/deviceKind'
import { describe, expect, test } from 'vitest'

const listed: [kind: DeviceKind, codes: string[]][] = [
  ['gateway', ['TSGW01', 'TSGW02', 'TSGW03', 'TSGW04', 'TSGW06', 'XXXX00', 'XXXX08', 'XXXX11', 'XXXX21']],
  ['gateway_lan', ['TSGW05', 'XXXX16']],
  ['environment', ['TSPD01', 'TSPD02', 'TSPD03', 'TSPD04', 'TSEN01', 'XXEN01', 'XXXX01', 'XXXX03']],
  ['environment_rugged', ['TSPD05', 'TSRU01', 'TSRU02', 'XXRU01', 'XXXX18']],
  ['presence', ['TSPR01', 'TSPR02', 'TSPR03', 'TSPR04', 'XXXX05', 'XXXX06', 'XXXX12', 'XXXX13']],
  ['distance', ['TSTF01', 'TSTF02', 'XXXX02', 'XXXX04']],
  ['beam', ['TSTF04', 'XXXX20']],
  ['leakage_rugged', ['TSLK01', 'TSLK02', 'XXLK01']],
  ['air', ['TSAR01', 'TSAR02', 'XXAR01', 'XXXX14']],
  ['angle_rugged', ['TSAN01', 'XXXX10']],
  ['count', ['TSAP01', 'XXXX24']]
]

describe('deviceKindOf', () => {
  test.each(listed.flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const)))('%s is %s', (code, kind) => {
    expect(deviceKindOf(`${code}EZU31901021`)).toEqual({ kind, certainty: 'exact' })
  })

  test.each<[code: string, kind: DeviceKind]>([
    ['TSGW07', 'gateway'],
    ['TSPD06', 'environment'],
    ['TSEN02', 'environment'],
    ['XXEN02', 'environment'],
    ['TSRU03', 'environment_rugged'],
    ['XXRU02', 'environment_rugged'],
    ['TSPR05', 'presence'],
    ['TSTF03', 'distance'],
    ['TSLK03', 'leakage_rugged'],
    ['XXLK02', 'leakage_rugged'],
    ['TSAR03', 'air'],
    ['TSAN02', 'angle_rugged'],
    ['TSAP02', 'count']
  ])('%s is probably %s', (code, kind) => {
    expect(deviceKindOf(`${code}EZU31901021`)).toEqual({ kind, certainty: 'family' })
  })

  test.each(['XXXX99EZU31901021', 'XXXX07EZU31901021', 'QQQQ01EZU31901021', 'XXXXTUID', ''])(
    '%s is of unknown kind',
    (tuid) => {
      expect(deviceKindOf(tuid)).toEqual({ kind: 'unknown', certainty: 'unknown' })
    }
  )
})

describe('kinds', () => {
  test('gateways are the two kinds of gateway', () => {
    expect(deviceKinds.filter(isGateway)).toEqual(['gateway', 'gateway_lan'])
  })

  test('gateways and count are mains powered', () => {
    expect(deviceKinds.filter(isMainsPowered)).toEqual(['gateway', 'gateway_lan', 'count'])
  })

  test.each<[kind: DeviceKind, typical: number]>([
    ['presence', 5],
    ['environment', 10],
    ['air', 10],
    ['count', 10],
    ['beam', 10],
    ['unknown', 10]
  ])('%s is typically heard within %d minutes, at worst 90', (kind, typical) => {
    expect(firstDataMinutes(kind)).toEqual({ typical, worst: 90 })
  })

  test.each<[kind: DeviceKind, hours: number]>([
    ['gateway', 6],
    ['gateway_lan', 6],
    ['presence', 2],
    ['unknown', 2]
  ])('%s counts as offline after %d silent hours', (kind, hours) => {
    expect(silentAfterHours(kind)).toBe(hours)
  })
})
