import { Agent, ProxyAgent, type Dispatcher } from 'undici'
import type { SecureContext } from 'node:tls'
import { systemCertificates, trusting } from './trust'

export interface DispatcherOptions {
  readonly connectTimeoutMs: number
  /** Certificates trusted besides the runtime's own; default: the operating system's. */
  readonly certificates?: () => readonly string[]
}

export interface Way {
  /** On a connection of its own, closed afterwards. */
  readonly fresh: boolean
  /** Over TLS. */
  readonly secure: boolean
  /** URL of the proxy, or null for a direct connection. */
  readonly proxy: string | null
}

export interface Dispatchers {
  get(way: Way): Dispatcher
  close(): Promise<void>
}

/**
 * Connection pools of undici, by what a request needs.
 *
 * - HTTP/1.1 without pipelining: one request at a time on a connection, so that a broken one fails exactly the request
 *   that was on it. Over HTTP/2, on by default, undici sends requests again that a server says it has not processed;
 *   with pipelining, those behind a broken one.
 * - Fresh connections (pipelining 0) for writes: a kept one that the server closes at that moment would turn a write
 *   that never arrived into an unknown one.
 * - No time limits of undici's own but for connecting: the transport limits the whole exchange.
 */
export function createDispatchers(options: DispatcherOptions): Dispatchers {
  const pools = new Map<string, Dispatcher>()
  const { connectTimeoutMs, certificates = systemCertificates } = options
  let trust: SecureContext | undefined

  function open({ fresh, secure, proxy }: Way): Dispatcher {
    if (secure) trust ??= trusting(certificates())
    const connect = {
      timeout: connectTimeoutMs,
      allowH2: false,
      // Said aloud, since an environment variable can turn the default off for the whole process.
      rejectUnauthorized: true,
      ...(trust && { secureContext: trust })
    }
    // Said to the pool as well: it would send one request at a time until the version is settled.
    const common = { allowH2: false, pipelining: fresh ? 0 : 1, headersTimeout: 0, bodyTimeout: 0 }
    if (proxy === null) return new Agent({ ...common, connect })
    if (!/^https?:\/\//.test(proxy)) throw new Error('only http and https proxies can be used')
    // A tunnel even for plain http: whoever forwards requests could also repeat them.
    return new ProxyAgent({ ...common, uri: proxy, proxyTunnel: true, proxyTls: connect, requestTls: connect })
  }

  return {
    get(way) {
      const key = `${way.fresh} ${way.secure} ${way.proxy ?? ''}`
      const known = pools.get(key)
      if (known !== undefined) return known
      const pool = open(way)
      pools.set(key, pool)
      return pool
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
    }
  }
}
