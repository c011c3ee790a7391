import type { Tuid } from '@shared/domain/tuid'
import type { Arrival } from '@shared/domain/visit'
import type { Timing } from '../outbox/timing'
import type { Log } from '../ports/log'
import type { NotedArrival, VisitBook } from '../ports/visitBook'

/** How long arrivals are gathered before they are written, in milliseconds. */
const gatherMs = 200
/** How long until what could not be written is tried again, in milliseconds. */
const againMs = 10_000

export interface NotedArrivalsOptions {
  readonly book: Pick<VisitBook, 'kept' | 'keepArrivals'>
  readonly timing: Timing
  readonly log: Log
  readonly onChanged: (visitId: string) => void
}

/** What is known of arrivals, written together: with hundreds of things, a write for each would be most of the work. */
export class NotedArrivals {
  readonly #options: NotedArrivalsOptions
  readonly #gathered = new Map<string, NotedArrival>()
  #cancel: (() => void) | null = null

  constructor(options: NotedArrivalsOptions) {
    this.#options = options
  }

  of(visitId: string, tuid: Tuid): Arrival | null {
    const gathered = this.#gathered.get(keyOf(visitId, tuid))
    return gathered === undefined ? (this.#options.book.kept(visitId, tuid)?.arrival ?? null) : gathered.arrival
  }

  note(noted: NotedArrival): void {
    this.#gathered.set(keyOf(noted.visitId, noted.tuid), noted)
    this.#cancel ??= this.#options.timing.after(gatherMs, () => this.write())
  }

  /** What cannot be written now is kept for later, as nobody asks for it again; the outbox reports that loudly. */
  write(): void {
    const { book, timing, log, onChanged } = this.#options
    this.#cancel?.()
    this.#cancel = null
    const gathered = [...this.#gathered.values()]
    if (gathered.length === 0) return
    try {
      book.keepArrivals(gathered)
    } catch (error) {
      log.warn('visits', 'arrivals could not be kept', { error })
      this.#cancel = timing.after(againMs, () => this.write())
      return
    }
    this.#gathered.clear()
    for (const visitId of new Set(gathered.map((noted) => noted.visitId))) onChanged(visitId)
  }

  /** Writes what is left, once; what cannot be written is asked for again at the next start. */
  stop(): void {
    this.write()
    this.#cancel?.()
  }
}

function keyOf(visitId: string, tuid: Tuid): string {
  return `${visitId} ${tuid}`
}
