import { expect, it } from 'vitest'
import type { FaultKind, FaultRule } from '../../../simulator/faults.ts'
import { type Answered, Session } from './session.ts'

/** Posts a status with the fault armed for it, and tells what the client and the log saw. */
async function strike(rule: FaultRule): Promise<{ session: Session; seen: Answered | 'no answer'; effects: number }> {
  const session = await Session.open()
  session.sim.faults.add({ ...rule, match: { method: 'POST', path: '/installations' }, times: 1 })
  const path = `/things/${session.role('presence')}/installations`
  const seen = await session.post(path, { installation_status: 'installed' }).catch(() => 'no answer' as const)
  return { session, seen, effects: session.sim.effects.length }
}

it.each<[FaultKind, number]>([
  ['drop-before', 0],
  ['act-then-drop', 1],
  ['cut-body', 1]
])('%s leaves the client without an answer and %i effect', async (fault, expected) => {
  const { session, seen, effects } = await strike({ fault })
  expect(seen).toBe('no answer')
  expect(effects).toBe(expected)
  expect(session.sim.requests.at(-1)).toMatchObject({ method: 'POST', fault })
})

it.each<[FaultRule, number, number]>([
  [{ fault: 'status', status: 500 }, 500, 0],
  [{ fault: 'status', status: 401 }, 401, 0],
  [{ fault: 'act-then-status', status: 502 }, 502, 1],
  [{ fault: 'act-then-status' }, 500, 1],
  [{ fault: 'ok-status', status: 201 }, 201, 1],
  [{ fault: 'ok-status', status: 204 }, 204, 1],
  [{ fault: 'html-502' }, 502, 0],
  [{ fault: 'html-502', act: true }, 502, 1],
  [{ fault: 'empty-200' }, 200, 1],
  [{ fault: 'empty-200', act: false }, 200, 0],
  [{ fault: 'truncated-json' }, 200, 1],
  [{ fault: 'garbage-json' }, 200, 1],
  [{ fault: 'wrong-shape' }, 200, 1],
  [{ fault: 'latency', ms: 1 }, 200, 1],
  [{ fault: 'slow-act', ms: 1 }, 200, 1],
  [{ fault: 'slow', ms: 8 }, 200, 1]
])('%o answers %i with %i effect', async (rule, status, expected) => {
  const { session, seen, effects } = await strike(rule)
  expect(seen).toMatchObject({ status })
  expect(effects).toBe(expected)
  expect(session.sim.requests.at(-1)).toMatchObject({ fault: rule.fault, status })
})

