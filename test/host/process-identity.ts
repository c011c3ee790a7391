import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** True while some process has this id (also one of another user, which we may not signal). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When the process with this id started, in clock ticks since boot (proc(5), field 22: two past the command's bracket). */
function linuxStart(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const afterCommand = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${afterCommand[19] ?? ''}`
}

/**
 * A text that tells this process from a later one that was given the same id.
 * Empty where the system does not say (then being alive has to do).
 */
export function processIdentity(pid: number): string {
  try {
    if (process.platform === 'linux') return linuxStart(pid)
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    // No such process (any more), or no `ps`: the caller asks whether it is alive as well.
    return ''
  }
}
