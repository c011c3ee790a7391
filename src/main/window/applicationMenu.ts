import { Menu } from 'electron'

/**
 * macOS brings Cmd+C, Cmd+V, Cmd+A and Cmd+Q to an app by its menu alone: without one nobody could paste a secret.
 * Elsewhere they need no menu. Nothing in it loads the page anew, zooms it or looks into it: such keys are pressed by
 * accident.
 *
 * @returns null where there is none
 */
export function applicationMenu(platform: NodeJS.Platform): ReturnType<typeof Menu.buildFromTemplate> | null {
  if (platform !== 'darwin') return null
  return Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
}
