import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../test/host/process-identity.ts'

/** Its name tells whose it is, so that what a killed run left behind is known by the next. */
const prefix = 'installer-run-'
/** Where programs look for the system's temporary folder; mktemp and Chromium read the first, Windows the others. */
const variables = ['TMPDIR', 'TMP', 'TEMP'] as const

export interface TemporaryHome {
  readonly folder: string
  /** Takes the folder away, whatever is in it, and the system's own is the temporary folder again. */
  remove(): void
}

/**
 * Makes one folder the temporary folder of this process and of all that it starts. Processes that are killed in a test
 * cannot tidy up; then it is enough to remove this folder. One whose run was killed itself goes with the next run.
 */
export function openTemporaryHome(): TemporaryHome {
  const system = tmpdir()
  removeLeftovers(system)
  const before = variables.map((name) => [name, process.env[name]] as const)
  const folder = mkdtempSync(join(system, `${prefix}${process.pid}-`))
  for (const name of variables) process.env[name] = folder
  function remove(): void {
    process.off('exit', remove)
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
    // Something killed may still be letting go of its files.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  // Whoever ends the process in the middle of the work, as Playwright does on Ctrl+C, tidies up all the same.
  process.on('exit', remove)
  return { folder, remove }
}

/**
 * The same around some work. Ctrl+C and the like are left to those who do the work: they end, and then the folder goes.
 * A second one is for us.
 */
export async function withTemporaryHome<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const home = openTemporaryHome()
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const leave = (): void => undefined
  for (const signal of signals) process.once(signal, leave)
  try {
    return await work(home.folder)
  } finally {
    for (const signal of signals) process.off(signal, leave)
    home.remove()
  }
}

function removeLeftovers(system: string): void {
  for (const name of readdirSync(system)) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(system, name), { recursive: true, force: true })
  }
}
