import type { App, WebContents } from 'electron'
import type { Log } from '../ports/log'
import { appPage } from './origin'

/**
 * Our page is one document: it never goes anywhere else and opens nothing. Whatever tries is refused, frames and
 * redirects included, and in whatever web contents this process may ever have.
 *
 * @param devOrigin the dev server may load its own page again; null in every build
 */
export function lockNavigation(app: App, devOrigin: string | null, log: Log): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, devOrigin, log))
}

/** The same for one web contents. */
export function lockContents(contents: WebContents, devOrigin: string | null, log: Log): void {
  const refuse = (event: { preventDefault: () => void }, way: string, url: string): void => {
    event.preventDefault()
    log.warn('window', 'refused to leave the page', { way, to: placeOf(url) })
  }

  /** Electron asks nobody before a page goes to `about:` (electron/electron#21136): nothing would be on screen any more. */
  const comeBack = (url: string): void => {
    log.warn('window', 'left the page, and is brought back', { to: placeOf(url) })
    contents.loadURL(devOrigin ?? appPage).catch((error: unknown) => {
      log.error('window', 'the page could not be loaded', { error })
    })
  }

  contents.on('will-navigate', (event) => {
    if (!isReload(event.url, event.isMainFrame, devOrigin)) refuse(event, 'navigate', event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isReload(event.url, event.isMainFrame, devOrigin)) refuse(event, 'frame', event.url)
  })
  contents.on('will-redirect', (event) => refuse(event, 'redirect', event.url))
  contents.on('will-attach-webview', (event, _preferences, { src }) => refuse(event, 'webview', src ?? ''))
  contents.on('did-navigate', (_event, url) => {
    if (url.startsWith('about:')) comeBack(url)
  })
  contents.setWindowOpenHandler(({ url }) => {
    log.warn('window', 'refused to open a window', { to: placeOf(url) })
    return { action: 'deny' }
  })
}

/** After a change it cannot patch in, the dev server makes the page load itself anew. */
function isReload(url: string, isMainFrame: boolean, devOrigin: string | null): boolean {
  return isMainFrame && devOrigin !== null && URL.canParse(url) && new URL(url).origin === devOrigin
}

/** Enough to recognise where it wanted to go; the rest of an address may hold anything. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return '(no address)'
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}
