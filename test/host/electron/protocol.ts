import { app } from './app.ts'

export type SchemeHandler = (request: Request) => Response | Promise<Response>

interface CustomScheme {
  scheme: string
  privileges?: { standard?: boolean }
}

/** `protocol`: custom schemes. A page of such a scheme is served over loopback; main sees the scheme's own addresses. */
class Protocol {
  readonly #handlers = new Map<string, SchemeHandler>()
  readonly #standard = new Set<string>()

  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) if (privileges?.standard) this.#standard.add(scheme)
  }

  handle(scheme: string, handler: SchemeHandler): void {
    if (!app.isReady()) throw new Error('protocol.handle can only be used after app is ready')
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    this.#handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  }

  isProtocolHandled = (scheme: string): boolean => this.#handlers.has(scheme)

  /** Host only. */
  handlerOf = (scheme: string): SchemeHandler | undefined => this.#handlers.get(scheme)

  /** Host only: the origin of an address, where Node knows none for schemes it has not heard of. */
  originOf(address: string): string {
    const url = new URL(address)
    const scheme = url.protocol.slice(0, -1)
    return this.#standard.has(scheme) ? `${scheme}://${url.host}` : url.origin
  }
}

export const protocol = new Protocol()
