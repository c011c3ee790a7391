/** What a page can be asked to do that only a driven browser can. */
export type PageRequest =
  { what: 'pdf'; options: unknown } | { what: 'screenshot' } | { what: 'javascript'; code: string } | { what: 'reload' }

/** Whoever shows the windows of this process: a test with its browser, a person at the printed address, or nobody. */
export interface Driver {
  /** True when every window gets a page at once, so that waiting for it to load makes sense. */
  readonly showsPages: boolean
  windowOpened(windowId: number, url: string): void
  windowClosed(windowId: number): void
  /** Something that leaves the app: a dialog, an address handed to the system, a refused navigation. */
  noted(what: string, details: unknown[]): void
  colorScheme(scheme: 'light' | 'dark' | 'system'): void
  askPage(windowId: number, request: PageRequest): Promise<unknown>
}

const nobody: Driver = {
  showsPages: false,
  windowOpened: () => undefined,
  windowClosed: () => undefined,
  noted: () => undefined,
  colorScheme: () => undefined,
  askPage: (_windowId, { what }) =>
    Promise.reject(new Error(`"${what}" needs a driven browser, and there is none here`))
}

let current = nobody

export function setDriver(next: Driver): void {
  current = next
}

export function driver(): Driver {
  return current
}
