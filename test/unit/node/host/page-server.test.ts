import { once } from 'node:events'
import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { decode, encode } from '../../../host/page/wire.ts'
import { PageServer, type PageOwner } from '../../../host/server/page-server.ts'

const html = '<!doctype html><html><head><title>Page</title></head><body></body></html>'

const owner: PageOwner = {
  addressForMain: (url) => url.replace(/^http:\/\/[^/]+\//, 'installer://app/'),
  home: () => '/index.html#/install',
  answer: (path) =>
    Promise.resolve(
      path === '/index.html'
        ? new Response(html, {
            headers: { 'content-type': 'text/html', 'content-security-policy': "script-src 'self'; connect-src 'none'" }
          })
        : new Response('nothing here', { status: 404 })
    ),
  receivedHeaders: (url, _status, headers) => Promise.resolve({ ...headers, 'x-address': [url] }),
  bootScript: (token) => `/* ${token} */`,
  messageFromPage(message, reply) {
    if (message.kind === 'invoke') reply({ kind: 'reply', id: message.id, ok: true, value: message.args })
  },
  askedByPage: (message) => Promise.resolve({ heard: message.kind })
}

/** Node's fetch sets the Host header itself; this one sends what it is told. */
function statusWithHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('the server of a page', () => {
  let server: PageServer
  let entrance: string
  let origin: string

  beforeEach(async () => {
    server = new PageServer(owner)
    entrance = await server.listen(0)
    origin = new URL(entrance).origin
  })
  afterEach(() => server.close())

  async function cookie(): Promise<string> {
    const response = await fetch(entrance, { redirect: 'manual' })
    return response.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  async function token(): Promise<string> {
    const page = await fetch(`${origin}/index.html`, { headers: { cookie: await cookie() } })
    return /boot\.js\?token=([^"]+)"/.exec(await page.text())?.[1] ?? ''
  }

  it('lets in whoever brings the key, and keeps it out of the address from then on', async () => {
    const response = await fetch(entrance, { redirect: 'manual' })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/index.html#/install')
    expect(response.headers.get('set-cookie')).toMatch(/^host_key_\d+=[\w-]+; HttpOnly; SameSite=Strict; Path=\/$/)
  })

  it('leads a visitor from another site on by a page, whose cookies are its own', async () => {
    const response = await fetch(entrance, { redirect: 'manual', headers: { 'sec-fetch-site': 'cross-site' } })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('url=/index.html#/install')
  })

  it.each<[string, string]>([
    ['nothing', '/index.html'],
    ['a wrong key', '/?key=wrong'],
    ['no cookie, for the script', '/__host/boot.js?token=x']
  ])('refuses a visitor with %s', async (_name, path) => {
    expect((await fetch(origin + path, { redirect: 'manual' })).status).toBe(403)
  })

  it('refuses a name that is not this machine, even with the key', async () => {
    expect(await statusWithHost(entrance, 'evil.example')).toBe(403)
    expect(await statusWithHost(entrance, `localhost:${new URL(entrance).port}`)).toBe(303)
  })

  it("serves the app's page with the policy kept and its own script first", async () => {
    const response = await fetch(`${origin}/index.html`, { headers: { cookie: await cookie() } })
    expect(response.headers.get('x-address')).toBe('installer://app/index.html')
    expect(response.headers.get('content-security-policy')).toMatch(
      /^script-src 'self' http:\/\/127\.0\.0\.1:\d+\/__host\/boot\.js; connect-src ws:/
    )
    expect(await response.text()).toMatch(/<head><script src="\/__host\/boot\.js\?token=[\w-]+"><\/script><title>/)
  })

  it('passes on what the app answers for other paths', async () => {
    const response = await fetch(`${origin}/nowhere.js`, { headers: { cookie: await cookie() } })
    expect([response.status, await response.text()]).toEqual([404, 'nothing here'])
  })

  it('answers messages over a socket', async () => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/__host/socket?token=${await token()}`, {
      headers: { cookie: await cookie() }
    })
    await once(socket, 'open')
    socket.send(encode({ kind: 'invoke', id: 1, channel: 'any', args: [1, 'two'], url: origin }))
    const [text] = (await once(socket, 'message')) as [Buffer]
    expect(decode(text.toString())).toEqual({ kind: 'reply', id: 1, ok: true, value: [1, 'two'] })
    const told = once(socket, 'message') as Promise<[Buffer]>
    server.broadcast({ kind: 'event', channel: 'session:changed', args: [] })
    expect(decode((await told)[0].toString())).toMatchObject({ kind: 'event', channel: 'session:changed' })
  })

  it('answers a question that cannot wait', async () => {
    const response = await fetch(`${origin}/__host/sync?token=${await token()}`, {
      method: 'POST',
      headers: { cookie: await cookie() },
      body: encode({ kind: 'navigate', url: 'https://example.com/', from: origin })
    })
    expect(decode(await response.text())).toEqual({ heard: 'navigate' })
  })

  it.each<[string, (good: { cookie: string; token: string }) => { token: string; headers: Record<string, string> }]>([
    ['a wrong token', (good) => ({ token: 'wrong', headers: { cookie: good.cookie } })],
    ['no cookie', (good) => ({ token: good.token, headers: {} })],
    [
      'the origin of another page',
      (good) => ({ token: good.token, headers: { cookie: good.cookie, origin: 'http://127.0.0.1:1' } })
    ]
  ])('refuses a socket with %s', async (_name, make) => {
    const { token: given, headers } = make({ cookie: await cookie(), token: await token() })
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/__host/socket?token=${given}`, { headers })
    await expect(once(socket, 'open')).rejects.toThrow('403')
  })
})
