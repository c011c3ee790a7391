import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { transportProblem } from '../../../../src/main/api/transport/transportProblem'
import { testCertificate } from './certificate'
import { get, gist, post } from './requests'
import {
  closingServer,
  countingServer,
  freePort,
  gateServer,
  http2Server,
  httpServer,
  httpsServer,
  keptAlive,
  proxyServer,
  rawServer
} from './servers'
import { transport } from './stack'

describe('one effect for one write', () => {
  test('a server that acts and then drops the kept connection sees the write once', async () => {
    const server = await rawServer((request, socket) => {
      if (request.method === 'GET') socket.write(keptAlive('{}'))
      else socket.destroy()
    })
    const way = transport()
    expect(gist(await way.send(get(server.origin)))).toBe(200)
    expect(gist(await way.send(post(server.origin, '{"n":1}')))).toEqual({ sent: true, status: null, kind: 'offline' })
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  test('so it is when every other write goes through', async () => {
    const server = await rawServer((request, socket) => {
      if (Number(request.body) % 2 === 0) socket.write(keptAlive('{}'))
      else socket.destroy()
    })
    const way = transport()
    const bodies = Array.from({ length: 20 }, (_, index) => String(index))
    const results = await Promise.all(bodies.map((body) => way.send(post(server.origin, body))))
    expect(results.map((result) => result.type === 'response')).toEqual(bodies.map((body) => Number(body) % 2 === 0))
    expect(server.requests.map(({ body }) => body).toSorted()).toEqual(bodies.toSorted())
  })

  test('every write has a connection of its own and says that it will not need it again', async () => {
    const server = await rawServer((_request, socket) => void socket.write(keptAlive('{}')))
    const way = transport()
    for (const body of ['1', '2', '3']) expect(gist(await way.send(post(server.origin, body)))).toBe(200)
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 2, 3])
    expect(server.requests.every(({ head }) => head.includes('connection: close'))).toBe(true)
  })

  test('a read uses a kept connection, and is not repeated either when that breaks', async () => {
    let answers = 0
    const server = await rawServer((_request, socket) => {
      if (answers++ === 0) socket.write(keptAlive('{}'))
      else socket.destroy()
    })
    const way = transport()
    expect(gist(await way.send(get(server.origin)))).toBe(200)
    // The pool takes a connection back in the next turn of the event loop.
    await nextTurn()
    expect(gist(await way.send(get(server.origin)))).toEqual({ sent: true, status: null, kind: 'offline' })
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1])
  })

  test('HTTP/2, over which requests may be repeated, is not spoken, directly or through a proxy', async () => {
    const server = await http2Server()
    const proxy = await proxyServer(server.port)
    const way = transport({ proxyFor: () => Promise.resolve(proxy.origin), certificates: () => [testCertificate] })
    for (const origin of [`https://127.0.0.1:${server.port}`, 'https://api.example.invalid']) {
      expect(gist(await way.send(get(origin)))).toBe(200)
      expect(gist(await way.send(post(origin, '{}')))).toBe(200)
    }
    expect(server.versions).toEqual(['1.1', '1.1', '1.1', '1.1'])
  })

  test('a write given up while it waits for its connection is never written', async () => {
    let asked = 0
    const port = await httpsServer((_request, response) => {
      asked++
      response.end('{}')
    })
    const gate = await gateServer(port)
    const giveUp = new AbortController()
    const way = transport({ certificates: () => [testCertificate] })
    const result = way.send({ ...post(`https://127.0.0.1:${gate.port}`, '{}'), signal: giveUp.signal })
    await gate.reached
    giveUp.abort()
    expect(gist(await result)).toEqual({ sent: false, status: null, kind: 'cancelled' })
    gate.open()
    await gate.closed
    expect(asked).toBe(0)
  })
})

