import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { getRawHeader, type DirectoryRecord } from '@electron/asar'

/** The most that our own code may weigh, with all it brings along, without Electron: 15 MB. */
export const sizeBudgetBytes = 15_000_000

export interface PackedFile {
  /** Below the app's folder, with slashes. */
  path: string
  bytes: number
  /** Hexadecimal SHA-256 of its content, as the archive claims. */
  sha256: string
}

function filesOf(folder: DirectoryRecord, at: string): PackedFile[] {
  return Object.entries(folder.files).flatMap(([name, record]): PackedFile[] => {
    const path = at === '' ? name : `${at}/${name}`
    if ('files' in record) return filesOf(record, path)
    // A link would lead out of what is checked; it counts as a file without content, which no rule allows.
    if (!('integrity' in record)) return [{ path: `${path} (a link)`, bytes: 0, sha256: '' }]
    return [{ path, bytes: record.size, sha256: record.integrity.hash }]
  })
}

/**
 * What a packaged app consists of besides Electron.
 *
 * @param resources the folder that holds app.asar
 * @throws when there is none
 */
export function packedFiles(resources: string): PackedFile[] {
  return filesOf(getRawHeader(join(resources, 'app.asar')).header, '')
}

/** What may be packed, and nothing else. */
function mayBePacked(platform: string, arch: string): RegExp[] {
  const binding = `node_modules/keytar/(LICENSE\\.md|package\\.json|lib/keytar\\.js|prebuilds/${platform}-${arch}/keytar\\.node)`
  return [
    /^package\.json$/,
    /^LICENSE$/,
    /^out\/(main|preload|renderer)\/(?!.*\.map$)[\w./-]+$/,
    new RegExp(`^${binding}$`),
    ...(platform === 'linux' ? [/^resources\/icons\/256x256\.png$/] : [])
  ]
}

const needed = ['package.json', 'LICENSE', 'out/main/index.js', 'out/main/keychain.js', 'out/preload/index.cjs']

/**
 * Looks through a packaged app.
 *
 * @param resources the folder that holds app.asar
 * @param platform as in `process.platform`
 * @param arch as in `process.arch`
 * @returns what is wrong with it, in words; empty when nothing is
 */
export function packedAppFaults(resources: string, platform: string, arch: string): string[] {
  const files = packedFiles(resources)
  const rules = mayBePacked(platform, arch)
  const binding = `node_modules/keytar/prebuilds/${platform}-${arch}/keytar.node`
  const present = new Set(files.map(({ path }) => path))
  const foreign = files.filter(({ path }) => !rules.some((rule) => rule.test(path)))
  const missing = [...needed, 'out/renderer/index.html', binding].filter((path) => !present.has(path))
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return [
    ...foreign.map(({ path }) => `does not belong into the app: ${path}`),
    ...missing.map((path) => `missing in the app: ${path}`),
    ...(existsSync(join(resources, 'app.asar.unpacked', binding)) ? [] : [`not beside the archive: ${binding}`]),
    ...(existsSync(join(resources, 'default_app.asar')) ? ["Electron's own example app is still there"] : []),
    ...(bytes > sizeBudgetBytes ? [`${bytes} bytes, of ${sizeBudgetBytes} at most`] : [])
  ]
}
