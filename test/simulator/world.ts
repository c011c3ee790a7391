import { Devices, type DeviceOptions } from './devices/devices.ts'
import { kindOf } from './devices/kinds.ts'
import { EffectLog, type Origin } from './effects.ts'
import {
  type AlertPeriod,
  type Command,
  createThing,
  deliver,
  type Echo,
  type Group,
  groupOf,
  type InstallationStatus,
  type Json,
  type Message,
  type SentCommand,
  type Thing,
  UNASSIGNED
} from './model.ts'

export interface WorldOptions extends DeviceOptions {
  /** Milliseconds. */
  now: () => number
  /** Whether two changes of a thing within a second get the same time. */
  wholeSeconds: boolean
}

/** Who writes, and through which door. */
export interface Author {
  by?: Origin
  responsible?: string | null
}

/** A command as a client gives it: the cloud adds the time and the destination. */
export interface CommandRequest {
  tsmId: number
  tsmEv: number
  [attribute: string]: Json | undefined
}

/**
 * The state behind the API. The API validates and then calls these methods; tests call them directly to be "other
 * people". They throw on things and groups that do not exist.
 */
export class World {
  readonly things = new Map<string, Thing>()
  readonly groups = new Map<string, Group>()
  /** Groups whose rename and delete answer 200 with `renamed: false` / `deleted: false`. */
  readonly lockedGroups = new Set<string>()
  readonly effects = new EffectLog()
  readonly #now: () => number
  readonly #wholeSeconds: boolean
  readonly #devices: Devices

  constructor(options: WorldOptions) {
    this.#now = options.now
    this.#wholeSeconds = options.wholeSeconds
    this.#devices = new Devices(options)
    this.groups.set(UNASSIGNED, { groupId: UNASSIGNED, description: undefined })
  }

  /** Lets the devices do all that was due by now. Called before every request, so that no timer is needed. */
  catchUp(): void {
    this.#devices.catchUp(this.things.values(), this.#now())
  }

  thing(tuid: string): Thing {
    const thing = this.things.get(tuid)
    if (!thing) throw new Error(`The simulated site has no thing ${tuid}`)
    return thing
  }

  members(groupId: string): Thing[] {
    return [...this.things.values()].filter((thing) => groupOf(thing) === groupId)
  }

  addThing(tuid: string, info: Record<string, Json> = {}): Thing {
    const battery = kindOf(tuid).mains ? null : 100
    const thing = createThing(tuid, { seed: this.things.size + 1, battery, rssiDbm: -62, gateway: null })
    thing.info = info
    this.things.set(tuid, thing)
    return thing
  }

  setStatus(tuid: string, status: InstallationStatus, author: Author = {}): void {
    const thing = this.thing(tuid)
    const at = this.#now()
    const seconds = Math.floor(at / 1000)
    const last = thing.installations.at(-1)?.timestamp ?? 0
    // Unless told otherwise, two changes within a second can be told apart by their timestamps.
    const timestamp = seconds > last || this.#wholeSeconds ? seconds : Math.round((last + 0.001) * 1000) / 1000
    thing.installations.push({ status, timestamp, responsible: author.responsible ?? null, writtenAt: at })
    this.#devices.statusChanged(thing, status, at)
    this.effects.record(author.by ?? 'world', at, { kind: 'status', tuid, status })
  }

  setGroup(tuid: string, groupId: string, author: Author = {}): void {
    const thing = this.thing(tuid)
    if (!this.groups.has(groupId)) throw new Error(`The simulated site has no group ${groupId}`)
    const at = this.#now()
    const previous = groupOf(thing)
    thing.groups.push({ groupId, writtenAt: at })
    this.effects.record(author.by ?? 'world', at, { kind: 'group', tuid, groupId, previous })
  }

  sendCommand(tuid: string, request: CommandRequest, author: Author = {}): Command {
    const thing = this.thing(tuid)
    const at = this.#now()
    const seconds = Math.floor(at / 1000)
    const command: Command = { ...request, tsmTs: seconds, tsmDstTuid: tuid }
    const sent: SentCommand = { command, timestamp: seconds, responsible: author.responsible ?? null, writtenAt: at }
    thing.commands.push(sent)
    this.effects.record(author.by ?? 'world', at, { kind: 'command', tuid, command })
    this.#devices.commandArrived(thing, command, at)
    return command
  }

