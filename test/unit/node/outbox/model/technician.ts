import type { Action, Intent, IntentType } from '@shared/domain/action'
import { problemOf } from '../../laptop/problemKind'
import type { Laptop } from '../../laptop/laptop'
import { assign, configureAll, createGroup, deleteGroup, office, renameGroup, setStatus, store } from '../intents'
import type { Witness } from './witness'

/** Something to wish for, before it is known what there is to choose from. */
export interface Plan {
  readonly kind: IntentType
  readonly thing: number
  /** Any number; it picks among what is possible. */
  readonly choice: number
}

export const roles = ['readyPresence', 'presence', 'environment'] as const

export const statuses = ['installed', 'uninstalled', 'quarantine', 'retired'] as const

export const pick = <T>(from: readonly T[], choice: number): T | undefined => from[choice % from.length]

/** Works with the laptop, and believes that everything saved will come true. */
export class Technician {
  readonly things: readonly string[]
  readonly #laptop: Laptop
  readonly #witness: Witness
  /** The groups that there will be when everything that waits has been done. */
  #groups: string[] = [office, store]
  #count = 0

  constructor(laptop: Laptop, witness: Witness) {
    this.#laptop = laptop
    this.#witness = witness
    this.things = roles.map((name) => laptop.role(name))
  }

  save(plans: readonly Plan[]): void {
    const intents = plans.map((plan) => this.#intentOf(plan))
    for (const intent of intents) if (intent.type === 'group') this.#readShown(intent.tuid)
    this.#witness.saved(this.#laptop.capture(...intents))
  }

  /** Looks at a thing. What cannot be read live is no news. */
  async lookAt(thing: number): Promise<void> {
    const { app, stackId, clock } = this.#laptop
    const tuid = pick(this.things, thing) ?? ''
    const readings = Promise.all([app.things.installations(stackId, tuid), app.things.group(stackId, tuid)])
    const [installations, group] = await this.#laptop.passUntil(readings)
    const status = installations.value?.items[0]?.status ?? null
    this.#witness.saw(tuid, installations.live ? status : null, group.live ? (group.value?.groupId ?? null) : null)
    // Nobody reads and saves in the same millisecond.
    clock.advanceTo(clock.now() + 1)
  }

  /** @param choice picks among what is asked, and among the answers */
  settleOne(choice: number): void {
    const action = pick(this.asked(), choice)
    if (action !== undefined) this.settle(action, choice)
  }

  /** What waits for an answer. How an attempt has ended is in the journal a moment before anybody is told. */
  asked(): Action[] {
    const { app, stackId } = this.#laptop
    const underWay = new Set(app.outbox.inFlight(stackId).map(({ seq }) => seq))
    return this.#laptop.actions().filter(({ state, seq }) => state === 'needs_you' && !underWay.has(seq))
  }

  settle({ id, seq, need }: Action, choice: number): void {
    const answer = pick(need?.choices ?? [], choice)
    if (answer === undefined) return
    this.#witness.settles(seq, answer)
    this.#laptop.app.outbox.settle(id, answer)
  }

  giveUpOne(choice: number, withDependents: boolean): void {
    const { outbox } = this.#laptop.app
    const action = pick(this.#open(), choice)
    if (action === undefined) return
    const also = withDependents ? outbox.dependents(action.id) : []
    this.#witness.givesUp(
      [action, ...also].map(({ seq }) => seq),
      // What is on its way cannot be given up.
      () => void problemOf(() => outbox.discard(action.id, 'a mistake', withDependents))
    )
  }

  retryOne(choice: number): void {
    const { outbox } = this.#laptop.app
    const action = pick(this.#open(), choice)
    if (action !== undefined && action.state !== 'needs_you') problemOf(() => outbox.retry(action.id))
  }

  /** The group of a thing as it is on screen: the app also reads it unasked, to learn what became of a group. */
  #readShown(tuid: string): void {
    const shown = this.#laptop.keptGroup(tuid)
    const groupId = shown?.value.groupId ?? null
    if (shown !== null && groupId !== null) this.#witness.isShown(tuid, groupId, shown.asOf)
  }

  async syncNow(): Promise<void> {
    const { app, stackId } = this.#laptop
    app.outbox.hurry(stackId)
    await app.session.checkAll()
  }

  #open(): Action[] {
    return this.#laptop.actions().filter(({ state }) => state !== 'done' && state !== 'discarded')
  }

  #intentOf({ kind, thing, choice }: Plan): Intent {
    const tuid = pick(this.things, thing) ?? ''
    const group = pick(this.#groups, choice)
    switch (kind) {
      case 'status':
        return setStatus(tuid, pick(statuses, choice) ?? 'installed')
      case 'command':
        return configureAll(tuid, 60 + choice, 1 + (choice % 3))
      case 'group':
        return assign(tuid, pick([...this.#groups, 'unassigned'], choice) ?? 'unassigned')
      case 'group_rename':
        if (group === undefined) break
        return renameGroup(group, this.#renamed(group, choice))
      case 'group_delete':
        if (group === undefined) break
        this.#groups = this.#groups.filter((each) => each !== group)
        return deleteGroup(group)
      case 'group_create':
        break
    }
    return createGroup(this.#newName())
  }

  /** Now and then a name is chosen that is taken already. */
  #renamed(group: string, choice: number): string {
    const taken = choice % 7 === 0 ? this.#groups.find((each) => each !== group) : undefined
    this.#groups = this.#groups.filter((each) => each !== group)
    return taken ?? this.#newName()
  }

  #newName(): string {
    const name = `prfi00uusi${++this.#count}`
    this.#groups.push(name)
    return name
  }
}
