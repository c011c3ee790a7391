import { readFileSync } from 'node:fs'
import { isAlive, processIdentity } from '../test/host/process-identity.ts'

/** The shell that npm may have put between itself and us; its parent is npm. Linux only, elsewhere unknown. */
function parentOfShell(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const command = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    // proc(5): the parent is the second field after the command's bracket.
    return /^(sh|dash|bash)$/.test(command) ? Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) : undefined
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
  const parents = [process.ppid, parentOfShell(process.ppid)].filter((pid) => pid !== undefined)
  const identities = new Map(parents.map((pid) => [pid, processIdentity(pid)]))
  const watch = setInterval(() => {
    const gone = [...identities].some(([pid, identity]) => !isAlive(pid) || processIdentity(pid) !== identity)
    if (!gone) return
    clearInterval(watch)
    end()
  }, 500)
  watch.unref()
}