describe('what may have been sent', () => {
  test('a refused connection: nothing', async () => {
    const origin = `http://127.0.0.1:${await freePort()}`
    expect(gist(await transport().send(post(origin, '{}')))).toEqual({ sent: false, status: null, kind: 'offline' })
  })

  test('a server that never shakes hands: nothing', async () => {
    const server = await rawServer(() => undefined)
    const way = transport({ connectTimeoutMs: 50, certificates: () => [] })
    const result = await way.send(post(`https://127.0.0.1:${server.port}`, '{}'))
    expect(gist(result)).toEqual({ sent: false, status: null, kind: 'timeout' })
  })

  test('a connection closed during the handshake: nothing', async () => {
    const origin = `https://127.0.0.1:${await closingServer()}`
    const result = await transport({ certificates: () => [] }).send(post(origin, '{}'))
    expect(gist(result)).toEqual({ sent: false, status: null, kind: 'offline' })
  })

  test.each(['1', '0'])('a certificate nobody trusts, whatever the environment says (%s): nothing', async (strict) => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', strict)
    onTestFinished(() => void vi.unstubAllEnvs())
    const server = await countingServer()
    const result = await transport({ certificates: () => [] }).send(post(`https://127.0.0.1:${server.port}`, '{}'))
    expect(gist(result)).toEqual({ sent: false, status: null, kind: 'tls' })
    expect(server.asked()).toBe(0)
  })

  test('plain http where TLS is expected: nothing', async () => {
    const port = new URL(await httpServer((_request, response) => response.end('{}'))).port
    const result = await transport({ certificates: () => [] }).send(post(`https://127.0.0.1:${port}`, '{}'))
    expect(gist(result)).toEqual({ sent: false, status: null, kind: 'tls' })
  })

  test('no answer in time: perhaps', async () => {
    const server = await rawServer(() => undefined)
    const result = await transport().send({ ...post(server.origin, '{}'), timeoutMs: 50 })
    expect(gist(result)).toEqual({ sent: true, status: null, kind: 'timeout' })
  })

  test('an answer that stops in the middle: perhaps, with its status', async () => {
    const server = await rawServer(
      (_request, socket) =>
        void socket.write('HTTP/1.1 201 Created\r\ncontent-length: 99\r\n\r\n{"da', () => socket.end())
    )
    expect(gist(await transport().send(post(server.origin, '{}')))).toMatchObject({ sent: true, status: 201 })
  })

  test('an answer that is not HTTP: perhaps', async () => {
    const server = await rawServer((_request, socket) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'))
    expect(gist(await transport().send(post(server.origin, '{}')))).toEqual({
      sent: true,
      status: null,
      kind: 'unreadable'
    })
  })

  test('cancelled while the server thinks: perhaps', async () => {
    const giveUp = new AbortController()
    const server = await rawServer(() => giveUp.abort())
    const result = await transport().send(get(server.origin, { signal: giveUp.signal }))
    expect(gist(result)).toEqual({ sent: true, status: null, kind: 'cancelled' })
  })

  test('cancelled before it began: nothing, not even a connection', async () => {
    const server = await rawServer(() => undefined)
    const result = await transport().send(get(server.origin, { signal: AbortSignal.abort() }))
    expect(gist(result)).toEqual({ sent: false, status: null, kind: 'cancelled' })
    expect(server.connectionCount()).toBe(0)
  })

  test('a transport closed meanwhile: perhaps; afterwards: nothing', async () => {
    const way = transport()
    const server = await rawServer(() => void way.close())
    expect(gist(await way.send(get(server.origin)))).toEqual({ sent: true, status: null, kind: 'cancelled' })
    expect(gist(await way.send(get(server.origin)))).toEqual({ sent: false, status: null, kind: 'cancelled' })
  })
})

