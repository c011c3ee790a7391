import { expect, test } from 'vitest'
import { buildIfStale } from '../../../../scripts/build.ts'
import { crashTest } from '../../../crash/crash-test.ts'
import { tally, type Capture } from '../../../crash/scenario.ts'
import type { Effect } from '../../../simulator/effects.ts'

const runs = 40
const atOnce = 4
/** Milliseconds; a run takes a few seconds, mostly of waiting. */
const limit = 600_000

test('an app that is killed anywhere loses nothing and does nothing twice', { timeout: limit }, async () => {
  await buildIfStale()
  const bad: unknown[] = []
  const totals = await crashTest(runs, 1, atOnce, (run, report) => {
    if (report.lost + report.doubled + report.outOfOrder > 0) bad.push({ seed: 1 + run, report })
  })
  expect(bad).toEqual([])
  expect(totals).toMatchObject({ lost: 0, doubled: 0 })
  // Some are killed again after the restart.
  expect(totals.kills).toBeGreaterThan(runs)
  expect(totals.captured).toBeGreaterThan(runs)
})

const tuid = 'TSPR04EZU31901021'
const wanted = (status: 'installed' | 'quarantine', acknowledged = true): Capture => ({
  intent: { type: 'status', tuid, status },
  acknowledged
})
const happened = (...statuses: string[]): Effect[] =>
  statuses.map((status, index) => ({ seq: index + 1, at: index, by: 'api', kind: 'status', tuid, status }) as Effect)

test.each([
  ['what was saved and did not happen is lost', [wanted('installed')], happened(), { lost: 1, doubled: 0 }],
  ['what was not said to be saved may be missing', [wanted('installed', false)], happened(), { lost: 0, doubled: 0 }],
  [
    'what happened twice is doubled',
    [wanted('installed')],
    happened('installed', 'installed'),
    { lost: 0, doubled: 1 }
  ],
  [
    'what nobody wanted is doubled too',
    [wanted('installed')],
    happened('installed', 'quarantine'),
    { lost: 0, doubled: 1 }
  ],
  [
    'the wrong order is told',
    [wanted('installed'), wanted('quarantine')],
    happened('quarantine', 'installed'),
    { lost: 0, doubled: 0, outOfOrder: 1 }
  ]
])('the count of a crash run: %s', (_name, captures, effects, counted) => {
  expect(tally(captures, effects, [])).toMatchObject(counted)
})
