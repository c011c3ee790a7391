import { describe, expect, it } from 'vitest'
import { listenedForMs, nextArrivalLookAt, type ArrivalState } from '../../../../src/main/visits/arrivalPace'

const minute = 60_000
const installedAt = 1_700_000_000_000

/** The ages, in minutes, at which a thing is looked at that stays silent, each look ending at once. */
function ages(until: number, change: Partial<ArrivalState> = {}): number[] {
  const looks: number[] = []
  let triedAt: number | null = null
  for (;;) {
    const state: ArrivalState = { kind: 'environment', installedAt, triedAt, failures: 0, things: 1, ...change }
    triedAt = nextArrivalLookAt(state, triedAt ?? installedAt)
    if (triedAt - installedAt > until * minute) return looks
    looks.push((triedAt - installedAt) / minute)
  }
}

describe('a silent thing is looked at', () => {
  it.each([
    ['environment', [2.5, 5, 7.5, 8.5, 9.5, 10.5, 11.5, 12.5, 13.5, 14.5, 15.5]],
    ['presence', [1.25, 2.5, 3.75, 4.25, 4.75, 5.25, 5.75, 6.25, 6.75, 7.25, 7.75]]
  ] as const)('rarely before %s usually sends, and often around that', (kind, expected) => {
    expect(ages(expected.at(-1) ?? 0, { kind })).toEqual(expected)
  })

  it('the less often the longer it takes, and twice an hour at least', () => {
    const looks = ages(1440).filter((age) => age > 15)
    const waits = looks.slice(1).map((age, index) => age - (looks[index] ?? 0))
    expect(waits.map((wait, index) => wait >= (waits[index - 1] ?? 0) - 1e-9)).not.toContain(false)
    expect(Math.max(...waits)).toBeCloseTo(30)
  })

  it('less than a hundred times in a day', () => {
    expect(ages(listenedForMs / minute).length).toBeLessThan(100)
  })

  it('no more than once a second on the average, however many there are', () => {
    const [first = 0, second = 0] = ages(60, { things: 600 })
    expect([first, second - first]).toEqual([10, 10])
  })

  it('half as often with every look that came to nothing, but twice an hour at least', () => {
    const next = (failures: number) =>
      nextArrivalLookAt({ kind: 'air', installedAt, triedAt: null, failures, things: 1 }, installedAt) - installedAt
    expect([0, 1, 2, 3, 4, 9].map((failures) => next(failures) / minute)).toEqual([2.5, 5, 10, 20, 30, 30])
  })

  it('at the usual pace though the clock was set back since', () => {
    const state = { kind: 'air', installedAt, triedAt: null, failures: 0, things: 1 } as const
    expect(nextArrivalLookAt(state, installedAt - 600 * minute)).toBe(installedAt - 597.5 * minute)
  })
})
