import { createSecureServer as createHttp2Server } from 'node:http2'
import { createServer as createHttpServer, type RequestListener, type Server as HttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { connect, createServer as createNetServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { testCertificate, testKey } from './certificate'

/** Listens on a free port of the loopback until the test ends, and ends with every connection it had. */
async function listen(server: Server | HttpServer): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  onTestFinished(async () => {
    const closed = Promise.withResolvers<void>()
    server.close(() => closed.resolve())
    for (const socket of sockets) socket.destroy()
    await closed.promise
  })
  // A server that listens on a port has an address of this form.
  return (server.address() as AddressInfo).port
}

export async function httpServer(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createHttpServer(listener))}`
}

/** @returns its port: the name under which it is asked decides whether its certificate fits */
export async function httpsServer(listener: RequestListener): Promise<number> {
  return listen(createHttpsServer({ key: testKey, cert: testCertificate }, listener))
}

/** The same with an answer of its own. @returns its port, and how often it was asked for anything */
export async function countingServer() {
  let asked = 0
  const port = await httpsServer((_request, response) => {
    asked++
    response.end('{}')
  })
  return { port, asked: () => asked }
}

/** A server that prefers HTTP/2. @returns its port, and with which version each request came */
export async function http2Server() {
  const versions: string[] = []
  const server = createHttp2Server({ key: testKey, cert: testCertificate, allowHTTP1: true }, (request, response) => {
    versions.push(request.httpVersion)
    response.end('{}')
  })
  return { port: await listen(server), versions }
}

/** @returns a port on which every connection is closed at once */
export async function closingServer(): Promise<number> {
  return listen(createNetServer((socket) => socket.destroy()))
}

/** @returns a port on which nobody listens */
export async function freePort(): Promise<number> {
  const server = createNetServer()
  const listening = Promise.withResolvers<number>()
  server.listen(0, '127.0.0.1', () => {
    // A server that listens on a port has an address of this form.
    const { port } = server.address() as AddressInfo
    server.close(() => listening.resolve(port))
  })
  return listening.promise
}

/** Holds its one connection up until it is opened, and then passes it on to a port of the loopback. */
export async function gateServer(port: number) {
  const reached = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  const server = createNetServer((socket) => {
    socket.on('close', () => closed.resolve())
    reached.resolve()
    void opened.promise.then(() => {
      const onward = connect(port, '127.0.0.1')
      onward.on('error', () => socket.destroy())
      socket.pipe(onward).pipe(socket)
    })
  })
  return { port: await listen(server), reached: reached.promise, open: () => opened.resolve(), closed: closed.promise }
}

/**
 * A proxy that opens its tunnels to one port of the loopback, whatever name is asked for.
 *
 * @param secure itself reached over TLS, with the certificate of the tests
 */
export async function proxyServer(port: number, secure = false) {
  const tunnels: string[] = []
  const server = secure ? createHttpsServer({ key: testKey, cert: testCertificate }) : createHttpServer()
  server.on('connect', (request, socket) => {
    tunnels.push(request.url ?? '')
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    const onward = connect(port, '127.0.0.1')
    onward.on('error', () => socket.destroy())
    onward.on('close', () => socket.destroy())
    socket.pipe(onward).pipe(socket)
  })
  return { origin: `${secure ? 'https' : 'http'}://127.0.0.1:${await listen(server)}`, tunnels }
}

export interface RawRequest {
  readonly method: string
  readonly path: string
  /** Header lines in lower case. */
  readonly head: string
  readonly body: string
  /** Which connection it came on, counted from 1. */
  readonly connection: number
}

/** What a client put on the wire, and a hand on the socket to answer anything at all. */
export async function rawServer(answer: (request: RawRequest, socket: Socket) => void) {
  const requests: RawRequest[] = []
  let connections = 0
  const server = createNetServer((socket) => {
    const connection = ++connections
    let pending = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      pending += chunk
      for (let end = endOfRequest(pending); end !== null; end = endOfRequest(pending)) {
        const request = readRequest(pending.slice(0, end), connection)
        pending = pending.slice(end)
        requests.push(request)
        answer(request, socket)
      }
    })
  })
  const port = await listen(server)
  return { origin: `http://127.0.0.1:${port}`, port, requests, connectionCount: () => connections }
}

function endOfRequest(text: string): number | null {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return null
  const length = Number(/^content-length: (\d+)$/im.exec(text.slice(0, head))?.[1] ?? 0)
  const end = head + 4 + length
  return text.length >= end ? end : null
}

function readRequest(text: string, connection: number): RawRequest {
  const [head = '', body = ''] = text.split('\r\n\r\n', 2)
  const [method = '', path = ''] = head.split(' ', 2)
  return { method, path, head: head.toLowerCase(), body, connection }
}

/** An answer that keeps the connection open, as every server does. */
export function keptAlive(body: string, status = '200 OK', contentType = 'application/json'): string {
  return `HTTP/1.1 ${status}\r\ncontent-type: ${contentType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

export interface Scripted {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/**
 * A stack that gives tokens to anybody and answers everything else as told; `/prod/v1` is its base path.
 *
 * @param answer what to say to a request, told as `METHOD /path?query`
 */
export async function scriptedStack(answer: (request: string, body: string) => Scripted) {
  const requests: { readonly request: string; readonly body: string; readonly authorization: string }[] = []
  let tokens = 0
  const origin = await httpServer((incoming, response) => {
    void readText(incoming).then((body) => {
      const request = `${incoming.method ?? ''} ${(incoming.url ?? '').replace('/prod/v1', '')}`
      requests.push({ request, body, authorization: incoming.headers.authorization ?? '' })
      const scripted =
        request === 'POST /auth/client-token'
          ? { body: `{"data":{"token":"token-${++tokens}"}}` }
          : answer(request, body)
      response.writeHead(scripted.status ?? 200, { 'content-type': 'application/json', ...scripted.headers })
      response.end(scripted.body)
    })
  })
  return { baseUrl: `${origin}/prod/v1`, requests }
}
