import { describe, expect, it } from 'vitest'
import { longestMs, nextLookAt, type LookState } from '../../../../src/main/commands/lookPace'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const acceptedAt = 1_700_000_000_000

/** The ages at which a command is looked for that nobody answers, each look ending at once. */
function ages(until: number, change: Partial<LookState> = {}): number[] {
  const looks: number[] = []
  let triedAt: number | null = null
  for (;;) {
    const state = { acceptedAt, triedAt, failures: 0, isAttended: false, things: 1, ...change }
    const now = triedAt ?? acceptedAt
    triedAt = nextLookAt(state, now)
    if (triedAt - acceptedAt > until) return looks
    looks.push(triedAt - acceptedAt)
  }
}

describe('an answer is looked for', () => {
  it('often in the first minute, and then the less often the longer it takes', () => {
    expect(ages(4 * minute).map((age) => Math.round(age / second))).toEqual([10, 20, 30, 45, 68, 101, 152, 228])
    const gaps = ages(24 * hour).map((age, index, all) => age - (all[index - 1] ?? 0))
    expect(gaps.toSorted((a, b) => a - b)).toEqual(gaps)
    expect(Math.max(...gaps)).toBe(longestMs)
  })

  it('about a hundred times in a day', () => {
    expect(ages(24 * hour).length).toBeLessThan(110)
  })

  it('twice a minute at least while somebody waits for it', () => {
    const looks = ages(hour, { isAttended: true })
    const gaps = looks.map((age, index) => age - (looks[index - 1] ?? 0))
    expect([Math.min(...gaps), Math.max(...gaps)]).toEqual([10 * second, 30 * second])
  })

  it('no more than once a second on the average, however many things are waited for', () => {
    const things = 150
    for (const minutes of [5, 60]) {
      expect(ages(minutes * minute, { things }).length * things).toBeLessThanOrEqual(minutes * 60)
    }
    expect(ages(minute, { things, isAttended: true })[0]).toBe(10 * second)
  })

  it.each([
    [0, 10 * second],
    [1, 20 * second],
    [3, 80 * second],
    [10, longestMs],
    [1000, longestMs]
  ])('after %i failures in a row with patience', (failures, wait) => {
    const triedAt = acceptedAt + second
    expect(nextLookAt({ acceptedAt, triedAt, failures, isAttended: false, things: 1 }, triedAt) - triedAt).toBe(wait)
  })

  it('soon after the latest command, however long an earlier one has waited', () => {
    const state = { acceptedAt, triedAt: acceptedAt - 14 * minute, failures: 0, isAttended: false, things: 1 }
    expect(nextLookAt(state, acceptedAt) - acceptedAt).toBe(10 * second)
  })

  it('in time by a clock that was set back since', () => {
    const state = { acceptedAt, triedAt: acceptedAt + 5 * hour, failures: 0, isAttended: false, things: 1 }
    expect(nextLookAt(state, acceptedAt - hour)).toBeLessThanOrEqual(acceptedAt - hour + longestMs)
  })
})
