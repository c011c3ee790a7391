import { expect, it } from 'vitest'
import { dataOf, Session } from './session.ts'

it('arms, lists and clears faults over HTTP, with patterns as text', async () => {
  const session = await Session.open()
  const rules = [
    { match: { pathPattern: '^/things/alerts$' }, fault: 'status', status: 429, retryAfter: 3, times: 1 },
    { match: { path: '/group' }, fault: 'html-502' }
  ]
  expect((await session.control('POST', '/faults', rules)).body).toEqual({ armed: 2 })
  expect((await session.control('GET', '/faults')).body).toMatchObject([{ times: 1 }, { fault: 'html-502' }])
  expect((await session.get('/things/alerts')).status).toBe(429)
  expect((await session.get('/things/alerts')).status).toBe(200)
  expect((await session.get('/groups')).status).toBe(502)
  expect((await session.control('DELETE', '/faults')).body).toEqual({ armed: 0 })
  expect((await session.get('/groups')).status).toBe(200)
})

it('shows effects and requests, from a place on', async () => {
  const session = await Session.open()
  await session.post('/groups', { group_id: 'prfi00one' })
  await session.post('/groups', { group_id: 'prfi00two' })
  expect((await session.control('GET', '/effects')).body).toEqual(session.sim.effects)
  expect((await session.control('GET', '/effects?since=1')).body).toMatchObject([{ seq: 2, groupId: 'prfi00two' }])
  expect((await session.control('GET', '/requests')).body).toMatchObject([
    { path: '/auth/client-token', auth: 'not needed', status: 200 },
    { path: '/groups', auth: 'ok', status: 200, contentType: 'application/json' },
    { path: '/groups', auth: 'ok', status: 200 }
  ])
})

it('keeps secrets and tokens out of the request log', async () => {
  const session = await Session.open()
  await session.get('/things/alerts')
  expect(JSON.stringify(session.sim.requests)).not.toContain(session.sim.clientSecret)
  expect(JSON.stringify(session.sim.requests)).not.toContain('Bearer')
})

it('plays other people over HTTP', async () => {
  const session = await Session.open()
  const tuid = session.role('presence')
  const answered = await session.control('POST', '/world', [
    { action: 'createGroup', groupId: 'prfi00theirs' },
    { action: 'setGroup', tuid, groupId: 'prfi00theirs' },
    { action: 'setStatus', tuid, status: 'quarantine', responsible: 'someone.else@nordlys.example' },
    { action: 'sendCommand', tuid, command: { tsmId: 1500, tsmEv: 30, transactionId: 9 } },
    { action: 'addMessage', tuid, message: { tsmId: 2100, state: 1 } },
    { action: 'openAlert', tuid, type: 'heartbeat missed', to: null },
    { action: 'setInfo', tuid, info: { battery_level: 3 } },
    { action: 'setEcho', tuid, echo: { mode: 'never' } },
    { action: 'addThing', tuid: 'TSPR04EXX00000001' },
    { action: 'report', tuid }
  ])
  expect(answered.status).toBe(200)
  expect(session.sim.effects.map(({ kind, by }) => `${by} ${kind}`)).toEqual([
    'world group_create',
    'world group',
    'world status',
    'world command'
  ])
  expect(dataOf(await session.get(`/things/${tuid}`))).toMatchObject({ battery_level: 3, timestamp: session.seconds })
  expect(dataOf(await session.get('/things/alerts'))).toEqual({ alerting_tuids: [tuid] })
  expect((await session.get('/things/TSPR04EXX00000001')).status).toBe(200)
  expect((await session.control('GET', '/world')).body).toContainEqual(
    expect.objectContaining({ tuid, status: 'quarantine', groupId: 'prfi00theirs' })
  )
})

it('ends, revokes and restores credentials over HTTP', async () => {
  const session = await Session.open()
  await session.control('POST', '/credentials', { action: 'revoke' })
  await expect(session.signIn()).rejects.toThrow('401')
  await session.control('POST', '/credentials', { action: 'restore' })
  await session.signIn()
  await session.control('POST', '/credentials', { action: 'expire' })
  expect((await session.get('/things/alerts')).status).toBe(401)
})

it.each([
  ['POST', '/faults', { fault: 'earthquake' }],
  ['POST', '/faults', { fault: 'status', times: 'often' }],
  ['POST', '/faults', { fault: 'status', match: { pathPattern: '(' } }],
  ['POST', '/world', { action: 'setStatus', tuid: 'NOBODY', status: 'installed' }],
  ['POST', '/world', { action: 'toString' }],
  ['POST', '/network', { online: 'no' }]
])('refuses what it does not understand: %s %s %o', async (method, path, body) => {
  const session = await Session.open()
  expect((await session.control(method, path, body)).status).toBe(400)
})

it('tells a browser or any process what is here', async () => {
  const session = await Session.open()
  const answered = await session.control('GET', '')
  expect(answered.body).toEqual({
    url: session.sim.url,
    online: true,
    tuids: session.sim.tuids,
    roles: session.sim.roles
  })
  expect(answered.headers.get('access-control-allow-origin')).toBe('*')
  expect((await session.control('GET', '/nothing')).status).toBe(404)
})
