/** The page has an origin of its own, so that no file:// page and no other site can pass for it. */
export const appScheme = 'installer'
export const appHost = 'app'
export const appPage = `${appScheme}://${appHost}/`

/**
 * Whether a URL belongs to the page we ship, or to the dev server that stands in for it.
 *
 * @param devOrigin origin of electron-vite's dev server, null in every build
 */
export function isOwnPage(address: string, devOrigin: string | null): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.username !== '' || url.password !== '') return false
  // A custom scheme has no origin in Node's URL, so its parts are compared one by one.
  if (url.protocol === `${appScheme}:`) return url.host === appHost
  return devOrigin !== null && url.origin === devOrigin
}

/**
 * The dev server's origin, when electron-vite's `dev` command started this unpackaged app.
 *
 * @param address what electron-vite put into ELECTRON_RENDERER_URL
 */
export function readDevOrigin(isPackaged: boolean, address: string | undefined): string | null {
  if (isPackaged || address === undefined || !URL.canParse(address)) return null
  const url = new URL(address)
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url.protocol === 'http:' && loopback ? url.origin : null
}
