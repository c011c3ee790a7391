import { spawnSync } from 'node:child_process'
import { cpSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import makeDeb from 'electron-installer-debian'
import makeRpm from 'electron-installer-redhat'
import { desktopCategory, desktopEntry } from './desktop-entry.ts'
import { pngSizes } from './icon-files.ts'
import { projectRoot } from '../project-root.ts'

export type LinuxArch = 'x64' | 'arm64'

const productDescription =
  'For the technicians of installation companies and of building owners. Every change is kept on disk until the ' +
  'server has confirmed it. Independent software: not made, endorsed or supported by the vendor of the devices.'

/** What the two families of Linux call a processor. */
const archNames = { deb: { x64: 'amd64', arm64: 'arm64' }, rpm: { x64: 'x86_64', arm64: 'aarch64' } } as const

export interface LinuxPackages {
  /** Absolute paths. */
  made: string[]
  /** Why one could not be made here, in words. */
  notices: string[]
}

interface OwnPackage {
  name: string
  productName: string
  version: string
  description: string
}

function ownPackage(): OwnPackage {
  // Our own package.json: npm itself refuses to run without a sound one.
  return JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as OwnPackage
}

function electronVersion(): string {
  const path = join(projectRoot, 'node_modules/electron/package.json')
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version // npm wrote it
}

const canRun = (command: string): boolean => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0

/** The icons by the folder of a theme they belong into. Themes know no larger one than 512. */
function themeIcons(): Record<string, string> {
  const sizes = pngSizes.filter((size) => size <= 512)
  const pngs = sizes.map((size): [string, string] => [
    `${size}x${size}`,
    join(projectRoot, `resources/icons/${size}x${size}.png`)
  ])
  return { ...Object.fromEntries(pngs), scalable: join(projectRoot, 'resources/icon.svg') }
}

/** A copy of the packed app with what the two tools look for in it: Electron's version, and a licence of ours. */
function stage(unpacked: string, folder: string): string {
  const staged = join(folder, 'app')
  cpSync(unpacked, staged, { recursive: true, verbatimSymlinks: true })
  writeFileSync(join(staged, 'version'), electronVersion())
  copyFileSync(join(projectRoot, 'LICENSE'), join(staged, 'LICENSE'))
  return staged
}

/**
 * Makes .deb and .rpm of a packed app, with the tools of the system (dpkg-deb, rpmbuild) and nothing from the web.
 * Neither updates itself: that would run an unsigned package with an administrator's rights. They are renewed as they
 * were installed.
 *
 * @param unpacked what `electron-builder --dir` left
 * @param target the folder for the packages
 * @throws in words when a tool that is there fails
 */
export async function makeLinuxPackages(unpacked: string, target: string, arch: LinuxArch): Promise<LinuxPackages> {
  const own = ownPackage()
  const folder = mkdtempSync(join(tmpdir(), 'installer-linux-packages-'))
  // Both tools keep the modes they find, and refuse what a stricter mask makes of them.
  const mask = process.umask(0o022)
  try {
    const desktopTemplate = join(folder, 'entry.desktop')
    writeFileSync(desktopTemplate, desktopEntry(own.productName, own.name))
    const src = stage(unpacked, folder)
    const common = {
      bin: own.name,
      icon: themeIcons(),
      categories: [desktopCategory],
      desktopTemplate,
      productDescription
    }
    const result: LinuxPackages = { made: [], notices: [] }
    const add = async (kind: 'deb' | 'rpm', tool: string, make: typeof makeDeb, options: object): Promise<void> => {
      if (!canRun(tool)) {
        result.notices.push(`No .${kind} was made: ${tool} is not here.`)
        return
      }
      const { packagePaths } = await make({
        src,
        dest: target,
        arch: archNames[kind][arch],
        rename: (dest) => join(dest, `${own.name}-${own.version}-linux-${arch}.${kind}`),
        options: { ...common, ...options }
      })
      result.made.push(...packagePaths)
    }
    await add('deb', 'dpkg-deb', makeDeb, {
      section: 'utils',
      // Electron does not start without it; the tool only recommends it, which a machine may be told to heed for nobody.
      depends: ['libasound2t64 | libasound2'],
      // The keychain's library comes by itself; this is who answers it where no desktop brings one.
      recommends: ['gnome-keyring']
    })
    await add('rpm', 'rpmbuild', makeRpm, {
      requires: ['(alsa-lib or libasound2)'],
      specTemplate: join(projectRoot, 'resources/linux/package.spec.ejs')
    })
    return result
  } finally {
    process.umask(mask)
    rmSync(folder, { recursive: true, force: true })
  }
}
