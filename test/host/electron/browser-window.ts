import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { hostSettings } from '../host-settings.ts'
import { driver } from '../driver.ts'
import { app } from './app.ts'
import { preventable } from './preventable.ts'
import { WebContents, type WebPreferences } from './web-contents.ts'
import { windowRegistry } from './window-registry.ts'

interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

interface WindowOptions extends Partial<Rectangle> {
  title?: string
  show?: boolean
  webPreferences?: WebPreferences
}

/** `BrowserWindow`: a page plus the state of a window that nobody sees. */
export class BrowserWindow extends EventEmitter {
  readonly id = windowRegistry.nextId()
  readonly webContents: WebContents
  /** Host only: what the app asked for, so that a test can pin it. */
  readonly constructedWith: WindowOptions
  readonly #bounds: Rectangle
  #title: string
  #visible: boolean
  #maximized = false
  #minimized = false
  #fullScreen = false

  constructor(options: WindowOptions = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.constructedWith = options
    this.#title = options.title ?? app.name
    this.#visible = options.show ?? true
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 }
    this.webContents = new WebContents(this.id, options.webPreferences ?? {})
    this.webContents.on('ready-to-show', () => this.emit('ready-to-show'))
    this.webContents.on('page-title-updated', (_event, title: string) => this.setTitle(title))
    windowRegistry.add(this)
    app.emit('browser-window-created', {}, this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  static getAllWindows(): BrowserWindow[] {
    return windowRegistry.all().filter((window) => window instanceof BrowserWindow)
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null
  }

  loadFile(path: string, options: { hash?: string; search?: string } = {}): Promise<void> {
    const url = pathToFileURL(resolve(hostSettings.appRoot, path))
    url.hash = options.hash ?? ''
    url.search = options.search ?? ''
    return this.loadURL(url.href)
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address)
  }

  close(): void {
    // As in Electron, listeners hear of it after the caller has gone on (there the page is asked first).
    setImmediate(() => {
      if (this.isDestroyed()) return
      const event = preventable({})
      this.emit('close', event)
      if (event.defaultPrevented) app.quitCancelled()
      else this.destroy()
    })
  }

  destroy(): void {
    if (!windowRegistry.remove(this.id)) return
    this.webContents.destroy()
    driver().windowClosed(this.id)
    this.emit('closed')
    windowRegistry.settled()
  }

  isDestroyed = (): boolean => !windowRegistry.has(this.id)
  isVisible = (): boolean => this.#visible
  isFocused = (): boolean => this.#visible && !this.#minimized
  isMinimized = (): boolean => this.#minimized
  isMaximized = (): boolean => this.#maximized
  isFullScreen = (): boolean => this.#fullScreen
  isNormal = (): boolean => !this.#minimized && !this.#maximized && !this.#fullScreen

  getTitle = (): string => this.#title
  setTitle = (title: string): void => void (this.#title = title)
  getBounds = (): Rectangle => ({ ...this.#bounds })
  getNormalBounds = (): Rectangle => ({ ...this.#bounds })
  getSize = (): [number, number] => [this.#bounds.width, this.#bounds.height]
  getContentSize = (): [number, number] => this.getSize()
  getPosition = (): [number, number] => [this.#bounds.x, this.#bounds.y]

  setBounds(bounds: Partial<Rectangle>): void {
    Object.assign(this.#bounds, bounds)
    this.emit('resize')
    this.emit('move')
  }

  setSize = (width: number, height: number): void => this.setBounds({ width, height })
  setContentSize = (width: number, height: number): void => this.setBounds({ width, height })
  setPosition = (x: number, y: number): void => this.setBounds({ x, y })

  show(): void {
    this.#visible = true
    this.emit('show')
  }

  showInactive = (): void => this.show()

  hide(): void {
    this.#visible = false
    this.emit('hide')
  }

  minimize(): void {
    this.#minimized = true
    this.emit('minimize')
  }

  maximize(): void {
    this.#maximized = true
    this.emit('maximize')
  }

  unmaximize(): void {
    this.#maximized = false
    this.emit('unmaximize')
  }

  restore(): void {
    this.#minimized = false
    this.emit('restore')
  }

  setFullScreen(on: boolean): void {
    this.#fullScreen = on
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen')
  }

  focus = (): void => void this.emit('focus')
  moveTop = (): void => undefined
  center = (): void => undefined
  flashFrame = (): void => undefined
  setMenu = (): void => undefined
  removeMenu = (): void => undefined
  setMenuBarVisibility = (): void => undefined
  setAutoHideMenuBar = (): void => undefined
  setMinimumSize = (): void => undefined
  setBackgroundColor = (): void => undefined
  setIcon = (): void => undefined
  setProgressBar = (): void => undefined
  setTitleBarOverlay = (): void => undefined
}
