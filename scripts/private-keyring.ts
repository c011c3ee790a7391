import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { Socket } from 'node:net'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { projectRoot } from './project-root.ts'

/** A Secret Service of our own. It ends with this process, also when that is killed. */
export interface PrivateKeyring {
  /** For DBUS_SESSION_BUS_ADDRESS. */
  readonly address: string
  stop(): Promise<void>
}

const daemons = ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon']

export function isOnPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)))
}

/** The programs that a private keyring needs and this machine does not have. */
export function missingDaemons(): string[] {
  return daemons.filter((command) => !isOnPath(command))
}

/** Whether the session has a Secret Service with a keyring to store into. Linux only; takes at most two seconds. */
export async function secretServiceAnswers(): Promise<boolean> {
  const question = [
    '--session',
    '--print-reply',
    '--reply-timeout=2000',
    '--dest=org.freedesktop.secrets',
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.ReadAlias',
    'string:default'
  ]
  try {
    const { stdout } = await promisify(execFile)('dbus-send', question, { timeout: 2500 })
    return stdout.includes('object path "/org')
  } catch {
    return false // no dbus-send, no session bus, or nobody answers on it: all the same to us
  }
}

/**
 * Starts a session bus with an unlocked keyring kept in `folder`, so that secrets are there again the next time.
 *
 * @throws when the daemons cannot be started
 */
export async function startPrivateKeyring(folder: string): Promise<PrivateKeyring> {
  const child = spawn('sh', [join(projectRoot, 'scripts/private-keyring.sh'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // A session of its own: Ctrl+C is for the app, which may still want to store something while it quits.
    detached: true
  })
  const exited = once(child, 'exit')
  const line = once(createInterface(child.stdout), 'line')
  const first = await Promise.race([line, exited.then(() => undefined)])
  const address: unknown = first?.[0]
  if (typeof address !== 'string') throw new Error('the private keyring could not be started')
  // Its standard input closes when we end, however that happens; until then it must not keep us alive.
  child.unref()
  for (const pipe of [child.stdin, child.stdout]) if (pipe instanceof Socket) pipe.unref()
  return {
    address,
    async stop() {
      child.ref()
      child.stdin.end()
      await exited
    }
  }
}
