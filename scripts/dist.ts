import { parseArgs } from 'node:util'
import { build as buildPackages } from 'electron-builder'
import config from '../electron-builder.config.ts'
import { buildIfStale } from './build.ts'
import { signingNotices } from './packaging/signing.ts'
import { projectRoot } from './project-root.ts'

const usage = 'npm run dist -- [--dir] [--x64] [--arm64] [--output FOLDER]'

function readOptions() {
  const { values } = parseArgs({
    options: {
      dir: { type: 'boolean', default: false },
      x64: { type: 'boolean', default: false },
      arm64: { type: 'boolean', default: false },
      output: { type: 'string', default: 'dist' }
    }
  })
  return values
}

/**
 * `npm run dist`: the packages of this operating system, into dist/; with `--dir` only the folder they are made of.
 * Electron is downloaded, unless ELECTRON_OVERRIDE_DIST_PATH names a folder that holds it.
 */
async function main(): Promise<void> {
  const { dir, x64, arm64, output } = readOptions()
  await buildIfStale()
  for (const notice of signingNotices(process.platform, process.env)) process.stdout.write(`${notice}\n`)
  const made = await buildPackages({
    projectDir: projectRoot,
    config: { ...config, directories: { ...config.directories, output } },
    publish: 'never',
    dir,
    x64,
    arm64
  })
  for (const file of made) process.stdout.write(`${file}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}\n`)
  process.exitCode = 1
})
