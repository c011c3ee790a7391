import { session } from 'electron'
import type { Log } from '../../ports/log'

/** A proxy script that cannot be fetched may keep Chromium busy for minutes. */
const timeLimitMs = 10_000

const schemes: Readonly<Record<string, string>> = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' }

export type ProxyReading =
  { readonly proxy: string | null } | { readonly proxy: null; readonly unusable: readonly string[] }

/**
 * Reads the answer of Chromium's proxy resolution, e.g. `PROXY proxy.corp:8080; DIRECT`: the first way that is open
 * to us. SOCKS and QUIC proxies are not.
 */
export function readProxyList(list: string): ProxyReading {
  const unusable: string[] = []
  for (const way of list.split(';').map((part) => part.trim())) {
    const [kind = '', address = ''] = way.split(/\s+/)
    if (kind.toUpperCase() === 'DIRECT') return { proxy: null }
    const scheme = schemes[kind.toUpperCase()]
    const proxy = `${scheme ?? ''}://${address}`
    if (scheme !== undefined && address !== '' && URL.canParse(proxy)) return { proxy }
    if (way !== '') unusable.push(way)
  }
  return unusable.length === 0 ? { proxy: null } : { proxy: null, unusable }
}

/**
 * The proxy the system's settings name for a URL.
 *
 * @returns e.g. `http://proxy.corp:8080`, or null to connect directly
 */
export async function proxyFor(url: string, log: Log): Promise<string | null> {
  const reading = readProxyList(await resolveProxy(url, log))
  if ('unusable' in reading) log.warn('network', 'no usable proxy, connecting directly', { ways: reading.unusable })
  return reading.proxy
}

async function resolveProxy(url: string, log: Log): Promise<string> {
  const limit = new AbortController()
  const late = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${timeLimitMs / 1000} s`)), timeLimitMs)
    limit.signal.addEventListener('abort', () => clearTimeout(timer))
  })
  try {
    return await Promise.race([session.defaultSession.resolveProxy(url), late])
  } catch (error) {
    log.warn('network', 'the proxy settings could not be read, connecting directly', { error })
    return 'DIRECT'
  } finally {
    limit.abort()
  }
}
