import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.ts'
import { prepareSystem } from './prepare-system.ts'
import { startPrivateKeyring } from './private-keyring.ts'
import { projectRoot } from './project-root.ts'
import { withTemporaryHome } from './temporary-home.ts'
import { closingLine, playwrightTotals, sum, vitestTotals, type Totals } from './totals.ts'

/** Our own words are taken out; all others go to the runner that is asked for (both take the name of a file). */
const asked = process.argv.slice(2)
const onlyUnit = asked.includes('--unit')
const onlyE2e = asked.includes('--e2e')
const forwarded = asked.filter((word) => word !== '--unit' && word !== '--e2e')

interface Outcome {
  totals: Totals
  exitCode: number
}

/** Runs a test runner of node_modules with its output shown as it comes. @returns its exit code */
async function runner(entry: string, args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [join(projectRoot, 'node_modules', entry), ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment }
  })
  // Ctrl+C reaches it from the terminal; what is sent to us alone, we pass on.
  const passOn = (signal: NodeJS.Signals): boolean => child.kill(signal)
  process.on('SIGTERM', passOn).on('SIGHUP', passOn)
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    process.off('SIGTERM', passOn).off('SIGHUP', passOn)
  }
}

async function unit(folder: string): Promise<Outcome> {
  const report = join(folder, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...forwarded]
  const exitCode = await runner('vitest/vitest.mjs', args, {})
  return { totals: vitestTotals(report), exitCode }
}

async function e2e(folder: string): Promise<Outcome> {
  const report = join(folder, 'playwright.json')
  const args = ['test', '--reporter=list,json', ...forwarded]
  const exitCode = await runner('@playwright/test/cli.js', args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  return { totals: playwrightTotals(report), exitCode }
}

async function runAll(folder: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  if (!onlyE2e) outcomes.push(await unit(folder))
  if (!onlyUnit) outcomes.push(await e2e(folder))
  return outcomes
}

/** Never the person's own keyring: tests write to it and take things out of it. Other systems have only the one. */
async function withPrivateKeyring<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  if (process.platform !== 'linux') return work()
  const keyringFolder = join(folder, 'keyring')
  const keyring = await startPrivateKeyring(keyringFolder)
  process.env['DBUS_SESSION_BUS_ADDRESS'] = keyring.address
  // For the spec that looks for secrets on the disk.
  process.env['TEST_KEYRING_FOLDER'] = keyringFolder
  try {
    return await work()
  } finally {
    await keyring.stop()
  }
}

async function main(): Promise<Outcome[]> {
  await prepareSystem(!onlyUnit)
  if (!onlyUnit) await build()
  return withTemporaryHome((folder) => withPrivateKeyring(folder, () => runAll(folder)))
}

const outcomes = await main().catch((error: unknown): Outcome[] => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return [{ totals: { passed: 0, failed: 1, skipped: 0 }, exitCode: 1 }]
})
const totals = sum(outcomes.map((outcome) => outcome.totals))
const good = totals.failed === 0 && totals.passed > 0 && outcomes.every(({ exitCode }) => exitCode === 0)
process.exitCode = good ? 0 : 1
process.stdout.write(`${closingLine(totals)}\n`)
