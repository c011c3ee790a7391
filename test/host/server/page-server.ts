import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import type { FromPage, SyncFromPage, ToPage } from '../page/messages.ts'
import { decode, encode } from '../page/wire.ts'
import { scriptNonce, widenPolicy } from './content-policy.ts'
import { PageAccess } from './page-access.ts'

/** What the server needs of the window whose page it serves. */
export interface PageOwner {
  /** What main calls this address of the browser. */
  addressForMain(browserUrl: string): string
  /** Path of the page itself. */
  home(): string
  answer(path: string, init: RequestInit): Promise<Response>
  /** The headers after the app has looked at them; null when it cancels the request. */
  receivedHeaders(
    url: string,
    status: number,
    headers: Record<string, string[]>
  ): Promise<Record<string, string[]> | null>
  bootScript(token: string): string
  messageFromPage(message: FromPage, reply: (message: ToPage) => void): void
  askedByPage(message: SyncFromPage): Promise<unknown>
}

const policyHeaders = ['content-security-policy', 'content-security-policy-report-only']

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  // Without an encoding set, a request yields buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Serves the page of one window on 127.0.0.1 and keeps the sockets of every tab that shows it. */
export class PageServer {
  readonly #owner: PageOwner
  readonly #access = new PageAccess()
  readonly #sockets = new Set<WebSocket>()
  readonly #server: Server

  constructor(owner: PageOwner) {
    this.#owner = owner
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        // The browser hears what Electron's own error page would say.
        if (!response.headersSent) response.writeHead(String(error).includes('NOT_FOUND') ? 404 : 500)
        response.end(String(error))
      })
    })
    const sockets = new WebSocketServer({ noServer: true })
    this.#server.on('upgrade', (request, stream, head) => {
      const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
      if (path !== '/__host/socket' || !this.#access.origin(request) || !this.#access.hasToken(request)) {
        stream.end('HTTP/1.1 403 Forbidden\r\n\r\n')
        return
      }
      sockets.handleUpgrade(request, stream, head, (socket) => this.#join(socket))
    })
  }

  /** @param port 0 for any free one @returns the address that lets one in */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', resolve)
    })
    return this.entrance()
  }

  entrance(): string {
    // Only asked for while the server listens on a TCP port.
    const { port } = this.#server.address() as AddressInfo
    return `http://127.0.0.1:${port}/?key=${this.#access.key}`
  }

  broadcast(message: ToPage): void {
    const text = encode(message)
    for (const socket of this.#sockets) socket.send(text)
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate()
    this.#server.close()
    this.#server.closeAllConnections()
  }

  #join(socket: WebSocket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('message', (data: Buffer) => {
      // The token proves that the host's own page script wrote this.
      const message = decode(data.toString()) as FromPage
      this.#owner.messageFromPage(message, (reply) => {
        if (socket.readyState === socket.OPEN) socket.send(encode(reply))
      })
    })
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = this.#access.origin(request)
    const url = new URL(request.url ?? '/', origin ?? 'http://127.0.0.1')
    if (origin === undefined) return void response.writeHead(403).end('not a loopback name')
    if (this.#access.hasKey(url)) {
      this.#enter(request, response)
      return
    }
    if (!this.#access.hasCookie(request))
      return void response.writeHead(403).end('open the address that the host printed')
    if (url.pathname.startsWith('/__host/')) return this.#serveHost(url, request, response)
    // Asked for over http only: a page of a custom scheme has none.
    if (url.pathname === '/favicon.ico') return void response.writeHead(204).end()
    return this.#servePage(url, origin, request, response)
  }

  #enter(request: IncomingMessage, response: ServerResponse): void {
    const headers = {
      'set-cookie': this.#access.cookie(request),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer'
    }
    if (request.headers['sec-fetch-site'] !== 'cross-site') {
      response.writeHead(303, { ...headers, location: this.#owner.home() }).end()
      return
    }
    // A redirect would still count as coming from the other site, and a strict cookie would not be sent along.
    const page = `<meta http-equiv="refresh" content="0;url=${encodeURI(this.#owner.home())}">`
    response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end(page)
  }

  async #serveHost(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#access.hasToken(request)) return void response.writeHead(403).end()
    if (url.pathname === '/__host/boot.js') {
      const script = this.#owner.bootScript(this.#access.token)
      return void response
        .writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' })
        .end(script)
    }
    if (url.pathname !== '/__host/sync') return void response.writeHead(404).end()
    const message = decode((await bodyOf(request)).toString()) as SyncFromPage // proved by the token
    response.writeHead(200).end(encode(await this.#owner.askedByPage(message)))
  }

  async #servePage(url: URL, origin: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET'
    const body = method === 'GET' || method === 'HEAD' ? undefined : new Uint8Array(await bodyOf(request))
    const answer = await this.#owner.answer(url.pathname + url.search, { method, ...(body ? { body } : {}) })
    const given: Record<string, string[]> = {}
    answer.headers.forEach((value, name) => (given[name.toLowerCase()] = [value]))
    const address = this.#owner.addressForMain(url.href)
    const decided = await this.#owner.receivedHeaders(address, answer.status, given)
    if (!decided) return void response.writeHead(403).end('net::ERR_BLOCKED_BY_CLIENT')

    const headers = Object.fromEntries(Object.entries(decided).map(([name, value]) => [name.toLowerCase(), value]))
    const policies = policyHeaders.flatMap((name) => headers[name] ?? [])
    for (const name of policyHeaders) {
      if (headers[name]) headers[name] = headers[name].map((policy) => widenPolicy(policy, origin))
    }
    delete headers['content-length']
    headers['cache-control'] ??= ['no-store']
    const content = Buffer.from(await answer.arrayBuffer())
    const isPage = headers['content-type']?.[0]?.startsWith('text/html') ?? false
    response
      .writeHead(answer.status, headers)
      .end(isPage ? this.#withBootScript(content.toString('utf8'), policies) : content)
  }

  #withBootScript(html: string, policies: string[]): string {
    const nonce = policies.map(scriptNonce).find((found) => found !== undefined)
    const attribute = nonce === undefined ? '' : ` nonce="${nonce}"`
    const tag = `<script src="/__host/boot.js?token=${this.#access.token}"${attribute}></script>`
    return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + tag) : tag + html
  }
}
