import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { releases } from '../../scripts/packaging/releases.ts'
import { packedAppFaults } from '../../scripts/packaging/packed-app.ts'
import { projectRoot } from '../../scripts/project-root.ts'
import { runDist } from '../packaging/pack.ts'
import { layStandInElectron } from '../packaging/stand-in-electron.ts'
import { expect, test } from './fixtures.ts'

const name = 'thingsee-field-installer'
const canRun = (command: string, harmless = '--version'): boolean =>
  spawnSync(command, [harmless], { stdio: 'ignore' }).status === 0
const [hasDeb, hasRpm] = [canRun('dpkg-deb'), canRun('rpmbuild') && canRun('rpm')]

const documents = [
  `/usr/share/doc/${name}/copyright`,
  `/usr/share/man/man1/${name}.1.gz`,
  '/usr/share/metainfo/invalid.field-installer.app.metainfo.xml'
]
const kept = (file: string): string => readFileSync(join(projectRoot, file), 'utf8')

test.skip(process.platform !== 'linux', 'deb and rpm are packages of Linux')
test.describe.configure({ mode: 'serial' })

let folder = ''
let said = ''
const [newest] = releases()
if (newest === undefined) throw new Error('there is no release')
const { version, points } = newest
/** Of what it brought; both formats break long lines. */
const firstWords = (points[0] ?? '').split(' ').slice(0, 3).join(' ')
const packageFile = (kind: string): string => join(folder, `dist/${name}-${version}-linux-${process.arch}.${kind}`)

