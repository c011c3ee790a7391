import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { buildIfStale } from '../../scripts/build.ts'
import { withTemporaryHome } from '../../scripts/temporary-home.ts'
import { crashTest } from './crash-test.ts'

// `npm run test:crash -- --runs N --seed S`: the last line is JSON with the totals.
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    /** Runs under way at once; they wait more than they work. */
    'at-once': { type: 'string', default: String(2 * availableParallelism()) }
  }
})
const runs = Number(values.runs)
const seed = Number(values.seed)
const atOnce = Number(values['at-once'])
if (![runs, seed, atOnce].every(Number.isInteger) || runs < 1 || atOnce < 1) {
  throw new Error('--runs, --seed and --at-once take whole numbers')
}

await buildIfStale()
const totals = await withTemporaryHome(() =>
  crashTest(runs, seed, atOnce, (run, report) => {
    const bad = report.lost + report.doubled + report.outOfOrder > 0
    if (bad) process.stderr.write(`seed ${seed + run}: ${JSON.stringify(report)}\n`)
    else if ((run + 1) % 50 === 0) process.stderr.write(`${run + 1} of ${runs}\n`)
  })
)
process.stdout.write(`${JSON.stringify(totals)}\n`)
process.exitCode = totals.lost + totals.doubled === 0 ? 0 : 1