  createGroup(groupId: string, description?: string, author: Author = {}): void {
    if (this.groups.has(groupId)) throw new Error(`The simulated site already has a group ${groupId}`)
    this.groups.set(groupId, { groupId, description })
    this.effects.record(author.by ?? 'world', this.#now(), { kind: 'group_create', groupId })
  }

  /** Carries the members along. */
  renameGroup(groupId: string, newGroupId: string, author: Author = {}): void {
    const group = this.#ordinaryGroup(groupId)
    if (this.groups.has(newGroupId)) throw new Error(`The simulated site already has a group ${newGroupId}`)
    const members = this.members(groupId).map(({ tuid }) => tuid)
    this.groups.delete(groupId)
    this.groups.set(newGroupId, { ...group, groupId: newGroupId })
    for (const thing of this.things.values()) {
      thing.groups = thing.groups.map((entry) =>
        entry.groupId === groupId ? { ...entry, groupId: newGroupId } : entry
      )
    }
    this.effects.record(author.by ?? 'world', this.#now(), { kind: 'group_rename', groupId, newGroupId, members })
  }

  /** Its members end up unassigned. */
  deleteGroup(groupId: string, author: Author = {}): void {
    this.#ordinaryGroup(groupId)
    const at = this.#now()
    const members = this.members(groupId)
    // At once, whatever the consistency delay: nobody can be seen in a group that is gone.
    for (const thing of members) thing.groups.push({ groupId: UNASSIGNED, writtenAt: Number.NEGATIVE_INFINITY })
    this.groups.delete(groupId)
    const tuids = members.map(({ tuid }) => tuid)
    this.effects.record(author.by ?? 'world', at, { kind: 'group_delete', groupId, members: tuids })
  }

  /** A message as if the device had sent it: now, unless `tsmTs` says otherwise. */
  addMessage(tuid: string, message: { tsmId: number; [attribute: string]: Json | undefined }): Message {
    const stored: Message = {
      tsmEv: 10,
      deploymentGroupId: groupOf(this.thing(tuid)),
      ...message,
      tsmTs: typeof message['tsmTs'] === 'number' ? message['tsmTs'] : Math.floor(this.#now() / 1000),
      tsmTuid: tuid
    }
    deliver(this.thing(tuid), stored)
    return stored
  }

  /** Makes the device send its usual report at once. */
  report(tuid: string): void {
    this.#devices.report(this.thing(tuid), this.#now(), this.things.values())
  }

  /** Opens an alert; without `period` it starts now and has no `to` at all. */
  openAlert(tuid: string, type: string, period: Partial<AlertPeriod> = {}): void {
    const thing = this.thing(tuid)
    const opened: AlertPeriod = { from: new Date(this.#now()).toISOString().slice(0, 19), ...period }
    const series = thing.alerts.find((one) => one.type === type)
    if (series) series.periods.push(opened)
    else thing.alerts.push({ type, periods: [opened] })
  }

  /** Ends every open period of that type, now. */
  closeAlert(tuid: string, type: string): void {
    const now = new Date(this.#now()).toISOString().slice(0, 19)
    for (const series of this.thing(tuid).alerts.filter((one) => one.type === type)) {
      series.periods = series.periods.map((one) =>
        one.to === undefined || one.to === null || one.to > now ? { ...one, to: now } : one
      )
    }
  }

  /** Overwrites fields of the general information. */
  setInfo(tuid: string, info: Record<string, Json>): void {
    const thing = this.thing(tuid)
    thing.info = { ...thing.info, ...info }
  }

  /** How this one device answers commands from now on. */
  setEcho(tuid: string, echo: Echo): void {
    this.thing(tuid).echo = echo
  }

  setSilent(tuid: string, silent: boolean): void {
    this.thing(tuid).silent = silent
  }

  #ordinaryGroup(groupId: string): Group {
    const group = this.groups.get(groupId)
    if (!group || groupId === UNASSIGNED) throw new Error(`The simulated site has no ordinary group ${groupId}`)
    return group
  }
}
