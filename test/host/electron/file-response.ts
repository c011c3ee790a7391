import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'

const contentTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.map': 'application/json',
  '.txt': 'text/plain',
  '.woff2': 'font/woff2'
}

/** A file as Electron's network stack answers for a file: address. */
export function fileResponse(path: string): Response {
  if (!existsSync(path) || statSync(path).isDirectory()) throw new Error('net::ERR_FILE_NOT_FOUND')
  const type = contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
  return new Response(readFileSync(path), { headers: { 'content-type': type } })
}
