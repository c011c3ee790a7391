import { afterEach, describe, expect, it } from 'vitest'
import { ProblemError } from '@shared/domain/problem'
import { channelNames } from '@shared/ipc/names'
import { goodInputs } from './channelSamples'
import { openGate, type Gate } from './gate'

let gate: Gate
afterEach(() => gate.close())

describe('a call from the page', () => {
  it.each(channelNames)('%s hands a good input to its handler', async (channel) => {
    let seen: unknown
    gate = openGate({ [channel]: (input: unknown) => (seen = input) })
    const input: unknown = goodInputs[channel]
    await (input === undefined ? gate.call(channel) : gate.call(channel, input))
    expect(gate.ran).toEqual([channel])
    expect(seen).toEqual(input)
  })

  it('gives the handler the parsed input', async () => {
    let seen: unknown
    gate = openGate({ 'stacks:save': (input) => (seen = input) })
    await gate.call('stacks:save', { ...goodInputs['stacks:save'], name: '  Harbour  ' })
    expect(seen).toMatchObject({ name: 'Harbour' })
  })

  it('answers with what the handler returns', async () => {
    const met = [{ tuid: 'TSPD04ESY93100802', seenAt: 1, openActions: 2, needsYou: 1 }]
    gate = openGate({ 'things:recent': () => Promise.resolve(met) })
    expect(await gate.call('things:recent', goodInputs['things:recent'])).toEqual({ ok: true, value: met })
  })

  it('answers with the problem that a handler throws', async () => {
    const problem = { kind: 'refused', status: 403, words: 'Not yours' } as const
    gate = openGate({ 'outbox:sync': () => Promise.reject(new ProblemError(problem)) })
    expect(await gate.call('outbox:sync')).toEqual({ ok: false, problem })
    expect(gate.log.entries).toEqual([])
  })

  it('answers any other failure with a reference to the log, and nothing of it', async () => {
    const error = new Error('table actions has no column named secret')
    gate = openGate({
      'outbox:sync': () => {
        throw error
      }
    })
    const answer = await gate.call('outbox:sync')
    const logged = gate.log.entries[0]
    expect(logged).toMatchObject({ level: 'error', fields: { channel: 'outbox:sync', error } })
    expect(answer).toEqual({
      ok: false,
      problem: { kind: 'internal', detail: `log reference ${String(logged?.fields['reference'])}` }
    })
  })

  it.each<[string, unknown]>([
    ['a surplus field', { version: '1', platform: 'linux', secret: 'canary-value' }],
    ['a wrong type', { version: 1 }],
    ['nothing', undefined],
    ['null', null]
  ])('does not pass on an answer of ours that is wrong: %s', async (_name, wrong) => {
    gate = openGate({ 'app:info': () => wrong })
    expect(await gate.call('app:info')).toMatchObject({ ok: false, problem: { kind: 'internal' } })
    expect(gate.log.entries[0]).toMatchObject({ level: 'error', fields: { channel: 'app:info' } })
    expect(JSON.stringify(gate.log.entries)).not.toContain('canary-value')
  })

  it('passes on what was looked at, whatever the answer says when it is asked again', async () => {
    let asked = 0
    const thing = {
      tuid: 'TSPD04ESY93100802',
      seenAt: 1,
      needsYou: 0,
      get openActions(): unknown {
        return asked++ === 0 ? 2 : 'canary-value'
      }
    }
    gate = openGate({ 'things:recent': () => [thing] })
    const answer = await gate.call('things:recent', goodInputs['things:recent'])
    expect(JSON.stringify(answer)).toContain('"openActions":2')
  })

  it('does not let a handler answer where nothing is to be answered', async () => {
    gate = openGate({ 'stacks:activate': () => ({ token: 'canary-value' }) })
    expect(await gate.call('stacks:activate', goodInputs['stacks:activate'])).toMatchObject({
      ok: false,
      problem: { kind: 'internal' }
    })
  })
})

describe('a call from anybody else', () => {
  it.each(channelNames)('%s is refused before the input is looked at', async (channel) => {
    gate = openGate({}, () => false)
    await expect(gate.call(channel, goodInputs[channel])).rejects.toThrow(/^refused$/)
    await expect(gate.call(channel, Symbol('nonsense'))).rejects.toThrow(/^refused$/)
    expect(gate.ran).toEqual([])
    expect(gate.log.entries.map((entry) => entry.level)).toEqual(['warn', 'warn'])
  })
})
