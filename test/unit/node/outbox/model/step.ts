import fc from 'fast-check'
import type { Laptop } from '../../laptop/laptop'
import type { Technician } from './technician'
import type { Witness } from './witness'

/** Everybody a step may have to do with. */
export interface Site {
  readonly laptop: Laptop
  readonly technician: Technician
  readonly witness: Witness
}

/** Something that happens. */
export interface Step {
  readonly name: string
  readonly run: (site: Site) => Promise<void> | void
}

/** A step that shows in a counterexample by its name. */
export function step(name: string, run: Step['run']): Step {
  return Object.assign({ name, run }, { [fc.toStringMethod]: () => name })
}
