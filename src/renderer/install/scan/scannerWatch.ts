/**
 * Longest pause between two characters of a hand scanner, in milliseconds. Scanners need 1 to 30, a busy laptop adds to
 * that; few people keep this up for a whole label, and what they type is then not taken for one, see useScanAnywhere.
 */
export const longestScannerPause = 100

/** Shorter bursts are keys that happened to be hit together. */
const shortestScan = 8

interface Burst<T> {
  readonly target: T
  readonly text: string
  readonly lastAt: number
}

/**
 * Tells a hand scanner from a person by its speed, so that a scan is recognised wherever the focus happens to be.
 * One key after the other goes in; a whole scan comes out with the key that ends it.
 */
export class ScannerWatch<T> {
  #burst: Burst<T> | null = null

  /**
   * @param key as in KeyboardEvent.key
   * @param target where the key went: a burst that changes its target is none
   * @param at milliseconds on any steady clock
   * @returns what was scanned, when this key ends a scan
   */
  key(key: string, target: T, at: number): string | null {
    const burst = this.#burst
    const goesOn = burst !== null && burst.target === target && at - burst.lastAt <= longestScannerPause
    if (key === 'Shift') {
      // Scanners hold it for every capital letter.
      if (goesOn) this.#burst = { ...burst, lastAt: at }
      return null
    }
    if (key.length === 1) {
      this.#burst = { target, text: (goesOn ? burst.text : '') + key, lastAt: at }
      return null
    }
    this.#burst = null
    const ends = key === 'Enter' || key === 'Tab'
    return ends && goesOn && burst.text.length >= shortestScan ? burst.text : null
  }
}
