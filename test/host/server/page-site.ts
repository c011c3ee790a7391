import { dirname, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { fileResponse } from '../electron/file-response.ts'
import { protocol } from '../electron/protocol.ts'

/** Where the page of a window comes from. */
export interface PageSite {
  /** What main calls the folder that "/" stands for, for example `installer://app/`. */
  base: string
  /** The page itself below that folder, with search and hash. */
  home: string
  answer(path: string, init: RequestInit): Promise<Response>
}

function fileSite(url: URL): PageSite {
  const folder = dirname(fileURLToPath(new URL(url.pathname, url)))
  const base = `${pathToFileURL(folder).href}/`
  return {
    base,
    home: `/${url.href.slice(base.length)}`,
    answer: async (path) => {
      const wanted = resolve(folder, `.${decodeURIComponent(new URL(path, 'http://page').pathname)}`)
      if (!wanted.startsWith(folder + sep)) return new Response('', { status: 403 })
      return Promise.resolve(fileResponse(wanted))
    }
  }
}

/** @throws for an address that neither the app nor Node can answer */
export function siteOf(address: string): PageSite {
  const url = new URL(address)
  switch (url.protocol) {
    case 'file:':
      return fileSite(url)
    case 'data:':
      return { base: 'data:', home: '/', answer: () => fetch(address) }
    case 'about:':
      return {
        base: 'about:',
        home: '/',
        answer: () => Promise.resolve(new Response('', { headers: { 'content-type': 'text/html' } }))
      }
    case 'http:':
    case 'https:': {
      const base = `${url.origin}/`
      return { base, home: url.href.slice(base.length - 1), answer: (path, init) => fetch(base + path.slice(1), init) }
    }
    default: {
      const base = `${url.protocol}//${url.host}/`
      const answer = async (path: string, init: RequestInit): Promise<Response> => {
        const handler = protocol.handlerOf(url.protocol.slice(0, -1))
        if (!handler) throw new Error('net::ERR_UNKNOWN_URL_SCHEME')
        return handler(new Request(base + path.slice(1), init))
      }
      return { base, home: address.startsWith(base) ? address.slice(base.length - 1) : '/', answer }
    }
  }
}
