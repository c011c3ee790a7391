import type { Boot } from './messages.ts'
import type { Connection } from './connection.ts'

/**
 * Asks main about what Electron would ask it about: leaving the page, opening windows, camera and microphone.
 * Sent to the page by `.toString()`: self-contained.
 */
export function guardPage(connection: Connection, boot: Boot): void {
  const allowed = new Set<string>()

  /** An address of the app's own scheme as the browser knows it. */
  const inBrowser = (address: string): string =>
    address.startsWith(boot.base) ? `${location.origin}/${address.slice(boot.base.length)}` : address

  window.navigation.addEventListener('navigate', (event) => {
    const { url, sameDocument } = event.destination
    if (sameDocument || !event.cancelable || event.downloadRequest !== null) return
    if (event.navigationType === 'reload' || event.navigationType === 'traverse' || allowed.delete(url)) return
    event.preventDefault()
    if (connection.askSync({ kind: 'navigate', url, from: location.href }) !== true) return
    allowed.add(inBrowser(url))
    location.assign(inBrowser(url))
  })

  window.open = (url) => {
    connection.post({ kind: 'open', url: new URL(String(url ?? 'about:blank'), location.href).href })
    return null
  }
  addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href][target=_blank]') : null
    if (!link || event.defaultPrevented) return
    event.preventDefault()
    connection.post({ kind: 'open', url: link.href })
  })

  // Undefined where the browser does not count the page as secure, whatever the types say.
  const media = navigator.mediaDevices as MediaDevices | undefined
  if (!media) return
  const ask = media.getUserMedia.bind(media)
  media.getUserMedia = async (constraints) => {
    const wanted = { audio: Boolean(constraints?.audio), video: Boolean(constraints?.video) }
    const mediaTypes = Object.entries(wanted).flatMap(([type, asked]) => (asked ? [type] : []))
    const details = { mediaTypes, isMainFrame: true }
    const granted = await connection.ask({ kind: 'permission', permission: 'media', details, url: location.href })
    if (granted !== true) throw new DOMException('Permission denied', 'NotAllowedError')
    return ask(constraints)
  }
}
