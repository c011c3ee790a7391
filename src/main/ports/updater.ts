import type { ReleaseChannel, UpdateFault } from '@shared/domain/update'

/** Brings new versions of the app onto this laptop. */
export interface Updater {
  /** Whether an update can be put in place without asking a person for anything. */
  readonly installsQuietly: boolean
  /**
   * Asks for the newest version of a channel. An older one than this is none, nor is one that is not meant for this
   * laptop yet (staged roll-out).
   *
   * @returns e.g. `1.4.0`, or null when there is nothing newer
   * @throws {UpdateError}
   */
  check(channel: ReleaseChannel): Promise<string | null>
  /**
   * Gets what the last check found, and makes sure that it is what was announced.
   *
   * @param onProgress told per cents from 0 to 100
   * @throws {UpdateError}
   */
  download(onProgress: (percent: number) => void): Promise<void>
  /**
   * Puts what was downloaded in the place of this version, and quits the app.
   *
   * @returns false when that could not be begun: then the app goes on as it is
   */
  install(startAgain: boolean): boolean
}

/** Carries a fault of an update, with what the library said of it as its cause. */
export class UpdateError extends Error {
  readonly fault: UpdateFault

  constructor(fault: UpdateFault, options?: ErrorOptions) {
    super(`update: ${fault}`, options)
    this.name = 'UpdateError'
    this.fault = fault
  }
}
