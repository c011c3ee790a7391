import type { Instant } from '@shared/domain/thing'

/** Over how long the rate is measured, in milliseconds. */
const rateWindow = 15_000

/** Shorter than this, a rate would be a guess. */
const shortestSample = 2_000

export interface DrainProgress {
  /** Closed since the queue was last empty. */
  readonly done: number
  /** Closed and still to do. */
  readonly total: number
  /** Actions per minute over the last seconds; null while there is too little to tell. */
  readonly perMinute: number | null
}

/** Counts what a drain gets done, from one empty queue to the next. */
export class DrainMeter {
  #done = 0
  /** Closings by whole second, oldest first; a window full of them at most. */
  #seconds: { readonly second: number; count: number }[] = []

  closed(now: Instant): void {
    this.#done++
    const second = Math.floor(now / 1000)
    const last = this.#seconds.at(-1)
    if (last?.second === second) last.count++
    else this.#seconds.push({ second, count: 1 })
    this.#forget(now)
  }

  /** @param waiting how many still want to be sent; none ends the count */
  progress(now: Instant, waiting: number): DrainProgress | null {
    if (waiting === 0) {
      this.#done = 0
      this.#seconds = []
      return null
    }
    this.#forget(now)
    return { done: this.#done, total: this.#done + waiting, perMinute: this.#perMinute(now) }
  }

  #perMinute(now: Instant): number | null {
    const first = this.#seconds[0]
    if (first === undefined) return null
    const elapsed = now - first.second * 1000
    if (elapsed < shortestSample) return null
    const count = this.#seconds.reduce((sum, each) => sum + each.count, 0)
    return Math.round((count * 60_000) / elapsed)
  }

  #forget(now: Instant): void {
    const oldest = Math.floor((now - rateWindow) / 1000)
    this.#seconds = this.#seconds.filter(({ second }) => second >= oldest)
  }
}
