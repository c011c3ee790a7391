import type { Claim } from './claims'

/** Everybody who claims one resource, in order. */
interface Queue {
  readonly resource: string
  /** Open sequence numbers in order, with a head pointer: closed ones in front are passed lazily. */
  readonly all: number[]
  allHead: number
  /** Those of them that claim it exclusively; null while all do, which saves a second list for nearly every thing. */
  exclusive: number[] | null
  exclusiveHead: number
}

/** A claim with the queue it stands in: a hundred thousand of them wait, so that none carries more than it needs. */
interface Place {
  readonly queue: Queue
  readonly mode: Claim['mode']
}

/**
 * Which open actions of one stack may run: an action is free when nothing before it, still open, claims the same
 * resource in a way that excludes it. Cost per action is constant on average, whatever waits.
 */
export class Lanes {
  readonly #places = new Map<number, readonly Place[]>()
  readonly #queues = new Map<string, Queue>()

  /** Actions must be added in the order of their sequence numbers. */
  add(seq: number, claims: readonly Claim[]): void {
    this.#places.set(
      seq,
      claims.map(({ resource, mode }) => {
        const queue = this.#queueOf(resource)
        if (mode === 'shared') queue.exclusive ??= [...queue.all]
        queue.all.push(seq)
        if (mode === 'exclusive') queue.exclusive?.push(seq)
        return { queue, mode }
      })
    )
  }

  isFree(seq: number): boolean {
    return this.#places.get(seq)?.every((place) => this.#isFreeAt(place, seq)) ?? false
  }

  /**
   * Takes a finished action out.
   * @returns the actions that its going has set free
   */
  remove(seq: number): number[] {
    const places = this.#places.get(seq)
    if (places === undefined) return []
    this.#places.delete(seq)
    const freed = new Set<number>()
    for (const place of places) {
      for (const candidate of this.#candidatesAfter(place)) {
        if (candidate > seq && this.isFree(candidate)) freed.add(candidate)
      }
      if (this.#firstOpen(place.queue) === null) this.#queues.delete(place.queue.resource)
    }
    return [...freed].toSorted((a, b) => a - b)
  }

  /** The action that keeps this one waiting, or null when it is free. */
  blockerOf(seq: number): number | null {
    for (const { queue, mode } of this.#places.get(seq) ?? []) {
      const first = mode === 'exclusive' ? this.#firstOpen(queue) : this.#firstExclusive(queue)
      if (first !== null && first < seq) return first
    }
    return null
  }

  #isFreeAt({ queue, mode }: Place, seq: number): boolean {
    if (mode === 'exclusive') return this.#firstOpen(queue) === seq
    const exclusive = this.#firstExclusive(queue)
    return exclusive === null || exclusive > seq
  }

  #candidatesAfter({ queue, mode }: Place): number[] {
    const first = this.#firstOpen(queue)
    if (first === null) return []
    const limit = this.#firstExclusive(queue) ?? Infinity
    if (first === limit) return [first]
    // A member claim held back nothing but whole ones.
    if (mode === 'shared') return []
    // A whole group was claimed and is released: every member claim up to the next whole one may go.
    const candidates: number[] = []
    for (let i = queue.allHead; i < queue.all.length; i++) {
      const seq = queue.all[i]
      if (seq === undefined || seq >= limit) break
      if (this.#places.has(seq)) candidates.push(seq)
    }
    return candidates
  }

  #queueOf(resource: string): Queue {
    let queue = this.#queues.get(resource)
    if (queue === undefined) {
      queue = { resource, all: [], allHead: 0, exclusive: null, exclusiveHead: 0 }
      this.#queues.set(resource, queue)
    }
    return queue
  }

  #firstOpen(queue: Queue): number | null {
    queue.allHead = this.#skipClosed(queue.all, queue.allHead)
    return queue.all[queue.allHead] ?? null
  }

  #firstExclusive(queue: Queue): number | null {
    if (queue.exclusive === null) return this.#firstOpen(queue)
    queue.exclusiveHead = this.#skipClosed(queue.exclusive, queue.exclusiveHead)
    return queue.exclusive[queue.exclusiveHead] ?? null
  }

  #skipClosed(seqs: readonly number[], head: number): number {
    let at = head
    for (let seq = seqs[at]; seq !== undefined && !this.#places.has(seq); seq = seqs[at]) at++
    return at
  }
}
