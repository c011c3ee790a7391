import { reactive } from 'vue'
import { expect, test } from 'vitest'
import { ProblemError } from '@shared/domain/problem'
import { ask, askWhenOpen, listen } from '@/bridge'
import { fail, harbour, ok, sessionOf, standIn } from './installerStandIn'

test('an answer comes without its envelope', async () => {
  standIn({ 'stacks:list': () => ok([harbour]) })
  expect(await ask('stacks:list')).toEqual([harbour])
})

test('a refusal is thrown as the problem that main named', async () => {
  standIn({ 'stacks:activate': () => fail('unknown_stack', { detail: 'gone' }) })
  const refusal = ask('stacks:activate', { id: harbour.id })
  await expect(refusal).rejects.toBeInstanceOf(ProblemError)
  await expect(refusal).rejects.toMatchObject({ problem: { kind: 'unknown_stack', detail: 'gone' } })
})

test('a call that does not come back is a problem, too', async () => {
  standIn({ 'session:check': () => Promise.reject(new Error('channel closed')) })
  await expect(ask('session:check')).rejects.toMatchObject({
    problem: { kind: 'internal', detail: 'Error: channel closed' }
  })
})

test('what crosses is plain data, which can be cloned into another process', async () => {
  const installer = standIn({ 'app:copyText': () => ok(undefined) })
  await ask('app:copyText', reactive({ text: 'TSPD04ESY93100802' }))
  const [sent] = installer.inputsOf('app:copyText')
  expect(structuredClone(sent)).toEqual({ text: 'TSPD04ESY93100802' })
})

test('events are heard until one stops listening', () => {
  const installer = standIn()
  const heard: string[] = []
  const stop = listen('session:changed', (session) => heard.push(session.connection))
  installer.emit('session:changed', sessionOf({ connection: 'offline' }))
  stop()
  installer.emit('session:changed', sessionOf())
  expect(heard).toEqual(['offline'])
})

test('what needs the files is asked when they are open, everything else at once', async () => {
  const installer = standIn({ 'stacks:list': () => ok([harbour]), 'stacks:chosen': () => ok(null) })
  const asked = () => installer.calls.map(({ channel }) => channel)
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  askWhenOpen(opened)
  const stacks = ask('stacks:list')
  await ask('stacks:chosen')
  await ask('settings:get')
  expect(asked()).toEqual(['stacks:chosen', 'settings:get'])
  open()
  expect(await stacks).toEqual([harbour])
  expect(asked()).toEqual(['stacks:chosen', 'settings:get', 'stacks:list'])
})
