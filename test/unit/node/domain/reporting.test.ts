import { describe, expect, it } from 'vitest'
import { commandSchema, type Command } from '@shared/domain/command'
import { buildCommand, commandFormsFor } from '@shared/domain/commandForm'
import { deviceKinds } from '@shared/domain/deviceKind'
import {
  canBeTested,
  leavesOnTest,
  reportingBeforeTest,
  reportingCommand,
  testCommand,
  testReporting,
  type KnownReporting
} from '@shared/domain/reporting'
import type { CommandRecord, ThingMessage } from '@shared/domain/thing'

type Fields = Record<string, unknown>

const answer = (at: number, fields: Fields, more: Partial<ThingMessage> = {}): ThingMessage => ({
  key: `${at}`,
  tsmId: 1500,
  tsmEv: 31,
  at,
  gatewayTuid: null,
  groupId: null,
  fields,
  ...more
})
const told = (at: number | null, fields: Fields, more: Partial<CommandRecord> = {}): CommandRecord => ({
  tsmId: 1500,
  tsmEv: 30,
  at,
  responsible: null,
  transactionId: null,
  fields,
  ...more
})
const test: Fields = { ...testReporting }
const known = (
  reportInterval: number,
  source: KnownReporting['source'],
  at: number | null,
  measurementInterval: number | null = null
): KnownReporting => ({ reportInterval, measurementInterval, source, at })

describe('the test preset', () => {
  it.each(deviceKinds.filter(canBeTested))('suits the ranges of the form: %s', (kind) => {
    const form = commandFormsFor(kind).find(({ tsmId }) => tsmId === 1500)
    if (form === undefined) throw new Error('there is a form')
    expect(buildCommand(form, testReporting)).toMatchObject({ ok: true, command: testCommand })
  })

  it('is not for gateways, which have no report interval', () => {
    expect(deviceKinds.filter((kind) => !canBeTested(kind))).toEqual(['gateway', 'gateway_lan'])
  })
})

describe('what leaves a thing on test', () => {
  const normal = reportingCommand({ reportInterval: 3600, measurementInterval: null })
  const reporting = (parameters: Command['parameters']): Command => ({ tsmId: 1500, tsmEv: 30, parameters })
  const presence: Command = { tsmId: 13200, tsmEv: 30, parameters: {} }

  it.each<[what: string, commands: Command[], expected: boolean | null]>([
    ['the preset', [testCommand], true],
    ['the preset, whoever wrote it in which order', [reporting({ reportInterval: 60, measurementInterval: 60 })], true],
    ['the preset among others', [testCommand, presence], true],
    ['the preset after another interval', [normal, testCommand], true],
    ['not when another interval follows', [testCommand, normal], false],
    ['not another interval', [reporting({ reportInterval: 60, measurementInterval: 30 })], false],
    ['not half of it', [reporting({ reportInterval: 60 })], false],
    ['not with more in it', [reporting({ ...testReporting, extra: 1 })], false],
    ['nothing is said by commands about something else', [presence], null],
    ['nothing is said by none', [], null]
  ])('%s', (_, commands, expected) => {
    expect(leavesOnTest(commands)).toBe(expected)
  })
})

describe('how a thing reported before the test', () => {
  it.each<[what: string, messages: ThingMessage[], commands: CommandRecord[], expected: KnownReporting | null]>([
    ['is not known without any word', [], [], null],
    [
      'is what it last answered',
      [answer(1, { reportInterval: 600 }), answer(2, { reportInterval: 900 })],
      [],
      known(900, 'answer', 2)
    ],
    [
      'is what it last answered to a command request',
      [answer(2, { reportInterval: 900 }, { tsmEv: 36 })],
      [],
      known(900, 'answer', 2)
    ],
    [
      'is with how often it measured',
      [answer(2, { reportInterval: 900, measurementInterval: 30 })],
      [],
      known(900, 'answer', 2, 30)
    ],
    [
      'is its own word before what it was told',
      [answer(1, { reportInterval: 600 })],
      [told(2, { reportInterval: 900 })],
      known(600, 'answer', 1)
    ],
    [
      'is what it was last told, where it has not answered',
      [],
      [told(1, { reportInterval: 600 }), told(3, { reportInterval: 900 })],
      known(900, 'command', 3)
    ],
    [
      'is not what it answers to the test',
      [answer(5, test), answer(1, { reportInterval: 600 })],
      [],
      known(600, 'answer', 1)
    ],
    ['is not the test itself', [], [told(1, { reportInterval: 600 }), told(5, test)], known(600, 'command', 1)],
    [
      'is not what it makes of the test in its own range',
      [answer(5, { reportInterval: 300, measurementInterval: 120, transactionId: 7 })],
      [told(4, test, { transactionId: 7 }), told(1, { reportInterval: 600 })],
      known(600, 'command', 1)
    ],
    ['is not told by half of an answer to the test', [answer(5, { reportInterval: 60 })], [], null],
    ['is not the test when only the test is known', [answer(5, test)], [told(4, test)], null],
    [
      'is not a message about something else',
      [answer(1, { reportInterval: 600 }, { tsmId: 13200 })],
      [told(1, { reportInterval: 600 }, { tsmId: 13200 })],
      null
    ],
    ['is not the request itself among the messages', [answer(1, { reportInterval: 600 }, { tsmEv: 30 })], [], null],
    [
      'is no nonsense',
      [answer(1, { reportInterval: '600' }), answer(2, { reportInterval: -1 }), answer(3, { reportInterval: 1.5 })],
      [],
      null
    ],
    [
      'is looked for behind nonsense',
      [answer(3, { reportInterval: null }), answer(1, { reportInterval: 600 })],
      [],
      known(600, 'answer', 1)
    ],
    [
      'takes a command without a time for the oldest',
      [],
      [told(null, { reportInterval: 900 }), told(1, { reportInterval: 600 })],
      known(600, 'command', 1)
    ],
    ['is known without a time as well', [], [told(null, { reportInterval: 900 })], known(900, 'command', null)]
  ])('%s', (_, messages, commands, expected) => {
    expect(reportingBeforeTest(messages, commands)).toEqual(expected)
  })
})

it('what is not known of measuring is not touched', () => {
  const command = reportingCommand({ reportInterval: 3600, measurementInterval: null })
  expect(command).toEqual({ tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 3600 } })
  expect(commandSchema.safeParse(command).success).toBe(true)
})
