import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const reportsSchema = z.array(
  z.strictObject({
    name: z.string(),
    value: z.number(),
    aim: z.string().nullable(),
    holds: z.boolean(),
    detail: z.string()
  })
)

export interface QuickRun {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  /** What it wrote as JSON; null when it wrote nothing. */
  readonly reports: z.output<typeof reportsSchema> | null
}

/** Runs the command line of the benchmarks with small sizes, as a test does that wants to know that they work. */
export async function quickRun(...args: string[]): Promise<QuickRun> {
  const folder = mkdtempSync(join(tmpdir(), 'installer-quick-bench-'))
  const json = join(folder, 'figures.json')
  const [register, cli] = ['register.ts', 'cli.ts'].map((file) => join(import.meta.dirname, file))
  try {
    const child = spawn(
      process.execPath,
      ['--import', String(register), String(cli), '--quick', '--json', json, ...args],
      {
        stdio: ['ignore', 'pipe', 'pipe']
      }
    )
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve))
    return { exitCode, stdout, stderr, reports: readReports(json) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReports(file: string): QuickRun['reports'] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return null
  }
  return reportsSchema.parse(JSON.parse(text))
}
