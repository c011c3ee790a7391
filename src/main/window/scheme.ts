import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { protocol } from 'electron'
import { contentPolicy, freshNonce, noncePlaceholder } from './contentPolicy'
import { appHost, appScheme } from './origin'

/** Everything the build puts into the page's folder. A file of any other kind is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm'
}

/**
 * Makes the page's scheme behave like https: an origin of its own, relative addresses, fetch. Must be called before
 * the app is ready.
 */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }
  ])
}

/**
 * Serves the built page under installer://app/.
 *
 * @param folder absolute path of the built renderer
 */
export function servePage(folder: string): void {
  protocol.handle(appScheme, (request) => respond(folder, request))
}

/** Answers one request of the page: a file of `folder`, or 404. */
export async function respond(folder: string, request: Request): Promise<Response> {
  if (request.method !== 'GET') return nothing(405)
  const path = filePath(request.url)
  const type = path === null ? undefined : contentTypes[extname(path)]
  if (path === null || type === undefined) return nothing(404)

  let body: Buffer<ArrayBuffer>
  try {
    body = await readFile(join(folder, path))
  } catch {
    return nothing(404)
  }
  if (extname(path) !== '.html') return new Response(body, { headers: headersOf(type, null) })
  const nonce = freshNonce()
  const html = body.toString('utf8').replaceAll(noncePlaceholder, nonce)
  return new Response(html, { headers: { ...headersOf(type, nonce), 'cache-control': 'no-store' } })
}

/** A name as the build gives them. It cannot climb, hide, name a drive or end early, so nothing outside is reached. */
const plainName = /^(?!\.)[A-Za-z0-9._-]{1,128}$/

/** @returns the path below the page's folder, or null for an address that is none of ours */
function filePath(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== `${appScheme}:` || url.host !== appHost) return null
  if (url.username !== '' || url.password !== '') return null
  if (url.pathname === '/' || url.pathname === '') return 'index.html'
  const names = url.pathname.slice(1).split('/')
  return names.every((name) => plainName.test(name)) ? names.join('/') : null
}

function headersOf(type: string, nonce: string | null): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin'
  }
}

function nothing(status: 404 | 405): Response {
  return new Response(null, { status, headers: headersOf('text/plain; charset=utf-8', null) })
}
