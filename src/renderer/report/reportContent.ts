import type { Action } from '@shared/domain/action'
import { deviceKindOf, type DeviceKind } from '@shared/domain/deviceKind'
import type { Instant } from '@shared/domain/thing'
import type { Deed, ShownThing, ShownVisit } from '@shared/domain/visit'
import type { ReportedThing } from '@shared/ipc/visitChannels'
import { markOfAction, markOfThing, type Mark, type ThingMark, type ThingMarkKind, thingMarks } from './reportMarks'

/** What is reported of a visit, whatever the file: taken once, so that all files of one moment say the same. */
export interface ReportContent {
  readonly visit: ShownVisit
  readonly madeAt: Instant
  /** The laptop's time zone, such as `Europe/Helsinki`. */
  readonly timeZone: string
  readonly totals: ReportTotals
  /** In the order in which they came to the visit. */
  readonly things: readonly ReportThing[]
}

export interface ReportThing {
  readonly thing: ShownThing
  readonly kind: DeviceKind
  readonly mark: ThingMark
  readonly deeds: readonly ReportDeed[]
}

export interface ReportDeed {
  readonly deed: Deed
  readonly actions: readonly ReportAction[]
}

export interface ReportAction {
  readonly seq: number
  /** Null: it is no longer on this laptop. */
  readonly action: Action | null
  readonly mark: Mark
}

export interface ReportTotals {
  readonly things: number
  /** How many things there are of each mark; every thing has exactly one. */
  readonly byMark: Readonly<Record<ThingMarkKind, number>>
  /** Installed last of all, and the server has confirmed that. */
  readonly installed: number
  /** Of those that count: not left, not taken back. */
  readonly heard: number
  readonly silent: number
  readonly alerting: number
  /** Of all things together, each as often as a thing has it. */
  readonly photos: number
  /** Rows on this laptop that are damaged and not among the things. */
  readonly unreadable: number
}

export interface Gathered {
  readonly visit: ShownVisit
  readonly things: readonly ReportedThing[]
  readonly unreadable: number
}

/** @param madeAt when it was gathered, milliseconds since 1970 UTC */
export function reportContent({ visit, things, unreadable }: Gathered, madeAt: Instant): ReportContent {
  const reported = things.map(reportThing)
  return {
    visit,
    madeAt,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    totals: totalsOf(reported, unreadable),
    things: reported
  }
}

function reportThing({ thing, actions }: ReportedThing): ReportThing {
  const known = new Map(actions.map((action) => [action.seq, action]))
  const deeds = thing.deeds.map((deed) => ({
    deed,
    actions: deed.actions.map((seq) => {
      const action = known.get(seq) ?? null
      return { seq, action, mark: markOfAction(action) }
    })
  }))
  const all = deeds.flatMap((each) => each.actions)
  return { thing, kind: deviceKindOf(thing.tuid).kind, mark: markOfThing(thing.state, all), deeds }
}

function totalsOf(things: readonly ReportThing[], unreadable: number): ReportTotals {
  const count = (is: (each: ReportThing) => boolean): number => things.filter(is).length
  const byMark = Object.fromEntries(thingMarks.map((kind) => [kind, count(({ mark }) => mark.kind === kind)]))
  const counting = ({ thing: { state } }: ReportThing): boolean => state !== 'left' && state !== 'undone'
  const arrived = (is: (arrival: NonNullable<ShownThing['arrival']>) => boolean): number =>
    count((each) => counting(each) && each.thing.arrival !== null && is(each.thing.arrival))
  return {
    things: things.length,
    // Made from the list of all marks.
    byMark: byMark as Record<ThingMarkKind, number>,
    installed: count((each) => counting(each) && isInstalled(each)),
    heard: arrived(({ heardAt }) => heardAt !== null),
    silent: arrived(({ heardAt }) => heardAt === null),
    alerting: arrived(({ alerts }) => alerts.length > 0),
    photos: things.reduce((sum, { thing }) => sum + thing.photos.length, 0),
    unreadable
  }
}

function isInstalled({ deeds }: ReportThing): boolean {
  const last = deeds
    .flatMap(({ actions }) => actions)
    .findLast(({ action }) => action?.intent.type === 'status' && action.state !== 'discarded')
  return (
    last?.mark.kind === 'confirmed' &&
    last.action?.intent.type === 'status' &&
    last.action.intent.status === 'installed'
  )
}
