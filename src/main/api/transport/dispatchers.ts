import { Agent, ProxyAgent, type Dispatcher } from 'undici'
import type { SecureContext } from 'node:tls'
import { systemCertificates, trusting } from './trust'

export interface DispatcherOptions {
  readonly connectTimeoutMs: number
  /** Certificates trusted besides the runtime's own; default: the operating system's. */
  readonly certificates?: () => readonly string[]
}

export interface Dispatchers {
  /**
   * @param fresh a connection of its own, closed afterwards
   * @param proxy URL of the proxy, or null for a direct connection
   */
  get(fresh: boolean, proxy: string | null): Dispatcher
  close(): Promise<void>
}

/**
 * Connection pools of undici, by what a request needs.
 *
 * - HTTP/1.1 without pipelining: one request at a time on a connection, so that a broken one fails exactly the request
 *   that was on it. HTTP/2 and pipelining put others back in the queue and send them again.
 * - Fresh connections (pipelining 0) for writes: a kept one that the server closes at that moment would turn a write
 *   that never arrived into an unknown one.
 * - No time limits of undici's own but for connecting: the transport limits the whole exchange.
 */
export function createDispatchers(options: DispatcherOptions): Dispatchers {
  const pools = new Map<string, Dispatcher>()
  const { connectTimeoutMs, certificates = systemCertificates } = options
  let trust: SecureContext | undefined

  function open(fresh: boolean, proxy: string | null): Dispatcher {
    trust ??= trusting(certificates())
    const connect = { timeout: connectTimeoutMs, secureContext: trust, allowH2: false }
    const common = { allowH2: false, pipelining: fresh ? 0 : 1, headersTimeout: 0, bodyTimeout: 0 }
    if (proxy === null) return new Agent({ ...common, connect })
    if (!/^https?:\/\//.test(proxy)) throw new Error('only http and https proxies can be used')
    // A tunnel even for plain http: whoever forwards requests could also repeat them.
    return new ProxyAgent({ ...common, uri: proxy, proxyTunnel: true, proxyTls: connect, requestTls: connect })
  }

  return {
    get(fresh, proxy) {
      const key = `${fresh ? 'fresh' : 'kept'} ${proxy ?? 'direct'}`
      const known = pools.get(key)
      if (known !== undefined) return known
      const pool = open(fresh, proxy)
      pools.set(key, pool)
      return pool
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
    }
  }
}
