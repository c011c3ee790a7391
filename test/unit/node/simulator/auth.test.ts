import { expect, it } from 'vitest'
import { startSimulator } from '../../../simulator/simulator.ts'
import { exchange, Session } from './session.ts'

it('gives several tokens that live side by side', async () => {
  const session = await Session.open()
  const credentials = { client_id: session.sim.clientId, client_secret: session.sim.clientSecret }
  const answers = await Promise.all([1, 2].map(() => session.post('/auth/client-token', credentials)))
  const tokens = answers.map(({ body }) => (body as { data: { token: string } }).data.token)
  expect(new Set(tokens).size).toBe(2)
  for (const token of tokens) {
    const answered = await session.request('GET', '/things/alerts', undefined, { authorization: `Bearer ${token}` })
    expect(answered.status).toBe(200)
  }
})

it.each([
  ['a wrong secret', { client_id: 'simulated-client-1', client_secret: 'guess' }, 401],
  ['a missing secret', { client_id: 'simulated-client-1' }, 400],
  ['a list', [], 400]
])('refuses to sign in with %s', async (_, body, status) => {
  const session = await Session.open()
  expect((await session.post('/auth/client-token', body)).status).toBe(status)
})

it('ends a token after 15 minutes, not before', async () => {
  const session = await Session.open()
  session.advance(899)
  expect((await session.get('/things/alerts')).status).toBe(200)
  session.advance(1)
  expect(await session.get('/things/alerts')).toMatchObject({
    status: 401,
    body: { statusCode: 401, error: 'Unauthorized', message: 'The token is invalid or has expired' }
  })
})

it('takes the life of a token as an option', async () => {
  const session = await Session.open({ tokenSeconds: 5 })
  session.advance(5)
  expect((await session.get('/things/alerts')).status).toBe(401)
})

it('answers 401 before it says whether a thing exists, and logs what the client showed', async () => {
  const session = await Session.open()
  const answered = await exchange(`${session.sim.url}/things/NOBODYKNOWS`, { method: 'GET' })
  expect(answered.status).toBe(401)
  expect(session.sim.requests.at(-1)).toMatchObject({ path: '/things/NOBODYKNOWS', auth: 'missing', status: 401 })
})

it('does not accept the token of another simulator', async () => {
  const session = await Session.open()
  await using other = await startSimulator({ site: 'empty', seed: 2 })
  const body = JSON.stringify({ client_id: other.clientId, client_secret: other.clientSecret })
  const { body: answer } = await exchange(`${other.url}/auth/client-token`, { method: 'POST', body })
  const authorization = `Bearer ${(answer as { data: { token: string } }).data.token}`
  expect((await session.request('GET', '/things/alerts', undefined, { authorization })).status).toBe(401)
  expect((await exchange(`${other.url}/things/alerts`, { headers: { authorization } })).status).toBe(200)
})

it('ends tokens on request, and refuses the credentials while they are revoked', async () => {
  const session = await Session.open()
  session.sim.expireTokens()
  expect((await session.get('/things/alerts')).status).toBe(401)
  await session.signIn()
  session.sim.revokeCredentials()
  expect((await session.get('/things/alerts')).status).toBe(401)
  await expect(session.signIn()).rejects.toThrow('401')
  session.sim.restoreCredentials()
  await session.signIn()
  expect((await session.get('/things/alerts')).status).toBe(200)
})
