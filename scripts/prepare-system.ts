import { spawn } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumPath } from './chromium.ts'
import { electronBinary } from './electron-binary.ts'
import { missingDaemons } from './private-keyring.ts'
import { projectRoot } from './project-root.ts'

/** The parts of the system that tests need, by the Debian package that brings them. */
function missingPackages(needsBrowser: boolean): string[] {
  const missing: string[] = []
  if (needsBrowser && osId() === 'debian' && chromiumPath() === undefined) missing.push('chromium')
  if (globSync('/{usr/,}lib{,64}/{*/,}libsecret-1.so.0').length === 0) missing.push('libsecret-1-0')
  const daemons = missingDaemons()
  if (daemons.includes('gnome-keyring-daemon')) missing.push('gnome-keyring')
  if (daemons.some((command) => command.startsWith('dbus-'))) missing.push('dbus')
  return missing
}

/** `debian`, `ubuntu`, `fedora`, …; empty where there is no such file. */
function osId(): string {
  const file = '/etc/os-release'
  return existsSync(file) ? (/^ID="?([^"\n]*)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '') : ''
}

/** @throws when the command fails, in words that name it */
async function run(command: string, args: string[], environment: NodeJS.ProcessEnv = {}): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...environment } })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error(`\`${command} ${args.join(' ')}\` failed with exit code ${code ?? 'none'}`)
}

async function prepareLinux(needsBrowser: boolean): Promise<void> {
  const missing = missingPackages(needsBrowser)
  if (missing.length === 0) return
  const install = ['install', '-y', '--no-install-recommends', ...missing]
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error(`The tests need what Debian calls ${missing.join(', ')}: install it with this system's own tools.`)
  }
  if (process.getuid?.() !== 0) {
    throw new Error(`The tests need more of the system. Run: sudo apt-get update && sudo apt-get ${install.join(' ')}`)
  }
  process.stderr.write(`Installing ${missing.join(', ')}.\n`)
  await run('apt-get', ['update'], { DEBIAN_FRONTEND: 'noninteractive' })
  await run('apt-get', install, { DEBIAN_FRONTEND: 'noninteractive' })
}

/**
 * Makes sure the tests find a browser and, on Linux, what a keychain is made of. As root on Debian and its kin it
 * installs what is missing; anybody else is told the command.
 *
 * @throws in words when something is missing that it may not or cannot install
 */
export async function prepareSystem(needsBrowser: boolean): Promise<void> {
  if (process.platform === 'linux') await prepareLinux(needsBrowser)
  const hasBrowser = electronBinary() !== undefined || chromiumPath() !== undefined
  if (!needsBrowser || hasBrowser || existsSync(chromium.executablePath())) return
  process.stderr.write('No Chromium here: fetching the one Playwright brings.\n')
  await run(process.execPath, [join(projectRoot, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'])
}
