import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

function same(given: string | null | undefined, secret: string): boolean {
  const [left, right] = [Buffer.from(given ?? ''), Buffer.from(secret)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1]
}

/**
 * Who may see the page of one window. Any program on this machine can reach a loopback port, and any web page can make
 * the browser try: so the address carries a random key, the key becomes a cookie that scripts and other sites cannot
 * use, the Host header must be a loopback name (against DNS rebinding), and the socket needs a token on top.
 */
export class PageAccess {
  readonly key = randomBytes(32).toString('base64url')
  readonly token = randomBytes(32).toString('base64url')

  /** The origin the browser uses for us; undefined when the Host header is none of our names. */
  origin(request: IncomingMessage): string | undefined {
    const host = request.headers.host ?? ''
    const known = [`127.0.0.1:${request.socket.localPort ?? 0}`, `localhost:${request.socket.localPort ?? 0}`]
    return known.includes(host) ? `http://${host}` : undefined
  }

  hasKey(url: URL): boolean {
    return same(url.searchParams.get('key'), this.key)
  }

  hasCookie(request: IncomingMessage): boolean {
    return same(cookieOf(request, this.#cookieName(request)), this.key)
  }

  /** For the host's own script, socket and synchronous questions. */
  hasToken(request: IncomingMessage): boolean {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const { origin } = request.headers
    return (
      this.hasCookie(request) &&
      same(url.searchParams.get('token'), this.token) &&
      (origin === undefined || origin === this.origin(request))
    )
  }

  /** The value of a Set-Cookie header. Cookies know no ports, so the name carries ours. */
  cookie(request: IncomingMessage): string {
    return `${this.#cookieName(request)}=${this.key}; HttpOnly; SameSite=Strict; Path=/`
  }

  #cookieName(request: IncomingMessage): string {
    return `host_key_${request.socket.localPort ?? 0}`
  }
}
