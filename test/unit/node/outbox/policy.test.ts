import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defaultTimeouts } from '../../../../src/main/api/createStackApi'
import { backoff, defaultPolicy } from '../../../../src/main/outbox/policy'

it.each([
  [1, 0, 1_000],
  [1, 1, 2_000],
  [2, 0, 2_000],
  [2, 1, 4_000],
  [3, 1, 8_000],
  [8, 1, 256_000],
  [9, 0, 150_000],
  [9, 1, 300_000],
  [1_000_000, 1, 300_000]
])('after %i failures, by a chance of %d, waits %i ms', (failures, random, expected) => {
  expect(backoff(defaultPolicy, failures, random)).toBe(expected)
})

it('never waits less than half of what the failures before it could have, nor more than the cap', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), chance, chance, (failures, one, other) => {
      const wait = backoff(defaultPolicy, failures + 1, one)
      expect(wait).toBeGreaterThanOrEqual(backoff(defaultPolicy, failures, other) / 2)
      expect(wait).toBeLessThanOrEqual(defaultPolicy.backoffCap)
      expect(Number.isInteger(wait)).toBe(true)
    })
  )
})

it('leaves a request that broke off more time than the gateway takes to give up on it and the server to show it', () => {
  const gatewayGivesUpAfter = 29_000
  expect(defaultPolicy.inFlightAfterNoAnswer).toBeGreaterThan(gatewayGivesUpAfter + defaultPolicy.shownWithin)
})

it('knows how long an attempt may last: a token and a write, and both again after a 401', () => {
  const { readMs, writeMs } = defaultTimeouts
  expect(defaultPolicy.longestAttempt).toBeGreaterThanOrEqual(2 * (readMs + writeMs))
})
