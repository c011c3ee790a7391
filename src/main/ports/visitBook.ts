import type { Instant } from '@shared/domain/thing'
import type { Arrival, ShownThing, Visit, VisitCounts, VisitThing } from '@shared/domain/visit'

/** Which things of a visit are meant. `held` and `taken` by its own state; `need_you` by either. */
export const thingFilters = ['all', 'need_you', 'waiting', 'silent', 'alerting', 'confirmed'] as const
export type ThingFilter = (typeof thingFilters)[number]

export interface ThingsAfter {
  readonly things: ShownThing[]
  /** How many more there are in this stretch, whose rows are damaged. */
  readonly unreadable: number
  /** The number after which it goes on; null: there is no more. */
  readonly next: number | null
}

/** What was learned of the arrival of a thing of a visit; null: none is expected any more. */
export interface NotedArrival {
  readonly visitId: string
  readonly tuid: string
  readonly arrival: Arrival | null
}

/** A thing of a visit that was installed. */
export interface InstalledThing {
  readonly visitId: string
  readonly stackId: string
  readonly thing: VisitThing
}

export interface FoundVisit {
  readonly id: string
  /** The newest of its things that was meant; null where its own words say it all. */
  readonly tuid: string | null
}

/**
 * The visits of this laptop. Every method that writes returns when the change is on disk, or throws a ProblemError
 * (disk_full, read_only, not_saved) and has changed nothing; within a capture of the outbox it is part of that.
 */
export interface VisitBook {
  /** Newest first. */
  visits(): Visit[]
  visit(id: string): Visit | null
  /** Those that hold every word, themselves or in their things; newest first. @param words in lower case */
  holding(words: readonly string[]): FoundVisit[]
  /** The one under way at a stack; null: none is. */
  openVisit(stackId: string): Visit | null
  keepVisit(visit: Visit): void
  /** With everything in it but the files of its photos, see Photos. */
  deleteVisit(id: string): void

  thing(visitId: string, tuid: string): ShownThing | null
  /** The same as it is kept, without what has to be counted for it. */
  kept(visitId: string, tuid: string): VisitThing | null
  /** The thing as this laptop's latest visit of a stack knows it. */
  latestOf(stackId: string, tuid: string): VisitThing | null
  /** Adds a thing, or writes what is new about it. Its actions are added to those it has. */
  keepThing(visitId: string, thing: VisitThing, actions: readonly number[]): void
  /** Newest first. */
  things(visitId: string, filter: ThingFilter, page: { offset: number; limit: number }): ShownThing[]
  /** Those of a higher number, in the order in which they came to the visit. */
  thingsAfter(visitId: string, no: number, limit: number): ThingsAfter
  counts(visitId: string): VisitCounts
  /** Things of all visits in a state, oldest first. */
  thingsIn(state: VisitThing['state']): { readonly visitId: string; readonly thing: VisitThing }[]
  /** Things that were installed and not taken back, of visits that go on or have ended since. */
  installed(endedSince: Instant): InstalledThing[]
  /**
   * The latest status that is done of each thing without an arrival, of such visits: the installations among them were
   * done when the app ended.
   */
  statusesNotNoted(endedSince: Instant): number[]
  /** All or none. A power cut may take it back: it can be asked for again. Things that are gone are passed over. */
  keepArrivals(noted: readonly NotedArrival[]): void
  /** Of all photos that any thing refers to, also in rows that are damaged as far as it can be told. */
  photoHashes(): ReadonlySet<string>
  /** The visit to which an action belongs. */
  visitOfAction(seq: number): string | null
}
