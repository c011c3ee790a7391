import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { afterEach, describe, expect, it } from 'vitest'
import { isAlive } from '../../../host/process-identity.ts'

const echo = join(import.meta.dirname, 'utility-echo.ts')

describe('the stand-in for a utility process', () => {
  const started: Electron.UtilityProcess[] = []
  const start = (...args: string[]): Electron.UtilityProcess => {
    const child = utilityProcess.fork(echo, args, { serviceName: 'echo' })
    started.push(child)
    return child
  }
  afterEach(() => {
    for (const child of started.splice(0)) child.kill()
  })

  it('tells when it runs, and only then has an id', async () => {
    const child = start()
    expect(child.pid).toBeUndefined()
    await once(child, 'spawn')
    expect(child.pid).toBeGreaterThan(0)
  })

  it('carries messages both ways, with what structured clone can carry', async () => {
    const child = start()
    const sent = { map: new Map([['key', 1n]]), date: new Date(0), bytes: new Uint8Array([1, 2]) }
    child.postMessage(sent)
    const [answer] = (await once(child, 'message')) as unknown[]
    expect(answer).toEqual({ echo: sent, type: 'utility' })
  })

  it('keeps messages until the child listens, in order', async () => {
    const child = start('slow')
    const answers: unknown[] = []
    const all = new Promise<void>((resolve) => {
      child.on('message', (answer: unknown) => {
        if (answers.push(answer) === 3) resolve()
      })
    })
    for (const number of [1, 2, 3]) child.postMessage(number)
    await all
    expect(answers).toEqual([1, 2, 3].map((number) => ({ echo: number, type: 'utility' })))
  })

  it('reports the exit code of the child', async () => {
    const child = start()
    child.postMessage({ exit: 7 })
    expect(await once(child, 'exit')).toEqual([7])
    expect(child.pid).toBeUndefined()
    expect(child.kill()).toBe(false)
  })

  it('can be killed', async () => {
    const child = start()
    await once(child, 'spawn')
    expect(child.kill()).toBe(true)
    await once(child, 'exit')
  })

  it('does not outlive a parent that is killed', async () => {
    const parent = fork(join(import.meta.dirname, 'utility-parent.ts'), [echo], { execArgv: [] })
    const [grandchild] = (await once(parent, 'message')) as [number]
    expect(isAlive(grandchild)).toBe(true)
    parent.kill('SIGKILL')
    await expect.poll(() => isAlive(grandchild), { timeout: 5000 }).toBe(false)
  })
})
