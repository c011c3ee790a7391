import { app, clipboard } from 'electron'
import type { AppInfo, StorageTrouble } from '@shared/ipc/channels'
import type { FrontChannel } from '@shared/ipc/names'
import type { Log } from '../ports/log'
import type { KnownStacks, SettingsStore } from '../ports/settingsStore'
import type { Handlers } from './register'

export interface Front {
  readonly info: () => AppInfo
  readonly settings: Pick<SettingsStore, 'settings' | 'knownStacks'>
  readonly log: Log
  /** @returns why the database cannot be opened, null when it is open */
  readonly openStorage: () => StorageTrouble | null | Promise<StorageTrouble | null>
}

/** Answers what the page may ask even while the database is not open. */
export function createFrontHandlers({ info, settings, log, openStorage }: Front): Pick<Handlers, FrontChannel> {
  return {
    'app:info': info,
    'app:copyText': ({ text }) => clipboard.writeText(text),
    'app:reportError': ({ message, stack }) => log.error('page', message, { stack }),
    'app:quit': () => app.quit(),
    'settings:get': () => settings.settings(),
    'stacks:chosen': () => chosen(settings.knownStacks()),
    'storage:open': openStorage
  }
}

function chosen({ stacks, activeStackId }: KnownStacks): { id: string; name: string } | null {
  const stack = stacks.find(({ id }) => id === activeStackId)
  return stack === undefined ? null : { id: stack.id, name: stack.name }
}
