import { on } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { app, utilityProcess } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OsKeychain } from '../../../../../src/main/adapters/keychain/osKeychain'
import { RecordingLog } from '../../recordingLog'
import { buildKeychainProcess } from './buildProcess'

let folder: string
let log: RecordingLog
let keychain: OsKeychain

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keychain-process-'))
  log = new RecordingLog()
})
afterEach(() => {
  keychain.stop()
  rmSync(folder, { recursive: true, force: true })
})

const ready = 'process.parentPort.postMessage({ ready: true })'
const onQuestion = (act: string): string => `process.parentPort.on('message', ({ data }) => { ${act} })\n${ready}`
const answerWith = (answer: string): string => onQuestion(`process.parentPort.postMessage(${answer})`)
const writePid = `import { writeFileSync } from 'node:fs'
writeFileSync(new URL('./pid', import.meta.url), String(process.pid))`

/** Opens a keychain whose process runs this source. */
function openWith(source: string, limits = { startMs: 4_000, answerMs: 300 }): void {
  const entry = join(folder, 'process.mjs')
  writeFileSync(entry, source)
  keychain = new OsKeychain({ entry, log, limits, platform: 'linux' })
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('a keychain process that misbehaves', () => {
  it.each<[string, string, string]>([
    ['cannot be started', 'import "./nowhere.mjs"', 'ended unexpectedly'],
    ['ends at once', 'process.exit(3)', 'exit code 3'],
    ['says something else than that it is ready', `process.parentPort.postMessage('hello')`, 'unreadable'],
    ['dies of the first question', onQuestion('process.kill(process.pid, "SIGSEGV")'), 'ended unexpectedly'],
    ['throws at the first question', onQuestion('throw new Error("no")'), 'ended unexpectedly'],
    ['answers with text', answerWith('"yes"'), 'unreadable'],
    ['answers with nothing', answerWith('null'), 'unreadable'],
    ['answers another question', answerWith('{ id: data.id + 1, ok: true, value: "x" }'), 'unreadable'],
    ['answers with more than it should', answerWith('{ id: data.id, ok: true, value: "x", more: 1 }'), 'unreadable'],
    ['answers with a number for a secret', answerWith('{ id: data.id, ok: true, value: 7 }'), 'unreadable'],
    ['fails without words', answerWith('{ id: data.id, ok: false }'), 'unreadable']
  ])('is unavailable when it %s', async (_name, source, words) => {
    openWith(source)
    const unavailable = { kind: 'keychain_unavailable', detail: expect.stringContaining(words) as string }
    await expect(keychain.read('stack-1')).rejects.toMatchObject({ problem: unavailable })
    expect(await keychain.available()).toEqual({ ok: false, ...unavailable })
  })

  it.each<[string, string, string]>([
    [
      'never says that it is ready',
      'keychain_unavailable',
      `${writePid}\nprocess.on('SIGTERM', () => {})\nsetInterval(() => {}, 1000)`
    ],
    ['never answers', 'keychain_locked', `${writePid}\nprocess.on('SIGTERM', () => {})\n${onQuestion('')}`],
    [
      'is stuck and hears no signal',
      'keychain_locked',
      `${writePid}\nprocess.on('SIGTERM', () => {})\n${onQuestion('for (;;);')}`
    ]
  ])('is killed when it %s', async (_name, kind, source) => {
    openWith(source, { startMs: 2_000, answerMs: 200 })
    const ends = on(app, 'child-process-gone')
    await expect(keychain.read('stack-1')).rejects.toMatchObject({
      problem: { kind, detail: expect.stringContaining('no answer within') as string }
    })
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
    // Earlier tests' processes may end now as well: the test goes on when it was this one.
    while (isRunning(pid)) await ends.next()
    expect(isRunning(pid)).toBe(false)
  })

  it.each<[string, string, string, string]>([
    ['no library', 'Failed to load keytar native addon, checked ["../build"]', 'keychain_unavailable', 'libsecret-1-0'],
    ['no bus', 'Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain_unavailable', 'dbus-user-session'],
    ['no service', 'The name org.freedesktop.secrets was not provided', 'keychain_unavailable', 'gnome-keyring'],
    ['no keyring', 'Object does not exist at path “/org/x/collection/login”', 'keychain_unavailable', 'seahorse'],
    ['a locked keyring', 'Cannot create an item in a locked collection', 'keychain_locked', 'locked'],
    ['a prompt that was sent away', 'The prompt was dismissed', 'keychain_locked', 'locked']
  ])('says what to do about %s, whatever is asked of it', async (_what, words, kind, advice) => {
    openWith(answerWith(`{ id: data.id, ok: false, words: ${JSON.stringify(words)} }`))
    const problem = { kind, detail: expect.stringContaining(advice) as string }
    await expect(keychain.read('stack-1')).rejects.toMatchObject({ problem })
    await expect(keychain.write('stack-1', 'canary')).rejects.toMatchObject({ problem })
    await expect(keychain.remove('stack-1')).rejects.toMatchObject({ problem })
    expect(await keychain.available()).toEqual({ ok: false, ...problem })
    expect(JSON.stringify(log.entries)).not.toContain('canary')
  })

  it('is started again for the next question', async () => {
    openWith(
      onQuestion(`
      if (data.deed === 'set') process.kill(process.pid, 'SIGKILL')
      process.parentPort.postMessage({ id: data.id, ok: true, value: 'from ' + data.account })`)
    )
    await expect(keychain.write('stack-1', 'canary')).rejects.toMatchObject({
      problem: { kind: 'keychain_unavailable' }
    })
    expect(await keychain.read('stack-2')).toBe('from stack-2')
    expect(log.entries.filter((entry) => entry.message === 'process ended')).toHaveLength(1)
    expect(JSON.stringify(log.entries)).not.toContain('canary')
  })

  it('fails only the call that it failed', async () => {
    openWith(
      onQuestion(`
      if (data.account === 'bad') process.exit(1)
      process.parentPort.postMessage({ id: data.id, ok: true, value: 'from ' + data.account })`)
    )
    const calls = ['a', 'bad', 'b'].map((account) => keychain.read(account))
    const [first, second, third] = await Promise.allSettled(calls)
    expect(first).toEqual({ status: 'fulfilled', value: 'from a' })
    expect(second?.status).toBe('rejected')
    expect(third).toEqual({ status: 'fulfilled', value: 'from b' })
  })
})

/** Building takes a second, and on a machine at work with other things many. */
const patience = 120_000

describe('a library that tells what it was given', { timeout: patience }, () => {
  /** The real process, with this for its library. */
  async function openWithLibrary(source: string): Promise<void> {
    const built = await buildKeychainProcess()
    const library = join(folder, 'node_modules/keytar')
    mkdirSync(library, { recursive: true })
    writeFileSync(join(library, 'index.js'), source)
    const entry = join(folder, 'keychain.mjs')
    copyFileSync(built.entry, entry)
    built.remove()
    keychain = new OsKeychain({ entry, log, limits: { startMs: patience, answerMs: patience }, platform: 'linux' })
  }

  it('in its error: the secret is struck out of it', async () => {
    await openWithLibrary(
      'exports.setPassword = async (service, account, secret) => { throw new Error(`not ${secret}, nor ${secret}`) }'
    )
    await expect(keychain.write('stack-1', 'canary-secret')).rejects.toMatchObject({
      problem: { detail: expect.stringContaining('not [hidden], nor [hidden]') as string }
    })
    expect(JSON.stringify(log.entries)).not.toContain('canary')
  })

  it('on its output: that goes nowhere', async () => {
    const forked = vi.spyOn(utilityProcess, 'fork')
    await openWithLibrary(
      `let kept
      exports.setPassword = async (service, account, secret) => { console.log(secret); console.error(secret); kept = secret }
      exports.getPassword = async () => kept`
    )
    await keychain.write('stack-1', 'canary-secret')
    expect(forked.mock.calls.map(([, , options]) => options?.stdio)).toEqual(['ignore'])
    vi.restoreAllMocks()
  })
})

describe('what the keychain claims', () => {
  it('is not believed when a written secret does not come back', async () => {
    openWith(answerWith('{ id: data.id, ok: true, value: null }'))
    const locked = { problem: { kind: 'keychain_locked' } }
    await expect(keychain.write('stack-1', 'canary')).rejects.toMatchObject(locked)
    await expect(keychain.read('stack-1')).rejects.toMatchObject(locked)
    await expect(keychain.remove('stack-1')).rejects.toMatchObject(locked)
  })

  it('is asked again after the test entry, which may have made the person unlock it', async () => {
    openWith(
      onQuestion(`
      globalThis.kept ??= null
      globalThis.unlocked ??= false
      const secret = data.account === 'self-test' ? globalThis.kept : globalThis.unlocked ? 'there all along' : null
      if (data.deed === 'set') { globalThis.kept = data.secret; globalThis.unlocked = true }
      process.parentPort.postMessage({ id: data.id, ok: true, value: data.deed === 'get' ? secret : null })`)
    )
    expect(await keychain.read('stack-1')).toBe('there all along')
  })

  it('is not believed when an entry is still there after its removal', async () => {
    openWith(answerWith('{ id: data.id, ok: true, value: data.deed === "get" ? "still here" : null }'))
    await expect(keychain.remove('stack-1')).rejects.toMatchObject({ problem: { kind: 'keychain_unavailable' } })
  })
})

describe('at the end of the app', () => {
  it('the process is killed in the middle of a question, and nothing starts it again', async () => {
    openWith(
      `${writePid}\n${onQuestion(`
      if (data.account === 'stuck') for (;;);
      process.parentPort.postMessage({ id: data.id, ok: true, value: 'here' })`)}`,
      { startMs: 4_000, answerMs: 60_000 }
    )
    expect(await keychain.read('stack-1')).toBe('here')
    const ends = on(app, 'child-process-gone')
    const stuck = expect(keychain.read('stuck')).rejects.toMatchObject({ problem: { kind: 'keychain_unavailable' } })
    await nextTurn()
    keychain.stop()
    await stuck
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
    while (isRunning(pid)) await ends.next()
    await expect(keychain.read('stack-1')).rejects.toMatchObject({
      problem: { detail: expect.stringContaining('closing') as string }
    })
    expect(isRunning(pid)).toBe(false)
  })
})
