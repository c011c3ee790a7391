import { connect } from 'node:net'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { expect, it } from 'vitest'
import { Session } from './session.ts'

it('destroys open and new connections while offline, and is back afterwards', async () => {
  const session = await Session.open()
  const { hostname, port } = new URL(session.sim.url)
  const idle = connect(Number(port), hostname)
  await once(idle, 'connect')
  session.sim.faults.add({ fault: 'hang', times: 1 })
  const waiting = session.get('/things/alerts')
  const refused = expect(waiting).rejects.toThrow('fetch failed')
  await expect.poll(() => session.sim.requests.at(-1)?.fault).toBe('hang')

  const closed = once(idle, 'close')
  expect((await session.control('POST', '/network', { online: false })).body).toEqual({ online: false })
  await closed
  await refused
  await expect(session.get('/things/alerts')).rejects.toThrow('fetch failed')
  expect(session.sim.requests.at(-1)).toMatchObject({ path: '/things/alerts', fault: 'offline', status: null })

  await session.control('POST', '/network', { online: true })
  expect((await session.get('/things/alerts')).status).toBe(200)
})

it('does nothing while offline', async () => {
  const session = await Session.open()
  session.sim.setOnline(false)
  await expect(session.post('/groups', { group_id: 'prfi00x' })).rejects.toThrow('fetch failed')
  expect(session.sim.effects).toEqual([])
})

it('can refuse connections altogether, and listen again on the same port', async () => {
  const session = await Session.open()
  await session.sim.refuseConnections()
  await expect(session.get('/things/alerts')).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
  await session.sim.acceptConnections()
  expect((await session.get('/things/alerts')).status).toBe(200)
})

it('acts and then drops a connection that was kept alive', async () => {
  const session = await Session.open()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const post = async (path: string, body: object) => {
    const sent = request(`${session.sim.url}${path}`, { method: 'POST', agent })
    sent.end(JSON.stringify(body))
    const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream & { statusCode: number }]
    response.resume()
    await once(response, 'end')
    return { status: response.statusCode, reused: sent.reusedSocket }
  }
  const credentials = { client_id: session.sim.clientId, client_secret: session.sim.clientSecret }
  expect(await post('/auth/client-token', credentials)).toEqual({ status: 200, reused: false })
  expect(await post('/auth/client-token', credentials)).toEqual({ status: 200, reused: true })
  session.sim.faults.add({ fault: 'act-then-drop', times: 1 })
  await expect(post('/auth/client-token', credentials)).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(session.sim.requests.filter(({ fault }) => fault === 'act-then-drop')).toHaveLength(1)
  agent.destroy()
})

it('drops the open connections once', async () => {
  const session = await Session.open()
  const { hostname, port } = new URL(session.sim.url)
  const idle = connect(Number(port), hostname)
  await once(idle, 'connect')
  // The server must have taken the connection before it can drop it.
  expect((await session.get('/things/alerts')).status).toBe(200)
  const closed = once(idle, 'close')
  session.sim.dropConnections()
  await closed
})
