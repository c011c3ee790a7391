import { ipcMain } from 'electron'

/** What the host's stand-in for ipcMain offers beyond Electron's own. */
interface Callable {
  answer(channel: string, event: unknown, args: unknown[]): Promise<unknown>
}

/** Calls a channel as a page would. @throws when nobody answers it */
export function askAsPage(channel: string, ...args: unknown[]): Promise<unknown> {
  // The module is the host's stand-in under test.
  return (ipcMain as unknown as Callable).answer(channel, {}, args)
}
