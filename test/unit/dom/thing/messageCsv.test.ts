import { parse } from 'papaparse'
import { describe, expect, test } from 'vitest'
import { decodeMessage } from '@shared/domain/messageDecoding'
import type { ThingMessage } from '@shared/domain/thing'
import { messagesCsv, messagesFileName } from '@/thing/messages/messageCsv'
import { rawMessage } from '@/thing/messages/rawMessage'

const at = Date.UTC(2026, 10, 23, 12, 0, 5)
const words = { message: (id: number) => `m${id}`, event: (id: number | null) => (id === null ? '' : `e${id}`) }

function message(tsmId: number, fields: Record<string, unknown>, more: Partial<ThingMessage> = {}): ThingMessage {
  return { key: `TUID0001:${tsmId}:1795435205`, tsmId, tsmEv: 10, at, gatewayTuid: 'GW', groupId: 'g', fields, ...more }
}

/** Cells by column, a row each. */
function rows(messages: ThingMessage[], delimiter: ',' | ';' = ','): Record<string, string>[] {
  const csv = messagesCsv('TUID0001', messages, messages.map(decodeMessage), words, delimiter)
  expect(csv.startsWith('\uFEFF')).toBe(true)
  return parse<Record<string, string>>(csv.slice(1), { header: true, delimiter, skipEmptyLines: true }).data
}

describe('messages as a table', () => {
  test('have a row each and a column for every field, with its unit', () => {
    const [first, second] = rows([
      message(26_100, { value: 7 }),
      message(12_100, { humd: 40, temp: 21.5 }, { tsmEv: null, gatewayTuid: null, groupId: null })
    ])
    expect(Object.keys(first ?? {}).slice(9)).toEqual(['temp [°C]', 'humd [%]', 'value'])
    expect(first).toMatchObject({
      time_utc: '2026-11-23 12:00:05',
      tuid: 'TUID0001',
      message_id: '26100',
      message: 'm26100',
      event_id: '10',
      event: 'e10',
      gateway: 'GW',
      group: 'g',
      value: '7',
      'temp [°C]': ''
    })
    expect(second).toMatchObject({ event_id: '', gateway: '', 'temp [°C]': '21.5', 'humd [%]': '40', value: '' })
  })

  test.each<[value: unknown, comma: string, semicolon: string]>([
    [-57.25, '-57.25', '-57,25'],
    [-57, '-57', '-57'],
    ['=1+1', "'=1+1", "'=1+1"],
    ['-1', "'-1", "'-1"],
    [null, '', ''],
    [true, 'true', 'true'],
    [{ a: [1] }, '{"a":[1]}', '{"a":[1]}']
  ])('write %j as %j, and as %j where the decimal mark is a comma', (value, comma, semicolon) => {
    expect(rows([message(26_100, { value })])[0]?.['value']).toBe(comma)
    expect(rows([message(26_100, { value })], ';')[0]?.['value']).toBe(semicolon)
  })

  test('keep a name that would be run as a formula a name', () => {
    expect(Object.keys(rows([message(26_100, { '=cmd': 1 })])[0] ?? {})).toContain("'=cmd")
  })

  test('are named after the thing and the moment', () => {
    expect(messagesFileName('TUID0001', new Date(2026, 10, 23, 14, 5).getTime())).toBe(
      'messages-TUID0001-2026-11-23-1405.csv'
    )
  })
})

test.each<[Partial<ThingMessage>, Record<string, unknown>]>([
  [
    {},
    {
      tsmId: 1110,
      tsmEv: 10,
      tsmTs: 1_795_435_205,
      tsmTuid: 'TUID0001',
      tsmGw: 'GW',
      deploymentGroupId: 'g',
      batl: 74
    }
  ],
  [
    { tsmEv: null, gatewayTuid: null, groupId: null, key: 'TUID0001:1110:2026-11-23T12:00:05' },
    { tsmId: 1110, tsmTs: '2026-11-23T12:00:05', tsmTuid: 'TUID0001', batl: 74 }
  ]
])('a message with %j is raw %j', (more, raw) => {
  expect(JSON.parse(rawMessage(message(1110, { batl: 74 }, more)))).toEqual(raw)
})
