import { mkdtempSync, readFileSync, rmSync, watchFile, unwatchFile, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'
import { z } from 'zod'
import { projectRoot } from '../../scripts/project-root.ts'

// `npm run test:model -- --runs N --seed S`: N scenarios of the model-based test in all. The last line is JSON with what
// was met in them; a broken promise is shown in the simplest scenario that breaks it, with how to play that again.
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    /** Only this one: alone, amongOthers, groups or withoutGroupList. */
    setting: { type: 'string' },
    /** Where a counterexample was found, to play only that again. */
    path: { type: 'string' }
  }
})
const runs = Number(values.runs)
const seed = Number(values.seed)
if (![runs, seed].every(Number.isInteger) || runs < 1) throw new Error('--runs and --seed take whole numbers')

const folder = 'test/unit/node/outbox/model'
const settings = ['alone', 'amongOthers', 'groups', 'withoutGroupList']
const played = values.setting === undefined ? settings : [values.setting]
if (!played.every((name) => settings.includes(name))) throw new Error(`--setting takes one of ${settings.join(', ')}`)

const tallySchema = z.strictObject({
  setting: z.string(),
  wanted: z.number(),
  happened: z.number(),
  changedByOthers: z.number(),
  asked: z.record(z.string(), z.number())
})

const home = mkdtempSync(join(tmpdir(), 'installer-model-'))
const tallies = join(home, 'tallies.jsonl')
writeFileSync(tallies, '')
Object.assign(process.env, {
  MODEL_RUNS: String(values.path === undefined ? Math.ceil(runs / played.length) : 1),
  MODEL_SEED: String(seed),
  MODEL_TALLIES: tallies,
  ...(values.path === undefined ? {} : { MODEL_PATH: values.path })
})

const scenarios = (): z.output<typeof tallySchema>[] =>
  readFileSync(tallies, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => tallySchema.parse(JSON.parse(line)))

watchFile(tallies, { interval: 10_000 }, () => {
  process.stderr.write(`${scenarios().length} of ${runs}\n`)
})
const vitest = await startVitest(
  played.map((name) => `${folder}/${name}.test.ts`),
  { root: projectRoot, project: ['node'], watch: false, reporters: ['dot'] }
)
unwatchFile(tallies)
const all = scenarios()
await vitest.close()
rmSync(home, { recursive: true, force: true })

const sum = (of: (tally: (typeof all)[number]) => number): number => all.reduce((total, tally) => total + of(tally), 0)
const reasons = [...new Set(all.flatMap(({ asked }) => Object.keys(asked)))].toSorted()
const errors = vitest.state.getUnhandledErrors().length
const failed = vitest.state.getTestModules().filter((module) => !module.ok()).length + errors
const totals = {
  scenarios: all.length,
  seed,
  wanted: sum(({ wanted }) => wanted),
  happened: sum(({ happened }) => happened),
  changedByOthers: sum(({ changedByOthers }) => changedByOthers),
  asked: Object.fromEntries(reasons.map((reason) => [reason, sum(({ asked }) => asked[reason] ?? 0)])),
  failed
}
process.stdout.write(`${JSON.stringify(totals)}\n`)
process.exitCode = failed === 0 ? 0 : 1
