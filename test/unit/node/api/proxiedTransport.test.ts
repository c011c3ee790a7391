import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { testCertificate } from './certificate'
import { get, gist, post } from './requests'
import { countingServer, freePort, httpsServer, keptAlive, proxyServer, rawServer } from './servers'
import { transport } from './stack'

describe('through a proxy', () => {
  const origin = 'https://api.example.invalid'

  test('a request goes through a tunnel', async () => {
    const port = await httpsServer((request, response) => response.end(JSON.stringify({ host: request.headers.host })))
    const proxy = await proxyServer(port)
    const way = transport({ proxyFor: () => Promise.resolve(proxy.origin), certificates: () => [testCertificate] })
    expect(await way.send(get(origin))).toMatchObject({ status: 200, body: '{"host":"api.example.invalid"}' })
    expect(proxy.tunnels).toEqual(['api.example.invalid:443'])
  })

  test.each(['1', '0'])(
    'to a server whose certificate nobody trusts, whatever the environment says (%s): nothing was sent',
    async (strict) => {
      vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', strict)
      onTestFinished(() => void vi.unstubAllEnvs())
      const server = await countingServer()
      const proxy = await proxyServer(server.port)
      const way = transport({ proxyFor: () => Promise.resolve(proxy.origin), certificates: () => [] })
      expect(gist(await way.send(post(origin, '{}')))).toEqual({ sent: false, status: null, kind: 'tls' })
      expect(proxy.tunnels).toEqual(['api.example.invalid:443'])
      expect(server.asked()).toBe(0)
    }
  )

  test.each(['1', '0'])(
    'that nobody vouches for, whatever the environment says (%s): nothing was sent, not even where to',
    async (strict) => {
      vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', strict)
      onTestFinished(() => void vi.unstubAllEnvs())
      const port = await httpsServer((_request, response) => response.end('{}'))
      const proxy = await proxyServer(port, true)
      const untrusting = transport({ proxyFor: () => Promise.resolve(proxy.origin), certificates: () => [] })
      expect(gist(await untrusting.send(post(origin, '{}')))).toMatchObject({ sent: false, status: null })
      expect(proxy.tunnels).toEqual([])
      const trusting = transport({
        proxyFor: () => Promise.resolve(proxy.origin),
        certificates: () => [testCertificate]
      })
      expect(gist(await trusting.send(post(origin, '{}')))).toBe(200)
      expect(proxy.tunnels).toEqual(['api.example.invalid:443'])
    }
  )

  test.each(['407 Proxy Authentication Required', '502 Bad Gateway'])(
    'that says %s: nothing was sent',
    async (says) => {
      const proxy = await rawServer((_request, socket) => void socket.write(keptAlive('', says)))
      const way = transport({ proxyFor: () => Promise.resolve(proxy.origin), certificates: () => [] })
      expect(gist(await way.send(post(origin, '{}')))).toEqual({ sent: false, status: null, kind: 'offline' })
    }
  )

  test('that hangs up: nothing was sent', async () => {
    const proxy = await rawServer((_request, socket) => void socket.destroy())
    const way = transport({ proxyFor: () => Promise.resolve(proxy.origin), certificates: () => [] })
    expect(gist(await way.send(post(origin, '{}')))).toEqual({ sent: false, status: null, kind: 'offline' })
  })

  test('that does not answer: nothing was sent', async () => {
    const proxy = await rawServer(() => undefined)
    const way = transport({ proxyFor: () => Promise.resolve(proxy.origin), certificates: () => [] })
    const result = await way.send({ ...post(origin, '{}'), timeoutMs: 50 })
    expect(gist(result)).toEqual({ sent: false, status: null, kind: 'timeout' })
  })

  test('that is not there: nothing was sent', async () => {
    const proxy = `http://127.0.0.1:${await freePort()}`
    const way = transport({ proxyFor: () => Promise.resolve(proxy), certificates: () => [] })
    expect(gist(await way.send(post(origin, '{}')))).toEqual({ sent: false, status: null, kind: 'offline' })
  })

  test('a server that acts and drops sees a write once', async () => {
    let acted = 0
    const port = await httpsServer((request, response) => {
      if (request.method !== 'POST') {
        response.end('{}')
        return
      }
      acted++
      response.socket?.destroy()
    })
    const proxy = await proxyServer(port)
    const way = transport({ proxyFor: () => Promise.resolve(proxy.origin), certificates: () => [testCertificate] })
    expect(gist(await way.send(get(origin)))).toBe(200)
    expect(gist(await way.send(post(origin, '{}')))).toMatchObject({ sent: true, status: null })
    expect(acted).toBe(1)
  })

  test.each(['http://127.0.0.1', 'http://localhost', 'http://[::1]'])('never to %s', async (loopback) => {
    const asked: string[] = []
    const way = transport({
      proxyFor: (url) => {
        asked.push(url)
        return Promise.resolve('http://127.0.0.1:1')
      }
    })
    await way.send(get(`${loopback}:${await freePort()}`))
    expect(asked).toEqual([])
  })

  test('that is looked up for too long: nothing was sent, and nothing will be', async () => {
    const proxy = await rawServer(() => undefined)
    const found = Promise.withResolvers<string>()
    const way = transport({ proxyFor: () => found.promise, certificates: () => [] })
    const result = await way.send({ ...post(origin, '{}'), timeoutMs: 50 })
    expect(gist(result)).toEqual({ sent: false, status: null, kind: 'timeout' })
    found.resolve(proxy.origin)
    // A later one reaches the proxy: the first would have done so by then.
    await way.send({ ...post(origin, '{}'), timeoutMs: 50 })
    expect(proxy.requests).toHaveLength(1)
  })

  test.each([
    ['a kind it does not speak', () => Promise.resolve('socks5://127.0.0.1:1080')],
    ['a setting that cannot be read', () => Promise.reject(new Error('no script'))]
  ])('%s: nothing was sent', async (_what, proxyFor) => {
    const result = await transport({ proxyFor, certificates: () => [] }).send(post(origin, '{}'))
    expect(gist(result)).toEqual({ sent: false, status: null, kind: 'offline' })
  })
})
