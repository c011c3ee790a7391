/** Repeatable chance: the same seed gives the same site, whatever the day. */

function scramble(value: number): number {
  let mixed = value + 0x6d2b79f5
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

/** A stream of numbers in [0, 1). */
export function randomStream(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    return scramble(state)
  }
}

/** One number in [0, 1) for a place in time: readings can be asked for in any order and stay the same. */
export function noise(seed: number, at: number): number {
  return scramble(Math.imul(seed | 0, 2654435761) ^ Math.imul(Math.floor(at), 40503))
}

/** A whole number in [from, to]. */
export function between(next: () => number, from: number, to: number): number {
  return from + Math.floor(next() * (to - from + 1))
}

export function shuffled<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map((item) => ({ item, place: next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
