import { describe, expect, test } from 'vitest'
import { reportOf, type Figure } from '../../../bench/benchmark.ts'
import { quickRun } from '../../../bench/quick-run.ts'
import { tableOf } from '../../../bench/table.ts'
import { median, shown } from '../../../bench/timing.ts'

/** Milliseconds; small sizes take a few seconds. Those of the built app run in test/e2e/bench.spec.ts. */
const limit = 120_000

test('the benchmarks without a page run and yield figures', { timeout: limit }, async () => {
  const { exitCode, stderr, stdout, reports } = await quickRun(
    'capture',
    'capture-growth',
    'drain',
    'drain-latency',
    'idle-memory',
    'messages',
    'thing-page'
  )
  expect(
    reports?.map(({ name }) => name),
    stderr
  ).toEqual([
    'capture-50',
    'capture-growth',
    'capture-growth-busy',
    'drain',
    'drain-latency',
    'idle-memory',
    'messages-200',
    'thing-page'
  ])
  for (const { name, value, detail } of reports ?? []) {
    expect(Number.isFinite(value) && value > 0, `${name}: ${value}`).toBe(true)
    expect(detail).not.toMatch(/NaN|undefined|Infinity/)
    expect(stdout).toContain(name)
  }
  expect(exitCode).toBe(0)
})

test('an unknown name is refused, with those that are known', async () => {
  const { exitCode, stderr, reports } = await quickRun('capture', 'captures')
  expect(exitCode).toBe(1)
  expect(stderr).toContain('there is no benchmark captures')
  expect(stderr).toContain(
    'capture|capture-growth|drain|drain-latency|first-screen|heard|idle-memory|idle-page|memory|messages|messages-scroll|report|scan|start|thing-page'
  )
  expect(reports).toBeNull()
})

describe('a figure', () => {
  const figure: Figure = { name: 'capture-1000', value: 12, unit: 'times', aim: null, detail: 'so and so' }

  test.each([
    [{ aim: { atLeast: 10 } }, { aim: '>= 10', holds: true }],
    [{ aim: { atLeast: 12.01 } }, { aim: '>= 12.01', holds: false }],
    [{ aim: { atMost: 12 } }, { aim: '<= 12', holds: true }],
    [{ aim: { atMost: 1.2 } }, { aim: '<= 1.2', holds: false }],
    [
      { aim: { atMost: 150 }, unit: 'MB' as const },
      { aim: '<= 150 MB', holds: true }
    ],
    [{ value: Number.NaN, aim: { atMost: 1.2 } }, { holds: false }],
    [{ value: Number.NaN, aim: { atLeast: 1.2 } }, { holds: false }],
    [{ aim: null }, { aim: null, holds: true }]
  ])('%o is reported as %o', (change, reported) => {
    expect(reportOf({ ...figure, ...change })).toMatchObject(reported)
  })

  test('stands in the table with everything that belongs to it', () => {
    const table = tableOf([reportOf({ ...figure, aim: { atLeast: 80 } })])
    expect(table.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['name', 'value', 'aim', 'holds', 'detail'],
      ['capture-1000', '12.0', '>= 80', 'NO', 'so and so']
    ])
  })
})

test.each([
  [[3], 3],
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5]
])('the median of %o is %o', (values, middle) => {
  expect(median(values)).toBe(middle)
})

test.each([
  [0.123456, '0.123'],
  [5, '5.00'],
  [99.95, '100'],
  [12_345.6, '12346']
])('%o is shown as %s', (value, text) => {
  expect(shown(value)).toBe(text)
})
