import type { Presence } from '../ports/presence'

/** Who asks by itself: each has its share of the turns. */
export type Asker = 'arrivals' | 'alerts' | 'answers' | 'page'

/** One request that waits for its turn. */
export interface Waiting {
  /** Its turn has come. @returns whether it asks the server now; else the turn goes to the next */
  readonly turn: () => boolean
  /** Somebody is there again: it asks at its usual pace. */
  readonly back: () => void
}

/**
 * Keeps an app that nobody is at quiet. Whatever it asks a stack by itself waits for a turn then, and turns come one by
 * one, in the place of the look whether the stack is there. The askers of a stack take turns, and each of them sees to
 * its own order. As soon as somebody is there nothing waits any more. Nothing of the outbox comes by here.
 */
export class IdleTurns {
  readonly #presence: Presence
  /** By stack; the asker whose turn was longest ago comes first. */
  readonly #waiting = new Map<string, Map<Asker, Waiting[]>>()
  #stopWatching: (() => void) | null = null

  constructor(presence: Presence) {
    this.#presence = presence
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

  /** Resolves when one request may be sent, at once while somebody is there, and when the signal aborts. */
  turn(stackId: string, asker: Asker, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true || !this.mustWait()) return Promise.resolve()
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

  #back(): void {
    this.#stopWatching?.()
    this.#stopWatching = null
    const all = [...this.#waiting.values()].flatMap((askers) => [...askers.values()].flat())
    this.#waiting.clear()
    for (const waiting of all) waiting.back()
  }
}

function takesTurn(line: Waiting[]): boolean {
  for (let next = line.shift(); next !== undefined; next = line.shift()) if (next.turn()) return true
  return false
}
