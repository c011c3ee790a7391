import type { Effect } from '../../../../simulator/effects'
import { groupOf, statusOf } from '../../../../simulator/model'
import type { Simulator } from '../../../../simulator/simulator'
import { factsMade, groupOfThing, presenceOfGroup, statusOfThing, type Fact, type Subject } from './facts'

/** One change of a subject, as the server's log tells it. */
export interface Turn {
  /** Its place in the log. */
  readonly place: number
  /** In milliseconds, by the true clock. */
  readonly at: number
  /** Whose doing it was; a thing goes along by itself when its group is renamed or deleted from here. */
  readonly by: 'us' | 'others' | 'itself'
  readonly value: string
  /** The value before it. */
  readonly was: string
}

/** What really happened at the server, and what is so there. It knows nothing of what the app believes. */
export class ServerStory {
  readonly #cloud: Simulator
  readonly #turns = new Map<Subject, Turn[]>()
  /** How everything is after what has been read of the log. */
  readonly #values = new Map<Subject, string>()
  #read = 0

  constructor(cloud: Simulator) {
    this.#cloud = cloud
    for (const [tuid, thing] of cloud.world.things) {
      this.#values.set(statusOfThing(tuid), statusOf(thing) ?? 'none')
      this.#values.set(groupOfThing(tuid), groupOf(thing))
    }
    for (const groupId of cloud.world.groups.keys()) this.#values.set(presenceOfGroup(groupId), 'there')
  }

  /** How much has happened so far. */
  get length(): number {
    return this.#read
  }

  /** How much of what has been taken in had happened by then, in milliseconds by the true clock. */
  lengthAt(at: number): number {
    return this.#cloud.effects.slice(0, this.#read).findLastIndex((effect) => effect.at <= at) + 1
  }

  /** Takes in what has happened since the last time, one by one. */
  *news(): Iterable<Effect> {
    for (let effect = this.#cloud.effects[this.#read]; effect !== undefined; effect = this.#cloud.effects[this.#read]) {
      this.#read++
      for (const fact of factsMade(effect)) this.#take(fact, effect)
      yield effect
    }
  }

  turnsOf(subject: Subject): readonly Turn[] {
    return this.#turns.get(subject) ?? []
  }

  /** The last time that anybody has set a subject. */
  lastSet(subject: Subject): Turn | undefined {
    return this.turnsOf(subject).findLast(({ by }) => by !== 'itself')
  }

  /** The last time before a place in the log that we have set a subject, or that somebody else has changed it. */
  lastChange(subject: Subject, before: number): Turn | undefined {
    const counts = ({ by, value, was }: Turn): boolean => by === 'us' || (by === 'others' && value !== was)
    return this.turnsOf(subject).findLast((turn) => turn.place < before && counts(turn))
  }

  /** The value of a subject just before a place in the log, if that was ever set. */
  valueBefore(subject: Subject, before: number): string | undefined {
    return this.turnsOf(subject).findLast(({ place }) => place < before)?.value
  }

  effectAt(place: number): Effect | undefined {
    return this.#cloud.effects[place - 1]
  }

  isSo({ subject, value }: Fact): boolean {
    return (this.#values.get(subject) ?? 'gone') === value
  }

  /** Whether something was so at any time since then, in milliseconds by the true clock. */
  wasSo({ subject, value }: Fact, since: number): boolean {
    const turns = this.turnsOf(subject).filter(({ at }) => at >= since)
    return this.isSo({ subject, value }) || turns.some((turn) => turn.value === value || turn.was === value)
  }

  /** How often the server has answered so because it was told to. */
  faultsWithStatus(status: number): number {
    return this.#cloud.faults.struck.filter((rule) => rule.status === status).length
  }

  /** When the request arrived that had this effect; the server may have been slow to act. */
  arrivalOf(effect: Effect): number {
    const path = 'tuid' in effect ? `/things/${effect.tuid}/${pathEnds[effect.kind] ?? ''}` : '/groups'
    const request = this.#cloud.requests.findLast(
      (each) => each.method !== 'GET' && each.path.startsWith(path) && each.at <= effect.at
    )
    return request?.at ?? effect.at
  }

  #take({ subject, value }: Fact, effect: Effect): void {
    const goesAlong = 'members' in effect && effect.members.some((tuid) => subject === groupOfThing(tuid))
    const by = effect.by === 'world' ? 'others' : goesAlong ? 'itself' : 'us'
    const was = this.#values.get(subject) ?? 'gone'
    this.#values.set(subject, value)
    const turn: Turn = { place: effect.seq, at: effect.at, by, value, was }
    this.#turns.set(subject, [...this.turnsOf(subject), turn])
  }
}

const pathEnds: Partial<Record<Effect['kind'], string>> = {
  status: 'installations',
  group: 'group',
  command: 'commands'
}
