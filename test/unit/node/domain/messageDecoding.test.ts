import { decodeMessage, rssiDbmOf, type DecodedField } from '@shared/domain/messageDecoding'
import type { ThingMessage } from '@shared/domain/thing'
import { describe, expect, test } from 'vitest'

function message(tsmId: number, fields: Record<string, unknown> = {}, tsmEv: number | null = 10): ThingMessage {
  return { key: `TSPR04EZU31901021:${tsmId}:1`, tsmId, tsmEv, at: 1000, gatewayTuid: null, groupId: null, fields }
}

/** Fields in a line each: `name value unit (valueName)`, unknown ones with a question mark. */
function lines(fields: readonly DecodedField[]): string[] {
  return fields.map(({ name, known, value, unit, valueName }) =>
    [`${name}${known ? '' : '?'}`, JSON.stringify(value), unit, valueName === null ? null : `(${valueName})`]
      .filter((part) => part !== null)
      .join(' ')
  )
}

describe('the catalogue', () => {
  test.each<[tsmId: number, name: string, fields: Record<string, unknown>, said: string[]]>([
    [1100, 'system_info', { swVersion: 'a', modelCode: 'b', psn: 'c' }, ['swVersion "a"', 'modelCode "b"', 'psn "c"']],
    [1110, 'battery', { batl: 74, chrg: 0 }, ['batl 74 %', 'chrg 0 (not_connected)']],
    [1110, 'battery', { batl: 34.6, chrg: 1 }, ['batl 34.6 %', 'chrg 1 (charging)']],
    [1110, 'battery', { chrg: 2 }, ['chrg 2 (full)']],
    [1111, 'orientation', { accx: 0.1, accy: 0.2, accz: 0.9 }, ['accx 0.1', 'accy 0.2', 'accz 0.9']],
    [1112, 'uptime', { uptime: 3600 }, ['uptime 3600 s']],
    [1202, 'neighbours', { rssi: 128, rssiDbm: -64 }, ['rssi 128', 'rssiDbm -64 dBm']],
    [1202, 'neighbours', { rssi: 255 }, ['rssi 255', 'rssiDbm 0 dBm']],
    [1202, 'neighbours', { rssi: 'x' }, ['rssi "x"']],
    [1202, 'neighbours', { rssi: 256 }, ['rssi 256']],
    [1210, 'location', { lat: 65.01, lon: 25.52, lacr: 12 }, ['lat 65.01 °', 'lon 25.52 °', 'lacr 12']],
    [
      1211,
      'cellular_signal',
      { cellRssi: -70, cellRsrp: -96, cellRsrq: -11, cellSinr: 9, cellRat: 'LTE-M' },
      ['cellRssi -70 dBm', 'cellRsrp -96 dBm', 'cellRsrq -11 dB', 'cellSinr 9 dB', 'cellRat "LTE-M"']
    ],
    [
      1212,
      'cellular_operator',
      { mcc_mnc: '24405', operatorName: 'Elisa' },
      ['mcc_mnc "24405"', 'operatorName "Elisa"']
    ],
    [1220, 'node_diagnostics', { buffers: 3 }, ['buffers? 3']],
    [1312, 'firmware', {}, []],
    [1400, 'diagnostics', {}, []],
    [1401, 'diagnostics', {}, []],
    [1402, 'command', {}, []],
    [1403, 'error', { error: 5 }, ['error? 5']],
    [1404, 'reset', {}, []],
    [2100, 'occupancy', { state: 0 }, ['state 0 (vacant)']],
    [2100, 'occupancy', { state: 1 }, ['state 1 (occupied)']],
    [11200, 'gateway_heartbeat', {}, []],
    [11201, 'gateway_heartbeat', { tuid: 'TSPR04EZU31901021' }, ['tuid? "TSPR04EZU31901021"']],
    [
      12100,
      'environment',
      { airp: 101_325, humd: 40, temp: 21.5, lght: 300 },
      ['temp 21.5 °C', 'humd 40 %', 'airp 101325 Pa', 'lght 300 lx']
    ],
    [12101, 'hall', { hall: 0, hallCount: 7 }, ['hall 0 (open)', 'hallCount 7']],
    [12101, 'hall', { hall: 1 }, ['hall 1 (closed)']],
    [12102, 'resistance', { resistance: 1023 }, ['resistance 1023']],
    [13100, 'movement', { moveCount: 5 }, ['moveCount 5']],
    [13102, 'occupancy_report', { count: 3, duration: 4 }, ['count 3', 'duration 4 s']],
    [13103, 'visitors', { in: 1, out: 2, totalIn: 3, totalOut: 4 }, ['in 1', 'out 2', 'totalIn 3', 'totalOut 4']],
    [16100, 'activity', { activityLevel: 34, energyLevel: 400 }, ['activityLevel 34 %', 'energyLevel 400']],
    [17100, 'distance', { dist: 1200 }, ['dist 1200 mm']],
    [18100, 'angle', { angle: 1.5 }, ['angle 1.5 °']],
    [24100, 'carbon_dioxide', { carbonDioxide: 600 }, ['carbonDioxide 600 ppm']],
    [24100, 'carbon_dioxide', { co2: 600 }, ['carbonDioxide 600 ppm']],
    [24100, 'carbon_dioxide', { co2: 1, carbonDioxide: 600 }, ['carbonDioxide 600 ppm', 'co2? 1']],
    [24101, 'tvoc', { tvoc: 120 }, ['tvoc 120 ppb']],
    [
      1500,
      'reporting',
      { measurementInterval: 60, reportInterval: 300, transactionId: 7 },
      ['measurementInterval 60 s', 'reportInterval 300 s', 'transactionId 7']
    ],
    [
      1501,
      'network_role',
      { nodeRole: 1, autoRole: 0, lowLatency: 1 },
      ['nodeRole 1 (subnode)', 'autoRole 0 (off)', 'lowLatency 1 (on)']
    ],
    [
      12200,
      'environment_configuration',
      { weatherMode: -1, accelerometerMode: 2 },
      ['accelerometerMode 2 (machine_monitoring)', 'weatherMode -1 (off)']
    ],
    [13200, 'presence_configuration', { threshold: 150, mode: 1 }, ['threshold 150', 'mode 1 (occupancy)']]
  ])('%d is %s with %j', (tsmId, name, fields, said) => {
    const decoded = decodeMessage(message(tsmId, fields))
    expect(decoded.name).toBe(name)
    expect(lines(decoded.fields)).toEqual(said)
  })

  test('an id it does not know keeps its raw fields', () => {
    expect(decodeMessage(message(26100, { value: 1.5, quality: 'good', nested: { a: [1] } }))).toEqual({
      name: null,
      event: 'timed',
      fields: [
        { name: 'value', known: false, value: 1.5, unit: null, valueName: null, odd: false },
        { name: 'quality', known: false, value: 'good', unit: null, valueName: null, odd: false },
        { name: 'nested', known: false, value: { a: [1] }, unit: null, valueName: null, odd: false }
      ]
    })
  })

  test('fields of other messages are raw, and so are values outside the coded ones', () => {
    expect(lines(decodeMessage(message(1110, { temp: 20, chrg: 9, batl: null })).fields)).toEqual([
      'batl null %',
      'chrg 9',
      'temp? 20'
    ])
  })

  test('times and addresses are about the message and no readings', () => {
    const envelope = {
      tsmId: 1110,
      tsmEv: 10,
      tsmTs: 1,
      tsmTuid: 'A',
      tsmDstTuid: 'B',
      tsmGw: 'C',
      deploymentGroupId: 'd'
    }
    expect(lines(decodeMessage(message(1110, { ...envelope, batl: 5 })).fields)).toEqual(['batl 5 %'])
  })

  test.each<[tsmId: number, fields: Record<string, unknown>, odd: string[]]>([
    [12100, { temp: 21.5, humd: 0, airp: -1 }, []],
    [12100, { temp: '21.5', humd: 'wet', airp: true, lght: { lx: 3 } }, ['temp', 'humd', 'airp', 'lght']],
    // Not told is not told wrongly.
    [12100, { temp: null }, []],
    [2100, { state: 'occupied' }, ['state']],
    [1100, { swVersion: '1.2', modelCode: 7, psn: ['x'] }, ['psn']],
    // What the catalogue does not know may be anything.
    [12100, { colour: 'red' }, []],
    [26100, { temp: 'warm' }, []]
  ])('%d with %j has values of another type: %j', (tsmId, fields, odd) => {
    const decoded = decodeMessage(message(tsmId, fields)).fields
    expect(decoded.filter((field) => field.odd).map(({ name }) => name)).toEqual(odd)
  })

  test('names that every JavaScript object has are ordinary names', () => {
    expect(lines(decodeMessage(message(1110, { constructor: 1, toString: 2 })).fields)).toEqual([
      'constructor? 1',
      'toString? 2'
    ])
  })
})

describe('why a message was sent', () => {
  test.each<[tsmEv: number | null, event: string | null]>([
    [0, 'none'],
    [7, 'state_change'],
    [8, 'key'],
    [9, 'threshold'],
    [10, 'timed'],
    [11, 'power_on'],
    [12, 'power_off'],
    [15, 'firmware_updated'],
    [16, 'configuration_updated'],
    [17, 'network_connected'],
    [18, 'network_disconnected'],
    [27, 'diagnostics'],
    [28, 'diagnostics'],
    [29, 'error'],
    [30, 'configuration_request'],
    [31, 'configuration_response'],
    [35, 'command_request'],
    [36, 'command_response'],
    [99, null],
    [null, null]
  ])('%s is %s', (tsmEv, event) => {
    expect(decodeMessage(message(1110, {}, tsmEv)).event).toBe(event)
  })
})

test.each<[raw: number, dbm: number]>([
  [0, -128],
  [115, -70.3],
  [255, 0]
])('a raw signal of %d is %d dBm', (raw, dbm) => {
  expect(rssiDbmOf(raw)).toBe(dbm)
})
