import { ProblemError } from '@shared/domain/problem'
import { describe, expect, test } from 'vitest'
import { httpServer, scriptedStack, type Scripted } from './servers'
import { apiAt, simulatedStack, transport, valueOf } from './stack'

const signIn = 'POST /auth/client-token'
const minute = 60_000

describe('the token', () => {
  test('is asked for when it is needed, once for many callers', async () => {
    const { api, role, count } = await simulatedStack()
    const reads = Array.from({ length: 20 }, () => api.getGroup(role('presence')))
    for (const outcome of await Promise.all(reads)) valueOf(outcome)
    expect(count(signIn)).toBe(1)
  })

  test('is kept for 14 minutes and renewed before it ends', async () => {
    const { api, advance, count, simulator } = await simulatedStack()
    await api.getAlertCount()
    advance(14 * minute - 1)
    await api.getAlertCount()
    expect(count(signIn)).toBe(1)
    advance(1)
    await api.getAlertCount()
    expect(count(signIn)).toBe(2)
    expect(simulator.requests.map(({ auth }) => auth)).not.toContain('refused')
  })

  test.each([
    ['the clock was set back while 14 minutes went by', 0, 14 * minute],
    ['the laptop slept for 14 minutes, and one of its clocks with it', 14 * minute, 0]
  ])('is renewed when %s', async (_what, wall, monotonic) => {
    const clock = { wall: 1e12, monotonic: 0 }
    const { api, count } = await simulatedStack({}, { now: () => clock.wall, monotonicNow: () => clock.monotonic })
    await api.getAlertCount()
    clock.wall += wall
    clock.monotonic += monotonic
    await api.getAlertCount()
    expect(count(signIn)).toBe(2)
  })

  test('that ends early is replaced once, without the caller noticing', async () => {
    const { api, simulator, role, count } = await simulatedStack()
    await api.getAlertCount()
    simulator.expireTokens()
    valueOf(await api.setStatus(role('presence'), 'quarantine'))
    expect(count(signIn)).toBe(2)
    expect(simulator.effects).toHaveLength(1)
  })

  test('that ends early in the midst of many callers is replaced once for all of them', async () => {
    const { api, simulator, role, count } = await simulatedStack()
    await api.getAlertCount()
    simulator.expireTokens()
    const reads = Array.from({ length: 20 }, () => api.getGroup(role('presence')))
    for (const outcome of await Promise.all(reads)) valueOf(outcome)
    expect(count(signIn)).toBe(2)
  })

  test('that was replaced meanwhile is not held against its successor', async () => {
    const { api, simulator, role, count } = await simulatedStack()
    await api.getAlertCount()
    simulator.expireTokens()
    simulator.faults.add({ match: { path: '/group' }, fault: 'latency', ms: 100, times: 1 })
    const late = api.getGroup(role('presence'))
    await expect.poll(() => simulator.faults.struck.length).toBe(1)
    valueOf(await api.getAlertCount())
    valueOf(await late)
    expect(count(signIn)).toBe(2)
  })

  test('of an older request for one does not replace that of a newer', async () => {
    const secrets = ['wrong', 'simulated-secret-1']
    const credentials = () => Promise.resolve({ clientId: 'simulated-client-1', clientSecret: secrets.shift() ?? '' })
    const { api, simulator, count } = await simulatedStack({}, { credentials })
    simulator.faults.add({ match: { path: '/auth' }, fault: 'latency', ms: 100, times: 1 })
    const older = api.signIn()
    await expect.poll(() => simulator.faults.struck.length).toBe(1)
    expect(await api.signIn()).toMatchObject({ type: 'answered' })
    expect(await older).toMatchObject({ type: 'auth' })
    valueOf(await api.getAlertCount())
    expect(count(signIn)).toBe(2)
  })

  test('is asked for by signing in, whatever is held', async () => {
    const { api, count } = await simulatedStack()
    await api.signIn()
    await api.signIn()
    expect(count(signIn)).toBe(2)
  })

  test('is never sent to another stack', async () => {
    const one = await scriptedStack(() => ({ body: '{"data":{"alert_count":"1"}}' }))
    const other = await scriptedStack(() => ({ body: '{"data":{"alert_count":"2"}}' }))
    const way = transport()
    await apiAt(one.baseUrl, { transport: way }).getAlertCount()
    const answer = { status: 200, headers: {}, body: '{"data":{"token":"of-the-other"}}' }
    const api = apiAt(other.baseUrl, {
      transport: {
        ...way,
        send: (request) =>
          request.path.endsWith('/auth/client-token')
            ? Promise.resolve({ type: 'response', ...answer })
            : way.send(request)
      }
    })
    await api.getAlertCount()
    expect(one.requests.at(-1)?.authorization).toBe('Bearer token-1')
    expect(other.requests.map(({ authorization }) => authorization)).toEqual(['Bearer of-the-other'])
  })
})

