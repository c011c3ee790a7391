/** What the app needs of a window to close it. */
export interface RegisteredWindow {
  readonly id: number
  close(): void
  destroy(): void
}

const open = new Map<number, RegisteredWindow>()
let lastId = 0
let whenEmpty: () => void = () => undefined

/** The windows of the app. Apart from `BrowserWindow`, so that `app` can close them without knowing that class. */
export const windowRegistry = {
  nextId: (): number => ++lastId,
  all: (): RegisteredWindow[] => [...open.values()],
  has: (id: number): boolean => open.has(id),
  get: (id: number): RegisteredWindow | undefined => open.get(id),
  add: (window: RegisteredWindow): void => void open.set(window.id, window),
  /** @returns false when the window was gone already */
  remove: (id: number): boolean => open.delete(id),
  /** To be called once a removed window has told its listeners. */
  settled(): void {
    if (open.size === 0) whenEmpty()
  },
  onEmpty(listener: () => void): void {
    whenEmpty = listener
  }
}
