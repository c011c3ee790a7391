import { parseExpertCommand, type ExpertFault } from '@shared/domain/expertCommand'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('expert commands that are understood', () => {
  test.each<[what: string, text: string, command: object]>([
    [
      'parameters we know',
      '{"tsmId":1500,"tsmEv":30,"reportInterval":60}',
      { tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 60 } }
    ],
    [
      'parameters we do not know',
      '{"tsmId":12200,"tsmEv":35,"a":{"b":[1,null,"x"]}}',
      { tsmId: 12200, tsmEv: 35, parameters: { a: { b: [1, null, 'x'] } } }
    ],
    ['no event', '{"tsmId":13200}', { tsmId: 13200, tsmEv: 30, parameters: {} }],
    [
      "the API's list of one",
      ' [ {"tsmId":1501,"nodeRole":1} ]\n',
      { tsmId: 1501, tsmEv: 30, parameters: { nodeRole: 1 } }
    ]
  ])('%s', (_what, text, command) => {
    expect(parseExpertCommand(text)).toEqual({ ok: true, command })
  })
})

describe('expert commands that are refused', () => {
  test.each<[what: string, text: string, fault: ExpertFault, part: string, limit?: string]>([
    ['nothing', '  \n', 'empty', ''],
    ['no JSON', 'reportInterval = 60', 'not_json', 'reportInterval = 60'],
    ['JSON cut short', '{"tsmId":1500', 'not_json', '{"tsmId":1500'],
    ['a number', '1500', 'not_one_command', '1500'],
    ['null', 'null', 'not_one_command', 'null'],
    ['an empty list', '[]', 'not_one_command', '[]'],
    ['two commands', '[{"tsmId":1500},{"tsmId":1501}]', 'not_one_command', '[{"tsmId":1500},{"tsmId":1501}]'],
    ['a list in a list', '[[{"tsmId":1500}]]', 'not_one_command', '[[{"tsmId":1500}]]'],
    ['no id', '{"reportInterval":60}', 'id_missing', ''],
    ["the spec's own example", '{"tsmId":17110,"tsmEv":30,"profileId":0}', 'id_not_allowed', '17110'],
    ['an id as text', '{"tsmId":"1500"}', 'id_not_allowed', '"1500"'],
    ['the event of an answer', '{"tsmId":1500,"tsmEv":31}', 'event_not_allowed', '31'],
    ['a null event', '{"tsmId":1500,"tsmEv":null}', 'event_not_allowed', 'null'],
    [
      'a transaction id, which is ours to choose',
      '{"tsmId":1500,"transactionId":1}',
      'reserved_parameter',
      'transactionId'
    ],
    ['another target', '{"tsmId":1500,"tsmDstTuid":"TSPR04EZU31901021"}', 'reserved_parameter', 'tsmDstTuid'],
    ['a name with a space', '{"tsmId":1500,"report interval":60}', 'bad_parameter_name', 'report interval'],
    ['a name that would be lost', '{"tsmId":1500,"__proto__":{"a":1}}', 'bad_parameter_name', '__proto__'],
    ['a number beyond all numbers', '{"tsmId":1500,"a":1e999}', 'number_too_large', 'a', '9007199254740991'],
    ['a number that is not exact', '{"tsmId":1500,"a":9007199254740993}', 'number_too_large', 'a', '9007199254740991'],
    ['the same, negative', '{"tsmId":1500,"a":-9007199254740992}', 'number_too_large', 'a', '9007199254740991'],
    ['the same, inside', '{"tsmId":1500,"a":{"b":[1e300]}}', 'number_too_large', 'a', '9007199254740991'],
    ['NaN', '{"tsmId":1500,"a":NaN}', 'not_a_number', 'NaN'],
    ['infinity', '{"tsmId":1500,"a":-Infinity}', 'not_a_number', '-Infinity'],
    ['broken JSON with NaN in a text', '{"tsmId":1500,"a":"NaN"', 'not_json', '{"tsmId":1500,"a":"NaN"'],
    [
      'a name that stands twice',
      '{"tsmId":1500,"reportInterval":60,"reportInterval":600}',
      'duplicate_key',
      'reportInterval'
    ],
    ['an id that stands twice', '{"tsmId":1500,"tsmId":12200}', 'duplicate_key', 'tsmId'],
    ['a name that stands twice inside', '{"tsmId":1500,"a":{"b":1,"b":2}}', 'duplicate_key', 'b'],
    ['a name that would be lost, inside', '{"tsmId":1500,"a":[{"__proto__":1}]}', 'bad_parameter_name', '__proto__'],
    ['a name like a trap', '{"tsmId":1500,"constructor":1}', 'bad_parameter_name', 'constructor'],
    ['a value that nests too deep', `{"tsmId":1500,"a":${'['.repeat(1900)}${']'.repeat(1900)}}`, 'too_deep', 'a', '10'],
    ['the same in objects', `{"tsmId":1500,"a":${'{"a":'.repeat(600)}1${'}'.repeat(600)}}`, 'too_deep', 'a', '10'],
    ['more text than any command has', `{"tsmId":1500,"a":"${'x'.repeat(4000)}"}`, 'too_long', '', '4000']
  ])('%s', (_what, text, fault, part, limit) => {
    expect(parseExpertCommand(text)).toEqual({ ok: false, fault, part, limit })
  })

  test('a huge text is not even read', () => {
    const startedAt = performance.now()
    expect(parseExpertCommand(`{"tsmId":1500,"a":${'['.repeat(20_000_000)}`)).toMatchObject({ fault: 'too_long' })
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })

  test.each<[text: string, fault: ExpertFault, part: string, limit?: string]>([
    [
      '{"tsmId":13200,"threshold":150,"passiveReportInterval":30}',
      'must_exceed_report_interval',
      'passiveReportInterval',
      '60'
    ],
    ['{"tsmId":13200,"threshold":150,"passiveReportInterval":86401}', 'above', 'passiveReportInterval', '86400'],
    ['{"tsmId":13200,"threshold":150,"passiveReportInterval":-1}', 'below', 'passiveReportInterval', '0'],
    ['{"tsmId":13200,"threshold":59}', 'below', 'threshold', '60'],
    ['{"tsmId":13200,"mode":1}', 'missing', 'threshold'],
    ['{"tsmId":13200,"threshold":150,"mode":3}', 'not_a_choice', 'mode', '0, 1, 2'],
    ['{"tsmId":12200,"weatherMode":1}', 'not_a_choice', 'weatherMode', '-1, 0'],
    ['{"tsmId":1500,"reportInterval":"60"}', 'not_a_whole_number', 'reportInterval'],
    ['{"tsmId":1500,"reportInterval":60.5}', 'not_a_whole_number', 'reportInterval'],
    ['{"tsmId":1500,"reportInterval":null}', 'not_a_whole_number', 'reportInterval'],
    ['{"tsmId":1501,"lowLatency":2}', 'not_a_choice', 'lowLatency', '0, 1']
  ])('a documented parameter outside its range: %s', (text, fault, part, limit) => {
    expect(parseExpertCommand(text)).toEqual({ ok: false, fault, part, limit })
  })

  test('the ranges are those of the thing’s kind, and of its own report interval where that is known', () => {
    const reporting = '{"tsmId":1500,"reportInterval":30}'
    expect(parseExpertCommand(reporting).ok).toBe(true)
    expect(parseExpertCommand(reporting, { kind: 'presence', reportInterval: null })).toMatchObject({ fault: 'below' })
    const passive = '{"tsmId":13200,"threshold":150,"passiveReportInterval":300}'
    expect(parseExpertCommand(passive, { kind: 'presence', reportInterval: 60 }).ok).toBe(true)
    expect(parseExpertCommand(passive, { kind: 'presence', reportInterval: 600 })).toMatchObject({ limit: '600' })
  })

  test('a long part is shortened', () => {
    expect(parseExpertCommand('x'.repeat(100))).toEqual({ ok: false, fault: 'not_json', part: `${'x'.repeat(39)}…` })
  })

  test('whatever JSON is given, the answer is that very command or a fault', () => {
    const commands = fc.record({ tsmId: fc.constantFrom(1500, 12200, 17110), tsmEv: fc.constantFrom(30, 35, 31) })
    const names = fc.oneof(fc.stringMatching(/^[A-Za-z_]\w{0,8}$/), fc.string())
    fc.assert(
      fc.property(commands, fc.dictionary(names, fc.jsonValue(), { maxKeys: 3 }), (command, values) => {
        const text = JSON.stringify({ ...values, ...command })
        const reading = parseExpertCommand(text)
        if (!reading.ok) expect(reading.part.length).toBeLessThanOrEqual(40)
        else expect({ ...reading.command.parameters, ...command }).toEqual(JSON.parse(text))
      })
    )
  })
})
