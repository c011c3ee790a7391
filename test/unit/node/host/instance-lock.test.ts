import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InstanceLock, lockHolder, type SecondInstance } from '../../../host/instance-lock.ts'
import { processIdentity } from '../../../host/process-identity.ts'

const here: SecondInstance = { argv: ['app', '--flag'], workingDirectory: '/', additionalData: { from: 'test' } }
const nobody = (): void => undefined

describe('the single-instance lock of the host', () => {
  let userData: string
  beforeEach(() => {
    userData = mkdtempSync(join(tmpdir(), 'host-lock-'))
  })
  afterEach(() => rmSync(userData, { recursive: true, force: true }))

  function leaveLock(holder: object | string): void {
    mkdirSync(join(userData, 'host-instance'), { recursive: true })
    const text = typeof holder === 'string' ? holder : JSON.stringify(holder)
    writeFileSync(join(userData, 'host-instance/lock'), text)
  }

  it('is free in a fresh folder', () => {
    expect(lockHolder(userData)).toBeUndefined()
    const lock = new InstanceLock(userData)
    expect(lock.request(here, nobody)).toBe(true)
    expect(lockHolder(userData)).toBe(process.pid)
    lock.release()
    expect(lockHolder(userData)).toBeUndefined()
  })

  it('is refused while its holder lives, and the holder hears who asked', async () => {
    const first = new InstanceLock(userData)
    const heard = new Promise<SecondInstance>((resolve) => first.request(here, resolve))
    const second = new InstanceLock(userData)
    expect(second.request({ ...here, argv: ['second'] }, nobody)).toBe(false)
    expect(second.held).toBe(false)
    expect(await heard).toEqual({ ...here, argv: ['second'] })
    first.release()
  })

  it('is not given up by somebody who never held it', () => {
    const first = new InstanceLock(userData)
    first.request(here, nobody)
    const second = new InstanceLock(userData)
    second.request(here, nobody)
    second.release()
    expect(lockHolder(userData)).toBe(process.pid)
    first.release()
  })

  it('is free again after its holder was killed', async () => {
    const child = fork(join(import.meta.dirname, 'lock-holder.ts'), [userData], { execArgv: [] })
    await once(child, 'message')
    expect(lockHolder(userData)).toBe(child.pid)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = new InstanceLock(userData)
    expect(lock.request(here, nobody)).toBe(true)
    lock.release()
  })

  it.skipIf(process.platform === 'win32')('is not held by a later process that was given the same id', () => {
    leaveLock({ pid: process.pid, identity: 'an earlier life' })
    expect(lockHolder(userData)).toBeUndefined()
    expect(new InstanceLock(userData).request(here, nobody)).toBe(true)
  })

  it.each<[string, string]>([
    ['empty', ''],
    ['torn', '{"pid":1']
  ])('is free when its file is %s', (_name, text) => {
    leaveLock(text)
    const lock = new InstanceLock(userData)
    expect(lock.request(here, nobody)).toBe(true)
    lock.release()
  })

  it('knows a process by more than its id', () => {
    expect(processIdentity(process.pid)).toBe(processIdentity(process.pid))
    expect(processIdentity(process.pid)).not.toBe(processIdentity(process.ppid))
  })
})
