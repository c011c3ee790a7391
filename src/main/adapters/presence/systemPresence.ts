import { app, BrowserWindow, powerMonitor } from 'electron'
import type { Log } from '../../ports/log'
import type { Presence } from '../../ports/presence'

/** Whoever has touched nothing for as long is taken to have gone, in milliseconds. */
export const goneAfterMs = 10 * 60_000

/**
 * Presence as the system knows it: by the last input in all of its apps. A laptop that has just woken up or was
 * unlocked, a window of ours that gets the focus, and the start of the app mean somebody as well; some systems have
 * seen no input by then.
 *
 * Where the system counts nothing it says 0, or fails (Linux with a desktop that tells no one): then somebody is always
 * there, and the app asks as while somebody works.
 */
export class SystemPresence implements Presence {
  readonly #monotonicNow: () => number
  readonly #log: Log
  readonly #tell = new Set<() => void>()
  #signAt: number
  #isTrouble = false

  constructor(monotonicNow: () => number, log: Log) {
    this.#monotonicNow = monotonicNow
    this.#log = log
    this.#signAt = monotonicNow()
  }

  /** Hears of signs from now on. */
  start(): void {
    powerMonitor.on('resume', this.seen)
    powerMonitor.on('unlock-screen', this.seen)
    app.on('browser-window-focus', this.seen)
  }

  readonly isSomebodyThere = (): boolean =>
    this.#monotonicNow() - this.#signAt < goneAfterMs || this.#msSinceInput() < goneAfterMs

  readonly onSign = (tell: () => void): (() => void) => {
    // Input into a window that has had the focus all the time: watched for only while somebody wants to know.
    const pages = BrowserWindow.getAllWindows().map(({ webContents }) => webContents)
    if (this.#tell.size === 0) for (const page of pages) page.once('input-event', this.seen)
    this.#tell.add(tell)
    return () => {
      this.#tell.delete(tell)
      if (this.#tell.size === 0) for (const page of pages) page.off('input-event', this.seen)
    }
  }

  stop(): void {
    powerMonitor.off('resume', this.seen)
    powerMonitor.off('unlock-screen', this.seen)
    app.off('browser-window-focus', this.seen)
  }

  readonly seen = (): void => {
    this.#signAt = this.#monotonicNow()
    for (const tell of this.#tell) tell()
  }

  #msSinceInput(): number {
    try {
      return powerMonitor.getSystemIdleTime() * 1_000
    } catch (error) {
      if (!this.#isTrouble) this.#log.warn('presence', 'the system does not say when there was input', { error })
      this.#isTrouble = true
      return 0
    }
  }
}
