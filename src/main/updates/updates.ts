import type { RestartAnswer, ReleaseChannel, UpdateFault, UpdateState } from '@shared/domain/update'
import type { Timing } from '../outbox/timing'
import type { Log } from '../ports/log'
import { UpdateError, type Updater } from '../ports/updater'

/** When a look comes by itself, in milliseconds: the first lets the app begin its work, the next follow all day. */
export const firstLookMs = 60_000
export const nextLookMs = 6 * 60 * 60_000
/** A look that would have come while something is being sent comes this much later: a site's line is thin. */
export const busyLookMs = 5 * 60_000

/** What is done with a downloaded update when the app ends. */
export type AtEnd = 'start_again' | 'put_in_place' | null

export interface UpdatesOptions {
  /** Null with the reason where this installation is never updated by itself. */
  readonly updater: Updater | { readonly off: Extract<UpdateState, { kind: 'off' }>['why'] }
  readonly channel: () => ReleaseChannel
  /** Whether a request of the outbox is under way. */
  readonly isSending: () => boolean
  /** Ends the app, as a person would. */
  readonly quit: () => void
  readonly timing: Timing
  readonly log: Log
  readonly onChanged: (state: UpdateState) => void
}

/**
 * Looks for new versions and gets them ready, unasked and unseen; only a person puts one in place. Never while something
 * is being sent. Without a connection nothing is said, unless a person asked.
 */
export class Updates {
  readonly #options: UpdatesOptions
  readonly #updater: Updater | null
  #state: UpdateState
  #checkedAt: number | null = null
  #atEnd: AtEnd = null
  #cancelLook: () => void = () => undefined

  constructor(options: UpdatesOptions) {
    this.#options = options
    this.#updater = 'off' in options.updater ? null : options.updater
    this.#state =
      'off' in options.updater
        ? { kind: 'off', why: options.updater.off }
        : { kind: 'idle', checkedAt: null, fault: null }
  }

  start(): void {
    this.#lookIn(firstLookMs)
  }

  stop(): void {
    this.#cancelLook()
  }

  state(): UpdateState {
    return this.#state
  }

  /** A person wants to know. @returns what was found, while it is perhaps still being downloaded */
  async check(): Promise<UpdateState> {
    await this.#look('a person asked')
    return this.#state
  }

  /** A person wants the new version now. Whether anything lies unsaved on the page was asked there. */
  restart(): RestartAnswer {
    if (this.#state.kind !== 'ready') return 'not_ready'
    if (this.#options.isSending()) return 'sending'
    this.#atEnd = 'start_again'
    this.#options.quit()
    return 'begun'
  }

  later(): UpdateState {
    if (this.#state.kind !== 'ready') return this.#state
    if (this.#state.atQuit) this.#atEnd = 'put_in_place'
    this.#become({ ...this.#state, later: true })
    return this.#state
  }

  /** What is to become of the update now that the app ends. */
  get atEnd(): AtEnd {
    return this.#atEnd
  }

  /** @returns false when the update could not be put in place: then the app goes on as it was */
  install(): boolean {
    return this.#updater?.install(this.#atEnd === 'start_again') ?? false
  }

  #lookIn(ms: number): void {
    this.#cancelLook()
    if (this.#updater === null) return
    this.#cancelLook = this.#options.timing.after(ms, () => void this.#look('its time has come'))
  }

  /** Never rejects: what goes wrong becomes part of the state. */
  async #look(why: 'a person asked' | 'its time has come'): Promise<void> {
    if (this.#updater === null || this.#state.kind !== 'idle') return
    const isAsked = why === 'a person asked'
    if (!isAsked && this.#options.isSending()) {
      this.#lookIn(busyLookMs)
      return
    }
    this.#become({ kind: 'checking' })
    try {
      const version = await this.#updater.check(this.#options.channel())
      this.#checkedAt = this.#options.timing.now()
      if (version === null) this.#rest(null)
      else void this.#download(this.#updater, version, isAsked)
    } catch (error) {
      this.#failed(error, isAsked)
    }
  }

  async #download(updater: Updater, version: string, isAsked: boolean): Promise<void> {
    this.#become({ kind: 'downloading', version, percent: 0 })
    try {
      await updater.download((percent) => {
        if (this.#state.kind !== 'downloading' || this.#state.percent === percent) return
        this.#become({ kind: 'downloading', version, percent })
      })
      this.#options.log.info('updates', 'an update is ready', { version })
      this.#become({ kind: 'ready', version, later: false, atQuit: updater.installsQuietly })
    } catch (error) {
      this.#failed(error, isAsked)
    }
  }

  /** That a server was not reached is no news to somebody who did not ask. */
  #failed(error: unknown, isAsked: boolean): void {
    const fault: UpdateFault = error instanceof UpdateError ? error.fault : 'failed'
    this.#options.log.warn('updates', 'there is no update', { fault, error })
    this.#rest(fault === 'unreachable' && !isAsked ? null : fault)
  }

  #rest(fault: UpdateFault | null): void {
    this.#become({ kind: 'idle', checkedAt: this.#checkedAt, fault })
    this.#lookIn(nextLookMs)
  }

  #become(state: UpdateState): void {
    this.#state = state
    this.#options.onChanged(state)
  }
}
