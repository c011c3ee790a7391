import type { Instant } from '@shared/domain/thing'
import type { ReadModel } from '../ports/readModel'

/** How long it holds that a server cannot do something, or can, in milliseconds: it may be another one tomorrow. */
export const findingHoldsMs = 24 * 60 * 60_000

/** That it still can is written down no more often than this, in milliseconds. */
const renewAfterMs = 60 * 60_000

/** What may be missing on a stack's server (404, 405 or 403), by the names under which that is remembered. */
export type Capability =
  | 'list_groups'
  | 'list_group_things'
  | 'alerting_things'
  | 'alert_count'
  | 'installations'
  | 'alerts'
  | 'messages'
  | 'commands'

/** What belongs to one thing: all of it is looked at anew together, when somebody asks for it. */
export const capabilitiesOfThings = [
  'installations',
  'alerts',
  'messages',
  'commands'
] as const satisfies readonly Capability[]

/** What the servers of the stacks were found to offer, so that none is asked in vain again and again. */
export class Capabilities {
  readonly #readModel: ReadModel
  readonly #now: () => Instant

  constructor(readModel: ReadModel, now: () => Instant) {
    this.#readModel = readModel
    this.#now = now
  }

  /** What was found last, however long ago; null when it was never tried. */
  offered(stackId: string, name: Capability): boolean | null {
    return this.#readModel.capability(stackId, name)?.available ?? null
  }

  /** Was found missing, so lately that it need not be asked for again. */
  isMissing(stackId: string, name: Capability): boolean {
    return this.#holds(stackId, name, false)
  }

  /** Was found there so lately that a 404 speaks of what was asked about, not of the whole server. */
  isProven(stackId: string, name: Capability): boolean {
    return this.#holds(stackId, name, true)
  }

  found(stackId: string, name: Capability, available: boolean): void {
    const kept = this.#readModel.capability(stackId, name)
    const age = this.#now() - (kept?.checkedAt ?? 0)
    if (kept?.available === available && available && age >= 0 && age < renewAfterMs) return
    this.#readModel.keepCapability(stackId, name, available, this.#now())
  }

  /** What things of this stack were found not to have is asked for again when it is next wanted. */
  forgetMissingOfThings(stackId: string): void {
    for (const name of capabilitiesOfThings) {
      if (this.offered(stackId, name) === false) this.#readModel.forgetCapability(stackId, name)
    }
  }

  /** A clock that was set back makes an age that says nothing: then it is asked once more. */
  #holds(stackId: string, name: Capability, available: boolean): boolean {
    const kept = this.#readModel.capability(stackId, name)
    if (kept?.available !== available) return false
    const age = this.#now() - kept.checkedAt
    return age >= 0 && age < findingHoldsMs
  }
}
