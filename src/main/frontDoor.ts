import type { StorageTrouble } from '@shared/ipc/channels'
import { frontChannels } from '@shared/ipc/frontChannels'
import { appInfo } from './appInfo'
import type { Desk } from './desk'
import { createFrontHandlers } from './ipc/frontHandlers'
import { registerIpc } from './ipc/register'

/**
 * Begins the work at a desk.
 * @param before called once the files are open, before anything is answered
 * @returns why the database cannot be opened, null when it is open
 */
export type Work = (desk: Desk, before: () => void) => StorageTrouble | null

/**
 * Answers what a page may ask before the files are open, and makes way once they are. Where they cannot be opened, the
 * page says why and lets the person try again; nothing else answers until then.
 */
export class FrontDoor {
  readonly #desk: Desk
  readonly #load: () => Promise<Work>
  readonly #close: () => void
  #opening: Promise<StorageTrouble | null> | null = null

  /** @param load gives the code that does the work */
  constructor(desk: Desk, load: () => Promise<Work>) {
    this.#desk = desk
    this.#load = load
    const { dataFolder, settings, policyNotice, isTrusted, log } = desk
    const front = createFrontHandlers({
      info: () =>
        appInfo(
          dataFolder,
          [policyNotice, settings.notice].filter((notice) => notice !== null)
        ),
      settings: settings.store,
      log,
      openStorage: () => this.open()
    })
    this.#close = registerIpc(frontChannels, front, isTrusted, log)
  }

  /**
   * Opens the files and begins the work, once; whoever asks meanwhile gets the same answer.
   * @returns why they cannot be opened, null when they are open
   */
  open(): Promise<StorageTrouble | null> {
    this.#opening ??= this.#tryToOpen()
    return this.#opening
  }

  async #tryToOpen(): Promise<StorageTrouble | null> {
    let trouble: StorageTrouble | null | undefined
    try {
      const work = await this.#load()
      trouble = work(this.#desk, this.#close)
    } finally {
      // What has failed may be tried again; what is open stays so.
      if (trouble !== null) this.#opening = null
    }
    if (trouble !== null) this.#desk.log.error('main', 'the database could not be opened', { ...trouble })
    return trouble
  }
}
