import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What SQLite keeps beside a database. */
const companions = ['-wal', '-shm']

/**
 * A damaged database lies here until all that is readable has been taken over from it. The app may be cut off anywhere
 * on the way, or the disk be full: while this folder is there, the next start takes the work up again.
 */
const folderBeside = (file: string): string => file.replace(/\.sqlite$/, '.salvaging')

/** Where a damaged database lies while it is salvaged, whether it is there or not. */
export const asideOf = (file: string): string => join(folderBeside(file), basename(file))

export function isSetAside(file: string): boolean {
  return existsSync(folderBeside(file))
}

/** Moves a database aside, or ends such a move, and leaves the place empty. */
export function setAside(file: string): void {
  const aside = asideOf(file)
  mkdirSync(dirname(aside), { recursive: true })
  if (!existsSync(aside)) {
    for (const suffix of companions) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix)
    // Last: once it is there, all has been moved, and what lies in the old place is no older than that.
    if (existsSync(file)) renameSync(file, aside)
    else writeFileSync(aside, '')
  }
  removeDatabase(file)
}

/** All is taken over: what was set aside is kept under a name of its own. @returns where */
export function keepAside(file: string, at: number): string {
  const stamp = new Date(at).toISOString().replaceAll(/[:.]/g, '-')
  const wanted = file.replace(/\.sqlite$/, `.damaged-${stamp}`)
  let folder = wanted
  for (let number = 2; existsSync(folder); number++) folder = `${wanted}-${number}`
  renameSync(folderBeside(file), folder)
  return join(folder, basename(file))
}

export function removeDatabase(file: string): void {
  for (const suffix of ['', ...companions]) rmSync(file + suffix, { force: true })
}
