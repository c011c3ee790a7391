import { randomUUID } from 'node:crypto'
import type { Action, Intent } from '@shared/domain/action'
import { readLabel } from '@shared/domain/label'
import { ProblemError } from '@shared/domain/problem'
import type { Instant } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import {
  noPlace,
  type BatchPlan,
  type Deed,
  type DeedKind,
  type Place,
  type ShownThing,
  type ShownVisit,
  type Visit,
  type VisitThing
} from '@shared/domain/visit'
import type { Outbox } from '../outbox/outbox'
import type { FoundVisit, ThingFilter, VisitBook } from '../ports/visitBook'

export interface VisitsOptions {
  readonly book: VisitBook
  readonly outbox: Pick<Outbox, 'capture'>
  readonly nameOfStack: (stackId: string) => string
  readonly now: () => Instant
  /** Something in a visit is not what it was. */
  readonly onChanged: (visitId: string) => void
}

/** What a person may say of a visit. */
export interface VisitWords {
  readonly site: string
  readonly installer: string
}

/** Work on one thing that is done in one go. */
export interface Work {
  readonly tuid: Tuid
  readonly kind: DeedKind
  readonly partner: Tuid | null
  readonly reason: string
  readonly intents: readonly Intent[]
}

/** What was done at which site, and whatever is captured while a visit is under way goes into it. */
export class Visits {
  readonly #options: VisitsOptions

  constructor(options: VisitsOptions) {
    this.#options = options
  }

  /** Newest first. */
  list(): ShownVisit[] {
    return this.#options.book.visits().map((visit) => this.#shown(visit))
  }

  /** Those that hold every word of a search, or the thing of a label; newest first. */
  find(search: string): FoundVisit[] {
    const { book } = this.#options
    const label = readLabel(search)
    const labelled = label.ok ? book.holding([label.tuid.toLocaleLowerCase()]) : []
    // Almost any word could be a label of some make.
    if (labelled.length > 0) return labelled
    return book.holding(search.toLocaleLowerCase().split(/\s+/u))
  }

  /** @throws ProblemError unknown_visit */
  get(id: string): ShownVisit {
    return this.#shown(this.known(id))
  }

