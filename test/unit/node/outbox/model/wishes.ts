import type { Action, Intent } from '@shared/domain/action'
import type { Effect } from '../../../../simulator/effects'
import { groupOf, statusOf } from '../../../../simulator/model'
import type { Laptop } from '../../laptop/laptop'
import { assign, configure, office, setStatus, store } from '../intents'

const statuses = ['installed', 'uninstalled', 'quarantine', 'retired'] as const
const groups = [office, store] as const

export const wishKinds = ['status', 'group', 'command'] as const
export type WishKind = (typeof wishKinds)[number]

/**
 * What the technician has wanted of every thing, in order: the truth against which the cloud's log of effects is held.
 * Nobody else touches these things, and no wish repeats the one before it, so that every wish must show.
 */
export class Wishes {
  readonly things: readonly string[]
  readonly #wanted = new Map<string, string[]>()
  readonly #last = new Map<string, string>()
  #commands = 0

  constructor(laptop: Laptop) {
    this.things = ['readyPresence', 'presence', 'environment'].map((name) => laptop.role(name))
    for (const tuid of this.things) {
      const thing = laptop.cloud.world.thing(tuid)
      this.#last.set(`status ${tuid}`, statusOf(thing) ?? '')
      this.#last.set(`group ${tuid}`, groupOf(thing))
    }
  }

  /** @param choice any number; it picks among what differs from the last wish of this kind */
  next(thing: number, kind: WishKind, choice: number): Intent {
    const tuid = this.things[thing % this.things.length] ?? ''
    if (kind === 'command') return configure(tuid, ++this.#commands)
    return kind === 'status'
      ? setStatus(tuid, this.#other(`status ${tuid}`, statuses, choice))
      : assign(tuid, this.#other(`group ${tuid}`, groups, choice))
  }

  note({ intent, transactionId }: Action): void {
    if (!('tuid' in intent)) return
    const wanted = this.#wanted.get(intent.tuid) ?? []
    this.#wanted.set(intent.tuid, [
      ...wanted,
      intent.type === 'command' ? `command ${transactionId ?? ''}` : told(intent)
    ])
  }

  of(tuid: string): readonly string[] {
    return this.#wanted.get(tuid) ?? []
  }

  get count(): number {
    return [...this.#wanted.values()].reduce((sum, each) => sum + each.length, 0)
  }

  #other<T extends string>(subject: string, values: readonly T[], choice: number): T {
    const differing = values.filter((value) => value !== this.#last.get(subject))
    const picked = differing[choice % differing.length]
    if (picked === undefined) throw new Error(`nothing else to wish for ${subject}`)
    this.#last.set(subject, picked)
    return picked
  }
}

function told(wish: Extract<Intent, { type: 'status' | 'group' }>): string {
  return wish.type === 'status' ? `status ${wish.status}` : `group ${wish.groupId}`
}

/** An effect in the same words as a wish. */
export function toldEffect(effect: Effect): string {
  switch (effect.kind) {
    case 'status':
      return `status ${effect.status}`
    case 'group':
      return `group ${effect.groupId}`
    case 'command':
      return `command ${JSON.stringify(effect.command['transactionId'])}`
    default:
      return effect.kind
  }
}
