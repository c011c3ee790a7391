import { EventEmitter } from 'node:events'
import { driver } from '../driver.ts'
import { hostSettings } from '../host-settings.ts'
import type { FromPage, SyncFromPage, ToPage } from '../page/messages.ts'
import { bootScript } from '../server/boot-script.ts'
import { PageServer, type PageOwner } from '../server/page-server.ts'
import { siteOf, type PageSite } from '../server/page-site.ts'
import { ipcMain } from './ipc-main.ts'
import { preventable } from './preventable.ts'
import { protocol } from './protocol.ts'
import { session, type Session } from './session.ts'

export interface WebPreferences {
  preload?: string
  session?: Session
  partition?: string
  sandbox?: boolean
  contextIsolation?: boolean
  nodeIntegration?: boolean
  additionalArguments?: string[]
}

type WindowOpenHandler = (details: object) => { action: 'allow' | 'deny' }

/** The frame main sees as the sender of a message. Pages here have one frame each. */
interface Frame {
  url: string
  origin: string
  parent: null
  top: unknown
}

/** `webContents`: one page, in as many tabs as show it. */
export class WebContents extends EventEmitter implements PageOwner {
  readonly id: number
  readonly session: Session
  readonly navigationHistory = { canGoBack: (): boolean => false, canGoForward: (): boolean => false }
  readonly #preferences: WebPreferences
  readonly #server: PageServer
  #listening = false
  #destroyed = false
  #title = ''
  #zoom = 1
  #site: PageSite = siteOf('about:blank')
  #openHandler: WindowOpenHandler = () => ({ action: 'allow' })

  constructor(id: number, preferences: WebPreferences) {
    super()
    if (
      preferences.nodeIntegration === true ||
      preferences.contextIsolation === false ||
      preferences.sandbox === false
    ) {
      throw new Error('the host only knows sandboxed, isolated pages without Node')
    }
    this.id = id
    this.#preferences = preferences
    this.session =
      preferences.session ??
      (preferences.partition === undefined ? session.defaultSession : session.fromPartition(preferences.partition))
    this.#server = new PageServer(this)
  }

  get mainFrame(): Frame {
    return this.frameAt(this.getURL())
  }

