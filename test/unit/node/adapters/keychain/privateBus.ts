import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A bus that starts nothing by itself, so that a test decides what runs on it. @param folder of its socket */
const busConfig = (
  folder: string
): string => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=${folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`

const needed = ['dbus-daemon', 'dbus-monitor', 'dbus-send', 'gnome-keyring-daemon']

/** @returns why no Secret Service can be started on this machine, or null */
export function missingForPrivateBus(): string | null {
  if (process.platform !== 'linux') return `no private Secret Service on ${process.platform}`
  const missing = needed.filter((program) => spawnSync(program, ['--version']).error !== undefined)
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    return '' // it has ended meanwhile, or belongs to somebody else
  }
}

/** A session bus and a keyring of the test's own: nobody's real passwords are touched. */
export class PrivateBus {
  readonly environment: Readonly<Record<string, string>>
  readonly #daemon: ChildProcess
  readonly #folder: string
  #keyring: ChildProcess | null = null

  private constructor(daemon: ChildProcess, folder: string, environment: Readonly<Record<string, string>>) {
    this.#daemon = daemon
    this.#folder = folder
    this.environment = environment
  }

  static async start(): Promise<PrivateBus> {
    const folder = mkdtempSync(join(tmpdir(), 'private-bus-'))
    const [data, run, config] = [join(folder, 'data'), join(folder, 'run'), join(folder, 'bus.conf')]
    mkdirSync(data)
    mkdirSync(run, { mode: 0o700 })
    writeFileSync(config, busConfig(run))
    const daemon = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=1'], {
      stdio: ['ignore', 'pipe', 'ignore']
    })
    const [address] = (await once(daemon.stdout, 'data')) as [Buffer]
    const environment = {
      DBUS_SESSION_BUS_ADDRESS: address.toString('utf8').trim(),
      XDG_RUNTIME_DIR: run,
      XDG_DATA_HOME: data
    }
    return new PrivateBus(daemon, folder, environment)
  }

  /** Resolves when the service is on the bus, with an unlocked login keyring in it. */
  async startKeyring(): Promise<void> {
    const env = { ...process.env, ...this.environment }
    const watch = "type='signal',member='NameOwnerChanged',arg0='org.freedesktop.secrets'"
    const monitor = spawn('dbus-monitor', ['--session', watch], { stdio: ['ignore', 'pipe', 'ignore'], env })
    // Its first words say that it is on the bus itself; from then on it misses nothing.
    await once(monitor.stdout, 'data')
    const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--components=secrets', '--unlock'], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env
    })
    keyring.stdin.end('test\n')
    for await (const words of monitor.stdout) if (String(words).includes('org.freedesktop.secrets')) break
    monitor.kill()
    this.#keyring = keyring
  }

  /** Locks the login keyring. There is nobody to prompt, so it stays locked. */
  lockKeyring(): void {
    const service = '/org/freedesktop/secrets'
    const lock = 'org.freedesktop.Secret.Service.Lock'
    execFileSync(
      'dbus-send',
      [
        '--session',
        '--print-reply',
        '--dest=org.freedesktop.secrets',
        service,
        lock,
        `array:objpath:${service}/collection/login`
      ],
      { stdio: 'ignore', env: { ...process.env, ...this.environment } }
    )
  }

  /** From now on the service takes every question and answers none, as behind a prompt that nobody sees. */
  silenceKeyring(): void {
    this.#keyring?.kill('SIGSTOP')
  }

  /** It goes on where it was. */
  wakeKeyring(): void {
    this.#keyring?.kill('SIGCONT')
  }

  /** Who else was told of this bus, by process id: whoever of an app, or of what it started, still runs. */
  guests(): number[] {
    const address = this.environment['DBUS_SESSION_BUS_ADDRESS'] ?? ''
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== this.#keyring?.pid)
      .filter((name) => environmentOf(name).includes(address))
      .map(Number)
  }

  /** Ends the keyring and the bus. */
  async stop(): Promise<void> {
    this.wakeKeyring()
    for (const running of [this.#keyring, this.#daemon]) {
      if (running === null) continue
      const ended = once(running, 'exit')
      running.kill()
      await ended
    }
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
