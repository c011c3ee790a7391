import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { buildIfStale } from '../../scripts/build.ts'
import { crashTest } from './crash-test.ts'

// `npm run test:crash -- --runs N --seed S`: the last line is JSON with the totals.
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '40' }, seed: { type: 'string', default: '1' } }
})
const runs = Number(values.runs)
const seed = Number(values.seed)
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed))
  throw new Error('--runs and --seed take whole numbers')

await buildIfStale()
const totals = await crashTest(runs, seed, availableParallelism(), (run, report) => {
  const bad = report.lost + report.doubled + report.outOfOrder > 0
  if (bad) process.stderr.write(`seed ${seed + run}: ${JSON.stringify(report)}\n`)
  else if ((run + 1) % 50 === 0) process.stderr.write(`${run + 1} of ${runs}\n`)
})
process.stdout.write(`${JSON.stringify(totals)}\n`)
process.exitCode = totals.lost + totals.doubled === 0 ? 0 : 1
