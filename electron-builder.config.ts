import type { Configuration } from 'electron-builder'
import { desktopCategory, desktopWords } from './scripts/packaging/desktop-entry.ts'
import { afterExtract, afterPack } from './scripts/packaging/pack-hooks.ts'
import { updateServer } from './scripts/packaging/update-server.ts'
import { isNotarized, isSigned } from './scripts/packaging/signing.ts'

/** Electron's languages that the app itself speaks; its page's dates and numbers need none of these files. */
const electronLanguages = ['en-US', 'fi']

/**
 * What is packed. Given per platform: a list of exceptions alone, added to a common list, would mean "everything but".
 *
 * @param platform as the keychain binding names the folders of its prebuilt files
 */
const filesOf = (platform: 'win32' | 'darwin' | 'linux'): string[] => [
  'out/**',
  // Source maps are three quarters of the build and read by developers alone; a release keeps them beside its packages.
  '!out/**/*.map',
  // The picture of the window (src/main/index.ts).
  ...(platform === 'linux' ? ['resources/icons/256x256.png'] : []),
  'LICENSE',
  'package.json',
  // Node for developers' machines (package.json, optionalDependencies).
  '!**/node_modules/node-linux-*{,/**}',
  // What only compiling the keychain binding needs, the copy made for the machine that packs, other platforms' files.
  '!**/node_modules/node-addon-api{,/**}',
  '!node_modules/keytar/{build,script,src}{,/**}',
  '!node_modules/keytar/{binding.gyp,keytar.d.ts,README.md}',
  `!node_modules/keytar/prebuilds/!(${platform}-\${arch}){,/**}`
]

const givenElectron = process.env['ELECTRON_OVERRIDE_DIST_PATH']

/** How the built app (out/) becomes packages: docs/packaging.md. */
const config: Configuration = {
  appId: 'invalid.field-installer.app',
  productName: 'Thingsee Field Installer',
  copyright: 'Copyright © 2026 Thingsee Field Installer contributors. MIT licence.',
  directories: { output: 'dist', buildResources: 'resources' },
  ...(givenElectron === undefined ? {} : { electronDist: givenElectron }),
  electronLanguages,

  // Only what the system itself has to load lies beside the archive; by itself the tool would put all of the package
  // there, code included, where nothing checks it (fuses.ts, asar integrity).
  asar: { smartUnpack: false },
  asarUnpack: ['node_modules/keytar/prebuilds/**'],
  npmRebuild: false,
  publish: updateServer(process.env),
  // A release stands in the list of trial versions too: whoever takes those looks into no other.
  generateUpdatesFilesForAllChannels: true,
  afterExtract,
  // The fuses are set there and not by `electronFuses`, which knows neither strictlyRequireAllFuses nor the newest fuse.
  afterPack,

  win: {
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    icon: 'icon.ico',
    files: filesOf('win32')
  },
  nsis: {
    oneClick: true,
    perMachine: false,
    // One for each processor, without a third that holds both and is twice as large.
    buildUniversalInstaller: false,
    deleteAppDataOnUninstall: false,
    include: 'resources/windows/uninstall.nsh',
    installerLanguages: ['en_US', 'fi_FI'],
    artifactName: '${name}-${version}-windows-${arch}.${ext}'
  },

  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] }
    ],
    icon: 'icon.icns',
    category: 'public.app-category.utilities',
    files: filesOf('darwin'),
    // Without a certificate the signature that Electron came with is renewed once the fuses are set.
    ...(isSigned('darwin', process.env) ? {} : { identity: null }),
    hardenedRuntime: true,
    entitlements: 'resources/mac/entitlements.plist',
    entitlementsInherit: 'resources/mac/entitlements.plist',
    notarize: isNotarized(process.env),
    extendInfo: { NSCameraUsageDescription: 'The camera reads the labels of things. Pictures stay on this computer.' },
    // The same words in the language of the system.
    extraResources: [{ from: 'resources/mac/languages', to: '.' }],
    artifactName: '${name}-${version}-mac-${arch}.${ext}'
  },

  linux: {
    // deb and rpm are made by scripts/packaging/linux-packages.ts: electron-builder would download the tools for them.
    target: [{ target: 'AppImage', arch: ['x64', 'arm64'] }],
    icon: 'icons',
    executableName: 'thingsee-field-installer',
    syncDesktopName: true,
    category: desktopCategory,
    synopsis: 'Puts Thingsee sensors and gateways into buildings',
    files: filesOf('linux'),
    desktop: { entry: desktopWords },
    artifactName: '${name}-${version}-linux-${arch}.${ext}'
  }
}

export default config
