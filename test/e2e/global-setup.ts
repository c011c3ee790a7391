import { buildIfStale } from '../../scripts/build.ts'
import { chooseRuntime } from './runtime.ts'

/** Runs once before all specs. */
export default async function prepare(): Promise<void> {
  await buildIfStale()
  const { runtime, reason } = chooseRuntime()
  process.env['E2E_RUNTIME'] = runtime // workers inherit it, so that all of them agree
  process.stdout.write(`The specs run in ${runtime === 'electron' ? 'Electron' : 'the host'}: ${reason}.\n`)
}
