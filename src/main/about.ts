import { shell } from 'electron'
import type { ChannelOutput } from '@shared/ipc/channels'
import type { Log } from './ports/log'

/** What the app runs on. */
export function versions(): ChannelOutput<'about:versions'> {
  const { chrome, node, sqlite } = process.versions
  // In the host there is no Chromium of our own, whatever the types say.
  const chromium = chrome as string | undefined
  return { chromium: chromium ?? null, node, sqlite: sqlite ?? null }
}

/** @returns whether the system's file manager showed it */
export async function openDataFolder(folder: string, log: Log): Promise<boolean> {
  const failure = await shell.openPath(folder)
  if (failure !== '') log.warn('about', 'the data folder could not be shown', { failure })
  return failure === ''
}
