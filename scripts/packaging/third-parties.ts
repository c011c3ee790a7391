import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { keptLicence, readPackage, readThirdParty, type ThirdParty } from './third-party.ts'

/** What is shipped as it is: Electron itself, and the one dependency that is no bundle. */
const shippedWhole = ['electron', 'keytar']

/** Packages that bring what they depend on inside their own bundle, where no module tells of it. */
const bundledBefore = ['pdfmake']

/** Works inside packages, which npm knows nothing of. Whoever renews the package looks whether this is still true. */
const insidePackages = [
  {
    package: 'pdfmake',
    name: 'Roboto',
    version: '3.014',
    licence: 'OFL-1.1',
    holder: 'Copyright 2011 The Roboto Project Authors (https://github.com/googlefonts/roboto-classic)'
  },
  {
    package: 'zxing-wasm',
    name: 'zxing-cpp',
    version: 'as in zxing-wasm',
    licence: 'Apache-2.0',
    holder: 'Copyright the ZXing authors (https://github.com/zxing-cpp/zxing-cpp)'
  }
] as const

/**
 * The folder of the package that a module of the build belongs to.
 *
 * @param id as the bundler names modules: a path, perhaps with a query, or a made-up name
 * @returns null for our own code and for what the bundler makes up
 */
export function packageFolder(id: string): string | null {
  const path = id
    .replace(/^\0/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/')
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)
  return match?.[1] ?? null
}

/** Gathers, over all parts of a build, whose work ends up in it. */
export class ThirdParties {
  readonly #root: string
  readonly #folders = new Set<string>()

  /** @param root the project's folder */
  constructor(root: string) {
    this.#root = root
    for (const name of shippedWhole) this.#folders.add(join(root, 'node_modules', name))
  }

  /** @param id of a module that is part of the build */
  note(id: string): void {
    const folder = packageFolder(id)
    if (folder === null || this.#folders.has(folder) || !existsSync(join(folder, 'package.json'))) return
    this.#folders.add(folder)
    if (bundledBefore.includes(readPackage(folder).name)) this.#noteDependencies(folder)
  }

  /** By name, then version; each once. @throws in words that name everything we may not ship */
  list(): ThirdParty[] {
    const all = new Map<string, ThirdParty>()
    const faults: string[] = []
    for (const folder of this.#folders) {
      try {
        const party = readThirdParty(folder, this.#root)
        all.set(`${party.name}@${party.version}`, party)
      } catch (error) {
        faults.push(error instanceof Error ? error.message : String(error))
      }
    }
    if (faults.length > 0) throw new Error(faults.join('\n'))
    for (const { package: owner, name, version, licence, holder } of insidePackages) {
      if (![...all.values()].some((party) => party.name === owner)) continue
      all.set(name, { name, version, licence, text: `${holder}\n\n${keptLicence(licence, this.#root)}` })
    }
    return [...all.values()].toSorted(
      (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en')
    )
  }

  #noteDependencies(folder: string): void {
    for (const name of Object.keys(readPackage(folder).dependencies)) {
      const nested = join(folder, 'node_modules', name)
      const found = existsSync(nested) ? nested : join(this.#root, 'node_modules', name)
      if (this.#folders.has(found)) continue
      this.#folders.add(found)
      this.#noteDependencies(found)
    }
  }
}
