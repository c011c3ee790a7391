import { kindOf } from '../devices/kinds.ts'
import { type Echo, type InstallationStatus, type Json, type Thing, UNASSIGNED } from '../model.ts'
import { between } from '../random.ts'
import type { CommandRequest, World } from '../world.ts'
import { addPastCommand, addPastMessages, DAY } from './past.ts'

export interface ThingPlan {
  /** Item model code: the first six characters of the TUID. */
  imc: string
  /** The serial number where the usual form is not wanted. */
  psn?: string
  /** The name under which the site lists it as a special case. */
  role?: string
  /** Without one, the thing has just left the factory. */
  status?: InstallationStatus
  group?: string
  gateway?: string
  /** Who installed it; null where the cloud does not say. */
  by?: string | null
  /** Days since it was installed. */
  daysAgo?: number
  battery?: number
  rssiDbm?: number
  /** Days since it was last heard; it stays silent. */
  silentDays?: number
  place?: readonly [lat: number, lon: number]
  placeAsText?: boolean
  /** Replaces the whole general information. */
  info?: Record<string, Json>
  untidy?: boolean
  echo?: Echo
  neverInstalled?: boolean
}

/** Turns plans into things with a past. */
export class SiteBuilder {
  readonly tuids: string[] = []
  readonly roles: Record<string, string> = {}
  readonly #world: World
  readonly #next: () => number
  readonly #now: number

  constructor(world: World, next: () => number, now: number) {
    this.#world = world
    this.#next = next
    this.#now = now
  }

  group(groupId: string, description?: string): string {
    this.#world.groups.set(groupId, { groupId, description })
    return groupId
  }

  /** Returns the TUID of the thing it added. */
  thing(plan: ThingPlan): string {
    const tuid = `${plan.imc}${plan.psn ?? this.#serialNumber()}`
    const { mains } = kindOf(tuid)
    const thing = this.#world.addThing(tuid, { battery_level: mains ? null : 100, version: versionOf(plan.imc) })
    thing.traits = {
      seed: between(this.#next, 1, 1_000_000),
      battery: mains ? null : (plan.battery ?? between(this.#next, 55, 99)),
      rssiDbm: plan.rssiDbm ?? between(this.#next, -68, -52),
      gateway: plan.gateway ?? null
    }
    thing.untidy = plan.untidy ?? false
    thing.echo = plan.echo
    thing.silent = plan.silentDays !== undefined
    this.#addInstallations(thing, plan)
    if (plan.status === 'installed') this.#addLife(thing, plan)
    if (plan.info) thing.info = plan.info
    this.tuids.push(tuid)
    if (plan.role !== undefined) this.roles[plan.role] = tuid
    return tuid
  }

  /** A command of the past, answered by the device unless `answered` is false. */
  pastCommand(tuid: string, request: CommandRequest, hoursAgo: number, by: string | null, answered = true): void {
    addPastCommand(this.#world.thing(tuid), request, this.#seconds() - hoursAgo * 3600, by, answered)
  }

  /** A closed or open alert; hours before now, `to` may be null, missing ('none') or lie ahead (negative). */
  alert(tuid: string, type: string, fromHoursAgo: number | 'ever', to: number | null | 'none'): void {
    const end = to === 'none' ? {} : { to: to === null ? null : this.#iso(to) }
    const from = fromHoursAgo === 'ever' ? '1970-01-01T00:00:00' : this.#iso(fromHoursAgo)
    this.#world.openAlert(tuid, type, { from, ...end })
  }

  /** Adds an entry to the history of installations that lies before what is there. */
  earlier(tuid: string, status: InstallationStatus, daysAgo: number, by: string | null): void {
    const thing = this.#world.thing(tuid)
    thing.installations.push(this.#installation(status, daysAgo, by))
    thing.installations.sort((a, b) => a.timestamp - b.timestamp)
  }

  #addInstallations(thing: Thing, plan: ThingPlan): void {
    if (plan.neverInstalled) return
    const daysAgo = plan.daysAgo ?? between(this.#next, 20, 300)
    const status = plan.status ?? 'new'
    thing.installations.push(this.#installation('new', daysAgo + between(this.#next, 30, 120), undefined))
    if (status === 'new') return
    if (status !== 'installed') thing.installations.push(this.#installation('installed', daysAgo + 25, plan.by))
    thing.installations.push(this.#installation(status, daysAgo, plan.by))
  }

  #installation(status: InstallationStatus, daysAgo: number, by: string | null | undefined) {
    const spread = between(this.#next, 0, 7200)
    const timestamp = Math.floor(this.#seconds() - daysAgo * DAY - spread)
    return { status, timestamp, responsible: by, writtenAt: Number.NEGATIVE_INFINITY }
  }

  #addLife(thing: Thing, plan: ThingPlan): void {
    const { mains, reportInterval } = kindOf(thing.tuid)
    thing.groups.push({ groupId: plan.group ?? UNASSIGNED, writtenAt: Number.NEGATIVE_INFINITY })
    const installedAt = thing.installations.at(-1)?.timestamp ?? 0
    const heardLast = this.#seconds() - (plan.silentDays ?? 0) * DAY - between(this.#next, 10, reportInterval)
    addPastMessages(thing, installedAt, heardLast)
    const [lat, lon] = plan.place ?? [60.2055, 24.6559]
    const near = (value: number) => Number((value + (this.#next() - 0.5) / 1000).toFixed(5))
    const place = { lat: near(lat), lon: near(lon) }
    thing.info = {
      battery_level: mains ? null : thing.traits.battery,
      timestamp: thing.messages.at(-1)?.tsmTs ?? null,
      location: plan.placeAsText ? { lat: String(place.lat), lon: String(place.lon) } : place,
      gateway_tuid: thing.traits.gateway,
      version: versionOf(plan.imc)
    }
    thing.nextReportAt = this.#now + between(this.#next, 1, reportInterval) * 1000
  }

  #serialNumber(): string {
    const letter = () => String.fromCharCode(65 + between(this.#next, 0, 25))
    return `E${letter()}${letter()}${between(this.#next, 10_000_000, 99_999_999)}`
  }

  #seconds(): number {
    return Math.floor(this.#now / 1000)
  }

  #iso(hoursAgo: number): string {
    return new Date(this.#now - hoursAgo * 3_600_000).toISOString().slice(0, 19)
  }
}

function versionOf(imc: string): string {
  return `2026.03.17.1_${imc.toLowerCase()}_wp5`
}
