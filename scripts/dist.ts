import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build as buildPackages } from 'electron-builder'
import config from '../electron-builder.config.ts'
import { buildIfStale } from './build.ts'
import { makeLinuxPackages, type LinuxArch } from './packaging/linux-packages.ts'
import { dropEmptyVariables, signingNotices } from './packaging/signing.ts'
import { projectRoot } from './project-root.ts'

const usage = 'npm run dist -- [--dir] [--without-appimage] [--x64] [--arm64] [--output FOLDER]'

interface Options {
  /** Only the folder that packages are made of. */
  dir: boolean
  /** Linux: deb and rpm alone, for which nothing but Electron is downloaded. */
  withoutAppImage: boolean
  x64: boolean
  arm64: boolean
  /** Absolute path. */
  output: string
}

/** @throws in words for anything it does not know */
function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      dir: { type: 'boolean', default: false },
      'without-appimage': { type: 'boolean', default: false },
      x64: { type: 'boolean', default: false },
      arm64: { type: 'boolean', default: false },
      output: { type: 'string', default: 'dist' }
    }
  })
  const { dir, x64, arm64, output } = values
  return { dir, withoutAppImage: values['without-appimage'], x64, arm64, output: resolve(projectRoot, output) }
}

function say(...lines: string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`)
}

/** Where electron-builder lays the app for a processor. */
const unpackedFolders = { x64: 'linux-unpacked', arm64: 'linux-arm64-unpacked' } as const

async function debAndRpm(output: string): Promise<void> {
  for (const [arch, name] of Object.entries(unpackedFolders) as [LinuxArch, string][]) {
    const unpacked = join(output, name)
    if (!existsSync(unpacked)) continue
    const { made, notices } = await makeLinuxPackages(unpacked, output, arch)
    say(...made, ...notices)
  }
}

/**
 * `npm run dist`: the packages of this operating system, into dist/. Electron is downloaded, unless
 * ELECTRON_OVERRIDE_DIST_PATH names a folder that holds it.
 */
async function main(): Promise<void> {
  const { dir, withoutAppImage, x64, arm64, output } = readOptions()
  await buildIfStale()
  dropEmptyVariables(process.env)
  say(...signingNotices(process.platform, process.env))
  const made = await buildPackages({
    projectDir: projectRoot,
    config: { ...config, directories: { ...config.directories, output } },
    publish: 'never',
    dir: dir || withoutAppImage,
    x64,
    arm64
  })
  say(...made)
  if (process.platform === 'linux' && !dir) await debAndRpm(output)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}\n`)
  // Not by `process.exitCode`: a library below ends the process with its own as soon as nothing is left to do.
  process.exit(1)
})
