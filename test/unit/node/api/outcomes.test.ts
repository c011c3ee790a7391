import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../../src/main/api/outcome'
import type { FaultRule } from '../../../simulator/faults'
import { freePort, scriptedStack, type Scripted } from './servers'
import { apiAt, simulatedStack, startOfTest } from './stack'

const tuid = 'TSPR04EZU31901021'
const page = '<!DOCTYPE html>\n<html><head><title>Sorry</title></head><body>Nothing here</body></html>'
const html = { 'content-type': 'text/html; charset=utf-8' }

/** What one write ends as when the API answers it like this. */
async function written(scripted: Scripted): Promise<Outcome<unknown>> {
  const stack = await scriptedStack(() => scripted)
  return apiAt(stack.baseUrl, { now: () => startOfTest }).setStatus(tuid, 'installed')
}

const error = (message: string) => JSON.stringify({ statusCode: 0, error: 'Error', message })

describe('a status', () => {
  test.each<[status: number, type: Outcome<unknown>['type'], kind: string]>([
    [301, 'unknown', 'not_this_api'],
    [302, 'unknown', 'not_this_api'],
    [304, 'unknown', 'not_this_api'],
    [307, 'unknown', 'not_this_api'],
    [400, 'refused', 'refused'],
    [403, 'refused', 'refused'],
    [404, 'refused', 'not_found'],
    [405, 'refused', 'refused'],
    [409, 'refused', 'refused'],
    [410, 'refused', 'refused'],
    [413, 'refused', 'refused'],
    [422, 'refused', 'refused'],
    [401, 'auth', 'bad_credentials'],
    [408, 'unknown', 'timeout'],
    [429, 'busy', 'busy'],
    [500, 'unknown', 'server_error'],
    [502, 'unknown', 'server_error'],
    [503, 'unknown', 'server_error'],
    [504, 'unknown', 'server_error']
  ])('%i is %s', async (status, type, kind) => {
    const words = status === 304 ? {} : { words: 'It says so' }
    const outcome = await written({ status, body: error('It says so') })
    expect(outcome).toMatchObject({ type, problem: { kind, status, ...words } })
    expect(await written({ status })).toMatchObject({ type, problem: { kind, status } })
  })

  test.each<[status: number, type: Outcome<unknown>['type'], kind: string]>([
    [200, 'unknown', 'not_this_api'],
    [302, 'unknown', 'not_this_api'],
    [401, 'unknown', 'not_this_api'],
    [403, 'unknown', 'not_this_api'],
    [404, 'unknown', 'not_this_api'],
    [429, 'busy', 'busy'],
    [500, 'unknown', 'server_error'],
    [502, 'unknown', 'server_error'],
    [503, 'unknown', 'server_error']
  ])('%i with a web page is %s, %s, without words', async (status, type, kind) => {
    for (const headers of [html, {}]) {
      const outcome = await written({ status, headers, body: page })
      expect(outcome).toMatchObject({ type, problem: { kind, status } })
      expect(outcome).not.toHaveProperty('problem.words')
    }
  })
})

describe('Retry-After', () => {
  test.each([
    ['seconds', '7', 7_000],
    ['no seconds', '0', 0],
    ['a date, by our clock', 'Tue, 12 May 2026 10:00:30 GMT', 30_000],
    ['a date that has passed', 'Tue, 12 May 2026 09:00:00 GMT', 0],
    ['nonsense', 'soon', null],
    ['a negative number', '-5', null],
    ['more than a number holds', '9'.repeat(400), Number.MAX_SAFE_INTEGER],
    ['a date in the oldest form, which is in GMT without saying so', 'Tue May 12 10:00:30 2026', 30_000],
    ['a date in an old form', 'Tuesday, 12-May-26 10:00:30 GMT', 30_000],
    ['a date that does not exist', 'Tue, 99 Foo 2026 10:00:30 GMT', null]
  ])('as %s', async (_what, value, retryAfterMs) => {
    const headers = { 'retry-after': value, date: 'none' }
    expect(await written({ status: 429, headers })).toMatchObject({ type: 'busy', httpStatus: 429, retryAfterMs })
    expect(await written({ status: 503, headers })).toMatchObject({ type: 'unknown', httpStatus: 503, retryAfterMs })
  })

  test('as a date is compared with the clock of the server, which shows it', async () => {
    const headers = { 'retry-after': 'Wed, 21 Oct 2015 07:28:20 GMT', date: 'Wed, 21 Oct 2015 07:28:00 GMT' }
    expect(await written({ status: 429, headers })).toMatchObject({ retryAfterMs: 20_000 })
  })

  test('missing', async () => {
    expect(await written({ status: 429 })).toMatchObject({ type: 'busy', retryAfterMs: null })
  })
})

describe('the time of the server', () => {
  const body = '{"data":{"installation_status":"installed"}}'

  test('comes with its answer', async () => {
    const headers = { date: 'Wed, 21 Oct 2015 07:28:00 GMT' }
    const outcome = await written({ status: 200, headers, body })
    expect(outcome).toMatchObject({ type: 'answered', at: startOfTest, serverNow: Date.UTC(2015, 9, 21, 7, 28) })
  })

  test('is missing where it cannot be read', async () => {
    expect(await written({ status: 200, headers: { date: 'none' }, body })).not.toHaveProperty('serverNow')
  })
})

