import { describe, expect, test } from 'vitest'
import { windowOf, type OwnRange } from '@/thing/alerts/alertRange'

const now = new Date(2026, 10, 23, 10, 0, 30).getTime()
const minute = new Date(2026, 10, 23, 10, 0).getTime()
const day = 86_400_000
const none: OwnRange = { from: '', to: '' }

describe('a range', () => {
  test.each([
    ['day', 1],
    ['week', 7],
    ['month', 30],
    ['year', 365]
  ] as const)('of the last %s reaches back from this minute, and has no end', (name, days) => {
    expect(windowOf(name, none, now)).toEqual({ from: minute - days * day })
    expect(windowOf(name, none, now + 20_000)).toEqual({ from: minute - days * day })
  })

  test('of everything has no ends', () => expect(windowOf('all', none, now)).toEqual({}))

  const first = new Date(2026, 10, 1).getTime()
  const endOfThird = new Date(2026, 10, 4).getTime() - 1
  test.each<[what: string, own: OwnRange, window: ReturnType<typeof windowOf>]>([
    ['two days', { from: '2026-11-01', to: '2026-11-03' }, { from: first, to: endOfThird }],
    ['one day', { from: '2026-11-03', to: '2026-11-03' }, { from: new Date(2026, 10, 3).getTime(), to: endOfThird }],
    ['a first day alone', { from: '2026-11-01', to: '' }, { from: first }],
    ['a last day alone', { from: '', to: '2026-11-03' }, { to: endOfThird }],
    ['no day', none, null],
    ['days the wrong way round', { from: '2026-11-03', to: '2026-11-01' }, null],
    ['what is no date', { from: 'yesterday', to: '11/3/2026' }, null],
    ['a day that does not count', { from: '0001-01-01', to: '' }, null]
  ])('of its own with %s', (_what, own, window) => {
    expect(windowOf('own', own, now)).toEqual(window)
  })
})