  getURL = (): string => this.#site.base + this.#site.home.slice(1)
  getTitle = (): string => this.#title
  getLastWebPreferences = (): WebPreferences => this.#preferences
  getProcessId = (): number => process.pid
  isDestroyed = (): boolean => this.#destroyed
  isLoading = (): boolean => false
  isCrashed = (): boolean => false
  isDevToolsOpened = (): boolean => false
  openDevTools = (): void => undefined
  closeDevTools = (): void => undefined
  toggleDevTools = (): void => undefined
  focus = (): void => undefined
  setUserAgent = (): void => undefined
  setBackgroundThrottling = (): void => undefined
  setVisualZoomLevelLimits = (): Promise<void> => Promise.resolve()
  setZoomFactor = (factor: number): void => void (this.#zoom = factor)
  getZoomFactor = (): number => this.#zoom
  setWindowOpenHandler = (handler: WindowOpenHandler): void => void (this.#openHandler = handler)

  /** Goes to every tab. @throws for what structured clone cannot copy */
  send(channel: string, ...args: unknown[]): void {
    if (!this.#destroyed) this.#server.broadcast({ kind: 'event', channel, args: structuredClone(args) })
  }

  async loadURL(address: string): Promise<void> {
    this.#site = siteOf(address)
    const finished = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()))
    const url = this.#listening ? this.#server.entrance() : await this.#listen()
    driver().windowOpened(this.id, url)
    if (driver().showsPages) await finished
  }

  reload(): void {
    driver()
      .askPage(this.id, { what: 'reload' })
      .catch((error: unknown) => driver().noted('webContents.reload', [String(error)]))
  }

  async printToPDF(options: object): Promise<Buffer> {
    // The driver answers this request with bytes.
    return Buffer.from((await driver().askPage(this.id, { what: 'pdf', options })) as Uint8Array)
  }

  async capturePage(): Promise<{ toPNG(): Buffer }> {
    const png = Buffer.from((await driver().askPage(this.id, { what: 'screenshot' })) as Uint8Array) // bytes, as above
    return { toPNG: () => png }
  }

  executeJavaScript = (code: string): Promise<unknown> => driver().askPage(this.id, { what: 'javascript', code })

  destroy(): void {
    this.#destroyed = true
    this.#server.close()
    this.emit('destroyed')
  }

  /** Host only. */
  frameAt(url: string): Frame {
    const frame: Frame = { url, origin: protocol.originOf(url), parent: null, top: null }
    frame.top = frame
    return frame
  }

  /** Host only: the event of a message that the page at this address would send. */
  eventFrom(address: string): object {
    const senderFrame = this.frameAt(address)
    const reply = (channel: string, ...args: unknown[]): void => this.send(channel, ...args)
    return { sender: this, senderFrame, frameId: 1, processId: process.pid, type: 'frame', reply }
  }

  home = (): string => this.#site.home
  answer = (path: string, init: RequestInit): Promise<Response> => this.#site.answer(path, init)

  addressForMain(browserUrl: string): string {
    const url = new URL(browserUrl)
    const ours = url.origin === new URL(this.#server.entrance()).origin || url.hostname === 'localhost'
    return ours ? this.#site.base + url.href.slice(url.origin.length + 1) : browserUrl
  }

  receivedHeaders(
    url: string,
    status: number,
    headers: Record<string, string[]>
  ): Promise<Record<string, string[]> | null> {
    return this.session.receivedHeaders(url, status, headers)
  }

  bootScript(token: string): string {
    const { platform, arch, versions } = process
    const argv = this.#preferences.additionalArguments ?? []
    const boot = { token, base: this.#site.base, platform, arch, versions: { ...versions }, argv }
    return bootScript(boot, this.#preferences.preload)
  }

  messageFromPage(message: FromPage, reply: (message: ToPage) => void): void {
    switch (message.kind) {
      case 'invoke':
        void this.#answerInvoke(message, reply)
        break
      case 'permission':
        void this.#decidePermission(message, reply)
        break
      case 'send':
        ipcMain.emit(message.channel, this.eventFrom(this.addressForMain(message.url)), ...message.args)
        break
      case 'open':
        this.#openRequested(this.addressForMain(message.url))
        break
      case 'title':
        this.#title = message.title
        this.emit('page-title-updated', preventable({}), message.title, true)
        break
      case 'preload-error':
        this.emit('preload-error', {}, this.#preferences.preload, new Error(message.message))
        driver().noted('preload-error', [message.message])
        break
      case 'dom-ready':
        this.emit('dom-ready', {})
        break
      case 'loaded':
        this.emit('did-finish-load', {})
        break
      case 'painted':
        this.emit('ready-to-show', {})
    }
  }

  askedByPage(message: SyncFromPage): Promise<unknown> {
    if (message.kind === 'navigate') return Promise.resolve(this.#mayNavigate(this.addressForMain(message.url)))
    return new Promise((resolve) => {
      const event = this.eventFrom(this.addressForMain(message.url))
      Object.defineProperty(event, 'returnValue', { set: resolve })
      if (!ipcMain.emit(message.channel, event, ...message.args)) resolve(undefined)
    })
  }

  async #listen(): Promise<string> {
    this.#listening = true
    return this.#server.listen(this.id === 1 ? hostSettings.port : 0)
  }

  async #answerInvoke(
    { id, channel, args, url }: FromPage & { kind: 'invoke' },
    reply: (message: ToPage) => void
  ): Promise<void> {
    try {
      const value = await ipcMain.answer(channel, this.eventFrom(this.addressForMain(url)), args)
      reply({ kind: 'reply', id, ok: true, value })
    } catch (error) {
      reply({ kind: 'reply', id, ok: false, error: String(error) })
    }
  }

  async #decidePermission(
    { id, permission, details, url }: FromPage & { kind: 'permission' },
    reply: (message: ToPage) => void
  ): Promise<void> {
    const requestingUrl = this.addressForMain(url)
    const origin = `${protocol.originOf(requestingUrl)}/`
    const value = await this.session.decidePermission(this, permission, origin, { ...details, requestingUrl })
    reply({ kind: 'reply', id, ok: true, value })
  }

  #openRequested(url: string): void {
    const details = {
      url,
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: '' }
    }
    if (this.#openHandler(details).action === 'allow') driver().noted('window.open', [url])
  }

  #mayNavigate(url: string): boolean {
    const details = { url, isMainFrame: true, isSameDocument: false, frame: this.mainFrame, initiator: this.mainFrame }
    const perFrame = preventable(details)
    this.emit('will-frame-navigate', perFrame)
    if (perFrame.defaultPrevented) return false
    const event = preventable(details)
    this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }
}
