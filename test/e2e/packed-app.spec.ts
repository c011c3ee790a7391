import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackage, extractAll } from '@electron/asar'
import { packedAppFaults, packedFiles } from '../../scripts/packaging/packed-app.ts'
import { fuseDifferences } from '../../scripts/packaging/fuses.ts'
import { thirdPartySchema } from '../../scripts/packaging/third-party.ts'
import { projectRoot } from '../../scripts/project-root.ts'
import { z } from 'zod'
import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import { handOverStack } from '../../scripts/stack-handover.ts'
import { runDist } from '../packaging/pack.ts'
import { deliveredFuses } from '../packaging/fuse-wire.ts'
import { layStandInElectron } from '../packaging/stand-in-electron.ts'
import { expect, test } from './fixtures.ts'

test.skip(
  process.platform !== 'linux',
  'the stand-in for Electron is laid out as on Linux; release.yml checks the others'
)
test.describe.configure({ mode: 'serial' })

let folder = ''
const packed = (...names: string[]): string => join(folder, 'dist/linux-unpacked', ...names)
const resources = (): string => packed('resources')

test.beforeAll(async () => {
  test.setTimeout(240_000)
  folder = mkdtempSync(join(tmpdir(), 'installer-packed-'))
  layStandInElectron(join(folder, 'electron'))
  await runDist(join(folder, 'electron'), '--dir', '--output', join(folder, 'dist'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a package holds what runs and nothing else, within its budget', () => {
  expect(packedAppFaults(resources(), process.platform, process.arch)).toEqual([])

  const built = globSync('out/**/*', { cwd: projectRoot }).filter(
    (path) => !path.endsWith('.map') && statSync(join(projectRoot, path)).isFile()
  )
  const inArchive = packedFiles(resources()).map(({ path }) => path)
  expect(inArchive.filter((path) => path.startsWith('out/')).toSorted()).toEqual(built.toSorted())
  expect(inArchive.filter((path) => !path.startsWith('out/')).toSorted()).toEqual([
    'LICENSE',
    'node_modules/keytar/LICENSE.md',
    'node_modules/keytar/lib/keytar.js',
    'node_modules/keytar/package.json',
    `node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`,
    'package.json',
    'resources/icons/256x256.png'
  ])
})

test('the archive says truly what is in it', () => {
  extractAll(join(resources(), 'app.asar'), join(folder, 'app'))
  for (const { path, bytes, sha256 } of packedFiles(resources())) {
    const content = readFileSync(join(folder, 'app', path))
    expect({ path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }).toEqual({
      path,
      bytes,
      sha256
    })
  }
})

test('its package.json tells of no tools and scripts', () => {
  const own: unknown = JSON.parse(readFileSync(join(folder, 'app/package.json'), 'utf8'))
  expect(own).toMatchObject({
    name: 'thingsee-field-installer',
    productName: 'Thingsee Field Installer',
    main: './out/main/index.js',
    type: 'module',
    desktopName: 'thingsee-field-installer.desktop'
  })
  expect(own).not.toHaveProperty('devDependencies')
  expect(own).not.toHaveProperty('scripts')
})

test('Electron lies around it as it was delivered, without its example and with its fuses decided', async () => {
  expect(await fuseDifferences(packed('thingsee-field-installer'))).toEqual([])
  expect(existsSync(packed('electron'))).toBe(false)
  expect(existsSync(packed('resources/default_app.asar'))).toBe(false)
  expect(globSync('locales/*', { cwd: packed() }).toSorted()).toEqual(['locales/en-US.pak', 'locales/fi.pak'])
  expect(readFileSync(packed('LICENSE.electron.txt'), 'utf8')).toBe('The licence of Electron')
  expect(existsSync(packed('LICENSES.chromium.html'))).toBe(true)
})

test('no update server is named where none was given', () => {
  expect(existsSync(packed('resources/app-update.yml'))).toBe(false)
})

test('packing fails where Electron is not what it should be, and says why', async () => {
  test.setTimeout(240_000)
  const strange = join(folder, 'strange-electron')
  layStandInElectron(strange, `${deliveredFuses}1`)
  await expect(runDist(strange, '--dir', '--output', join(folder, 'strange-dist'))).rejects.toThrow(
    /exit code 1:[^]*strictlyRequireAllFuses/
  )
})

test('a package with something else in it does not pass', async () => {
  const spoilt = join(folder, 'spoilt')
  extractAll(join(resources(), 'app.asar'), spoilt)
  writeFileSync(join(spoilt, 'out/main/index.js.map'), '{}')
  writeFileSync(join(spoilt, 'node_modules/keytar/binding.gyp'), '{}')
  rmSync(join(spoilt, 'out/main/keychain.js'))
  writeFileSync(join(spoilt, 'out/renderer/film.bin'), Buffer.alloc(15_000_000))
  await createPackage(spoilt, join(folder, 'spoilt-resources/app.asar'))
  expect(packedAppFaults(join(folder, 'spoilt-resources'), process.platform, process.arch)).toEqual([
    'does not belong into the app: node_modules/keytar/binding.gyp',
    'does not belong into the app: out/main/index.js.map',
    'missing in the app: out/main/keychain.js',
    expect.stringContaining('not beside the archive'),
    expect.stringMatching(/^\d+ bytes, of 15000000 at most$/)
  ])
})

test('the page can show whose work the app holds, each with its licence in full', async ({ launchApp }) => {
  const app = await launchApp({ appRoot: join(folder, 'app') })
  const page = await app.firstWindow()
  const listed: unknown = await page.evaluate(async (): Promise<unknown> =>
    (await fetch('./third-party-notices.json')).json()
  )
  const parties = z.array(thirdPartySchema).parse(listed)
  const names = parties.map(({ name }) => name)
  // From all parts of the build (main, page, its workers), what is shipped whole, and what lies inside packages.
  expect(names).toEqual(
    expect.arrayContaining([
      'undici',
      'vue',
      'pdfmake',
      'pdfkit',
      'read-excel-file',
      'electron',
      '@github/keytar',
      'Roboto',
      'zxing-cpp'
    ])
  )
  expect(parties.filter(({ text }) => text.length < 200).map(({ name }) => name)).toEqual([])
})

test('the packed app starts, shows its first screen and keeps a secret', async ({ launchApp, simulator }) => {
  const app = await launchApp({ appRoot: join(folder, 'app') })
  const page = await app.firstWindow()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // Its keychain binding is the packed one: no node_modules lie above this folder.
  expect(await handOverStack(askThroughBridge(page), simulator)).toBe('keychain')
})
