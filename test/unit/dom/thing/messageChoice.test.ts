import { describe, expect, test } from 'vitest'
import type { ThingMessage } from '@shared/domain/thing'
import { idItems } from '@/thing/messages/idItems'
import { chosenFrom, filterOf, firstChoice, isPlain, type MessageChoice } from '@/thing/messages/messageChoice'

const now = new Date(2026, 10, 23, 14, 5, 30).getTime()
const minute = 60_000
const thisMinute = now - 30_000
const local = (hour: number, minutes = 0): number => new Date(2026, 10, 23, hour, minutes).getTime()

describe('a choice of messages asks for', () => {
  test.each<[Partial<MessageChoice>, ReturnType<typeof filterOf>]>([
    [{}, { limit: 500 }],
    [{ range: 'hour' }, { limit: 500, from: thisMinute - 60 * minute }],
    [{ range: 'day' }, { limit: 500, from: thisMinute - 1_440 * minute }],
    [
      { range: 'week', limit: 10_000 },
      { limit: 10_000, from: thisMinute - 10_080 * minute }
    ],
    [{ messageIds: [2100, 1110] }, { limit: 500, messageIds: [1110, 2100] }],
    [{ eventIds: [31] }, { limit: 500, eventIds: [31] }],
    [
      { range: 'own', own: { from: '2026-11-23T12:00', to: '' } },
      { limit: 500, from: local(12) }
    ],
    [
      { range: 'own', own: { from: '2026-11-23T12:00', to: '2026-11-23T12:00' } },
      { limit: 500, from: local(12), to: local(12, 1) - 1 }
    ],
    [
      { range: 'own', own: { from: '', to: '2026-11-23T12:30' } },
      { limit: 500, to: local(12, 31) - 1 }
    ],
    [{ range: 'own' }, null],
    [{ range: 'own', own: { from: '2026-11-23T12:30', to: '2026-11-23T12:00' } }, null],
    [{ range: 'own', own: { from: 'yesterday', to: '1901-01-01T00:00' } }, null],
    // What was written for an own range does not matter while another one is chosen.
    [{ range: 'newest', own: { from: '2026-11-23T12:30', to: '' } }, { limit: 500 }]
  ])('%j: %j', (chosen, filter) => {
    expect(filterOf({ ...firstChoice, ...chosen }, now)).toEqual(filter)
  })

  test('no more ids than the channel takes', () => {
    const messageIds = Array.from({ length: 150 }, (_, index) => index)
    expect(filterOf({ ...firstChoice, messageIds }, now)?.messageIds).toHaveLength(100)
  })

  test('the same, when it is made twice within a minute and in another order', () => {
    const [one, other] = [
      { ...firstChoice, range: 'hour', messageIds: [1, 2] },
      { ...firstChoice, range: 'hour', messageIds: [2, 1] }
    ] as const
    expect(filterOf(one, now)).toEqual(filterOf(other, now + 20_000))
  })

  test('the newest of all only where nothing is chosen', () => {
    expect(isPlain({ limit: 7 })).toBe(true)
    for (const chosen of [{ from: 1 }, { to: 1 }, { messageIds: [1] }, { eventIds: [1] }]) {
      expect(isPlain({ limit: 7, ...chosen })).toBe(false)
    }
  })
})

test('a choice can be made among messages that are known anyway', () => {
  const message = (tsmId: number, tsmEv: number | null, at: number): ThingMessage => ({
    key: `${tsmId}:${at}`,
    tsmId,
    tsmEv,
    at,
    gatewayTuid: null,
    groupId: null,
    fields: {}
  })
  const known = [message(1110, 10, 40), message(2100, 7, 30), message(1110, null, 20), message(1110, 10, 10)]
  const left = (filter: Parameters<typeof chosenFrom>[1]) => chosenFrom(known, filter).map(({ at }) => at)
  expect(left({ limit: 10 })).toEqual([40, 30, 20, 10])
  expect(left({ limit: 2 })).toEqual([40, 30])
  expect(left({ limit: 10, from: 20, to: 30 })).toEqual([30, 20])
  expect(left({ limit: 10, messageIds: [1110] })).toEqual([40, 20, 10])
  expect(left({ limit: 10, messageIds: [1110], eventIds: [10] })).toEqual([40, 10])
})

describe('the ids to choose from', () => {
  const names = new Map([
    [1110, 'Battery'],
    [1400, 'Diagnostics'],
    [1401, 'Diagnostics']
  ])
  const words = { nameOf: (id: number) => names.get(id) ?? null, unknown: (id: number) => `Message ${id}` }

  test('have a name and a number, and those of the same name differ', () => {
    expect(idItems([1401, 1110, 1400, 1110], '', words).map(({ title }) => title)).toEqual([
      'Battery · 1110',
      'Diagnostics · 1400',
      'Diagnostics · 1401'
    ])
  })

  test.each<[typed: string, offered: number[]]>([
    ['17110', [1110, 17_110]],
    [' 7 ', [7, 1110]],
    ['1110', [1110]],
    ['batt', [1110]],
    ['-3', [1110]],
    ['1e5', [1110]],
    ['12345678901', [1110]]
  ])('while %j is typed are %j', (typed, offered) => {
    expect(idItems([1110], typed, words).map(({ value }) => value)).toEqual(offered)
  })

  test('without a name are called by their number', () => {
    expect(idItems([], '17110', words)).toEqual([{ value: 17_110, title: 'Message 17110' }])
  })
})
