import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, processIdentity } from './process-identity.ts'

/** What a second instance tells the first. */
export interface SecondInstance {
  argv: string[]
  workingDirectory: string
  additionalData: unknown
}

interface Holder {
  pid: number
  identity: string
}

/** Whoever holds the lock in this folder; undefined when nobody does, or when the holder has died. */
export function lockHolder(userData: string): number | undefined {
  let holder: Holder
  try {
    holder = JSON.parse(readFileSync(join(userData, 'host-instance/lock'), 'utf8')) as Holder // only this file writes it
  } catch {
    return undefined // never locked, or torn by a crash: in both cases nobody holds it
  }
  return isAlive(holder.pid) && processIdentity(holder.pid) === holder.identity ? holder.pid : undefined
}

/**
 * The single-instance lock of one user data folder. It is made of files because Electron answers at once and the
 * second instance usually quits at once, and a socket does neither.
 */
export class InstanceLock {
  readonly #folder: string
  readonly #userData: string
  #held = false

  constructor(userData: string) {
    this.#userData = userData
    this.#folder = join(userData, 'host-instance')
  }

  get held(): boolean {
    return this.#held
  }

  /** Takes the lock, or hands `message` to the holder. @returns whether we hold it now */
  request(message: SecondInstance, onSecondInstance: (message: SecondInstance) => void): boolean {
    if (this.#held) return true
    mkdirSync(this.#folder, { recursive: true })
    if (!this.#take()) {
      this.#leaveMessage(message)
      return false
    }
    this.#held = true
    for (const name of readdirSync(this.#folder)) if (name.startsWith('second-')) rmSync(join(this.#folder, name))
    watch(this.#folder, (_event, name) => {
      if (name?.startsWith('second-') && name.endsWith('.json')) this.#readMessage(name, onSecondInstance)
    }).unref()
    process.on('exit', () => this.release())
    return true
  }

  release(): void {
    if (!this.#held) return
    this.#held = false
    rmSync(join(this.#folder, 'lock'), { force: true })
  }

  #take(): boolean {
    const mine = join(this.#folder, `claim-${process.pid}`)
    const lock = join(this.#folder, 'lock')
    const holder: Holder = { pid: process.pid, identity: processIdentity(process.pid) }
    writeFileSync(mine, JSON.stringify(holder))
    try {
      if (lockHolder(this.#userData) !== undefined) return false
      rmSync(lock, { force: true })
      // A link appears with its content or not at all, and fails when somebody was faster.
      linkSync(mine, lock)
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
      throw error
    } finally {
      rmSync(mine, { force: true })
    }
  }

  #leaveMessage(message: SecondInstance): void {
    const name = join(this.#folder, `second-${process.pid}`)
    writeFileSync(name, JSON.stringify(message))
    renameSync(name, `${name}.json`)
  }

  #readMessage(name: string, onSecondInstance: (message: SecondInstance) => void): void {
    let text: string
    try {
      text = readFileSync(join(this.#folder, name), 'utf8')
    } catch {
      return // the watcher tells twice about one file, and it is gone the second time
    }
    rmSync(join(this.#folder, name))
    onSecondInstance(JSON.parse(text) as SecondInstance) // only #leaveMessage writes such files, whole
  }
}
