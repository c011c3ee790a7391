import type { Claim } from './claims'

interface Queue {
  /** Open sequence numbers in order, with a head pointer: closed ones in front are passed lazily. */
  readonly all: number[]
  readonly exclusive: number[]
  allHead: number
  exclusiveHead: number
}

/**
 * Which open actions of one stack may run: an action is free when nothing before it, still open, claims the same
 * resource in a way that excludes it. Cost per action is constant on average, whatever waits.
 */
export class Lanes {
  readonly #claims = new Map<number, readonly Claim[]>()
  readonly #queues = new Map<string, Queue>()

  /** Actions must be added in the order of their sequence numbers. */
  add(seq: number, claims: readonly Claim[]): void {
    this.#claims.set(seq, claims)
    for (const { resource, mode } of claims) {
      let queue = this.#queues.get(resource)
      if (queue === undefined) {
        queue = { all: [], exclusive: [], allHead: 0, exclusiveHead: 0 }
        this.#queues.set(resource, queue)
      }
      queue.all.push(seq)
      if (mode === 'exclusive') queue.exclusive.push(seq)
    }
  }

  isFree(seq: number): boolean {
    const claims = this.#claims.get(seq)
    return claims?.every((claim) => this.#isFreeOn(claim, seq)) ?? false
  }

  /**
   * Takes a finished action out.
   * @returns the actions that its going has set free
   */
  remove(seq: number): number[] {
    const claims = this.#claims.get(seq)
    if (claims === undefined) return []
    this.#claims.delete(seq)
    const freed = new Set<number>()
    for (const claim of claims) {
      for (const candidate of this.#candidatesAfter(claim)) {
        if (candidate > seq && this.isFree(candidate)) freed.add(candidate)
      }
      this.#forgetIfEmpty(claim.resource)
    }
    return [...freed].toSorted((a, b) => a - b)
  }

  /** The action that keeps this one waiting, or null when it is free. */
  blockerOf(seq: number): number | null {
    for (const { resource, mode } of this.#claims.get(seq) ?? []) {
      const first = mode === 'exclusive' ? this.#firstOpen(resource) : this.#firstExclusive(resource)
      if (first !== null && first < seq) return first
    }
    return null
  }

  #isFreeOn(claim: Claim, seq: number): boolean {
    if (claim.mode === 'exclusive') return this.#firstOpen(claim.resource) === seq
    const exclusive = this.#firstExclusive(claim.resource)
    return exclusive === null || exclusive > seq
  }

  #candidatesAfter(gone: Claim): number[] {
    const queue = this.#queues.get(gone.resource)
    const first = this.#firstOpen(gone.resource)
    if (queue === undefined || first === null) return []
    const limit = this.#firstExclusive(gone.resource) ?? Infinity
    if (first === limit) return [first]
    // A member claim held back nothing but whole ones.
    if (gone.mode === 'shared') return []
    // A whole group was claimed and is released: every member claim up to the next whole one may go.
    const candidates: number[] = []
    for (let i = queue.allHead; i < queue.all.length; i++) {
      const seq = queue.all[i]
      if (seq === undefined || seq >= limit) break
      if (this.#claims.has(seq)) candidates.push(seq)
    }
    return candidates
  }

  #firstOpen(resource: string): number | null {
    const queue = this.#queues.get(resource)
    if (queue === undefined) return null
    queue.allHead = this.#skipClosed(queue.all, queue.allHead)
    return queue.all[queue.allHead] ?? null
  }

  #firstExclusive(resource: string): number | null {
    const queue = this.#queues.get(resource)
    if (queue === undefined) return null
    queue.exclusiveHead = this.#skipClosed(queue.exclusive, queue.exclusiveHead)
    return queue.exclusive[queue.exclusiveHead] ?? null
  }

  #skipClosed(seqs: readonly number[], head: number): number {
    let at = head
    for (let seq = seqs[at]; seq !== undefined && !this.#claims.has(seq); seq = seqs[at]) at++
    return at
  }

  #forgetIfEmpty(resource: string): void {
    if (this.#firstOpen(resource) === null) this.#queues.delete(resource)
  }
}
