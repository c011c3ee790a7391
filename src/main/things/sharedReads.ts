interface UnderWay {
  readonly answer: Promise<unknown>
  readonly stop: AbortController
  waiting: number
  outdated: boolean
}

/** What a reading may ask about itself while it is under way. */
export interface ReadUnderWay {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal
  /** Whether nothing has changed since it began, so that its answer is worth keeping. */
  readonly isCurrent: () => boolean
}

/**
 * Readings under way, so that whoever asks the same meanwhile shares the one request. It is given up when the last of
 * those who wait for it has given up.
 */
export class SharedReads {
  readonly #underWay = new Map<string, UnderWay>()

  /**
   * @param key what is asked of whom: equal keys must mean equal answers, of the same type
   * @param ask called unless the same is under way; may not reject because of its signal
   * @param signal of this asker alone: the others are not disturbed
   * @returns null, at once, when this asker gives up
   */
  async read<T>(key: string, ask: (self: ReadUnderWay) => Promise<T>, signal?: AbortSignal): Promise<T | null> {
    if (signal?.aborted) return null
    const shared = this.#underWay.get(key) ?? this.#begin(key, ask)
    shared.waiting += 1
    const { promise: givenUp, resolve } = Promise.withResolvers<null>()
    const giveUp = () => resolve(null)
    signal?.addEventListener('abort', giveUp)
    try {
      // The key vouches for the type: every asker under it asks for the same.
      return await Promise.race([shared.answer as Promise<T>, givenUp])
    } finally {
      signal?.removeEventListener('abort', giveUp)
      shared.waiting -= 1
      if (shared.waiting === 0) this.#end(key, shared)
    }
  }

  /** Whether this is being asked at the moment, and may be joined. */
  isUnderWay(key: string): boolean {
    return this.#underWay.has(key)
  }

  /**
   * Something has changed, and what is under way may tell of the time before: those who wait still get it, but nobody
   * joins them any more.
   *
   * @param keyBeginning of all keys that are concerned
   */
  outdate(keyBeginning: string): void {
    for (const [key, shared] of this.#underWay) {
      if (!key.startsWith(keyBeginning)) continue
      shared.outdated = true
      this.#underWay.delete(key)
    }
  }

  #begin<T>(key: string, ask: (self: ReadUnderWay) => Promise<T>): UnderWay {
    const stop = new AbortController()
    const answer = ask({ signal: stop.signal, isCurrent: () => !shared.outdated })
    const shared: UnderWay = { answer, stop, waiting: 0, outdated: false }
    this.#underWay.set(key, shared)
    return shared
  }

  /** Nobody waits any more: it has been answered, or everybody gave up. */
  #end(key: string, shared: UnderWay): void {
    if (this.#underWay.get(key) === shared) this.#underWay.delete(key)
    shared.stop.abort()
  }
}
