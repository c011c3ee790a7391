import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const BODY_LIMIT = 1_000_000

export interface HttpRequest {
  method: string
  url: URL
  headers: IncomingMessage['headers']
  body: string
}

/** Resolves after so many milliseconds, or at once when the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

export type Handle = (request: HttpRequest, response: ServerResponse) => Promise<void>

/** node:http with a grip on its sockets: they can be dropped, refused and accepted again on the same port. */
export class HttpServer {
  readonly #server: Server
  /** Every open socket, and whether its latest request was for the control paths. */
  readonly #sockets = new Map<Socket, boolean>()
  readonly #stopping = new AbortController()
  readonly #isControl: (url: URL) => boolean
  readonly #sleep: Sleep
  /** What a fault keeps waiting. */
  readonly #waiting = new Set<ServerResponse>()
  #port = 0

  constructor(isControl: (url: URL) => boolean, handle: Handle, sleep: Sleep = realSleep) {
    this.#isControl = isControl
    this.#sleep = sleep
    this.#server = createServer((incoming, response) => {
      this.#serve(incoming, response, handle).catch((error: unknown) => {
        process.stderr.write(
          `The simulator failed on ${incoming.method ?? ''} ${incoming.url ?? ''}: ${String(error)}\n`
        )
        if (!response.headersSent) response.writeHead(500)
        response.end()
      })
    })
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.set(socket, false)
      socket.on('close', () => this.#sockets.delete(socket))
    })
  }

  get port(): number {
    return this.#port
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', () => {
        this.#server.off('error', reject)
        resolve()
      })
    })
    // A server listening on a port has an address of that form.
    this.#port = (this.#server.address() as AddressInfo).port
  }

  /** Destroys the open connections, those of the control paths excepted. */
  dropConnections(): void {
    for (const [socket, control] of this.#sockets) if (!control) socket.destroy()
  }

  /** Stops listening: the next attempt is refused by the system. */
  async close(): Promise<void> {
    if (!this.#server.listening) return
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    for (const socket of this.#sockets.keys()) socket.destroy()
    await closed
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.close()
  }

  /** Lets a response wait, and resolves to false when the server was stopped meanwhile. */
  async pause(response: ServerResponse, ms: number): Promise<boolean> {
    this.#waiting.add(response)
    await this.#sleep(ms, this.#stopping.signal)
    this.#waiting.delete(response)
    return !this.#stopping.signal.aborted
  }

  /** How many responses wait whose client is still there. */
  get stuck(): number {
    return [...this.#waiting].filter(({ socket }) => socket?.destroyed === false).length
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse, handle: Handle): Promise<void> {
    const url = new URL(`http://simulator.invalid${incoming.url ?? '/'}`)
    this.#sockets.set(incoming.socket, this.#isControl(url))
    const body = await readBody(incoming)
    if (body === undefined) return
    await handle({ method: incoming.method ?? 'GET', url, headers: incoming.headers, body }, response)
  }
}

async function realSleep(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** The whole body, or undefined when the client went away or sent more than any client of this API would. */
async function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of incoming) {
      // Without an encoding, the stream yields buffers.
      const bytes = piece as Buffer
      size += bytes.length
      if (size > BODY_LIMIT) {
        incoming.destroy()
        return undefined
      }
      pieces.push(bytes)
    }
  } catch (error) {
    if (incoming.destroyed) return undefined
    throw error
  }
  return Buffer.concat(pieces).toString('utf8')
}
