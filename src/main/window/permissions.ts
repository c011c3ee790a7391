import type { Session, WebContents } from 'electron'
import { isOwnPage } from './origin'

interface Asker {
  /** The page we show; null while there is no window. */
  readonly ownPage: () => WebContents | null
  /** The dev server's origin, null in every build. */
  readonly devOrigin: string | null
}

/**
 * The page has one of the browser's powers: the picture of a camera, which reads labels, in our own page's main frame
 * alone. No microphone, no screen, no location, no notifications, no devices: Electron grants all of them unless
 * somebody says no.
 */
export function limitPermissions(session: Session, { ownPage, devOrigin }: Asker): void {
  const isOurs = (contents: WebContents | null, isMainFrame: boolean, addresses: (string | undefined)[]): boolean =>
    contents !== null &&
    contents === ownPage() &&
    isMainFrame &&
    addresses.some((address) => address !== undefined) &&
    addresses.every((address) => address === undefined || isOwnPage(address, devOrigin))

  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const types = permission === 'media' && 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    // Nothing named would be whatever there is.
    const isCamera = types.length > 0 && types.every((type) => type === 'video')
    const securityOrigin = 'securityOrigin' in details ? details.securityOrigin : undefined
    answer(isCamera && isOurs(contents, details.isMainFrame, [details.requestingUrl, securityOrigin]))
  })
  session.setPermissionCheckHandler((contents, permission, origin, { mediaType, isMainFrame, requestingUrl }) => {
    const isCamera = permission === 'media' && mediaType === 'video'
    return isCamera && isOurs(contents, isMainFrame, [origin, requestingUrl])
  })
  session.setDevicePermissionHandler(() => false)
}
