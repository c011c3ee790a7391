import { app, clipboard } from 'electron'
import type { AppInfo, StorageTrouble } from '@shared/ipc/channels'
import type { Log } from '../ports/log'
import type { SettingsStore } from '../ports/settingsStore'
import type { Handlers } from './register'

export interface Front {
  readonly info: () => AppInfo
  readonly settings: Pick<SettingsStore, 'settings'>
  readonly log: Log
  /** @returns why the database cannot be opened, null when it is open */
  readonly openStorage: () => StorageTrouble | null | Promise<StorageTrouble | null>
}

/** What the page may ask even while the database is not open: as much as it takes to say so, and to try again. */
export function createFrontHandlers({ info, settings, log, openStorage }: Front) {
  return {
    'app:info': info,
    'app:copyText': ({ text }) => clipboard.writeText(text),
    'app:reportError': ({ message, stack }) => log.error('page', message, { stack }),
    'app:quit': () => app.quit(),
    'settings:get': () => settings.settings(),
    'storage:open': openStorage
  } satisfies Partial<Handlers>
}
