import TinyQueue from 'tinyqueue'
import type { Instant } from '@shared/domain/thing'

interface Delayed {
  readonly seq: number
  readonly due: Instant
}

/**
 * The actions that nothing before them holds back: those that may start now, the oldest first, and those that may not
 * before an instant. Costs the same per action however many wait.
 *
 * What is taken out again stays in its heap until it comes up there, and is then passed over: the sets say what counts.
 */
export class DueQueue {
  readonly #ready = new Set<number>()
  readonly #delayed = new Map<number, Instant>()
  readonly #bySeq = new TinyQueue<number>()
  #byTime = newHeap()

  /** Puts an action in its place, wherever it was before. */
  put(seq: number, notBefore: Instant | null): void {
    this.delete(seq)
    if (notBefore === null) this.#putReady(seq)
    else this.#putDelayed(seq, notBefore)
  }

  delete(seq: number): void {
    this.#ready.delete(seq)
    this.#delayed.delete(seq)
  }

  isDelayed(seq: number): boolean {
    return this.#delayed.has(seq)
  }

  /** @returns the numbers of all that wait for their time */
  delayed(): number[] {
    return [...this.#delayed.keys()]
  }

  /** Takes the oldest one out that may start now; null when there is none. */
  take(now: Instant): number | null {
    for (let next = this.#firstDelayed(); next !== null && next.due <= now; next = this.#firstDelayed()) {
      this.#delayed.delete(next.seq)
      this.#putReady(next.seq)
    }
    for (let seq = this.#bySeq.pop(); seq !== undefined; seq = this.#bySeq.pop()) {
      if (this.#ready.delete(seq)) return seq
    }
    return null
  }

  /** When the next of those that wait may start; null when none waits. */
  nextDue(): Instant | null {
    return this.#firstDelayed()?.due ?? null
  }

  /** Moves all waiting times, because the clock was set back by so many milliseconds. */
  shift(ms: number): void {
    this.#byTime = newHeap()
    for (const [seq, due] of this.#delayed) this.#putDelayed(seq, due - ms)
  }

  #putReady(seq: number): void {
    this.#ready.add(seq)
    this.#bySeq.push(seq)
  }

  #putDelayed(seq: number, due: Instant): void {
    this.#delayed.set(seq, due)
    this.#byTime.push({ seq, due })
  }

  #firstDelayed(): Delayed | null {
    for (let first = this.#byTime.peek(); first !== undefined; first = this.#byTime.peek()) {
      if (this.#delayed.get(first.seq) === first.due) return first
      this.#byTime.pop()
    }
    return null
  }
}

function newHeap(): TinyQueue<Delayed> {
  return new TinyQueue<Delayed>([], (a, b) => a.due - b.due)
}
