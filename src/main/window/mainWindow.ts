import { app, BrowserWindow, nativeTheme, screen, type WebContents } from 'electron'
import type { Log } from '../ports/log'
import type { SettingsStore } from '../ports/settingsStore'
import { placeWindow } from './bounds'
import { appPage } from './origin'
import { windowOptions } from './windowOptions'

export interface MainWindowOptions {
  readonly title: string
  readonly preload: string
  readonly icon: string | null
  /** The dev server's address, null in every build: then the built page is shown. */
  readonly devUrl: string | null
  readonly devTools: boolean
  readonly settings: Pick<SettingsStore, 'windowBounds' | 'keepWindowBounds'>
  readonly log: Log
  /** The page crashed; nothing of the work was in it. */
  readonly onPageGone: () => void
  /** The page crashes again and again. @returns whether to load it once more; else somebody else ends the app */
  readonly askWhetherAgain: () => Promise<boolean>
  /** The system ends this session, and so the app, without asking (Windows). */
  readonly onSessionEnd: () => void
}

/** So many crashes within so many milliseconds, and a page is not loaded again by itself: it would crash for ever. */
const mostCrashes = 3
const crashesWithin = 60_000

/** The app's one window, which may be closed and opened again (macOS) without the app ending. */
export class MainWindow {
  readonly #options: MainWindowOptions
  readonly #drawn = Promise.withResolvers<void>()
  #window: BrowserWindow | null = null

  /** Resolves when a page has been drawn for the first time. */
  readonly drawn = this.#drawn.promise

  constructor(options: MainWindowOptions) {
    this.#options = options
  }

  /** The page, for events and for checking who calls; null while there is no window. */
  contents(): WebContents | null {
    return this.#window === null || this.#window.isDestroyed() ? null : this.#window.webContents
  }

  /** Opens the window, or brings the open one to the front: at the start, on a second start, on a click in the dock. */
  show(): void {
    if (this.#window === null) {
      this.#open()
      return
    }
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.show()
    this.#window.focus()
  }

  #open(): void {
    const { settings, log, devUrl, onSessionEnd } = this.#options
    const remembered = settings.windowBounds()
    const window = new BrowserWindow(
      windowOptions(placeWindow(remembered, workAreas()), { ...this.#options, dark: nativeTheme.shouldUseDarkColors })
    )
    this.#window = window
    // Shown when there is something to see. Maximizing shows it too, so it waits for the same moment.
    window.once('ready-to-show', () => {
      this.#drawn.resolve()
      if (remembered?.maximized === true) window.maximize()
      else window.show()
    })
    const remember = (): void => this.#remember(window)
    window.on('close', remember)
    // A quit that has to wait for something ends the app without closing the window.
    app.on('before-quit', remember)
    window.on('session-end', onSessionEnd)
    window.on('closed', () => {
      app.off('before-quit', remember)
      this.#window = null
    })
    this.#watchPage(window)
    window.loadURL(devUrl ?? appPage).catch((error: unknown) => {
      log.error('window', 'the page could not be loaded', { error })
      // An app without any window cannot even be closed.
      window.show()
    })
  }

  /** Closing never fails over the memory of where the window was. */
  #remember(window: BrowserWindow): void {
    try {
      const { x, y, width, height } = window.getNormalBounds()
      this.#options.settings.keepWindowBounds({ x, y, width, height, maximized: window.isMaximized() })
    } catch (error) {
      this.#options.log.warn('window', 'the bounds could not be kept', { error })
    }
  }

  /** Nothing of the work is in the page, so a page that crashed is simply loaded again, though not for ever. */
  #watchPage(window: BrowserWindow): void {
    const { log, onPageGone, askWhetherAgain } = this.#options
    let crashes: number[] = []
    const reload = (): void => {
      if (!window.isDestroyed()) window.webContents.reload()
    }
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log.error('window', 'the page is gone', { reason, exitCode })
      if (reason === 'clean-exit') return
      onPageGone()
      const now = Date.now()
      crashes = [...crashes.filter((at) => now - at < crashesWithin), now]
      if (crashes.length < mostCrashes) {
        reload()
        return
      }
      crashes = []
      askWhetherAgain()
        .then((again) => {
          if (again) reload()
        })
        .catch((error: unknown) => log.error('window', 'whether to load the page again could not be asked', { error }))
    })
    window.webContents.on('preload-error', (_event, path, error) => {
      log.error('window', 'the preload failed', { path, error })
    })
    window.on('unresponsive', () => log.warn('window', 'the page does not respond'))
  }
}

/** Of all displays, the primary one first. */
function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  return [primary, ...others].map((display) => display.workArea)
}
