import { expect, test } from 'vitest'
import { DrainMeter } from '../../../../src/main/outbox/drainMeter'

const start = 1_000_000

function meterAfter(closings: readonly number[]): DrainMeter {
  const meter = new DrainMeter()
  for (const at of closings) meter.closed(start + at)
  return meter
}

test.each([
  ['nothing closed yet: no rate to tell', [], 0, 5, { done: 0, total: 5, perMinute: null }],
  ['too short to tell a rate', [0, 500], 1_000, 3, { done: 2, total: 5, perMinute: null }],
  ['one a second is sixty a minute', [0, 1_000, 2_000, 3_000], 4_000, 6, { done: 4, total: 10, perMinute: 60 }],
  ['what is long past does not count as speed', [0, 1_000], 60_000, 2, { done: 2, total: 4, perMinute: null }]
])('%s', (_name, closings, now, waiting, progress) => {
  expect(meterAfter(closings).progress(start + now, waiting)).toEqual(progress)
})

test('an empty queue ends the count, and the next one starts from nothing', () => {
  const meter = meterAfter([0, 1_000, 2_000])
  expect(meter.progress(start + 3_000, 0)).toBeNull()
  expect(meter.progress(start + 4_000, 1)).toEqual({ done: 0, total: 1, perMinute: null })
})
