interface Run {
  readonly first: number
  readonly count: number
}

/** Numbers for the commands of one capture: what the journal gives out is not recorded before all of them are. */
export class TransactionNumbers {
  readonly #free: (count: number) => number
  readonly #taken: Run[] = []

  /** @param free the first of so many numbers in a row that nothing on record carries, another one at each call */
  constructor(free: (count: number) => number) {
    this.#free = free
  }

  /** @returns the first of so many numbers in a row */
  take(count: number): number {
    for (;;) {
      const run = { first: this.#free(count), count }
      if (this.#taken.some((other) => overlap(run, other))) continue
      this.#taken.push(run)
      return run.first
    }
  }
}

function overlap(one: Run, other: Run): boolean {
  return one.first < other.first + other.count && other.first < one.first + one.count
}
