import { spawnSync } from 'node:child_process'
import { cpSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Installer as DebInstaller } from 'electron-installer-debian'
import { Installer as RpmInstaller } from 'electron-installer-redhat'
import config from '../../electron-builder.config.ts'
import { projectRoot } from '../project-root.ts'
import { rpmChangelog } from './changelogs.ts'
import { desktopCategory, desktopEntry } from './desktop-entry.ts'
import { pngSizes } from './icon-files.ts'
import { layDocuments, type DocumentedApp } from './linux-documents.ts'
import { linuxVersion, releases } from './releases.ts'

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
  author: string
  homepage: string
  license: string
}

function ownPackage(): OwnPackage {
  // Our own package.json: npm itself refuses to run without a sound one.
  return JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as OwnPackage
}

function describedApp(own: OwnPackage): DocumentedApp {
  return {
    id: config.appId ?? own.name,
    name: own.productName,
    program: own.name,
    description: productDescription,
    homepage: own.homepage,
    licence: own.license,
    developer: own.author.replace(/ <.*/, ''),
    maintainer: own.author
  }
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
      version: linuxVersion(own.version),
      bin: own.name,
      icon: themeIcons(),
      categories: [desktopCategory],
      desktopTemplate,
      productDescription
    }
    const known = releases()
    const described = describedApp(own)
    const result: LinuxPackages = { made: [], notices: [] }
    /** `added` goes beside the tool's own defaults, `settled` in their place. */
    const add = async (kind: 'deb' | 'rpm', tool: string, added: object, settled: object): Promise<void> => {
      if (!canRun(tool)) {
        result.notices.push(`No .${kind} was made: ${tool} is not here.`)
        return
      }
      const Installer = kind === 'deb' ? DebInstaller : RpmInstaller
      const installer = new Installer({
        src,
        dest: target,
        arch: archNames[kind][arch],
        rename: (dest) => join(dest, `${own.name}-${own.version}-linux-${arch}.${kind}`),
        logger: () => undefined,
        options: { ...common, ...added }
      })
      await installer.generateDefaults()
      installer.generateOptions()
      Object.assign(installer.options, settled)
      await installer.createStagingDir()
      await installer.createContents()
      layDocuments(join(installer.stagingDir, installer.baseAppDir), kind, described, known)
      await installer.createPackage()
      await installer.movePackage()
      result.made.push(...installer.options.packagePaths)
    }
    await add(
      'deb',
      'dpkg-deb',
      {
        section: 'utils',
        // Electron does not start without sound's library, which the tool only recommends, and a machine may be told to
        // heed no recommendation. The others are what the keychain binding is linked against; its own come with GTK.
        depends: ['libasound2t64 | libasound2', 'libc6', 'libgcc-s1', 'libstdc++6']
      },
      // Who answers the keychain where no desktop brings one. The tool's own repeat what is needed anyway.
      { recommends: ['gnome-keyring'], suggests: [] }
    )
    await add(
      'rpm',
      'rpmbuild',
      {
        requires: ['(alsa-lib or libasound2)', '(libstdc++ or libstdc++6)'],
        specTemplate: join(projectRoot, 'resources/linux/package.spec.ejs')
      },
      { appId: described.id, packager: own.author, changelog: rpmChangelog(own.author, 1, known) }
    )
    return result
  } finally {
    process.umask(mask)
    rmSync(folder, { recursive: true, force: true })
  }
}
