import { describe, expect, test } from 'vitest'
import type { AlertPeriod } from '@shared/domain/thing'
import { axisOf, type TickUnit } from '@/thing/alerts/axis'
import { timelineOf, type Bar } from '@/thing/alerts/timeline'

const now = 1_000_000_000
const from = now - 100_000_000
const window = { from }
const period = (alertType: string, begin: number | null, end: number | null): AlertPeriod => ({
  alertType,
  from: begin === null ? null : from + begin,
  to: end === null ? null : from + end
})
const bar = (change: Partial<Bar>): Bar => ({
  start: 0,
  end: 1,
  unknownStart: false,
  active: false,
  reversed: false,
  count: 1,
  ...change
})
const barsOf = (...periods: AlertPeriod[]): readonly Bar[] => timelineOf(periods, window, now).lanes[0]?.bars ?? []

describe('a bar', () => {
  test.each<[what: string, period: AlertPeriod, bar: Partial<Bar>]>([
    ['lies where its period does', period('a', 25_000_000, 75_000_000), { start: 0.25, end: 0.75 }],
    ['lasts to this moment while it is active', period('a', 50_000_000, null), { start: 0.5, active: true }],
    ['is active while its end is still to come', period('a', 50_000_000, 200_000_000), { start: 0.5, active: true }],
    ['begins at the edge when nobody knows when', period('a', null, 50_000_000), { end: 0.5, unknownStart: true }],
    ['is cut at the edge', period('a', -5_000_000, 50_000_000), { end: 0.5 }],
    [
      'is drawn between its ends when it ends before it begins',
      period('a', 75_000_000, 50_000_000),
      { start: 0.5, end: 0.75, reversed: true }
    ]
  ])('%s', (_what, given, expected) => {
    expect(barsOf(given)).toEqual([bar(expected)])
  })

  test('stands for all that lie too close together, and tells what they are', () => {
    const close = Array.from({ length: 20_000 }, (_, index) => period('a', 10_000_000 + index, 10_000_001 + index))
    expect(barsOf(...close, period('a', 90_000_000, null))).toMatchObject([
      { count: 20_000, active: false },
      { count: 1, active: true }
    ])
    expect(barsOf(period('a', 50_000_000, 40_000_000), period('a', 45_000_000, null))).toMatchObject([
      { count: 2, reversed: true, active: true }
    ])
  })

  test('of the same period told twice is one', () => {
    const twice = period('a', 25_000_000, 75_000_000)
    expect(barsOf(twice, twice)).toEqual([bar({ start: 0.25, end: 0.75, count: 2 })])
  })
})

describe('a timeline', () => {
  test('has a lane for each type, the alerting ones first', () => {
    const { lanes } = timelineOf(
      [period('b', 1, 2), period('c', 1, null), period('a', 1, 2), period('b', 5, 6)],
      window,
      now
    )
    expect(lanes.map(({ alertType }) => alertType)).toEqual(['c', 'a', 'b'])
  })

  test('of everything begins a little before what is known', () => {
    const { from: begin, to } = timelineOf([period('a', 20_000_000, null), period('a', null, 40_000_000)], {}, now)
    expect(begin).toBe(from + 20_000_000 - 4_000_000)
    expect(to).toBe(now)
  })

  test('of everything has some length where nothing tells of one', () => {
    const { from: begin, to, lanes } = timelineOf([period('a', null, null)], {}, now)
    expect(to - begin).toBe(3_600_000)
    expect(lanes[0]?.bars).toEqual([bar({ unknownStart: true, active: true })])
  })

  test('ends at this moment, however far the range reaches', () => {
    expect(timelineOf([], { from, to: now + 86_400_000 }, now)).toMatchObject({ from, to: now })
    expect(timelineOf([], { from, to: now - 86_400_000 }, now).to).toBe(now - 86_400_000)
  })

  test('of a range yet to come can be drawn', () => {
    const later = now + 86_400_000
    const { from: begin, to } = timelineOf([period('a', 0, null)], { from: later, to: later + 86_400_000 }, now)
    expect(to).toBeGreaterThan(begin)
  })
})

describe('an axis', () => {
  const start = new Date(2026, 9, 23, 10, 20).getTime()
  const hours = (count: number): number => start + count * 3_600_000

  test.each<[what: string, end: number, unit: TickUnit, first: Date, count: number]>([
    ['an hour', hours(1), 'hour', new Date(2026, 9, 23, 11), 1],
    ['a day', hours(24), 'hour', new Date(2026, 9, 23, 12), 4],
    ['a week', hours(7 * 24), 'day', new Date(2026, 9, 25), 3],
    ['a month', hours(30 * 24), 'day', new Date(2026, 9, 30), 4],
    ['a year', hours(365 * 24), 'month', new Date(2027, 0, 1), 4],
    ['ten years', hours(10 * 365 * 24), 'year', new Date(2028, 0, 1), 5]
  ])('of %s has a few ticks at round moments', (_what, end, unit, first, count) => {
    const axis = axisOf(start, end)
    expect(axis.unit).toBe(unit)
    expect(new Date(axis.ticks[0]?.at ?? 0)).toEqual(first)
    expect(axis.ticks).toHaveLength(count)
    expect(axis.ticks.every(({ place }) => place >= 0 && place <= 1)).toBe(true)
  })
})