describe('a 401', () => {
  test('on a fresh token ends it: two tries, never a third', async () => {
    const stack = await scriptedStack(() => ({ status: 401, body: '{"message":"Unauthorized"}' }))
    expect(await apiAt(stack.baseUrl).getAlertCount()).toEqual({
      type: 'auth',
      problem: { kind: 'bad_credentials', status: 401, words: 'Unauthorized' }
    })
    expect(stack.requests.map(({ request, authorization }) => [request, authorization])).toEqual([
      [signIn, ''],
      ['GET /things/alerts/count', 'Bearer token-1'],
      [signIn, ''],
      ['GET /things/alerts/count', 'Bearer token-2']
    ])
  })

  test('when the credentials were revoked: the request is not tried again without a token', async () => {
    const { api, simulator, role, count } = await simulatedStack()
    await api.getAlertCount()
    simulator.revokeCredentials()
    const revoked = { type: 'auth', problem: { kind: 'bad_credentials', status: 401 } }
    expect(await api.setStatus(role('presence'), 'retired')).toMatchObject(revoked)
    expect(await api.signIn()).toMatchObject(revoked)
    expect(count(`POST /things/${role('presence')}/installations`)).toBe(1)
    simulator.restoreCredentials()
    valueOf(await api.setStatus(role('presence'), 'retired'))
    expect(simulator.effects).toHaveLength(1)
  })
})

