import type { Dispatcher } from 'undici'
import { createDispatchers, type DispatcherOptions } from './dispatchers'
import { Exchange } from './exchange'
import { isLoopback } from './loopback'
import type { HttpRequest, HttpResult, Transport } from './transport'
import { transportProblem } from './transportProblem'

export interface TransportOptions {
  /**
   * Which proxy to use for a URL: its own URL (`http://host:port` or https), or null for none. Not asked for the
   * loopback. In Electron `session.resolveProxy` knows, so that the system's setting or its script decides.
   */
  readonly proxyFor?: (url: string) => Promise<string | null>
  /** Default 10 s. */
  readonly connectTimeoutMs?: number
  /** An answer may not be larger than this; default 32 MiB. */
  readonly maxBodyBytes?: number
  /** See {@link DispatcherOptions.certificates}. */
  readonly certificates?: DispatcherOptions['certificates']
}

/** What an origin says; there are as many as stacks, and thousands of requests to each. */
interface Place {
  readonly url: string
  readonly secure: boolean
  readonly onThisMachine: boolean
}

function placeOf(origin: string): Place {
  const { href, protocol, hostname } = new URL(origin)
  return { url: href, secure: protocol === 'https:', onThisMachine: isLoopback(hostname) }
}

/**
 * The way to the servers: undici with connections of our own. It never follows a redirect (a token would travel along,
 * and a POST become a GET) and never sends anything twice.
 */
export function createTransport(options: TransportOptions = {}): Transport {
  const { proxyFor, connectTimeoutMs = 10_000, maxBodyBytes = 32 * 1024 * 1024, certificates } = options
  const dispatchers = createDispatchers({ connectTimeoutMs, ...(certificates && { certificates }) })
  const places = new Map<string, Place>()
  let closed = false

  async function dispatcherFor({ method, origin }: HttpRequest): Promise<Dispatcher> {
    let place = places.get(origin)
    if (place === undefined) places.set(origin, (place = placeOf(origin)))
    const { url, secure, onThisMachine } = place
    const proxy = onThisMachine ? null : ((await proxyFor?.(url)) ?? null)
    return dispatchers.get({ fresh: method !== 'GET', secure, proxy })
  }

  async function start(request: HttpRequest, exchange: Exchange): Promise<void> {
    try {
      const dispatcher = await dispatcherFor(request)
      if (exchange.over) return
      const { origin, path, method, body = null } = request
      // Nothing here unpacks a compressed answer, so none is asked for.
      const headers = { accept: 'application/json', 'accept-encoding': 'identity', ...request.headers }
      dispatcher.dispatch({ origin, path, method, body, headers }, exchange)
    } catch (error) {
      exchange.abort(transportProblem(error))
    }
  }

  return {
    async send(request): Promise<HttpResult> {
      const exchange = new Exchange(maxBodyBytes)
      const { signal, timeoutMs } = request
      const cancel = () => exchange.abort({ kind: 'cancelled' })
      if (closed || signal?.aborted) cancel()
      signal?.addEventListener('abort', cancel)
      const timer = setTimeout(() => exchange.abort({ kind: 'timeout', detail: `after ${timeoutMs} ms` }), timeoutMs)
      // Not waited for: looking for the proxy counts against the time limit too.
      if (!exchange.over) void start(request, exchange)
      try {
        return await exchange.result
      } finally {
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
      }
    },
    async close() {
      closed = true
      await dispatchers.close()
    }
  }
}
