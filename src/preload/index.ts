import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { channelNames, eventNames } from '@shared/ipc/names'

type Call = (input?: unknown) => Promise<unknown>

/** `stacks:list` becomes `installer.stacks.list`. The page gets these functions and no way to name a channel itself. */
const rooms: Record<string, Record<string, Call>> = {}
for (const channel of channelNames) {
  const [room = '', deed = ''] = channel.split(':')
  const functions = (rooms[room] ??= {})
  functions[deed] = (input) => ipcRenderer.invoke(channel, input)
}

function on(event: string, listener: (payload: unknown) => void): () => void {
  if (!(eventNames as readonly string[]).includes(event)) throw new Error(`no such event: ${event}`)
  const heard = (_event: IpcRendererEvent, payload: unknown): void => listener(payload)
  ipcRenderer.on(event, heard)
  return () => void ipcRenderer.off(event, heard)
}

contextBridge.exposeInMainWorld('installer', Object.freeze({ ...rooms, on }))
