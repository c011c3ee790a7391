import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project-root.ts'

const products = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const sources = ['src/**/*', 'resources/**/*', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

function modified(path: string): number {
  return statSync(join(projectRoot, path)).mtimeMs
}

function isStale(): boolean {
  if (!products.every((path) => existsSync(join(projectRoot, path)))) return true
  const oldestProduct = Math.min(...products.map(modified))
  return globSync(sources, { cwd: projectRoot }).some((path) => modified(path) > oldestProduct)
}

/** Builds out/ anew. All output goes to stderr. @throws when the build fails */
export async function build(): Promise<void> {
  const command = join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js')
  const child = spawn(process.execPath, [command, 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    stdio: ['ignore', 2, 2]
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error(`the build failed with exit code ${code ?? 'none'}`)
}

/** Builds when out/ is missing or older than what it is made of. @throws when the build fails */
export async function buildIfStale(): Promise<void> {
  if (!isStale()) return
  process.stderr.write('out/ is missing or older than the sources: building.\n')
  await build()
}
