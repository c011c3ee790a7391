import { fuseDifferences } from './packaging/fuses.ts'

/** `npm run check:fuses -- BINARY…`: exit code 1 when the fuses of any packaged app are not as decided. */
const binaries = process.argv.slice(2)
if (binaries.length === 0) {
  process.stderr.write('Usage: npm run check:fuses -- BINARY… (an executable, or a .app folder)\n')
  process.exitCode = 1
}
for (const binary of binaries) {
  let differences: string[]
  try {
    differences = await fuseDifferences(binary)
  } catch (error) {
    differences = [error instanceof Error ? error.message : String(error)]
  }
  if (differences.length > 0) process.exitCode = 1
  const verdict = differences.length === 0 ? 'all fuses as decided' : differences.join('\n  ')
  process.stdout.write(`${binary}: ${verdict}\n`)
}
