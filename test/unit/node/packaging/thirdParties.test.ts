import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAllowedLicence } from '../../../../scripts/packaging/licences.ts'
import { packageFolder, ThirdParties } from '../../../../scripts/packaging/third-parties.ts'
import { readThirdParty } from '../../../../scripts/packaging/third-party.ts'
import { projectRoot } from '../../../../scripts/project-root.ts'
import { tempFolder } from '../laptop/tempFolder'

describe('a licence', () => {
  it.each(['MIT', 'ISC', 'Apache-2.0', '(MIT AND Zlib)', 'GPL-3.0-only OR MIT', '(MIT OR GPL-2.0)'])(
    '%s may be shipped',
    (name) => {
      expect(isAllowedLicence(name)).toBe(true)
    }
  )

  it.each([
    'GPL-3.0-only',
    'LGPL-3.0-or-later',
    'MIT AND GPL-3.0-only',
    'MPL-2.0',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE.md',
    'MIT WITH something',
    '((MIT) AND (GPL-2.0))',
    ''
  ])('"%s" may not', (name) => {
    expect(isAllowedLicence(name)).toBe(false)
  })
})

describe('a module of the build', () => {
  it.each([
    ['/p/src/main/index.ts', null],
    ['\0rolldown/runtime.js', null],
    ['virtual:something', null],
    ['/p/node_modules/vue/dist/vue.js', '/p/node_modules/vue'],
    ['\0/p/node_modules/vue/dist/vue.js?commonjs-module', '/p/node_modules/vue'],
    ['/p/node_modules/@mdi/js/mdi.js', '/p/node_modules/@mdi/js'],
    ['/p/node_modules/a/node_modules/@b/c/x.wasm?url', '/p/node_modules/a/node_modules/@b/c'],
    ['C:\\p\\node_modules\\vue\\index.js', 'C:/p/node_modules/vue']
  ])('%j belongs to the package %j', (id, folder) => {
    expect(packageFolder(id)).toBe(folder)
  })
})

/** Lays packages into node_modules of a fresh folder. @returns the folder */
function project(packages: Record<string, { manifest: object; licence?: string }>): string {
  const root = tempFolder()
  const licences = { MIT: 'The words of MIT', 'OFL-1.1': 'The words of OFL', 'Apache-2.0': 'The words of Apache' }
  const files = Object.entries(licences).map(([name, words]): [string, string] => [
    `resources/licences/${name}.txt`,
    words
  ])
  const whole: typeof packages = {
    electron: { manifest: { license: 'MIT' }, licence: 'E' },
    keytar: { manifest: { license: 'MIT' }, licence: 'K' }
  }
  for (const [name, { manifest, licence }] of Object.entries({ ...whole, ...packages })) {
    files.push([`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', ...manifest })])
    if (licence !== undefined) files.push([`node_modules/${name}/LICENSE`, licence])
  }
  for (const [path, words] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), words)
  }
  return root
}

const names = (parties: ThirdParties): string[] => parties.list().map(({ name }) => name)

describe('who is named in the app', () => {
  it('is everybody whose work was bundled, and what is shipped whole', () => {
    const root = project({
      vue: { manifest: { license: 'MIT' }, licence: 'V' },
      unused: { manifest: { license: 'MIT' }, licence: 'U' }
    })
    const parties = new ThirdParties(root)
    parties.note(join(root, 'node_modules/vue/dist/vue.js'))
    parties.note(join(root, 'src/main.ts'))
    expect(names(parties)).toEqual(['electron', 'keytar', 'vue'])
    expect(parties.list().at(-1)).toEqual({ name: 'vue', version: '1.0.0', licence: 'MIT', text: 'V' })
  })

  it('is also who lies inside the bundle of another package, and the fonts and programs in it', () => {
    const root = project({
      pdfmake: { manifest: { license: 'MIT', dependencies: { pdfkit: '1' } }, licence: 'P' },
      pdfkit: { manifest: { license: 'MIT', dependencies: { deep: '1' } }, licence: 'K' },
      deep: { manifest: { license: 'ISC' }, licence: 'D' }
    })
    const parties = new ThirdParties(root)
    parties.note(join(root, 'node_modules/pdfmake/build/pdfmake.js'))
    expect(names(parties)).toEqual(['deep', 'electron', 'keytar', 'pdfkit', 'pdfmake', 'Roboto'])
    expect(parties.list().at(-1)?.text).toMatch(/^Copyright 2011 The Roboto Project.+\n\nThe words of OFL$/)
  })

  it('stops the build when somebody may not be shipped, and names all of them', () => {
    const root = project({
      strict: { manifest: { license: 'GPL-3.0-only' }, licence: 'G' },
      silent: { manifest: {}, licence: 'S' },
      wordless: { manifest: { license: 'ISC' } }
    })
    const parties = new ThirdParties(root)
    for (const name of ['strict', 'silent', 'wordless']) parties.note(join(root, `node_modules/${name}/index.js`))
    expect(() => parties.list()).toThrow(
      'strict 1.0.0 may not be shipped: its licence is GPL-3.0-only\n' +
        'silent 1.0.0 may not be shipped: its licence is not said\n' +
        'wordless 1.0.0 brings no text of its licence (ISC)'
    )
  })

  it('is named with the usual text where a package only says MIT and whose it is', () => {
    const root = project({ short: { manifest: { license: 'MIT', author: { name: 'Ada' } } } })
    expect(readThirdParty(join(root, 'node_modules/short'), root).text).toBe('Copyright (c) Ada\n\nThe words of MIT')
  })

  it('has its texts kept in the project', () => {
    expect(readThirdParty(join(projectRoot, 'node_modules/fontkit'), projectRoot).text).toContain('AS IS')
  })
})
