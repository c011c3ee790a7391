import type { Presence } from '../../../../src/main/ports/presence'

/** Somebody is at the laptop until a test says otherwise. */
export class PlayedPresence implements Presence {
  #isThere = true
  readonly #tell = new Set<() => void>()

  readonly isSomebodyThere = (): boolean => this.#isThere

  readonly onSign = (tell: () => void): (() => void) => {
    this.#tell.add(tell)
    return () => this.#tell.delete(tell)
  }

  /** Whether anybody wants to know of signs. */
  get isWatched(): boolean {
    return this.#tell.size > 0
  }

  readonly seen = (): void => this.comeBack()

  leave(): void {
    this.#isThere = false
  }

  /** @param seen whether there is a sign of it at once */
  comeBack(seen = true): void {
    this.#isThere = true
    if (seen) this.sign()
  }

  /** A sign that may mean nothing. */
  sign(): void {
    for (const tell of this.#tell) tell()
  }
}
