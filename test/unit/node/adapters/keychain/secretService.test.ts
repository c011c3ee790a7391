import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { OsKeychain } from '../../../../../src/main/adapters/keychain/osKeychain'
import { RecordingLog } from '../../recordingLog'
import { buildKeychainProcess, type BuiltProcess } from './buildProcess'
import { missingForPrivateBus, PrivateBus } from './privateBus'

const missing = missingForPrivateBus()
if (missing !== null) console.warn(`The keychain is not tested against a real Secret Service: ${missing}`)

let built: BuiltProcess
let bus: PrivateBus
let keychain: OsKeychain
let log: RecordingLog

beforeAll(async () => {
  built = await buildKeychainProcess()
})
afterAll(() => built.remove())

/** Points the keychain process, which inherits our environment, at a bus. */
function open(environment: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  log = new RecordingLog()
  keychain = new OsKeychain({ entry: built.entry, log, service: `field-installer-test-${randomUUID()}` })
}

afterEach(() => {
  keychain.stop()
  vi.unstubAllEnvs()
})

describe.skipIf(missing !== null)('with a Secret Service on the bus', () => {
  beforeEach(async () => {
    bus = await PrivateBus.start()
    await bus.startKeyring()
    open(bus.environment)
  })
  afterEach(() => bus.stop())

  it('is available', async () => {
    expect(await keychain.available()).toEqual({ ok: true })
  })

  it('gives back what was written, and nothing once it is removed', async () => {
    expect(await keychain.read('stack-1')).toBeNull()
    await keychain.write('stack-1', 'first')
    await keychain.write('stack-1', 'second, with ä, 漢 and "quotes"')
    await keychain.write('stack-2', 'of another stack')
    expect(await keychain.read('stack-1')).toBe('second, with ä, 漢 and "quotes"')
    await keychain.remove('stack-1')
    expect(await keychain.read('stack-1')).toBeNull()
    expect(await keychain.read('stack-2')).toBe('of another stack')
  })

  it('keeps what it was given beyond the life of the process', async () => {
    await keychain.write('stack-1', 'kept')
    keychain.stop()
    const next = new OsKeychain({ entry: built.entry, log, service: 'field-installer-test-next' })
    await next.write('stack-1', 'elsewhere')
    next.stop()
    const again = new OsKeychain({ entry: built.entry, log, service: 'field-installer-test-next' })
    expect(await again.read('stack-1')).toBe('elsewhere')
    again.stop()
  })

  it('has nothing to do when there is nothing to remove', async () => {
    await keychain.remove('never-there')
    expect(await keychain.available()).toEqual({ ok: true })
  })

  it('keeps many calls at once apart', async () => {
    const accounts = Array.from({ length: 20 }, (_, index) => `stack-${index}`)
    await Promise.all(accounts.map((account) => keychain.write(account, `secret of ${account}`)))
    const found = await Promise.all(accounts.map((account) => keychain.read(account)))
    expect(found).toEqual(accounts.map((account) => `secret of ${account}`))
  })

  it('says that it is locked instead of taking a secret for missing', async () => {
    await keychain.write('stack-1', 'canary-secret')
    bus.lockKeyring()
    const locked = { problem: { kind: 'keychain_locked' } }
    await expect(keychain.read('stack-1')).rejects.toMatchObject(locked)
    await expect(keychain.write('stack-1', 'canary-other')).rejects.toMatchObject(locked)
    await expect(keychain.remove('stack-1')).rejects.toMatchObject(locked)
    expect(await keychain.available()).toMatchObject({ ok: false, kind: 'keychain_locked' })
    expect(JSON.stringify(log.entries)).not.toContain('canary')
  })

  it('answers again once a service that was not there has been started', async () => {
    keychain.stop()
    const empty = await PrivateBus.start()
    open(empty.environment)
    await expect(keychain.write('stack-1', 'x-y-z')).rejects.toMatchObject({
      problem: { kind: 'keychain_unavailable', detail: expect.stringContaining('gnome-keyring') as string }
    })
    await empty.startKeyring()
    await keychain.write('stack-1', 'x-y-z')
    expect(await keychain.read('stack-1')).toBe('x-y-z')
    keychain.stop()
    await empty.stop()
  })
})

describe.skipIf(process.platform !== 'linux')('without a session bus', () => {
  beforeEach(() => open({ DBUS_SESSION_BUS_ADDRESS: undefined, DISPLAY: undefined, XDG_RUNTIME_DIR: '/nowhere' }))

  it('says that the keychain is unavailable and what to install', async () => {
    const expected = {
      kind: 'keychain_unavailable',
      detail: expect.stringMatching(/dbus-user-session|libsecret/) as string
    }
    expect(await keychain.available()).toEqual({ ok: false, ...expected })
    await expect(keychain.read('stack-1')).rejects.toMatchObject({ problem: expected })
  })
})
