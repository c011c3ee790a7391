import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { reportOf, type Benchmark, type Report } from './benchmark.ts'
import { capture } from './capture.ts'
import { captureGrowth } from './capture-growth.ts'
import { drain } from './drain.ts'
import { drainLatency } from './drain-latency.ts'
import { firstScreen } from './first-screen.ts'
import { heard } from './heard.ts'
import { idleMemory } from './idle-memory.ts'
import { idlePage } from './idle-page.ts'
import { memory } from './memory.ts'
import { messages } from './messages.ts'
import { messagesScroll } from './messages-scroll.ts'
import { report } from './report.ts'
import { scan } from './scan.ts'
import { start } from './start.ts'
import { tableOf } from './table.ts'
import { thingPage } from './thing-page.ts'

const benchmarks: readonly Benchmark[] = [
  capture,
  captureGrowth,
  drain,
  drainLatency,
  firstScreen,
  heard,
  idleMemory,
  idlePage,
  memory,
  messages,
  messagesScroll,
  report,
  scan,
  start,
  thingPage
]

const usage = `npm run bench -- [${benchmarks.map(({ name }) => name).join('|')} ...] [--json FILE] [--quick] [--check]`

// `npm run bench`: progress on stderr, the table on stdout. Ends with 0 unless --check is given and an aim does not hold.
try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nUsage: ${usage}\n`)
  process.exitCode = 1
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false }
    }
  })
  const reports: Report[] = []
  for (const { name, run } of chosen(positionals)) {
    const figures = await run(values.quick ? 'quick' : 'full', (words) => process.stderr.write(`${name}: ${words}\n`))
    reports.push(...figures.map(reportOf))
  }
  process.stdout.write(`${tableOf(reports)}\n`)
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(reports, null, 2)}\n`)
  if (values.check && reports.some(({ holds }) => !holds)) process.exitCode = 1
}

/** All of them where none is named. */
function chosen(names: readonly string[]): readonly Benchmark[] {
  const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name))
  if (unknown.length > 0) throw new Error(`there is no benchmark ${unknown.join(', ')}`)
  return names.length === 0 ? benchmarks : benchmarks.filter(({ name }) => names.includes(name))
}
