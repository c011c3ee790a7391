/* oxlint-disable unicorn/consistent-function-scoping -- what `.toString()` carries to the page must be one function */
import type { Connection } from './connection.ts'

type Listener = (event: unknown, ...args: unknown[]) => void

export interface IpcRenderer {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  send(channel: string, ...args: unknown[]): void
  sendSync(channel: string, ...args: unknown[]): unknown
  on(channel: string, listener: Listener): IpcRenderer
  once(channel: string, listener: Listener): IpcRenderer
  off(channel: string, listener: Listener): IpcRenderer
  addListener(channel: string, listener: Listener): IpcRenderer
  removeListener(channel: string, listener: Listener): IpcRenderer
  removeAllListeners(channel: string): IpcRenderer
}

/** `ipcRenderer`. Sent to the page by `.toString()`: self-contained. */
export function createIpcRenderer(connection: Connection): IpcRenderer {
  interface Registered {
    listener: Listener
    once: boolean
  }
  const registered = new Map<string, Registered[]>()

  const cloned = (args: unknown[]): unknown[] => {
    try {
      return structuredClone(args)
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }
  const add = (channel: string, listener: Listener, once: boolean): IpcRenderer => {
    registered.set(channel, [...(registered.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  const remove = (channel: string, listener: Listener): IpcRenderer => {
    const left = (registered.get(channel) ?? []).filter((entry) => entry.listener !== listener)
    registered.set(channel, left)
    return ipcRenderer
  }

  connection.onEvent((channel, args) => {
    for (const { listener, once } of registered.get(channel) ?? []) {
      if (once) remove(channel, listener)
      listener({ sender: ipcRenderer, senderId: 0, ports: [] }, ...args)
    }
  })

  const ipcRenderer: IpcRenderer = {
    async invoke(channel, ...args) {
      try {
        return await connection.ask({ kind: 'invoke', channel, args: cloned(args), url: location.href })
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error)
        throw new Error(`Error invoking remote method '${channel}': ${words}`, { cause: error })
      }
    },
    send: (channel, ...args) => connection.post({ kind: 'send', channel, args: cloned(args), url: location.href }),
    sendSync: (channel, ...args) =>
      connection.askSync({ kind: 'send-sync', channel, args: cloned(args), url: location.href }),
    on: (channel, listener) => add(channel, listener, false),
    once: (channel, listener) => add(channel, listener, true),
    off: remove,
    addListener: (channel, listener) => add(channel, listener, false),
    removeListener: remove,
    removeAllListeners(channel) {
      registered.delete(channel)
      return ipcRenderer
    }
  }
  return ipcRenderer
}