test.beforeAll(async () => {
  test.setTimeout(240_000)
  folder = mkdtempSync(join(tmpdir(), 'installer-linux-'))
  layStandInElectron(join(folder, 'electron'))
  said = await runDist(join(folder, 'electron'), '--without-appimage', '--output', join(folder, 'dist'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Mode, owner and path of everything in a package, as `ls -l` and both tools show them; a link without where it leads. */
function listed(output: string): Map<string, { mode: string; owner: string }> {
  const lines = output.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      // deb: drwxr-xr-x root/root 0 2026-11-25 23:57 ./usr/ — rpm: drwxr-xr-x 2 root root 0 Nov 25 23:57 /usr/lib/x
      const {
        mode = '',
        user = '',
        group = '',
        path = ''
      } = /^(?<mode>\S{10})\s+(?:\d+\s+)?(?<user>\w+)[/\s]+(?<group>\w+)\s.*?\d\d:\d\d \.?(?<path>\/.*?)\/?(?: -> .*)?$/.exec(
        line
      )?.groups ?? {}
      return [path, { mode, owner: `${user}:${group}` }]
    })
  )
}

test('what could not be made here is said', () => {
  expect(said.includes('No .deb was made: dpkg-deb is not here.')).toBe(!hasDeb)
  expect(said.includes('No .rpm was made: rpmbuild is not here.')).toBe(!canRun('rpmbuild'))
})

test.describe('deb', () => {
  test.skip(!hasDeb, 'dpkg-deb is not here')
  const root = (...names: string[]): string => join(folder, 'deb-root', ...names)

  test('says what it is and what it needs', () => {
    const field = (key: string): string =>
      execFileSync('dpkg-deb', ['-f', packageFile('deb'), key])
        .toString()
        .trim()
    expect(field('Package')).toBe(name)
    expect(field('Version')).toBe(version)
    expect(field('Architecture')).toBe(process.arch === 'x64' ? 'amd64' : 'arm64')
    expect(field('Maintainer')).toMatch(/^.+ <.+@.+>$/)
    expect(field('Depends').split(', ')).toEqual(
      expect.arrayContaining([
        'libgtk-3-0',
        'libnss3',
        'libsecret-1-0',
        'libasound2t64 | libasound2',
        'libc6',
        'libgcc-s1',
        'libstdc++6'
      ])
    )
    expect(field('Recommends')).toBe('gnome-keyring')
    expect(field('Suggests')).toBe('')
    expect(field('Description')).toContain('not made, endorsed or supported by the vendor')
  })

  test('unpacks to an app that lies where Linux looks for it', () => {
    execFileSync('dpkg-deb', ['-x', packageFile('deb'), root()])
    expect(packedAppFaults(root('usr/lib', name, 'resources'), 'linux', process.arch)).toEqual([])
    const command = root('usr/bin', name)
    const program = resolve(dirname(command), readlinkSync(command))
    expect(program).toBe(root('usr/lib', name, name))
    expect(statSync(program).mode & 0o777).toBe(0o755)
    const beside = execFileSync('find', [root('usr/lib', name, 'resources'), '-type', 'f', '-printf', '%P\\n'])
    expect(beside.toString().trim().split('\n').toSorted()).toEqual([
      'app.asar',
      `app.asar.unpacked/node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`
    ])
  })

  test('says under which licences it and its parts are, and where those lie', () => {
    const copyright = readFileSync(root('usr/share/doc', name, 'copyright'), 'utf8')
    expect(copyright.startsWith(kept('LICENSE'))).toBe(true)
    const named = [...copyright.matchAll(/^ {2}\/(usr\/\S+)$/gm)].map(([, path = '']) => path)
    expect(named.map((path) => path.split('/').at(-1))).toEqual(['LICENSE.electron.txt', 'LICENSES.chromium.html'])
    for (const path of named) expect(existsSync(root(path))).toBe(true)
  })

  test('brings its man page, its changelog, and words for software centres', () => {
    for (const path of documents) expect(lstatSync(root(path)).mode & 0o777).toBe(0o644)
    const unzipped = (path: string): string => gunzipSync(readFileSync(root(path))).toString()
    expect(unzipped(`usr/share/man/man1/${name}.1.gz`)).toBe(kept(`resources/linux/${name}.1`))
    const changelog = unzipped(`usr/share/doc/${name}/changelog.gz`)
    expect(changelog.startsWith(`${name} (${version}) stable; urgency=medium\n\n  * ${firstWords}`)).toBe(true)
    expect(changelog).toMatch(/\n -- .+ <.+@.+> {2}\w{3}, \d\d \w{3} \d{4} 00:00:00 \+0000\n$/)
    // A date in its head would make another file of the same words each time.
    expect(readFileSync(root(`usr/share/doc/${name}/changelog.gz`)).readUInt32LE(4)).toBe(0)
    const metainfo = readFileSync(root(documents.at(-1) ?? ''), 'utf8')
    expect(metainfo).toContain('<id>invalid.field-installer.app</id>')
    expect(metainfo).toContain(`<launchable type="desktop-id">${name}.desktop</launchable>`)
  })

  test("is as Debian wants its packages, but for what is Electron's nature", () => {
    test.skip(!canRun('lintian'), 'lintian is not here')
    const { stdout } = spawnSync('lintian', ['--tag-display-limit', '0', packageFile('deb')], { encoding: 'utf8' })
    const said = stdout.split('\n').filter((line) => /^[EW]: /.test(line))
    // The stand-in for Electron consists of files that are no programs.
    const [standIns, others] = [
      said.filter((line) => /executable-not-elf-or-script|binary-from-other-architecture/.test(line)),
      said.filter((line) => !/executable-not-elf-or-script|binary-from-other-architecture/.test(line))
    ]
    expect(others).toEqual([])
    expect(standIns.length).toBeGreaterThan(0)
  })

  test('belongs to root; only the helper of the sandbox has rights of its own', () => {
    const files = listed(
      execFileSync('dpkg-deb', ['-c', packageFile('deb')], { env: { ...process.env, LC_ALL: 'C' } }).toString()
    )
    expect(files.size).toBeGreaterThan(60)
    expect([...files].filter(([, { owner }]) => owner !== 'root:root')).toEqual([])
    expect(
      [...files].filter(([, { mode }]) => /[sStT]/.test(mode)).map(([path, { mode }]) => `${mode} ${path}`)
    ).toEqual([`-rwsr-xr-x /usr/lib/${name}/chrome-sandbox`])
    // Nobody but root may change anything of it.
    expect([...files].filter(([, { mode }]) => !mode.startsWith('l') && /^.{5}w|^.{8}w/.test(mode))).toEqual([])
    expect([...files.keys()].filter((path) => path !== '/' && !path.startsWith('/usr'))).toEqual([])
  })

  test('has an entry in the menu, in English and Finnish, that starts it', () => {
    const text = readFileSync(root(`usr/share/applications/${name}.desktop`), 'utf8')
    const [head, ...lines] = text.trimEnd().split('\n')
    expect(head).toBe('[Desktop Entry]')
    const keys = lines.map((line) => line.slice(0, line.indexOf('=')))
    expect(new Set(keys).size).toBe(keys.length)
    const entry = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
    )
    expect(entry).toMatchObject({
      Type: 'Application',
      Name: 'Thingsee Field Installer',
      Exec: name,
      Icon: name,
      Terminal: 'false',
      Categories: 'Utility;',
      // Electron names its windows after the entry: package.json, desktopName.
      StartupWMClass: name
    })
    for (const key of ['Comment', 'GenericName', 'Keywords']) {
      expect(entry[key]).not.toBe('')
      expect(entry[`${key}[fi]`]).not.toBe(entry[key])
    }
    expect(existsSync(root('usr/bin', entry['Exec'] ?? ''))).toBe(true)
  })

  test("has an entry that the desktops' own check finds nothing in", () => {
    test.skip(
      !canRun('desktop-file-validate', '--help'),
      'desktop-file-validate is not here (Debian: desktop-file-utils)'
    )
    expect(execFileSync('desktop-file-validate', [root(`usr/share/applications/${name}.desktop`)]).toString()).toBe('')
  })

  test('brings its icon in every size a theme may ask for', () => {
    const icon = (size: string, ending: string): string =>
      root(`usr/share/icons/hicolor/${size}/apps/${name}.${ending}`)
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
      const kept = readFileSync(join(projectRoot, `resources/icons/${size}x${size}.png`))
      expect(readFileSync(icon(`${size}x${size}`, 'png')).equals(kept)).toBe(true)
    }
    expect(lstatSync(icon('scalable', 'svg')).isFile()).toBe(true)
  })
})