describe('the answer', () => {
  test.each([301, 302, 303, 307, 308])('a redirect %i is handed over, not followed', async (status) => {
    const target = await rawServer((_request, socket) => void socket.write(keptAlive('{}')))
    const origin = await httpServer((_request, response) =>
      response.writeHead(status, { location: target.origin }).end()
    )
    expect(gist(await transport().send(get(origin, { headers: { authorization: 'Bearer t' } })))).toBe(status)
    expect(target.connectionCount()).toBe(0)
  })

  test('larger than allowed is given up', async () => {
    const origin = await httpServer((_request, response) => response.end('x'.repeat(1001)))
    expect(gist(await transport({ maxBodyBytes: 1000 }).send(get(origin)))).toEqual({
      sent: true,
      status: 200,
      kind: 'unreadable'
    })
    expect(gist(await transport({ maxBodyBytes: 1001 }).send(get(origin)))).toBe(200)
  })

  test('an endless one is given up long before it is read', async () => {
    const origin = await httpServer((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    })
    expect(gist(await transport({ maxBodyBytes: 1_000_000 }).send(get(origin)))).toMatchObject({ kind: 'unreadable' })
  })

  test('that drips counts against the whole exchange', async () => {
    const origin = await httpServer((_request, response) => {
      response.write('{')
    })
    const result = await transport().send(get(origin, { timeoutMs: 50 }))
    expect(gist(result)).toEqual({ sent: true, status: 200, kind: 'timeout' })
  })

  test('is decoded as UTF-8, without a byte order mark', async () => {
    const origin = await httpServer((_request, response) => response.end('\uFEFF{"städte":"Jyväskylä"}'))
    expect(await transport().send(get(origin))).toMatchObject({ body: '{"städte":"Jyväskylä"}' })
  })

  test('is the last one, not the hints before it', async () => {
    const server = await rawServer(
      (_request, socket) =>
        void socket.write(`HTTP/1.1 103 Early Hints\r\nretry-after: 9\r\n\r\n${keptAlive('{"late":true}')}`)
    )
    expect(await transport().send(get(server.origin))).toEqual({
      type: 'response',
      status: 200,
      headers: { 'content-type': 'application/json', 'content-length': '13' },
      body: '{"late":true}'
    })
  })
})

test('asks for JSON as it is, and says nothing else about itself', async () => {
  const server = await rawServer((_request, socket) => void socket.write(keptAlive('{}')))
  await transport().send(get(server.origin, { path: '/prod/v1/groups/%2E%2E/things?q=a%20b' }))
  expect(server.requests[0]?.path).toBe('/prod/v1/groups/%2E%2E/things?q=a%20b')
  expect(server.requests[0]?.head.split('\r\n').slice(1).toSorted()).toEqual([
    'accept-encoding: identity',
    'accept: application/json',
    'connection: keep-alive',
    `host: 127.0.0.1:${server.port}`
  ])
})

test('trusts the certificates it is given besides its own', async () => {
  const port = await httpsServer((_request, response) => response.end('{}'))
  const way = transport({ certificates: () => [testCertificate] })
  expect(gist(await way.send(get(`https://localhost:${port}`)))).toBe(200)
})

test.each([
  ['ENOTFOUND', 'offline'],
  ['EAI_AGAIN', 'offline'],
  ['ECONNREFUSED', 'offline'],
  ['EHOSTUNREACH', 'offline'],
  ['ENETUNREACH', 'offline'],
  ['ECONNRESET', 'offline'],
  ['EPIPE', 'offline'],
  ['UND_ERR_SOCKET', 'offline'],
  ['ETIMEDOUT', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['CERT_NOT_YET_VALID', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['EPROTO', 'tls'],
  ['HPE_INVALID_CONSTANT', 'unreadable'],
  ['UND_ERR_DESTROYED', 'cancelled']
])('%s reads as %s, also as a cause or among several addresses', (code, kind) => {
  const error = Object.assign(new Error('words'), { code })
  expect(transportProblem(error)).toEqual({ kind, detail: `${code}: words` })
  expect(transportProblem(new Error('outer', { cause: error })).kind).toBe(kind)
  expect(transportProblem(new AggregateError([error])).kind).toBe(kind)
})
