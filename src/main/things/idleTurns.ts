import type { Presence } from '../ports/presence'

/** Who asks by itself: each has its share of the turns. */
export type Asker = 'arrivals' | 'alerts' | 'answers' | 'page'

/** One request that waits for its turn. */
export interface Waiting {
  /** Its turn has come. @returns whether it asks the server now; else the turn goes to the next */
  readonly turn: () => boolean
  /** There is nothing to wait for: somebody is there again, or the stack cannot be reached. It goes on as usual. */
  readonly back: () => void
}

/**
 * Keeps an app that nobody is at quiet. Whatever it asks a stack by itself waits for a turn then, and turns come one by
 * one, in the place of the look whether the stack is there. The askers of a stack take turns, and each of them sees to
 * its own order. As soon as somebody is there nothing waits any more. Nothing of the outbox comes by here.
 */
export class IdleTurns {
  readonly #presence: Presence
  readonly #isOnline: (stackId: string) => boolean
  /** By stack; the asker whose turn was longest ago comes first. */
  readonly #waiting = new Map<string, Map<Asker, Waiting[]>>()
  #stopWatching: (() => void) | null = null

  /** @param isOnline whether a stack can be reached, and takes our credentials: only then it has turns to give */
  constructor(presence: Presence, isOnline: (stackId: string) => boolean) {
    this.#presence = presence
    this.#isOnline = isOnline
  }

  /** Whether nobody is there, so that whoever asks by itself has to wait. */
  mustWait(): boolean {
    if (!this.#presence.isSomebodyThere()) return true
    this.#back()
    return false
  }

  /** Only while {@link mustWait}. */
  wait(stackId: string, asker: Asker, waiting: Waiting): void {
    const askers = this.#waiting.get(stackId) ?? new Map<Asker, Waiting[]>()
    this.#waiting.set(stackId, askers)
    const line = askers.get(asker)
    if (line === undefined) askers.set(asker, [waiting])
    else line.push(waiting)
    this.#stopWatching ??= this.#presence.onSign(() => void this.mustWait())
  }

  /**
   * Resolves when one request may be sent, and when the signal aborts. At once while somebody is there, and where nothing
   * will be sent: without a connection, what is remembered need not wait.
   */
  turn(stackId: string, asker: Asker, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true || !this.#isOnline(stackId) || !this.mustWait()) return Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    signal?.addEventListener('abort', () => resolve(), { once: true })
    const turn = (): boolean => {
      resolve()
      return signal?.aborted !== true
    }
    this.wait(stackId, asker, { turn, back: resolve })
    return promise
  }

  /** Whether somebody waits for a turn with this stack. */
  isWanted(stackId: string): boolean {
    return this.#waiting.has(stackId) && this.mustWait()
  }

  /** Gives one turn. @returns whether somebody asks the stack now */
  give(stackId: string): boolean {
    const askers = this.#waiting.get(stackId) ?? new Map<Asker, Waiting[]>()
    let isTaken = false
    for (const [asker, line] of askers) {
      isTaken = takesTurn(line)
      askers.delete(asker)
      if (line.length > 0) askers.set(asker, line)
      if (isTaken) break
    }
    if (askers.size === 0) this.#waiting.delete(stackId)
    return isTaken
  }

  /** The stack cannot be reached any more, or is gone: nobody waits for it. */
  release(stackId: string): void {
    const askers = this.#waiting.get(stackId)
    this.#waiting.delete(stackId)
    for (const waiting of [...(askers?.values() ?? [])].flat()) waiting.back()
  }

  #back(): void {
    this.#stopWatching?.()
    this.#stopWatching = null
    for (const stackId of this.#waiting.keys()) this.release(stackId)
  }
}

function takesTurn(line: Waiting[]): boolean {
  for (let next = line.shift(); next !== undefined; next = line.shift()) if (next.turn()) return true
  return false
}
