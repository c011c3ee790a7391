import { readCliOptions, USAGE } from './cli-options.ts'
import { watchParent } from './parent-watch.ts'
import { startSimulator } from './simulator.ts'

/** `npm run simulator`: the first line on stdout is for programs, stderr is for people. */
async function main(): Promise<void> {
  const simulator = await startSimulator(readCliOptions(process.argv.slice(2)))
  const { url, controlUrl, clientId, clientSecret, tuids } = simulator
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.stop())
  if (process.env['npm_lifecycle_event'] !== undefined) watchParent(() => void simulator.stop())
  process.stdout.write(`${JSON.stringify({ url, client_id: clientId, client_secret: clientSecret, tuids })}\n`)
  process.stderr.write(`Control paths: ${controlUrl} (see test/simulator/README.md). Stop with Ctrl+C.\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nUsage: ${USAGE}\n`)
  process.exitCode = 1
})