describe('what a token request is answered with', () => {
  const page = { body: '<html><body>Welcome to the hotel</body></html>', headers: { 'content-type': 'text/html' } }

  test.each<[what: string, answer: Scripted, signedIn: object, written: object]>([
    ['401', { status: 401 }, { type: 'auth', problem: { kind: 'bad_credentials' } }, { type: 'auth' }],
    ['403', { status: 403 }, { type: 'auth', problem: { kind: 'bad_credentials' } }, { type: 'auth' }],
    ['400', { status: 400 }, { type: 'auth', problem: { kind: 'bad_credentials' } }, { type: 'auth' }],
    ['404', { status: 404 }, { type: 'refused', problem: { kind: 'not_this_api' } }, { type: 'not_sent' }],
    ['405', { status: 405 }, { type: 'refused', problem: { kind: 'not_this_api' } }, { type: 'not_sent' }],
    [
      "Amazon's word for an unknown path",
      { status: 403, body: '{"message":"Missing Authentication Token"}' },
      { type: 'refused', problem: { kind: 'not_this_api' } },
      { type: 'not_sent', problem: { kind: 'not_this_api' } }
    ],
    ['a page', page, { type: 'unknown', problem: { kind: 'not_this_api' } }, { type: 'not_sent' }],
    ['a page with 401', { ...page, status: 401 }, { problem: { kind: 'not_this_api' } }, { type: 'not_sent' }],
    ['a page with 404', { ...page, status: 404 }, { problem: { kind: 'not_this_api' } }, { type: 'not_sent' }],
    ['a redirect', { status: 302 }, { problem: { kind: 'not_this_api' } }, { type: 'not_sent' }],
    ['another JSON', { body: '{"hello":"world"}' }, { problem: { kind: 'not_this_api' } }, { type: 'not_sent' }],
    ['an empty token', { body: '{"data":{"token":""}}' }, { problem: { kind: 'not_this_api' } }, { type: 'not_sent' }],
    [
      'a token that fits no header',
      { body: '{"data":{"token":"a\\r\\nb: c"}}' },
      { problem: { kind: 'not_this_api' } },
      { type: 'not_sent' }
    ],
    ['nothing', { status: 204 }, { problem: { kind: 'not_this_api' } }, { type: 'not_sent' }],
    [
      '500',
      { status: 500 },
      { type: 'unknown', problem: { kind: 'server_error' } },
      { type: 'not_sent', problem: { kind: 'server_error' } }
    ],
    [
      '502 with a page',
      { ...page, status: 502 },
      { type: 'unknown', problem: { kind: 'server_error' } },
      { type: 'not_sent' }
    ],
    [
      '429',
      { status: 429, headers: { 'retry-after': '3' } },
      { type: 'busy', retryAfterMs: 3000 },
      { type: 'busy', retryAfterMs: 3000 }
    ]
  ])('%s', async (_what, answer, signedIn, written) => {
    const paths: string[] = []
    const origin = await httpServer((request, response) => {
      paths.push(request.url ?? '')
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
      response.end(answer.body)
    })
    const api = apiAt(origin)
    expect(await api.signIn()).toMatchObject(signedIn)
    expect(await api.setStatus('TSPR04EZU31901021', 'installed')).toMatchObject(written)
    expect(paths).toEqual(['/auth/client-token', '/auth/client-token'])
  })

  test('nothing in time: the write itself was not sent', async () => {
    const { api, simulator, role } = await simulatedStack({}, { timeouts: { readMs: 60 } })
    simulator.faults.add({ match: { path: '/auth' }, fault: 'hang' })
    expect(await api.signIn()).toMatchObject({ type: 'unknown', problem: { kind: 'timeout' } })
    expect(await api.setStatus(role('presence'), 'retired')).toMatchObject({
      type: 'not_sent',
      problem: { kind: 'timeout' }
    })
  })
})

describe('credentials', () => {
  test('are asked for anew with every token, so that a new secret counts at once', async () => {
    const kept = { clientSecret: 'wrong' }
    const { api, simulator } = await simulatedStack(
      {},
      { credentials: () => Promise.resolve({ clientId: 'simulated-client-1', ...kept }) }
    )
    expect(await api.signIn()).toMatchObject({ type: 'auth' })
    kept.clientSecret = simulator.clientSecret
    expect(await api.signIn()).toMatchObject({ type: 'answered' })
  })

  test('refused once make the token at hand worthless too', async () => {
    const kept = { clientSecret: 'simulated-secret-1' }
    const { api, simulator } = await simulatedStack(
      {},
      { credentials: () => Promise.resolve({ clientId: 'simulated-client-1', ...kept }) }
    )
    valueOf(await api.getAlertCount())
    kept.clientSecret = 'wrong'
    expect(await api.signIn()).toMatchObject({ type: 'auth' })
    expect(await api.getAlertCount()).toMatchObject({ type: 'auth' })
    expect(simulator.requests.filter(({ path }) => path === '/things/alerts/count')).toHaveLength(1)
  })

  test('that cannot be had say why', async () => {
    const locked = new ProblemError({ kind: 'keychain_locked' })
    const { api } = await simulatedStack({}, { credentials: () => Promise.reject(locked) })
    expect(await api.getAlertCount()).toEqual({ type: 'not_sent', problem: { kind: 'keychain_locked' } })
  })
})

test('a caller that gives up does not take the token away from the others', async () => {
  const { api, simulator, role, count } = await simulatedStack()
  simulator.faults.add({ match: { path: '/auth' }, fault: 'latency', ms: 100 })
  const cancel = new AbortController()
  const impatient = api.getGroup(role('presence'), cancel.signal)
  const patient = api.getGroup(role('presence'))
  cancel.abort()
  expect(await impatient).toEqual({ type: 'not_sent', problem: { kind: 'cancelled' } })
  valueOf(await patient)
  expect(count(signIn)).toBe(1)
})
