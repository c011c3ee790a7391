import type { Timing } from '../../../../src/main/outbox/timing'

/** A Tuesday morning. */
export const startOfTest = Date.UTC(2026, 4, 12, 10, 0, 0)

interface Timer {
  readonly due: number
  readonly task: () => void
}

/** Time that passes only when a test lets it. */
export class ManualClock {
  #now = startOfTest
  readonly #timers = new Set<Timer>()

  /** The true time, by which the cloud goes. */
  readonly now = (): number => this.#now

  /** How far the laptop's clock is ahead of the true time, in milliseconds. */
  laptopAhead = 0

  chance = (): number => 0.5

  /** Time and chance as one run of the app sees them. */
  run(): { timing: Timing; end: () => void } {
    const own = new Set<Timer>()
    let over = false
    const timing: Timing = {
      now: () => this.#now + this.laptopAhead,
      monotonicNow: () => this.#now - startOfTest,
      after: (ms, task) => {
        const forget = (): void => {
          own.delete(timer)
          this.#timers.delete(timer)
        }
        const timer: Timer = {
          due: this.#now + ms,
          task: () => {
            forget()
            task()
          }
        }
        if (!over) own.add(timer)
        if (!over) this.#timers.add(timer)
        return forget
      },
      random: () => this.chance()
    }
    const end = (): void => {
      over = true
      for (const timer of own) this.#timers.delete(timer)
    }
    return { timing, end }
  }

  /** Resolves when so much time has passed, whatever becomes of the app; at once when the signal aborts. */
  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>()
    // A clock of whole milliseconds, as a laptop has.
    const timer = { due: this.#now + Math.ceil(ms), task: resolve }
    this.#timers.add(timer)
    signal.addEventListener('abort', () => {
      this.#timers.delete(timer)
      resolve()
    })
    return promise
  }

  /** When the next timer is due, or null when nobody waits for anything. */
  get nextDue(): number | null {
    return this.#next(Infinity)?.due ?? null
  }

  /** Moves on to a moment and runs what is due by then, in order. */
  advanceTo(moment: number): void {
    for (let next = this.#next(moment); next !== undefined; next = this.#next(moment)) {
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.due)
      next.task()
    }
    this.#now = Math.max(this.#now, moment)
  }

  #next(moment: number): Timer | undefined {
    return [...this.#timers].filter(({ due }) => due <= moment).toSorted((a, b) => a.due - b.due)[0]
  }
}
