import { readLabel } from '@shared/domain/label'
import { isSurelyOurs } from '../surelyOurs'

/** A point of the picture, in its own pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A code in one picture, as the decoder read it. */
export interface SeenCode {
  readonly text: string
  readonly corners: readonly Point[]
}

/** A code that is in view, over the pictures in which it was seen. */
export interface Sighting extends SeenCode {
  /** The TUID of a label, however it is written; the text of anything else. */
  readonly key: string
  /** Surely a label of ours. Numbers of other makes may look like a TUID, and stand on the same thing. */
  readonly isLabel: boolean
  /** `passed`: another was picked while it was in view, so it is only taken when somebody says so. */
  readonly state: 'new' | 'taken' | 'passed'
  readonly pictures: number
  /** Milliseconds on a steady clock. */
  readonly firstAt: number
  readonly lastAt: number
}

/** A code missing for this long, in milliseconds, has left the view: pictures are blurred now and then. */
export const outOfView = 1000
/** How long one label must be alone in view, in milliseconds, so that a second one is not overlooked. */
export const settled = 300
/** The same for what may be none: the label may come into view yet. */
export const settledStranger = 1200
/** One picture may be misread. */
const fewestPictures = 2

/**
 * What the camera has in view, and which of it to take: the only new label, once it has been alone for a moment. Of
 * several, a person picks one or aims at it. What was taken is not taken again before it has left the view.
 */
export class Sightings {
  #inView: readonly Sighting[] = []

  /** Everything in view, the oldest first. */
  get inView(): readonly Sighting[] {
    return this.#inView
  }

  /** Labels among which a person must choose, or may go on choosing. */
  get choices(): readonly Sighting[] {
    const open = this.#inView.filter(({ isLabel, state }) => isLabel && state !== 'taken')
    return open.length > 1 || open.some(({ state }) => state === 'passed') ? open : []
  }

  /** @returns the text to take now, or null */
  see(codes: readonly SeenCode[], at: number): string | null {
    const seen = new Map<string, Sighting>()
    for (const code of codes) {
      const label = readLabel(code.text)
      const key = label.ok ? label.tuid : code.text
      const before = this.#inView.find((one) => one.key === key)
      const isNew = before === undefined || at - before.lastAt > outOfView
      seen.set(key, {
        ...(isNew ? { state: 'new' as const, pictures: 0, firstAt: at } : before),
        text: code.text,
        corners: code.corners,
        key,
        isLabel: isSurelyOurs(code.text),
        pictures: (isNew ? 0 : before.pictures) + 1,
        lastAt: at
      })
    }
    const kept = this.#inView.filter(({ key, lastAt }) => !seen.has(key) && at - lastAt <= outOfView)
    this.#inView = [...kept, ...seen.values()].toSorted((one, other) => one.firstAt - other.firstAt)
    return this.#take(at)
  }

  /** A person chose this one. @returns its text, or null when it has left the view */
  pick(key: string): string | null {
    const picked = this.#inView.find((one) => one.key === key)
    if (picked === undefined) return null
    this.#inView = this.#inView.map((one) => {
      if (one.key === key) return { ...one, state: 'taken' }
      return one.state === 'new' ? { ...one, state: 'passed' } : one
    })
    return picked.text
  }

  #take(at: number): string | null {
    const hasLabel = this.#inView.some(({ isLabel }) => isLabel)
    const [only, ...others] = this.#inView.filter(({ isLabel, state }) => isLabel === hasLabel && state === 'new')
    if (only === undefined || only.pictures < fewestPictures) return null
    if (hasLabel && others.length > 0) return null
    if (at - only.firstAt < (hasLabel ? settled : settledStranger)) return null
    // Of several things that are no labels one is enough to hear of.
    const said = new Set(hasLabel ? [only.key] : [only, ...others].map(({ key }) => key))
    this.#inView = this.#inView.map((one) => (said.has(one.key) ? { ...one, state: 'taken' } : one))
    return only.text
  }
}