describe('a fault on the way', () => {
  const timeouts = { readMs: 5_000, writeMs: 60 }

  test.each<[fault: Omit<FaultRule, 'match' | 'times'>, acts: boolean, outcome: object]>([
    [{ fault: 'drop-before' }, false, { type: 'unknown', httpStatus: null, problem: { kind: 'offline' } }],
    [{ fault: 'act-then-drop' }, true, { type: 'unknown', httpStatus: null, problem: { kind: 'offline' } }],
    [{ fault: 'hang' }, false, { type: 'unknown', httpStatus: null, problem: { kind: 'timeout' } }],
    [{ fault: 'latency' }, true, { type: 'unknown', httpStatus: null, problem: { kind: 'timeout' } }],
    [{ fault: 'slow' }, true, { type: 'unknown', problem: { kind: 'timeout' } }],
    [{ fault: 'html-502' }, false, { type: 'unknown', httpStatus: 502, problem: { kind: 'server_error' } }],
    [{ fault: 'act-then-status', status: 503 }, true, { type: 'unknown', httpStatus: 503 }],
    [{ fault: 'truncated-json' }, true, { type: 'unknown', httpStatus: 200, problem: { kind: 'unreadable' } }],
    [{ fault: 'cut-body' }, true, { type: 'unknown', httpStatus: 200 }],
    [{ fault: 'garbage-json' }, true, { type: 'unknown', httpStatus: 200, problem: { kind: 'unreadable' } }],
    [{ fault: 'wrong-shape' }, true, { type: 'unknown', httpStatus: 200, problem: { kind: 'unreadable' } }],
    [{ fault: 'empty-200' }, true, { type: 'unknown', httpStatus: 200, problem: { kind: 'unreadable' } }],
    [{ fault: 'ok-status' }, true, { type: 'answered', httpStatus: 204, value: { status: null } }],
    [{ fault: 'ok-status', status: 201 }, true, { type: 'answered', httpStatus: 201, value: { status: 'installed' } }],
    [
      { fault: 'status', status: 302, headers: { location: '/prod/v1/things' } },
      false,
      { type: 'unknown', httpStatus: 302 }
    ]
  ])('%j', async (fault, acts, outcome) => {
    const { api, simulator, role } = await simulatedStack({}, { timeouts })
    const path = '/installations'
    simulator.faults.add({ ...fault, match: { method: 'POST', path } })
    expect(await api.setStatus(role('readyPresence'), 'installed')).toMatchObject(outcome)
    expect(simulator.faults.struck).toHaveLength(1)
    expect(simulator.effects).toHaveLength(acts ? 1 : 0)
    expect(simulator.requests.filter((request) => request.path.endsWith(path))).toHaveLength(1)
  })

  test('a server that is not there', async () => {
    const { api, simulator, role } = await simulatedStack()
    await api.signIn()
    await simulator.refuseConnections()
    expect(await api.setStatus(role('presence'), 'retired')).toMatchObject({
      type: 'not_sent',
      problem: { kind: 'offline' }
    })
    await simulator.acceptConnections()
    expect(await api.setStatus(role('presence'), 'retired')).toMatchObject({ type: 'answered' })
    expect(simulator.effects).toHaveLength(1)
  })

  test('a refusal whose words are lost on the way is still a refusal', async () => {
    const { api, simulator } = await simulatedStack()
    simulator.faults.add({ match: { method: 'GET' }, fault: 'cut-body', act: true })
    expect(await api.getGeneralInfo('XXXXNOSUCHTHING')).toMatchObject({
      type: 'refused',
      problem: { kind: 'not_found' }
    })
  })

  test('a read that is cancelled, before and while it runs', async () => {
    const { api, simulator, role } = await simulatedStack()
    expect(await api.getGroup(role('presence'), AbortSignal.abort())).toEqual({
      type: 'not_sent',
      problem: { kind: 'cancelled' }
    })
    expect(simulator.requests).toEqual([])
    await api.signIn()
    simulator.faults.add({ match: { path: '/group' }, fault: 'hang' })
    const cancel = new AbortController()
    const outcome = api.getGroup(role('presence'), cancel.signal)
    await expect.poll(() => simulator.faults.struck.length).toBe(1)
    cancel.abort()
    expect(await outcome).toMatchObject({ type: 'unknown', httpStatus: null, problem: { kind: 'cancelled' } })
  })
})

describe('whoever listens', () => {
  test('is told how every call ended, signing in included', async () => {
    const heard: string[] = []
    const onOutcome = (outcome: Outcome<unknown>) => void heard.push(outcome.type)
    const { api, simulator, role } = await simulatedStack({}, { onOutcome, timeouts: { writeMs: 60 } })
    simulator.faults.add({ match: { method: 'POST', path: '/group' }, fault: 'hang' })
    await api.signIn()
    await api.getGroup(role('presence'))
    await api.getGroup('XXXXNOSUCHTHING')
    await api.setGroup(role('presence'), 'unassigned')
    await simulator.refuseConnections()
    await api.getAlertCount()
    expect(heard).toEqual(['answered', 'answered', 'refused', 'unknown', 'not_sent'])
  })
})

test.each(['nonsense', 'ftp://example.invalid/', 'http://example.invalid/prod/v1', 'https://a:b@example.invalid'])(
  'a client for %s is not even made',
  (baseUrl) => expect(() => apiAt(baseUrl)).toThrow(/bad_url|not_https/)
)

test('no secret, no request', async () => {
  const { api, simulator, role } = await simulatedStack({}, { credentials: () => Promise.resolve(null) })
  const missing = { type: 'not_sent', problem: { kind: 'secret_missing' } }
  expect(await api.signIn()).toEqual(missing)
  expect(await api.setStatus(role('presence'), 'retired')).toEqual(missing)
  expect(simulator.requests).toEqual([])
})

test('nobody at the address', async () => {
  const api = apiAt(`http://127.0.0.1:${await freePort()}/prod/v1`)
  expect(await api.signIn()).toMatchObject({ type: 'not_sent', problem: { kind: 'offline' } })
})
