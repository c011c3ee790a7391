import type { Session } from 'electron'

/**
 * The page needs none of the browser's powers: no camera, no location, no notifications, no devices. Electron grants
 * all of them unless somebody says no.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
