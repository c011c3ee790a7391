import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from '../../scripts/project-root.ts'
import { binaryWithFuses, deliveredFuses } from './fuse-wire.ts'

/**
 * Lays out what stands for Electron's distribution for Linux where the real one cannot be had: the names and modes are
 * Electron's, the program is none, and its fuses are in their real format.
 *
 * @param folder is made
 * @param fuses as in fuse-wire.ts
 */
export function layStandInElectron(folder: string, fuses = deliveredFuses): void {
  // Our own electron: npm wrote the file.
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  const files: [path: string, content: string | Buffer, mode?: number][] = [
    ['electron', binaryWithFuses(fuses), 0o755],
    ['chrome-sandbox', 'a program', 0o755],
    ['chrome_crashpad_handler', 'a program', 0o755],
    ['version', version],
    ['LICENSE', 'The licence of Electron'],
    ['LICENSES.chromium.html', 'The licences of Chromium'],
    ['icudtl.dat', 'data'],
    ['resources.pak', 'data'],
    ['libffmpeg.so', 'a library', 0o755],
    ['locales/en-US.pak', 'English'],
    ['locales/fi.pak', 'suomi'],
    ['locales/de.pak', 'Deutsch'],
    ['resources/default_app.asar', 'an example app']
  ]
  for (const [path, content, mode = 0o644] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
    chmodSync(join(folder, path), mode)
  }
}
