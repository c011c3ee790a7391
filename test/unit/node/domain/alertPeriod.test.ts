import { isActive, sortAlerts } from '@shared/domain/alertPeriod'
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
