import { app } from 'electron'
import type { AppInfo, Notice } from '@shared/ipc/channels'

/** What the page may know of the app and its machine. */
export function appInfo(dataFolder: string, notices: Notice[]): AppInfo {
  return {
    version: app.getVersion(),
    platform: process.platform,
    electron: process.versions.electron,
    systemLanguage: app.getLocale(),
    dataFolder,
    notices
  }
}
