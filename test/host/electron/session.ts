import { EventEmitter } from 'node:events'
import { protocol } from './protocol.ts'

type HeaderValues = Record<string, string[]>
type Verdict = { cancel?: boolean; responseHeaders?: Record<string, string | string[]> }
type RequestListener = (details: { url: string }, callback: (verdict: { cancel?: boolean }) => void) => void
type HeadersListener = (details: object, callback: (verdict: Verdict) => void) => void
type PermissionRequest = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: object
) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean

/** `Session`: what the app decides about requests and permissions of its pages. */
class Session extends EventEmitter {
  readonly protocol = protocol
  readonly #handlers: {
    before: RequestListener | null
    headers: HeadersListener | null
    request: PermissionRequest | null
    check: PermissionCheck | null
  } = { before: null, headers: null, request: null, check: null }

  /**
   * Of a page's requests only the answer's headers can be looked at: the browser that sends them is not ours. Those of
   * `net.request` can be stopped before they are sent.
   */
  readonly webRequest = {
    onHeadersReceived: (...args: [HeadersListener | null] | [object, HeadersListener | null]): void => {
      this.#handlers.headers = args.length === 1 ? args[0] : args[1]
    },
    onBeforeRequest: (listener: RequestListener | null): void => void (this.#handlers.before = listener),
    onBeforeSendHeaders: (): void => undefined
  }

  setPermissionRequestHandler = (handler: PermissionRequest | null): void => void (this.#handlers.request = handler)
  setPermissionCheckHandler = (handler: PermissionCheck | null): void => void (this.#handlers.check = handler)
  setDevicePermissionHandler = (): void => undefined
  setDisplayMediaRequestHandler = (): void => undefined
  setCertificateVerifyProc = (): void => undefined
  setSpellCheckerEnabled = (): void => undefined
  setSpellCheckerLanguages = (): void => undefined
  registerPreloadScript = (): string => ''
  resolveProxy = (): Promise<string> => Promise.resolve('DIRECT')
  closeAllConnections = (): Promise<void> => Promise.resolve()
  clearStorageData = (): Promise<void> => Promise.resolve()
  clearCache = (): Promise<void> => Promise.resolve()
  flushStorageData = (): void => undefined

  /** Host only: what the app's handlers say. Electron grants what nobody decides about. */
  async decidePermission(contents: unknown, permission: string, origin: string, details: object): Promise<boolean> {
    const { check, request } = this.#handlers
    const { mediaTypes = [undefined] } = details as { mediaTypes?: (string | undefined)[] } // as the page names them
    const mayAsk = mediaTypes.every(
      (mediaType) => check?.(contents, permission, origin, { ...details, mediaType }) ?? true
    )
    if (!mayAsk) return false
    if (!request) return true
    return new Promise((resolve) => request(contents, permission, resolve, details))
  }

  /** Host only: whether the app lets a request of its own go out. */
  async mayRequest(url: string): Promise<boolean> {
    const listener = this.#handlers.before
    if (!listener) return true
    const verdict = await new Promise<{ cancel?: boolean }>((resolve) => listener({ url }, resolve))
    return verdict.cancel !== true
  }

  /** Host only: the headers after the app has looked at them; null when it cancels. */
  async receivedHeaders(url: string, statusCode: number, responseHeaders: HeaderValues): Promise<HeaderValues | null> {
    const listener = this.#handlers.headers
    if (!listener) return responseHeaders
    const details = { id: 0, method: 'GET', url, statusCode, responseHeaders, resourceType: 'other' }
    const verdict = await new Promise<Verdict>((resolve) => listener(details, resolve))
    if (verdict.cancel) return null
    const changed = Object.entries(verdict.responseHeaders ?? responseHeaders)
    return Object.fromEntries(changed.map(([name, value]) => [name, Array.isArray(value) ? value : [value]]))
  }
}

export type { Session }

const partitions = new Map<string, Session>()

function fromPartition(name: string): Session {
  const known = partitions.get(name) ?? new Session()
  partitions.set(name, known)
  return known
}

export const session = { defaultSession: fromPartition(''), fromPartition }
