import { EventEmitter } from 'node:events'
import { request as plainRequest, type IncomingMessage, type ClientRequest as NodeRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { session as sessions, type Session } from './session.ts'

export interface RequestOptions {
  readonly protocol?: string
  readonly hostname?: string
  readonly port?: string | number
  readonly path?: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly session?: Session
}

const redirects = new Set([301, 302, 303, 307, 308])

/**
 * `ClientRequest` of `net.request` with `redirect: 'manual'`: what the session forbids fails as
 * net::ERR_BLOCKED_BY_CLIENT, a redirect is told and not followed.
 */
export class ClientRequest extends EventEmitter {
  readonly #options: RequestOptions
  #request: NodeRequest | null = null
  #aborted = false

  constructor(options: RequestOptions) {
    super()
    this.#options = options
  }

  end(body?: string | Buffer): void {
    void this.#send(body)
  }

  abort(): void {
    this.#aborted = true
    this.#request?.destroy()
  }

  async #send(body: string | Buffer | undefined): Promise<void> {
    const { protocol = 'https:', hostname = '', port, path = '/', method = 'GET', headers = {} } = this.#options
    const url = `${protocol}//${hostname}${port === undefined || port === '' ? '' : `:${port}`}${path}`
    const allowed = await (this.#options.session ?? sessions.defaultSession).mayRequest(url)
    if (this.#aborted) return
    if (!allowed) {
      this.emit('error', new Error('net::ERR_BLOCKED_BY_CLIENT'))
      return
    }
    const request = (protocol === 'http:' ? plainRequest : secureRequest)(url, { method, headers })
    this.#request = request
    request.on('error', (error) => {
      if (!this.#aborted) this.emit('error', error)
    })
    request.on('response', (response) => this.#answered(response, method, url))
    request.end(body)
  }

  #answered(response: IncomingMessage, method: string, url: string): void {
    const { statusCode = 0, headers } = response
    if (redirects.has(statusCode) && headers.location !== undefined) {
      response.resume()
      this.emit('redirect', statusCode, method, new URL(headers.location, url).href, headers)
      return
    }
    this.emit('response', response)
  }
}
