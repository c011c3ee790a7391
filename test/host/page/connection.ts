import type { Boot, FromPage, SyncFromPage, ToPage } from './messages.ts'

export interface Wire {
  encode(value: unknown): string
  decode(text: string): unknown
}

type WithoutId<Message> = Message extends { id: number } ? Omit<Message, 'id'> : never

/** The page's line to the app. */
export interface Connection {
  post(message: FromPage): void
  /** @throws the handler's words, as an Error */
  ask(message: WithoutId<FromPage>): Promise<unknown>
  askSync(message: SyncFromPage): unknown
  onEvent(listener: (channel: string, args: unknown[]) => void): void
}

/** Sent to the page by `.toString()`: self-contained. */
export function connect(boot: Boot, wire: Wire): Connection {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const listeners: ((channel: string, args: unknown[]) => void)[] = []
  const socket = new WebSocket(`ws://${location.host}/__host/socket?token=${boot.token}`)
  const opened = new Promise<void>((resolve) => socket.addEventListener('open', () => resolve()))
  let lastId = 0

  socket.addEventListener('message', (event: MessageEvent<string>) => {
    // The host writes nothing else to this socket.
    const message = wire.decode(event.data) as ToPage
    if (message.kind === 'event') {
      for (const listener of listeners) listener(message.channel, message.args)
      return
    }
    const question = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.ok) question?.resolve(message.value)
    else question?.reject(new Error(message.error))
  })

  // In Electron the window would be gone, too.
  let leaving = false
  addEventListener('pagehide', () => (leaving = true))
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The app has ended.'))
    waiting.clear()
    if (!leaving) document.body.replaceChildren('The app has ended. Start it again and open the address it prints.')
  })

  const post = (message: FromPage): void => {
    const text = wire.encode(message)
    // At once, as in Electron: a script that runs on for long does not hold up what it has asked before.
    if (socket.readyState === WebSocket.OPEN) socket.send(text)
    else void opened.then(() => socket.send(text))
  }
  return {
    post,
    ask: (message) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        post({ ...message, id })
      }),
    askSync(message) {
      const request = new XMLHttpRequest()
      request.open('POST', `/__host/sync?token=${boot.token}`, false)
      request.send(wire.encode(message))
      return wire.decode(request.responseText)
    },
    onEvent: (listener) => void listeners.push(listener)
  }
}
