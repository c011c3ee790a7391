import type { Claim } from '../../../../src/main/outbox/claims'

/** Lanes by the book: every open action is compared with every earlier one. */
export class NaiveLanes {
  readonly #open = new Map<number, readonly Claim[]>()

  add(seq: number, claims: readonly Claim[]): void {
    this.#open.set(seq, claims)
  }

  has(seq: number): boolean {
    return this.#open.has(seq)
  }

  isFree(seq: number): boolean {
    return this.#open.has(seq) && this.blockersOf(seq).length === 0
  }

  /** All that keep an action waiting. */
  blockersOf(seq: number): number[] {
    const claims = this.#open.get(seq) ?? []
    return [...this.#open]
      .filter(([other, theirs]) => other < seq && claims.some((mine) => theirs.some((one) => excludes(one, mine))))
      .map(([other]) => other)
  }

  /** @returns those that were not free before and are now */
  remove(seq: number): number[] {
    const waiting = [...this.#open.keys()].filter((other) => other !== seq && !this.isFree(other))
    this.#open.delete(seq)
    return waiting.filter((other) => this.isFree(other)).toSorted((a, b) => a - b)
  }
}

function excludes(a: Claim, b: Claim): boolean {
  return a.resource === b.resource && (a.mode === 'exclusive' || b.mode === 'exclusive')
}
