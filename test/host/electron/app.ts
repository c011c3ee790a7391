import { EventEmitter } from 'node:events'
import { appPackage, hostSettings } from '../host-settings.ts'
import { InstanceLock, type SecondInstance } from '../instance-lock.ts'
import { driver } from '../driver.ts'
import { AppPaths } from './app-paths.ts'
import { preventable } from './preventable.ts'
import { windowRegistry } from './window-registry.ts'

/** `app`: life cycle in Electron's order (shell/browser/browser.cc), paths, locale, single-instance lock. */
class App extends EventEmitter {
  readonly isPackaged = false
  readonly commandLine = {
    appendSwitch: (): void => undefined,
    appendArgument: (): void => undefined,
    hasSwitch: (): boolean => false,
    getSwitchValue: (): string => '',
    removeSwitch: (): void => undefined
  }
  #name: string | undefined
  applicationMenu: unknown = null
  readonly #paths = new AppPaths()
  #ready = false
  #quitting = false
  #exiting = false
  #lock: InstanceLock | undefined

  constructor() {
    super()
    windowRegistry.onEmpty(() => {
      if (this.#exiting) return
      if (this.#quitting) this.#willQuit()
      else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
      else this.quit()
    })
  }

  /** Host only: Electron is ready once the app's main module has been loaded. */
  becomeReady(): void {
    this.#ready = true
    this.emit('ready', {}, {})
  }

  isReady = (): boolean => this.#ready
  whenReady = (): Promise<void> =>
    this.#ready ? Promise.resolve() : new Promise((resolve) => this.once('ready', () => resolve()))

  get name(): string {
    return this.#name ?? appPackage().name
  }

  set name(name: string) {
    this.#name = name
  }

  getName = (): string => this.name
  setName = (name: string): void => void (this.name = name)
  getVersion = (): string => appPackage().version
  getAppPath = (): string => hostSettings.appRoot
  getPath = (name: string): string => this.#paths.get(name)
  setPath = (name: string, path: string): void => this.#paths.set(name, path)
  setAppLogsPath = (path?: string): void => this.#paths.set('logs', path ?? this.getPath('logs'))

  getLocale = (): string => hostSettings.locale
  getSystemLocale = (): string => hostSettings.locale
  getPreferredSystemLanguages = (): string[] => [hostSettings.locale]
  getLocaleCountryCode = (): string => ''

  setAppUserModelId = (): void => undefined
  setAboutPanelOptions = (): void => undefined
  enableSandbox = (): void => undefined
  disableHardwareAcceleration = (): void => undefined
  setAsDefaultProtocolClient = (): boolean => true
  getAppMetrics = (): object[] => []
  focus = (): void => undefined
  relaunch = (options?: object): void => driver().noted('app.relaunch', [options ?? {}])

  hasSingleInstanceLock = (): boolean => this.#lock?.held ?? false

  releaseSingleInstanceLock(): void {
    this.#lock?.release()
    this.#lock = undefined
  }

  requestSingleInstanceLock(additionalData: unknown = null): boolean {
    this.#lock ??= new InstanceLock(this.getPath('userData'))
    const here: SecondInstance = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    return this.#lock.request(here, (second) =>
      this.emit('second-instance', {}, second.argv, second.workingDirectory, second.additionalData)
    )
  }

  quit(): void {
    if (this.#quitting) return
    const event = preventable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#quitting = true
    if (windowRegistry.all().length === 0) this.#willQuit()
    else for (const window of windowRegistry.all()) window.close()
  }

  /** Host only: a window refused to close, so the app stays. */
  quitCancelled(): void {
    this.#quitting = false
  }

  exit(code = 0): void {
    this.#exiting = true
    for (const window of windowRegistry.all()) window.destroy()
    this.emit('quit', {}, code)
    process.exit(code)
  }

  #willQuit(): void {
    const event = preventable({})
    this.emit('will-quit', event)
    if (event.defaultPrevented) this.#quitting = false
    else this.exit(0)
  }
}

export const app = new App()