test.describe('rpm', () => {
  test.skip(!hasRpm, 'rpmbuild and rpm are not here (Debian: rpm)')
  const ask = (...words: string[]): string =>
    execFileSync('rpm', ['-qp', ...words, packageFile('rpm')], { env: { ...process.env, LC_ALL: 'C' } }).toString()

  test('says what it is and what it needs', () => {
    const form = ask('--queryformat', '%{NAME} %{VERSION} %{ARCH} %{LICENSE}\\n').trim()
    expect(form).toBe(`${name} ${version} ${process.arch === 'x64' ? 'x86_64' : 'aarch64'} MIT`)
    expect(ask('--requires').split('\n')).toEqual(
      expect.arrayContaining(['gtk3', 'libsecret', '(alsa-lib or libasound2)'])
    )
    expect(ask('--recommends').trim()).toBe('gnome-keyring')
    expect(ask('--info')).toContain('not made, endorsed or supported by the vendor')
  })

  test('holds the same files as the deb, with the same rights', () => {
    const files = listed(ask('-lv'))
    expect(files.get(`/usr/lib/${name}/chrome-sandbox`)).toEqual({ mode: '-rwsr-xr-x', owner: 'root:root' })
    expect([...files].filter(([, { owner }]) => owner !== 'root:root')).toEqual([])
    expect([...files].filter(([, { mode }]) => /[sStT]/.test(mode))).toHaveLength(1)
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        `/usr/bin/${name}`,
        `/usr/lib/${name}/${name}`,
        `/usr/lib/${name}/resources/app.asar`,
        `/usr/share/applications/${name}.desktop`,
        ...documents,
        ...[16, 24, 32, 48, 64, 128, 256, 512].map(
          (size) => `/usr/share/icons/hicolor/${size}x${size}/apps/${name}.png`
        ),
        `/usr/share/icons/hicolor/scalable/apps/${name}.svg`
      ])
    )
  })
  test('holds no file that the deb has not, and lacks only what rpm keeps elsewhere', () => {
    test.skip(!hasDeb, 'dpkg-deb is not here')
    const pathsOf = (output: string): string[] =>
      [...listed(output)].flatMap(([path, { mode }]) => (mode.startsWith('d') ? [] : [path])).toSorted()
    const deb = pathsOf(
      execFileSync('dpkg-deb', ['-c', packageFile('deb')], { env: { ...process.env, LC_ALL: 'C' } }).toString()
    )
    const rpm = pathsOf(ask('-lv'))
    expect(rpm.filter((path) => !deb.includes(path))).toEqual([`/usr/lib/${name}/LICENSE`])
    expect(deb.filter((path) => !rpm.includes(path))).toEqual([
      `/usr/share/doc/${name}/changelog.gz`,
      `/usr/share/lintian/overrides/${name}`
    ])
  })

  test('tells what changed, and nothing of the machine that built it', () => {
    expect(ask('--changelog')).toMatch(/^\* \w{3} \w{3} \d\d \d{4} .+ <.+@.+> - \S+-1\n/)
    expect(ask('--changelog')).toContain(` - ${version}-1\n- ${firstWords}`)
    expect(ask('--queryformat', '%{BUILDHOST}|%{PACKAGER}')).toMatch(/^localhost\|.+ <.+@.+>$/)
    // Links by build number belong to no app: two packages with the same Electron would both own them.
    expect(ask('-l')).not.toContain('.build-id')
    expect(ask('--scripts')).toBe('')
  })
})
