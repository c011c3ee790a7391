import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What proc(5) says about a process after its command's closing bracket: state, parent, …, start time as the 20th. */
export function linuxStatus(pid: number): string[] {
  const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return status.slice(status.lastIndexOf(')') + 2).split(' ')
}

/** A process that has ended and was not yet buried by its parent still has an id, and some parents never do it. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    return linuxStatus(pid)[0] === 'Z'
  } catch {
    return true // gone since
  }
}

/** True while some process has this id (also one of another user, which we may not signal). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * A text that tells this process from a later one that was given the same id.
 * Empty where the system does not say (then being alive has to do).
 */
export function processIdentity(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      return `${boot} ${linuxStatus(pid)[19] ?? ''}`
    }
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    // No such process (any more), or no `ps`: the caller asks whether it is alive as well.
    return ''
  }
}
