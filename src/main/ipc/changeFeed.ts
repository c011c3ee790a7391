import type { ChangedThing, Session } from '@shared/ipc/channels'

export interface ChangeFeedOptions {
  /** How long changes are gathered before the page hears of them, in milliseconds. */
  readonly gatherMs: number
  readonly session: () => Session
  /** Null when so many have changed that it is not worth naming them. */
  readonly sendChanged: (seqs: number[] | null) => void
  /** Null when so many have changed that it is not worth naming them. */
  readonly sendThings: (things: ChangedThing[] | null) => void
  readonly sendVisit: (id: string) => void
  readonly sendSession: (session: Session) => void
  readonly after: (ms: number, run: () => void) => () => void
}

/** More than any screen shows: beyond it the page asks anew for everything it shows. */
const mostNamed = 1000

/**
 * Gathers changes, so that a page is told a few times a second what to ask for again, however fast the work goes. Only
 * numbers cross: of thousands of actions a drain gets through, the page asks for the few it shows.
 */
export class ChangeFeed {
  readonly #options: ChangeFeedOptions
  readonly #changed = new Set<number>()
  readonly #things = new Map<string, ChangedThing>()
  readonly #visits = new Set<string>()
  #cancel: (() => void) | null = null
  /** Why everything waits, as the page was last told. */
  #told: string | null = null

  constructor(options: ChangeFeedOptions) {
    this.#options = options
  }

  actionChanged(seq: number): void {
    this.#changed.add(seq)
    this.#arm()
  }

  /** What was read of a thing is out of date. @param tuid null: of any thing of the stack */
  thingChanged(stackId: string, tuid: string | null): void {
    this.#things.set(`${stackId} ${tuid ?? ''}`, { stackId, tuid })
    this.#arm()
  }

  visitChanged(id: string): void {
    this.#visits.add(id)
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
    const session = this.#options.session()
    const why = whyAllWaits(session)
    // Every action that waits says why, and none of them has changed itself.
    if (this.#told !== null && this.#told !== why) this.#options.sendChanged(null)
    else if (this.#changed.size > 0)
      this.#options.sendChanged(this.#changed.size > mostNamed ? null : [...this.#changed])
    if (this.#things.size > 0)
      this.#options.sendThings(this.#things.size > mostNamed ? null : [...this.#things.values()])
    for (const id of this.#visits) this.#options.sendVisit(id)
    this.#visits.clear()
    this.#changed.clear()
    this.#things.clear()
    this.#told = why
    this.#options.sendSession(session)
  }
}

function whyAllWaits({ stack, connection, paused, storage }: Session): string {
  return JSON.stringify([stack?.id, connection, paused, storage?.kind])
}
