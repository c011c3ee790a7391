import { quickRun } from '../bench/quick-run.ts'
import { expect, test } from './fixtures.ts'

test('the benchmarks of the built app run and yield figures', async () => {
  // Half a dozen starts of the app, on a machine at work with other things.
  test.setTimeout(300_000)
  const { exitCode, stderr, reports } = await quickRun(
    'idle-page',
    'memory',
    'messages-scroll',
    'report',
    'scan',
    'start'
  )
  // What a page holds in memory is told in the host on Linux only.
  expect(
    reports?.map(({ name }) => name).filter((name) => name !== 'report-memory'),
    stderr
  ).toEqual(['idle-page', 'memory', 'messages-scroll', 'report', 'scan', 'scan-growth', 'start'])
  for (const { value, detail } of reports ?? []) {
    expect(Number.isFinite(value), detail).toBe(true)
    expect(detail).not.toMatch(/NaN|undefined|Infinity/)
  }
  expect(exitCode).toBe(0)
})
