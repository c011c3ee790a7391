import { describe, expect, it } from 'vitest'
import type { Problem } from '@shared/domain/problem'
import type { Outcome } from '../../../../src/main/api/outcome'
import { connectionAfter, Connections } from '../../../../src/main/session/connections'

const problem = (kind: Problem['kind']): Problem => ({ kind })
const notSent = (kind: Problem['kind']): Outcome<unknown> => ({ type: 'not_sent', problem: problem(kind) })
const unknown = (kind: Problem['kind'], httpStatus: number | null): Outcome<unknown> => ({
  type: 'unknown',
  httpStatus,
  retryAfterMs: null,
  problem: problem(kind)
})

describe('what a call says about the way to the server', () => {
  it.each<[outcome: Outcome<unknown>, connection: string, problem: Problem['kind'] | null]>([
    [{ type: 'answered', value: 1, askedAt: 0, at: 0, httpStatus: 200 }, 'online', null],
    [{ type: 'refused', httpStatus: 404, problem: problem('not_found') }, 'online', null],
    [{ type: 'busy', httpStatus: 429, retryAfterMs: null, problem: problem('busy') }, 'online', null],
    [{ type: 'auth', problem: problem('bad_credentials') }, 'signed_out', 'bad_credentials'],
    [notSent('offline'), 'offline', 'offline'],
    [notSent('tls'), 'offline', 'tls'],
    [notSent('secret_missing'), 'no_secret', 'secret_missing'],
    [notSent('keychain_locked'), 'no_secret', 'keychain_locked'],
    [notSent('keychain_unavailable'), 'no_secret', 'keychain_unavailable'],
    [notSent('server_error'), 'online', 'server_error'],
    [notSent('not_this_api'), 'online', 'not_this_api'],
    [notSent('unreadable'), 'online', 'unreadable'],
    [notSent('busy'), 'online', 'busy'],
    [unknown('server_error', 500), 'online', 'server_error'],
    [unknown('unreadable', 200), 'online', 'unreadable']
  ])('%j', (outcome, connection, kind) => {
    expect(connectionAfter(outcome)).toEqual({ connection, problem: kind === null ? null : { kind } })
  })

  it.each([notSent('timeout'), unknown('timeout', null), unknown('offline', null)])(
    '%j leaves it in doubt',
    (outcome) => {
      expect(connectionAfter(outcome)).toBe('doubtful')
    }
  )

  it.each([notSent('cancelled'), unknown('cancelled', null)])('%j says nothing', (outcome) => {
    expect(connectionAfter(outcome)).toBeNull()
  })
})

describe('the memory of connections', () => {
  function open() {
    const clock = { now: 1_000 }
    const told: string[] = []
    const connections = new Connections(
      () => clock.now,
      (stackId, state, before) => told.push(`${stackId}: ${before.connection} → ${state.connection}`)
    )
    return { clock, told, connections }
  }

  it('begins with checking', () => {
    expect(open().connections.of('a')).toEqual({ connection: 'checking', since: 1_000, problem: null })
  })

  it('tells every change once, and since when it is so', () => {
    const { clock, told, connections } = open()
    connections.set('a', { connection: 'online', problem: null })
    clock.now = 2_000
    connections.set('a', { connection: 'online', problem: null })
    expect(connections.of('a')).toEqual({ connection: 'online', since: 1_000, problem: null })
    connections.set('a', { connection: 'offline', problem: problem('offline') })
    expect(connections.of('a')).toEqual({ connection: 'offline', since: 2_000, problem: problem('offline') })
    expect(told).toEqual(['a: checking → online', 'a: online → offline'])
  })

  it('tells another problem with the same connection, which is no younger for it', () => {
    const { clock, told, connections } = open()
    connections.set('a', { connection: 'offline', problem: problem('offline') })
    clock.now = 2_000
    connections.set('a', { connection: 'offline', problem: problem('tls') })
    expect(connections.of('a')).toEqual({ connection: 'offline', since: 1_000, problem: problem('tls') })
    expect(told).toHaveLength(2)
  })

  it('keeps stacks apart, and forgets those that are gone', () => {
    const { connections } = open()
    connections.set('a', { connection: 'online', problem: null })
    expect(connections.of('b').connection).toBe('checking')
    connections.forget('a')
    expect(connections.of('a').connection).toBe('checking')
  })
})
