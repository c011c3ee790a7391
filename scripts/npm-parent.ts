import { readFileSync } from 'node:fs'
import { isAlive, linuxStatus } from '../test/host/process-identity.ts'

/** The shell that npm may have put between itself and us; its parent is npm. Linux only, elsewhere unknown. */
function parentOfShell(pid: number): number | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return /^(sh|dash|bash)$/.test(command) ? Number(linuxStatus(pid)[1]) : undefined
  } catch {
    return undefined // no such system or no such process: then only the direct parent is watched
  }
}

/**
 * Calls `end` once npm, which started this script, has gone: npm passes signals on only while it lives. Does nothing
 * when the script was started without npm.
 */
export function whenNpmEnds(end: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const npm = parentOfShell(parent)
  const watch = setInterval(() => {
    // An orphan is given another parent, except on Windows.
    if (process.ppid === parent && isAlive(parent) && (npm === undefined || isAlive(npm))) return
    clearInterval(watch)
    end()
  }, 500)
  watch.unref()
}
