import { copyFileSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Gets a damaged file out of the way without losing it: support may still read from it what we could not.
 *
 * @param how `move` when nothing in it is usable, `copy` when the rest of it is kept in place
 * @returns in words, where it is now, or why it could not be put there
 */
export function putAside(file: string, how: 'move' | 'copy', now: Date): string {
  const time = now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const aside = join(dirname(file), `${basename(file, '.json')}.damaged-${time}.json`)
  try {
    if (how === 'move') renameSync(file, aside)
    else copyFileSync(file, aside)
    return aside
  } catch (error) {
    return `${file} (${codeOf(error)})`
  }
}

/** The system's error code, e.g. `ENOSPC`. */
export function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'unknown error'
}
