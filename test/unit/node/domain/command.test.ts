import { commandSchema } from '@shared/domain/command'
import { describe, expect, test } from 'vitest'

describe('commandSchema', () => {
  test.each([
    ['no parameters', { tsmId: 12200, tsmEv: 30, parameters: {} }],
    ['numbers', { tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 60, measurementInterval: 1 } }],
    [
      'anything JSON, as parameters may be ones we do not know',
      { tsmId: 1501, tsmEv: 35, parameters: { a: [null, 'x', { b: true }] } }
    ],
    ['the largest exact whole number', { tsmId: 1500, tsmEv: 30, parameters: { a: 2 ** 53 - 1, b: -0.5 } }],
    ['a name with an underscore', { tsmId: 13200, tsmEv: 30, parameters: { mcc_mnc: 1 } }]
  ])('accepts %s', (_what, command) => {
    expect(commandSchema.parse(command)).toEqual(command)
  })

  test.each([
    ["the spec's own example", { tsmId: 17110, tsmEv: 30, parameters: { profileId: 0 } }],
    ['an id as text', { tsmId: '1500', tsmEv: 30, parameters: {} }],
    ['the event of an answer', { tsmId: 1500, tsmEv: 31, parameters: {} }],
    ['no event', { tsmId: 1500, parameters: {} }],
    ['no parameters at all', { tsmId: 1500, tsmEv: 30 }],
    ['an attribute beside them', { tsmId: 1500, tsmEv: 30, parameters: {}, transactionId: 1 }],
    ['a transaction id of its own', { tsmId: 1500, tsmEv: 30, parameters: { transactionId: 1 } }],
    ['another target', { tsmId: 1500, tsmEv: 30, parameters: { tsmDstTuid: 'TSPR04EZU31901021' } }],
    ['a second id', { tsmId: 1500, tsmEv: 30, parameters: { tsmId: 17110 } }],
    ['a name with a space', { tsmId: 1500, tsmEv: 30, parameters: { 'report interval': 1 } }],
    ['an empty name', { tsmId: 1500, tsmEv: 30, parameters: { '': 1 } }],
    ['what JSON cannot say', { tsmId: 1500, tsmEv: 30, parameters: { a: Infinity } }],
    ['no number', { tsmId: 1500, tsmEv: 30, parameters: { a: NaN } }],
    ['a whole number that is not exact', { tsmId: 1500, tsmEv: 30, parameters: { a: [2 ** 53] } }]
  ])('refuses %s', (_what, command) => {
    expect(commandSchema.safeParse(command).success).toBe(false)
  })
})
