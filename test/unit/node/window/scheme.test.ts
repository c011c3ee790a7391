import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { protocol } from 'electron'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { respond, servePage } from '../../../../src/main/window/scheme'

const page = `<!doctype html><html><head>
<meta property="csp-nonce" nonce="__CSP_NONCE__"><script type="module" src="/assets/index-a1.js"></script>
<style nonce="__CSP_NONCE__">body{}</style></head><body></body></html>`

let outside: string
let folder: string
beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'scheme-'))
  folder = join(outside, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(outside, 'secret.js'), 'outside')
  writeFileSync(join(folder, '.env.js'), 'hidden')
  writeFileSync(join(folder, 'index.html'), page)
  writeFileSync(join(folder, 'notes.txt'), 'not a part of the page')
  writeFileSync(join(folder, 'assets/index-a1.js'), 'run()')
  for (const name of ['a.css', 'b.woff2', 'c.svg', 'd.png', 'e.json', 'f.wasm', 'index-a1.js.map', '_x-B_9.js']) {
    writeFileSync(join(folder, 'assets', name), name)
  }
})
afterAll(() => rmSync(outside, { recursive: true, force: true }))

const get = (url: string): Promise<Response> => respond(folder, new Request(url))

/** A request whose URL is exactly this: a real one would have been tidied by the browser. */
const raw = (url: string): Promise<Response> => {
  const request: unknown = { url, method: 'GET' }
  // Only these two fields are read.
  return respond(folder, request as Request)
}

describe('a file of the page', () => {
  it.each([
    ['', 'text/html; charset=utf-8'],
    ['index.html', 'text/html; charset=utf-8'],
    ['?x=1#/queue', 'text/html; charset=utf-8'],
    ['assets/index-a1.js', 'text/javascript; charset=utf-8'],
    ['assets/_x-B_9.js', 'text/javascript; charset=utf-8'],
    ['assets/a.css', 'text/css; charset=utf-8'],
    ['assets/b.woff2', 'font/woff2'],
    ['assets/c.svg', 'image/svg+xml'],
    ['assets/d.png', 'image/png'],
    ['assets/e.json', 'application/json; charset=utf-8'],
    ['assets/f.wasm', 'application/wasm'],
    ['assets/index-a1.js.map', 'application/json; charset=utf-8']
  ])('/%s is served as %s', async (path, type) => {
    const response = await get(`installer://app/${path}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect((await response.text()).length).toBeGreaterThan(0)
  })

  it('comes with every safeguard', async () => {
    const { headers } = await get('installer://app/assets/index-a1.js')
    expect(Object.fromEntries(headers)).toEqual({
      'content-type': 'text/javascript; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin'
    })
  })

  it('is nothing else: the page has a nonce for its styles, another one at each load', async () => {
    const [first, second] = await Promise.all([get('installer://app/'), get('installer://app/')])
    const nonces = [first, second].map((response) => {
      const policy = response.headers.get('content-security-policy') ?? ''
      return /style-src 'self' 'nonce-([A-Za-z0-9+/]{22}==)';/.exec(policy)?.[1]
    })
    const [one, other] = nonces
    expect(one).toBeDefined()
    expect(one).not.toBe(other)
    expect(await first.text()).toBe(page.replaceAll('__CSP_NONCE__', one ?? ''))
    expect(first.headers.get('cache-control')).toBe('no-store')
    // WebAssembly may be compiled; nothing else that is not a file of ours may run.
    expect(first.headers.get('content-security-policy')?.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe')
  })
})

describe('anything else is not there', () => {
  it.each([
    'installer://app/missing.js',
    'installer://app/assets',
    'installer://app/assets/',
    'installer://app/notes.txt',
    'installer://app/.env.js',
    'installer://app//index.html',
    'installer://app/assets//a.css',
    'installer://app/./index.html/.',
    'installer://app/../secret.js',
    'installer://app/assets/../../secret.js',
    'installer://app/%2e%2e/secret.js',
    'installer://app/..%2fsecret.js',
    'installer://app/%2e%2e%2fsecret.js',
    'installer://app/assets/..%2f..%2fsecret.js',
    'installer://app/..%5csecret.js',
    String.raw`installer://app/..\secret.js`,
    'installer://app/assets%2fa.css',
    'installer://app/index.html%00.js',
    'installer://app/secret.js%00',
    'installer://app/%252e%252e/secret.js',
    'installer://app/%c0%ae%c0%ae/secret.js',
    'installer://app/%',
    'installer://app/C:/Windows/win.ini',
    'installer://app/C:%5CWindows%5Cwin.js',
    'installer://app/index.html::$DATA',
    'installer://app/%2fetc%2fpasswd',
    'installer://app/~/x.js',
    'installer://app/con.js:stream.js',
    `installer://app/${'a'.repeat(200)}.js`,
    `installer://app/${'a/'.repeat(5000)}x.js`,
    'installer://evil/index.html',
    'installer://app.evil/index.html',
    'installer://app:8080/index.html',
    'installer://user@app/index.html',
    'installer:///index.html',
    'installer:app/index.html',
    'file:///etc/passwd',
    'https://app/index.html',
    'no address'
  ])('%s', async (url) => {
    const response = await raw(url)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('nor does it take a %s', async (method) => {
    const response = await respond(folder, new Request('installer://app/', { method }))
    expect(response.status).toBe(405)
  })
})

it('is served under the scheme of the app', () => {
  servePage(folder)
  expect(protocol.isProtocolHandled('installer')).toBe(true)
  protocol.unhandle('installer')
})
