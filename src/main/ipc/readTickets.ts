/** Lets the page give up readings that it asked for under a ticket of its own making. */
export class ReadTickets {
  readonly #underWay = new Map<string, AbortController>()

  /**
   * Reads while the ticket is good. One that is used a second time while the first reading lasts gives that one up.
   *
   * @param ticket undefined for a reading that is never given up
   */
  async holding<T>(ticket: string | undefined, read: (signal?: AbortSignal) => Promise<T>): Promise<T> {
    if (ticket === undefined) return read()
    this.cancel([ticket])
    const stop = new AbortController()
    this.#underWay.set(ticket, stop)
    try {
      return await read(stop.signal)
    } finally {
      if (this.#underWay.get(ticket) === stop) this.#underWay.delete(ticket)
    }
  }

  /** Those that are over already, or were never used, are passed over. */
  cancel(tickets: readonly string[]): void {
    for (const ticket of tickets) {
      this.#underWay.get(ticket)?.abort()
      this.#underWay.delete(ticket)
    }
  }
}
