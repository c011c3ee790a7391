import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export interface Totals {
  passed: number
  failed: number
  skipped: number
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() }))
    })
  )
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown())
})

function read<Report>(file: string, schema: z.ZodType<Report>): Report | undefined {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

/** A report that was never written counts as one failure: the runner ended before it could say anything. */
const silence: Totals = { passed: 0, failed: 1, skipped: 0 }

/** @param file what Vitest's JSON reporter wrote */
export function vitestTotals(file: string): Totals {
  const report = read(file, vitestReport)
  if (!report) return silence
  const statuses = report.testResults.flatMap(({ status, assertionResults }) => {
    const own = assertionResults.map((result) => result.status)
    // A file that could not even be loaded holds no tests that could fail.
    return status === 'failed' && !own.includes('failed') ? [...own, 'failed'] : own
  })
  const count = (status: string): number => statuses.filter((found) => found === status).length
  const [passed, failed] = [count('passed'), count('failed')]
  return { passed, failed, skipped: statuses.length - passed - failed }
}

/** @param file what Playwright's JSON reporter wrote */
export function playwrightTotals(file: string): Totals {
  const report = read(file, playwrightReport)
  if (!report) return silence
  const { expected, unexpected, flaky, skipped } = report.stats
  // Errors outside of any test: a spec that cannot be loaded, a set-up that failed.
  const failed = unexpected + (unexpected === 0 ? report.errors.length : 0)
  return { passed: expected + flaky, failed, skipped }
}

export function sum(totals: Totals[]): Totals {
  const add = (key: keyof Totals): number => totals.reduce((total, part) => total + part[key], 0)
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') }
}

/** The one line that ends a test run. */
export function closingLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