  /** @throws ProblemError visit_under_way when one has not been ended at this stack */
  start(stackId: string, { site, installer }: VisitWords): ShownVisit {
    const { book, now, nameOfStack } = this.#options
    if (book.openVisit(stackId) !== null) throw new ProblemError({ kind: 'visit_under_way' })
    return this.#keep({
      id: randomUUID(),
      stackId,
      stackName: nameOfStack(stackId),
      site,
      installer,
      startedAt: now(),
      endedAt: null,
      note: '',
      plan: null
    })
  }

  /** @throws ProblemError unknown_visit */
  change(id: string, change: Partial<Pick<Visit, 'site' | 'installer' | 'note' | 'plan'>>): ShownVisit {
    return this.#keep({ ...this.known(id), ...change })
  }

  /** What waits goes on being sent, and what is silent being listened for. @throws ProblemError unknown_visit */
  end(id: string): ShownVisit {
    return this.#keep({ ...this.known(id), endedAt: this.#options.now() })
  }

  /** @throws ProblemError unknown_visit, visit_under_way */
  resume(id: string): ShownVisit {
    const visit = this.known(id)
    const open = this.#options.book.openVisit(visit.stackId)
    if (open !== null && open.id !== id) throw new ProblemError({ kind: 'visit_under_way' })
    return this.#keep({ ...visit, endedAt: null })
  }

  /** The actions stay in the queue. */
  delete(id: string): void {
    this.#options.book.deleteVisit(id)
    this.#options.onChanged(id)
  }

  things(id: string, filter: ThingFilter, page: { offset: number; limit: number }): ShownThing[] {
    return this.#options.book.things(id, filter, page)
  }

  /** Adds a note or a place to a thing of a visit, which comes to it if it was not in it. @throws ProblemError unknown_visit */
  describe(id: string, tuid: Tuid, words: { readonly note?: string; readonly place?: Place }): ShownThing {
    const visit = this.known(id)
    this.keepThing(visit, { ...this.thingOf(visit, tuid), ...words }, [])
    return this.shownThing(id, tuid)
  }

  /**
   * Captures what a person wants changed, all or none, and notes it in the visit that is under way, if there is one.
   * @throws ProblemError disk_full, read_only, not_saved: nothing of it was written
   */
  capture(stackId: string, works: readonly Work[]): Action[] {
    const { book, outbox, now, onChanged } = this.#options
    const visit = book.openVisit(stackId)
    const intents = works.flatMap((work) => work.intents)
    const actions = outbox.capture(stackId, intents, (seqs) => {
      if (visit === null) return
      let taken = 0
      for (const work of works) {
        const actions = seqs.slice(taken, (taken += work.intents.length))
        const { kind, partner, reason } = work
        const thing = withDeed(this.thingOf(visit, work.tuid), { kind, at: now(), partner, reason, actions })
        const heir = kind === 'replace_new' && partner !== null ? this.#inherited(visit.stackId, thing, partner) : thing
        this.keepThing(visit, heir, actions)
      }
    })
    if (visit !== null) onChanged(visit.id)
    return actions
  }

  /** The same for plain intents: those of one thing are one deed, and what concerns groups alone belongs to no visit. */
  captureIntents(stackId: string, intents: readonly Intent[]): Action[] {
    const { book, outbox, now, onChanged } = this.#options
    const visit = book.openVisit(stackId)
    if (visit === null) return outbox.capture(stackId, intents)
    const actions = outbox.capture(stackId, intents, (seqs) => {
      const ofThings = Map.groupBy(intents.keys(), (index) => tuidIn(intents[index]))
      for (const [tuid, indexes] of ofThings) {
        if (tuid === null) continue
        const own = indexes.flatMap((index) => intents[index] ?? [])
        const kind = own.every(({ type }) => type === 'command') ? 'command' : 'install'
        const actions = indexes.flatMap((index) => seqs[index] ?? [])
        const thing = withDeed(this.thingOf(visit, tuid), { kind, at: now(), partner: null, reason: '', actions })
        this.keepThing(visit, thing, actions)
      }
    })
    onChanged(visit.id)
    return actions
  }

  /** An action of this number has changed. */
  actionChanged(seq: number): void {
    const visitId = this.#options.book.visitOfAction(seq)
    if (visitId !== null) this.#options.onChanged(visitId)
  }

  /** @throws ProblemError unknown_visit */
  known(id: string): Visit {
    const visit = this.#options.book.visit(id)
    if (visit === null) throw new ProblemError({ kind: 'unknown_visit' })
    return visit
  }

  /** The thing as the visit knows it, or as new to it. */
  thingOf({ id }: Visit, tuid: Tuid): VisitThing {
    return this.#options.book.kept(id, tuid) ?? newThing(tuid, this.#options.now())
  }

  keepThing(visit: Visit, thing: VisitThing, actions: readonly number[]): void {
    this.#options.book.keepThing(visit.id, thing, actions)
    this.#options.onChanged(visit.id)
  }

  /** @throws ProblemError unknown_visit when the thing is not in it */
  shownThing(id: string, tuid: Tuid): ShownThing {
    const shown = this.#options.book.thing(id, tuid)
    if (shown === null) throw new ProblemError({ kind: 'unknown_visit' })
    return shown
  }

  /** A new thing stands where the old one stood; what was written down about the place holds for it. */
  #inherited(stackId: string, thing: VisitThing, partner: Tuid): VisitThing {
    const old = this.#options.book.latestOf(stackId, partner)
    if (old === null) return thing
    const isPlaced = Object.values(thing.place).some((words) => words !== '')
    return { ...thing, place: isPlaced ? thing.place : old.place, note: thing.note === '' ? old.note : thing.note }
  }

  #keep(visit: Visit): ShownVisit {
    this.#options.book.keepVisit(visit)
    this.#options.onChanged(visit.id)
    return this.#shown(visit)
  }

  #shown(visit: Visit): ShownVisit {
    return { ...visit, counts: this.#options.book.counts(visit.id) }
  }
}

/** The batch plan of a visit. @throws ProblemError batch_not_set while none is chosen */
export function planOf({ plan }: Visit): BatchPlan {
  if (plan === null) throw new ProblemError({ kind: 'batch_not_set' })
  return plan
}

/**
 * Worked on: nothing else is to be done with it by itself. A command alone takes nobody's decision on a scan: what was
 * scanned is still to be carried out, or held.
 */
export function withDeed(thing: VisitThing, deed: Deed): VisitThing {
  const deeds = [...thing.deeds, deed]
  if (deed.kind === 'command' && (thing.state === 'captured' || thing.state === 'held')) return { ...thing, deeds }
  return { ...thing, state: 'taken', plan: null, deeds }
}

function newThing(tuid: Tuid, at: Instant): VisitThing {
  return {
    tuid,
    via: null,
    addedAt: at,
    state: 'taken',
    flags: [],
    plan: null,
    place: noPlace,
    note: '',
    photos: [],
    deeds: [],
    arrival: null
  }
}

function tuidIn(intent: Intent | undefined): Tuid | null {
  return intent !== undefined && 'tuid' in intent ? intent.tuid : null
}
