import { packedAppFaults } from './packaging/packed-app.ts'

/** `npm run check:packed -- RESOURCES [PLATFORM ARCH]`: exit code 1 when a packed app holds too little or too much. */
const [resources, platform = process.platform, arch = process.arch] = process.argv.slice(2)

function faults(): string[] {
  if (resources === undefined) return ['Usage: npm run check:packed -- RESOURCES [PLATFORM ARCH]']
  try {
    return packedAppFaults(resources, platform, arch)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

const found = faults()
for (const fault of found) process.stderr.write(`${fault}\n`)
if (found.length === 0) process.stdout.write(`${resources ?? ''}: holds what runs, and nothing else\n`)
else process.exitCode = 1
