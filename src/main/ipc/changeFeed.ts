import type { Action } from '@shared/domain/action'
import type { Session } from '@shared/ipc/channels'

export interface ChangeFeedOptions {
  /** How long changes are gathered before the page hears of them, in milliseconds. */
  readonly gatherMs: number
  readonly action: (seq: number) => Action | null
  readonly session: () => Session
  readonly sendActions: (actions: Action[]) => void
  readonly sendSession: (session: Session) => void
  readonly after: (ms: number, run: () => void) => () => void
}

/** Most actions told at once; the rest follows, so that a long drain never floods the page. */
const mostAtOnce = 500

/** Gathers changes, so that a page is told a few times a second what it should show, however fast the work goes. */
export class ChangeFeed {
  readonly #options: ChangeFeedOptions
  readonly #changed = new Set<number>()
  #cancel: (() => void) | null = null

  constructor(options: ChangeFeedOptions) {
    this.#options = options
  }

  actionChanged(seq: number): void {
    this.#changed.add(seq)
    this.#arm()
  }

  sessionChanged(): void {
    this.#arm()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  #arm(): void {
    this.#cancel ??= this.#options.after(this.#options.gatherMs, () => this.#tell())
  }

  #tell(): void {
    this.#cancel = null
    const actions: Action[] = []
    for (const seq of this.#changed) {
      if (actions.length >= mostAtOnce) break
      this.#changed.delete(seq)
      const action = this.#options.action(seq)
      if (action !== null) actions.push(action)
    }
    if (actions.length > 0) this.#options.sendActions(actions)
    this.#options.sendSession(this.#options.session())
    if (this.#changed.size > 0) this.#arm()
  }
}
