import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { readCliOptions } from '../../../simulator/cli-options.ts'
import { exchange } from './session.ts'

const CLI = resolve(import.meta.dirname, '../../../simulator/cli.ts')

function start(...args: string[]): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

it.each(['SIGINT', 'SIGTERM'] as const)('prints what a program needs first, serves, and ends on %s', async (signal) => {
  const child = start('--site', 'small', '--no-group-list')
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const told = JSON.parse(line) as { url: string; client_id: string; client_secret: string; tuids: string[] }
  expect(Object.keys(told)).toEqual(['url', 'client_id', 'client_secret', 'tuids'])
  expect(told.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/prod\/v1$/)
  expect(told.tuids).toHaveLength(6)
  const body = JSON.stringify({ client_id: told.client_id, client_secret: told.client_secret })
  const { body: answer } = await exchange(`${told.url}/auth/client-token`, { method: 'POST', body })
  const authorization = `Bearer ${(answer as { data: { token: string } }).data.token}`
  expect((await exchange(`${told.url}/things/alerts`, { headers: { authorization } })).status).toBe(200)
  expect((await exchange(`${told.url}/groups`, { headers: { authorization } })).status).toBe(404)
  const ended = once(child, 'exit')
  child.kill(signal)
  expect(await ended).toEqual([0, null])
})

it.skipIf(process.platform === 'win32')('ends with the shell npm started it from', async () => {
  const shell = spawn('sh', ['-c', '"$0" "$1" --site empty; true', process.execPath, CLI], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, npm_lifecycle_event: 'simulator' }
  })
  await once(createInterface(shell.stdout), 'line')
  // The pipe closes when its last holder, the simulator, is gone.
  const closed = once(shell, 'close')
  shell.kill('SIGTERM')
  expect(await closed).toEqual([null, 'SIGTERM'])
})

it('says how to be called, and prints nothing a program could mistake', async () => {
  const child = start('--site', 'mars')
  const stdout: string[] = []
  const stderr: string[] = []
  child.stdout.on('data', (piece: Buffer) => stdout.push(piece.toString()))
  child.stderr.on('data', (piece: Buffer) => stderr.push(piece.toString()))
  expect(await once(child, 'close')).toEqual([1, null])
  expect(stdout.join('')).toBe('')
  expect(stderr.join('')).toContain('--site must be one of demo, small, empty')
})

it('reads its options', () => {
  expect(readCliOptions([])).toEqual({ site: 'demo', port: 0, seed: 1, tokenSeconds: 900, groupList: true })
  expect(readCliOptions(['--port', '8123', '--seed', '7', '--token-seconds', '5', '--no-group-list'])).toEqual({
    site: 'demo',
    port: 8123,
    seed: 7,
    tokenSeconds: 5,
    groupList: false
  })
})

it('reads what the server lacks', () => {
  const { lacking } = readCliOptions(['--lacking', '/things/alerts', '--lacking', '/things/{tuid}/messages=405'])
  expect(lacking).toEqual({ '/things/alerts': 404, '/things/{tuid}/messages': 405 })
})

it.each([
  ['--lacking', '/groups=500'],
  ['--lacking', 'groups'],
  ['--port', '70000'],
  ['--port', 'x'],
  ['--seed', '1.5'],
  ['--token-seconds', '0'],
  ['--unknown'],
  ['extra']
])('refuses %s %s', (...args) => {
  expect(() => readCliOptions(args)).toThrow()
})
