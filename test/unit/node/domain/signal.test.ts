import type { DeviceKind } from '@shared/domain/deviceKind'
import { signalOf, signalVerdict, type SignalMeasure, type SignalVerdict } from '@shared/domain/signal'
import type { ThingMessage } from '@shared/domain/thing'
import { describe, expect, test } from 'vitest'

function message(tsmId: number, fields: Record<string, unknown>, at = 1000): ThingMessage {
  return { key: `${tsmId}:${at}`, tsmId, tsmEv: 10, at, gatewayTuid: null, groupId: null, fields }
}

describe('signalVerdict', () => {
  test.each<[measure: SignalMeasure, dbm: number, verdict: SignalVerdict]>([
    ['rssi', -52, 'good'],
    ['rssi', -69.9, 'good'],
    ['rssi', -70, 'fair'],
    ['rssi', -85, 'fair'],
    ['rssi', -85.1, 'poor'],
    ['rsrp', -89, 'good'],
    ['rsrp', -90, 'fair'],
    ['rsrp', -105, 'fair'],
    ['rsrp', -105.1, 'poor']
  ])('%s of %s dBm: %s', (measure, dbm, verdict) => {
    expect(signalVerdict({ measure, dbm, at: 1 })).toBe(verdict)
  })

  test('nothing is known without a reading', () => expect(signalVerdict(null)).toBe('unknown'))
})

describe('signalOf', () => {
  test.each<[what: string, messages: ThingMessage[], dbm: number | null]>([
    ['dBm as it was sent', [message(1202, { rssiDbm: -71 })], -71],
    ['dBm written as text', [message(1202, { rssiDbm: '-71.5' })], -71.5],
    ['the raw value, in dBm', [message(1202, { rssi: 120 })], -67.8],
    ['dBm before the raw value', [message(1202, { rssi: 120, rssiDbm: -80 })], -80],
    ['the raw value where dBm makes no sense', [message(1202, { rssi: 120, rssiDbm: 0 })], -67.8],
    ['the newest, whatever their order', [message(1202, { rssiDbm: -60 }, 1), message(1202, { rssiDbm: -80 }, 2)], -80],
    ['the newest usable one', [message(1202, { rssiDbm: null }, 2), message(1202, { rssiDbm: -60 }, 1)], -60],
    ['nothing out of other messages', [message(1110, { rssiDbm: -60 })], null],
    ['nothing beyond any radio', [message(1202, { rssiDbm: -32_768 })], null],
    ['nothing out of words', [message(1202, { rssiDbm: 'strong', rssi: {} })], null],
    ['nothing out of no message', [], null]
  ])('%s', (_what, messages, dbm) => {
    expect(signalOf('presence', messages)?.dbm ?? null).toBe(dbm)
  })

  test.each<[kind: DeviceKind, measure: SignalMeasure]>([
    ['gateway', 'rsrp'],
    ['gateway_lan', 'rsrp'],
    ['presence', 'rssi'],
    ['unknown', 'rssi']
  ])('a %s is judged by its %s where both are there', (kind, measure) => {
    const messages = [message(1202, { rssiDbm: -60 }, 5), message(1211, { cellRsrp: -95 }, 5)]
    expect(signalOf(kind, messages)).toMatchObject({ measure, at: 5 })
  })

  test('the other one stands in where there is no such message', () => {
    expect(signalOf('gateway', [message(1202, { rssiDbm: -60 })])).toMatchObject({ measure: 'rssi', dbm: -60 })
    expect(signalOf('presence', [message(1211, { cellRsrp: -95 })])).toMatchObject({ measure: 'rsrp', dbm: -95 })
  })
})
