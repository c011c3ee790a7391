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
  test.each<[what: string, text: string, fault: ExpertFault, part: string]>([
    ['nothing', '  \n', 'empty', ''],
    ['no JSON', 'reportInterval = 60', 'not_json', 'reportInterval = 60'],
    ['JSON cut short', '{"tsmId":1500', 'not_json', '{"tsmId":1500'],
    ['a number', '1500', 'not_one_command', '1500'],
    ['null', 'null', 'not_one_command', 'null'],
    ['an empty list', '[]', 'not_one_command', '[]'],
    ['two commands', '[{"tsmId":1500},{"tsmId":1501}]', 'not_one_command', '[{"tsmId":1500},{"tsmId":1501}]'],
    ['a list in a list', '[[{"tsmId":1500}]]', 'not_one_command', '[[{"tsmId":1500}]]'],
    ['no id', '{"reportInterval":60}', 'id_not_allowed', ''],
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
    ['a number beyond all numbers', '{"tsmId":1500,"a":1e999}', 'bad_value', 'a'],
    ['a value that nests too deep', `{"tsmId":1500,"a":${'['.repeat(1900)}${']'.repeat(1900)}}`, 'bad_value', 'a'],
    ['more text than any command has', `{"tsmId":1500,"a":"${'x'.repeat(4000)}"}`, 'too_long', '']
  ])('%s', (_what, text, fault, part) => {
    expect(parseExpertCommand(text)).toEqual({ ok: false, fault, part })
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
