import type { AppUpdater } from 'electron-updater'
import { isAllowedOrigin } from '@shared/domain/stack'
import type { ReleaseChannel } from '@shared/domain/update'
import type { Log } from '../../ports/log'
import { UpdateError, type Updater } from '../../ports/updater'
import { updateFaultOf } from './updateFault'

export interface ElectronUpdaterOptions {
  readonly installsQuietly: boolean
  /** Where the update server is named, when not beside the app's own files. */
  readonly configFile: string | null
  readonly log: Log
}

/** As electron-updater names the lists of versions on the server. */
const listNames: Readonly<Record<ReleaseChannel, string>> = { stable: 'latest', beta: 'beta' }

/**
 * electron-updater, loaded when it is first needed. It checks the digest of what it downloads on every system, and the
 * signature on Windows and macOS; our own part is that no address but https is ever asked, wherever a list of versions or
 * a redirect may lead.
 */
export class ElectronUpdater implements Updater {
  readonly installsQuietly: boolean
  readonly #options: ElectronUpdaterOptions
  #updater: AppUpdater | null = null

  constructor(options: ElectronUpdaterOptions) {
    this.#options = options
    this.installsQuietly = options.installsQuietly
  }

  async check(channel: ReleaseChannel): Promise<string | null> {
    const updater = (this.#updater ??= await this.#load())
    updater.channel = listNames[channel]
    // Naming a channel allows it to go back to older versions, which would meet a newer database.
    updater.allowDowngrade = false
    try {
      const result = await updater.checkForUpdates()
      return result?.isUpdateAvailable === true ? result.updateInfo.version : null
    } catch (error) {
      throw new UpdateError(updateFaultOf(error), { cause: error })
    }
  }

  async download(onProgress: (percent: number) => void): Promise<void> {
    const updater = this.#updater
    if (updater === null) throw new UpdateError('failed')
    const told = ({ percent }: { percent: number }): void => onProgress(Math.min(100, Math.max(0, Math.floor(percent))))
    updater.on('download-progress', told)
    try {
      await updater.downloadUpdate()
    } catch (error) {
      throw new UpdateError(updateFaultOf(error), { cause: error })
    } finally {
      updater.off('download-progress', told)
    }
  }

  install(startAgain: boolean): boolean {
    const updater = this.#updater
    if (updater === null) return false
    let failed = false
    const hear = (): void => void (failed = true)
    updater.once('error', hear)
    updater.quitAndInstall(true, startAgain)
    updater.off('error', hear)
    return !failed
  }

  async #load(): Promise<AppUpdater> {
    const { log, configFile } = this.#options
    const { autoUpdater } = await import('electron-updater')
    const tell =
      (level: 'debug' | 'info' | 'warn' | 'error') =>
      (message?: unknown): void =>
        log[level]('updates', String(message))
    autoUpdater.logger = { debug: tell('debug'), info: tell('info'), warn: tell('warn'), error: tell('error') }
    autoUpdater.autoDownload = false
    autoUpdater.autoInstallOnAppQuit = false
    // What is fetched by an installer would not be checked by us.
    autoUpdater.disableWebInstaller = true
    if (configFile !== null) {
      autoUpdater.updateConfigPath = configFile
      autoUpdater.forceDevUpdateConfig = true
    }
    autoUpdater.netSession.webRequest.onBeforeRequest(({ url }, answer) => {
      answer({ cancel: !URL.canParse(url) || !isAllowedOrigin(new URL(url)) })
    })
    return autoUpdater
  }
}
