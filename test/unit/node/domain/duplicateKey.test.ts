import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateKey } from '@shared/domain/duplicateKey'

describe('duplicateKey', () => {
  test.each<[what: string, json: string, name: string | null]>([
    ['none', '{"a":1,"b":2}', null],
    ['the same name twice', '{"a":1,"b":2,"a":3}', 'a'],
    ['twice with the same value', '{"a":1,"a":1}', 'a'],
    ['spelt with an escape', '{"a":1,"\\u0061":2}', 'a'],
    ['in an inner object', '{"a":{"b":1,"b":2}}', 'b'],
    ['in a list', '[{"a":1,"a":2}]', 'a'],
    ['the same name in two objects', '{"a":{"b":1},"c":{"b":1},"b":2}', null],
    ['the same name inside and outside', '{"a":{"a":1}}', null],
    ['a value like a name', '{"a":"b","b":"a"}', null],
    ['after an inner object', '{"a":{"b":1},"a":2}', 'a'],
    ['signs within strings', '{"a":"},{\\"a\\":","b":":"}', null],
    ['the empty name', '{"":1,"":2}', ''],
    ['no object', '"a"', null]
  ])('finds %s', (_what, json, name) => {
    expect(duplicateKey(json)).toBe(name)
  })

  test('reads the deepest nesting in one pass', () => {
    expect(duplicateKey(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBeNull()
  })

  test('finds none in whatever JavaScript itself writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(duplicateKey(JSON.stringify(value))).toBeNull()
      })
    )
  })
})
