import { describe, expect, test } from 'vitest'
import type { Command } from '@shared/domain/command'
import { testCommand, type KnownReporting } from '@shared/domain/reporting'
import { normalIntents, normalPlan } from '@/sending/normalPlan'
import { formsForAll, intentsFor, kindOfAll, recipientsOf } from '@/sending/recipients'

const presence = 'TSPR04EZU31901021'
const environment = 'TSPD04ESY93100802'
const gateway = 'TSGW03ETH27178622'
const stranger = 'ABCD01EZU31901021'
const threshold: Command = { tsmId: 13200, tsmEv: 30, parameters: { threshold: 150 } }

describe('several commands to several things', () => {
  const both = [testCommand, threshold]
  const recipients = recipientsOf([presence, environment, gateway, stranger], both)

  test('each gets what its kind understands; an unknown kind may understand anything', () => {
    expect(recipients.map(({ understood, foreign }) => [understood.length, foreign.length])).toEqual([
      [2, 0],
      [1, 1],
      [0, 2],
      [2, 0]
    ])
  })

  test('what understands none of it is left out', () => {
    expect(intentsFor(recipients, both, false)).toEqual([
      { type: 'command', tuid: presence, commands: both },
      { type: 'command', tuid: environment, commands: [testCommand] },
      { type: 'command', tuid: stranger, commands: both }
    ])
  })

  test('all get all of it when a person wants that', () => {
    const intents = intentsFor(recipients, both, true)
    expect(intents.map((intent) => (intent.type === 'command' ? intent.commands.length : 0))).toEqual([2, 2, 2, 2])
  })
})

describe('the forms for several things', () => {
  const fieldsOf = (tuids: string[], tsmId: number) => formsForAll(tuids).find((form) => form.tsmId === tsmId)?.fields

  test.each<[what: string, tuids: string[], ids: number[]]>([
    ['of one kind are its own', [presence, presence], [1500, 1501, 13200]],
    ['of two kinds are those that make sense for any', [presence, environment], [1500, 1501, 12200, 13200]],
    ['of gateways have no interval', [gateway], [1501]],
    ['of nothing are none', [], []]
  ])('%s', (_, tuids, ids) => {
    expect(formsForAll(tuids).map(({ tsmId }) => tsmId)).toEqual(ids)
  })

  test('keep to the narrowest range, so that a value suits all', () => {
    const interval = (tuids: string[]) => fieldsOf(tuids, 1500)?.find(({ name }) => name === 'reportInterval')
    expect(interval([environment])).toMatchObject({ min: 1, max: 86_400 })
    expect(interval([environment, presence])).toMatchObject({ min: 60, max: 3600 })
    expect(interval([presence, environment])).toMatchObject({ min: 60, max: 3600, defaultValue: null })
  })

  test('leave out what some do not have', () => {
    const names = (tuids: string[]) => fieldsOf(tuids, 1501)?.map(({ name }) => name)
    expect(names([gateway])).toContain('lowLatency')
    expect(names([gateway, presence])).not.toContain('lowLatency')
  })

  test.each([
    [[presence, presence], 'presence'],
    [[presence, environment], 'unknown'],
    [[], 'unknown']
  ])('know the kind of %j', (tuids, kind) => {
    expect(kindOfAll(tuids)).toBe(kind)
  })
})

describe('several things back to normal', () => {
  const before: KnownReporting = { reportInterval: 3600, measurementInterval: 30, source: 'answer', at: 1 }
  const plan = normalPlan([presence, environment, gateway], [before, null, null])

  test('those that are known, those that are not, by kind, and those that have no interval', () => {
    expect(plan).toEqual({
      known: [{ tuid: presence, before }],
      unknown: new Map([['environment', [environment]]]),
      leftOut: [gateway]
    })
  })

  test('waits for a choice where nobody knows', () => {
    expect(normalIntents(plan, () => null)).toBeNull()
  })

  test('each gets its own, or what was chosen', () => {
    expect(normalIntents(plan, () => ({ reportInterval: 600, measurementInterval: null }))).toMatchObject([
      { tuid: presence, commands: [{ parameters: { reportInterval: 3600, measurementInterval: 30 } }] },
      { tuid: environment, commands: [{ parameters: { reportInterval: 600 } }] }
    ])
  })
})
