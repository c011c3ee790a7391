/** Lets a few go on at a time; the others wait for their turn, in the order in which they came. */
export class Turns {
  readonly #atOnce: number
  readonly #waiting = new Set<() => void>()
  #running = 0

  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  /**
   * @param signal of whoever waits: aborted before its turn has come, it never begins
   * @returns null when it was given up before its turn
   */
  async take<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T | null> {
    if (!(await this.#turn(signal))) return null
    try {
      return await run()
    } finally {
      this.#running -= 1
      this.#next()
    }
  }

  /** @returns whether the turn came, rather than the waiting being given up */
  #turn(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false)
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const begin = (): void => {
      signal.removeEventListener('abort', giveUp)
      this.#running += 1
      resolve(true)
    }
    const giveUp = (): void => {
      this.#waiting.delete(begin)
      resolve(false)
    }
    this.#waiting.add(begin)
    signal.addEventListener('abort', giveUp, { once: true })
    this.#next()
    return promise
  }

  #next(): void {
    for (const begin of this.#waiting) {
      if (this.#running >= this.#atOnce) return
      this.#waiting.delete(begin)
      begin()
    }
  }
}