it.each<[FaultRule, unknown]>([
  [
    { fault: 'status', status: 409, message: 'In use' },
    { statusCode: 409, error: 'Conflict', message: 'In use' }
  ],
  [{ fault: 'html-502' }, expect.stringContaining('<h1>502 Bad Gateway</h1>')],
  [{ fault: 'empty-200' }, ''],
  [{ fault: 'truncated-json' }, expect.stringMatching(/^\{"data":\{"tuid"/)],
  [{ fault: 'garbage-json', body: 'oops' }, 'oops'],
  [{ fault: 'wrong-shape' }, { data: null }],
  [{ fault: 'wrong-shape', body: '{"data":[]}' }, { data: [] }],
  [{ fault: 'slow', ms: 8 }, { data: { installation_status: 'installed', tuid: expect.any(String) as string } }]
])('%o shows in the body', async (rule, body) => {
  const { seen } = await strike(rule)
  expect(seen).toMatchObject({ body })
})

it('sends Retry-After and other headers with a status', async () => {
  const { seen } = await strike({ fault: 'status', status: 429, retryAfter: 7, headers: { 'x-request-id': 'abc' } })
  if (seen === 'no answer') throw new Error('There was no answer')
  expect([seen.headers.get('retry-after'), seen.headers.get('x-request-id')]).toEqual(['7', 'abc'])
})

it('hangs until its time is over, without acting', async () => {
  const { seen, effects } = await strike({ fault: 'hang', ms: 5 })
  expect([seen, effects]).toEqual(['no answer', 0])
})

it('acts late even for a client that has given up', async () => {
  const session = await Session.open()
  const headers = await authorized(session)
  session.sim.faults.add({ match: { path: '/group' }, fault: 'slow-act', ms: 200 })
  const patience = new AbortController()
  const url = `${session.sim.url}/things/${session.role('presence')}/group`
  const waiting = fetch(url, { method: 'POST', body: '{"group_id":"unassigned"}', headers, signal: patience.signal })
  const gaveUp = expect(waiting).rejects.toThrow('aborted')
  await expect.poll(() => session.sim.requests.at(-1)?.fault).toBe('slow-act')
  patience.abort()
  await gaveUp
  expect(session.sim.effects).toEqual([])
  await expect.poll(() => session.sim.effects).toMatchObject([{ kind: 'group', groupId: 'unassigned' }])
})

it.each([
  [{ fault: 'late-act', ms: 20 }, 'no answer'],
  [{ fault: 'late-act', ms: 20, status: 504 }, expect.objectContaining({ status: 504 })]
] as const)('%o gives up on the client first, and acts afterwards', async (rule, expected) => {
  const { session, seen, effects } = await strike(rule)
  expect(seen).toEqual(expected)
  expect(effects).toBe(0)
  await expect.poll(() => session.sim.effects).toMatchObject([{ kind: 'status' }])
})

it('turns no refusal into a yes', async () => {
  const session = await Session.open()
  session.sim.faults.add({ match: { method: 'DELETE' }, fault: 'ok-status', times: 1 })
  expect(await session.request('DELETE', '/groups/nowhere')).toMatchObject({ status: 404 })
})

it('waits by the clock of the test where that says how, and tells how many wait', async () => {
  const naps: { ms: number; wake: () => void }[] = []
  const sleep = (ms: number): Promise<void> => new Promise((wake) => void naps.push({ ms, wake }))
  const session = await Session.open({ sleep })
  session.sim.faults.add({ match: { path: '/group' }, fault: 'slow-act', ms: 3_600_000, times: 2 })
  const path = `/things/${session.role('presence')}/group`
  const answered = session.get(path)
  const broken = session.get(path).catch(() => 'no answer')
  await expect.poll(() => session.sim.stuck).toBe(2)
  expect(naps.map(({ ms }) => ms)).toEqual([3_600_000, 3_600_000])
  naps[0]?.wake()
  await Promise.race([answered, broken])
  expect(session.sim.stuck).toBe(1)
  session.sim.dropConnections()
  expect(session.sim.stuck).toBe(0)
})

it('strikes as often as told, after letting some through, and only what matches', async () => {
  const session = await Session.open()
  const tuid = session.role('presence')
  session.sim.faults.add({ match: { method: 'get', path: /\/things\/\w+$/ }, fault: 'status', times: 2, skip: 1 })
  const statuses: number[] = []
  for (const path of ['', '/group', '', '', '']) statuses.push((await session.get(`/things/${tuid}${path}`)).status)
  expect(statuses).toEqual([200, 200, 500, 500, 200])
  expect(session.sim.faults.rules).toEqual([])
  expect(session.sim.faults.struck).toHaveLength(2)
})

it('stops at once when the rules are cleared', async () => {
  const session = await Session.open()
  session.sim.faults.add({ fault: 'status', status: 503 })
  expect((await session.get('/things/alerts')).status).toBe(503)
  session.sim.faults.clear()
  expect((await session.get('/things/alerts')).status).toBe(200)
})

async function authorized(session: Session): Promise<Record<string, string>> {
  const body = { client_id: session.sim.clientId, client_secret: session.sim.clientSecret }
  const { body: answer } = await session.post('/auth/client-token', body)
  return { authorization: `Bearer ${(answer as { data: { token: string } }).data.token}` }
}
