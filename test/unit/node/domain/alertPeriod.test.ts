import { endsBeforeItBegins, isActive, periodsWithin, sortAlerts } from '@shared/domain/alertPeriod'
import type { AlertPeriod } from '@shared/domain/thing'
import { describe, expect, test } from 'vitest'

const now = 1000
const alert = (alertType: string, from: number | null, to: number | null): AlertPeriod => ({ alertType, from, to })

describe('isActive', () => {
  test.each<[what: string, to: number | null, active: boolean]>([
    ['no end', null, true],
    ['an end still to come', now + 1, true],
    ['an end at this moment', now, false],
    ['an end in the past', now - 1, false]
  ])('%s', (_what, to, active) => {
    expect(isActive(alert('heartbeat missed', 10, to), now)).toBe(active)
  })
})

describe('sortAlerts', () => {
  test('puts active ones first, then the newest, and those from before records began last', () => {
    const sorted = [
      alert('active, newest', 900, null),
      alert('active, older', 800, now + 5),
      alert('active, since ever', null, null),
      alert('ended, newest', 950, 960),
      alert('ended, older, ended later', 500, 700),
      alert('ended, older, ended earlier', 500, 600),
      alert('ended, since ever: a', null, 400),
      alert('ended, since ever: b', null, 400)
    ]
    expect(sortAlerts(sorted, now)).toEqual(sorted)
    expect(sortAlerts(sorted.toReversed(), now)).toEqual(sorted)
  })

  test('leaves the list it was given alone', () => {
    const given = [alert('a', 1, 2), alert('b', 3, null)]
    sortAlerts(given, now)
    expect(given.map(({ alertType }) => alertType)).toEqual(['a', 'b'])
  })
})

describe('endsBeforeItBegins', () => {
  test.each<[what: string, from: number | null, to: number | null, reversed: boolean]>([
    ['an ordinary period', 10, 20, false],
    ['no length at all', 10, 10, false],
    ['an end before the beginning', 20, 10, true],
    ['an unknown beginning', null, 10, false],
    ['no end', 10, null, false]
  ])('%s', (_what, from, to, reversed) => {
    expect(endsBeforeItBegins(alert('heartbeat missed', from, to))).toBe(reversed)
  })
})

describe('periodsWithin', () => {
  const window = { from: 100, to: 200 }
  test.each<[what: string, from: number | null, to: number | null, within: boolean]>([
    ['inside', 120, 150, true],
    ['reaching in from before', 50, 120, true],
    ['reaching out', 150, 300, true],
    ['around it', 50, 300, true],
    ['ending as it begins', 50, 100, true],
    ['beginning as it ends', 200, 300, true],
    ['before it', 50, 99, false],
    ['after it', 201, 300, false],
    ['since before records began', null, 150, true],
    ['since before records began, ended before it', null, 99, false],
    ['active, begun before it', 50, null, true],
    ['active, begun after it', 201, null, false],
    ['reversed, with one end inside', 150, 50, true],
    ['reversed, before it', 90, 50, false]
  ])('%s', (_what, from, to, within) => {
    const period = alert('heartbeat missed', from, to)
    expect(periodsWithin([period], window)).toEqual(within ? [period] : [])
  })

  test('keeps everything without ends', () => {
    const all = [alert('a', null, null), alert('b', 5, 1)]
    expect(periodsWithin(all, {})).toEqual(all)
  })
})
