import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { closingLine, playwrightTotals, sum, vitestTotals } from '../../../../scripts/totals.ts'

const results = (...statuses: string[]): { status: string }[] => statuses.map((status) => ({ status }))

describe('the totals of a test run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'totals-'))
  const file = join(folder, 'report.json')
  const report = (content: unknown): string => {
    writeFileSync(file, JSON.stringify(content))
    return file
  }
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each<[string, object[], object]>([
    [
      'tests by their outcome',
      [{ status: 'failed', assertionResults: results('passed', 'failed', 'skipped', 'todo') }],
      { passed: 1, failed: 1, skipped: 2 }
    ],
    [
      'a file that cannot be loaded as one failure',
      [
        { status: 'passed', assertionResults: results('passed') },
        { status: 'failed', assertionResults: [] }
      ],
      { passed: 1, failed: 1, skipped: 0 }
    ]
  ])('count %s (Vitest)', (_name, testResults, totals) => {
    expect(vitestTotals(report({ testResults }))).toEqual(totals)
  })

  it.each<[string, object, unknown[], object]>([
    [
      'specs by their outcome',
      { expected: 3, unexpected: 2, flaky: 1, skipped: 4 },
      [{}],
      { passed: 4, failed: 2, skipped: 4 }
    ],
    [
      'a failure outside of all specs',
      { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
      [{}],
      { passed: 0, failed: 1, skipped: 0 }
    ]
  ])('count %s (Playwright)', (_name, stats, errors, totals) => {
    expect(playwrightTotals(report({ stats, errors }))).toEqual(totals)
  })

  it('count a report that was never written as a failure', () => {
    expect(vitestTotals(join(folder, 'none.json')).failed).toBe(1)
    expect(playwrightTotals(join(folder, 'none.json')).failed).toBe(1)
  })

  it('become one line', () => {
    const both = sum([
      { passed: 5, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 0 }
    ])
    expect(closingLine(both)).toBe('7 passed, 1 failed')
    expect(closingLine({ ...both, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped')
  })
})
