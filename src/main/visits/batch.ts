import type { Intent } from '@shared/domain/action'
import { flagsFor, intentsOf, isKnownEnough, type KnownState } from '@shared/domain/batch'
import { ProblemError } from '@shared/domain/problem'
import type { Tuid } from '@shared/domain/tuid'
import {
  changesSomething,
  type BatchPlan,
  type Deed,
  type Place,
  type ScanWay,
  type ShownThing,
  type Visit,
  type VisitThing
} from '@shared/domain/visit'
import type { Outbox } from '../outbox/outbox'
import type { Timing } from '../outbox/timing'
import type { VisitBook } from '../ports/visitBook'
import type { ThingReader } from '../things/thingReader'
import { planOf, withDeed, type Visits } from './visits'

export interface BatchOptions {
  readonly book: Pick<VisitBook, 'kept' | 'thingsIn'>
  readonly visits: Visits
  readonly outbox: Pick<Outbox, 'capture' | 'belief'>
  readonly things: Pick<ThingReader, 'group' | 'installations'>
  /** Whether the server of a stack can be asked now; null while that is being found out. */
  readonly isReachable: (stackId: string) => boolean | null
  readonly timing: Timing
  readonly onProblem: (error: unknown) => void
}

/** What came of a scan. `duplicate`: it is in this visit already, and nothing was done. */
export interface Scanned {
  readonly outcome: 'captured' | 'held' | 'duplicate'
  readonly thing: ShownThing
}

/** One line of a list, with what it says differently from the plan. */
export interface ListedThing {
  readonly tuid: Tuid
  readonly groupId: BatchPlan['groupId']
  readonly status: BatchPlan['status']
  readonly note: string
  readonly place: Place | null
}

/** A thing of a visit that was scanned and is not decided on. */
interface Captured {
  readonly visitId: string
  readonly tuid: Tuid
}

/** How long the server is waited for before a scan is carried out on what is known here, in milliseconds. */
const lookPatience = 5_000
/** Things that are looked at side by side: enough for a quick hand, few enough for a slow network. */
const looksAtOnce = 3
/** What was read or done within this time is not asked for again, in milliseconds. */
const stillFresh = 120_000

/**
 * Scan after scan, each on disk before it is answered. Where the server can be asked, it is asked first whether the
 * thing is what it should be, so that nothing is taken out of somebody else's group unseen; where it cannot, what is
 * known on this laptop decides. What is unusual is held for a person and stops nobody.
 */
export class Batch {
  readonly #options: BatchOptions
  readonly #waiting: Captured[] = []
  readonly #looking = new Set<string>()
  /** Could not be carried out yet; their turn comes with the next change of the connection. */
  #postponed: Captured[] = []

  constructor(options: BatchOptions) {
    this.#options = options
  }

  /** Takes up what an earlier run of the app left. */
  takeUp(): void {
    for (const { visitId, thing } of this.#options.book.thingsIn('captured')) this.#line(visitId, thing.tuid)
  }

  /**
   * @throws ProblemError unknown_visit, visit_ended, batch_not_set, disk_full, read_only, not_saved: nothing was taken
   */
  scan(visitId: string, tuid: Tuid, via: ScanWay): Scanned {
    const visit = this.#open(visitId)
    return this.#take(visit, tuid, { via, plan: planOf(visit) })
  }

  /** The same for lines of a list, each with its own group and status where it names them. */
  addList(visitId: string, lines: readonly ListedThing[]): Scanned[] {
    const visit = this.#open(visitId)
    return lines.map(({ tuid, groupId, status, note, place }) => {
      const usual = visit.plan ?? { groupId: null, status: null, command: null, kind: null }
      const plan = { ...usual, groupId: groupId ?? usual.groupId, status: status ?? usual.status }
      const words = { ...(note !== '' && { note }), ...(place !== null && { place }) }
      return this.#take(visit, tuid, { via: 'list', plan, ...words })
    })
  }

  /**
   * A person's word on what is held: `apply` carries it out as planned, `leave` leaves the thing as it is.
   * @param alike all that are held for the same reasons as this one
   * @returns how many were settled
   */
  settle(visitId: string, tuid: Tuid, choice: 'apply' | 'leave', alike: boolean): number {
    const { book, visits } = this.#options
    const visit = visits.known(visitId)
    const named = book.kept(visitId, tuid)
    if (named?.state !== 'held') return 0
    const held = alike
      ? book
          .thingsIn('held')
          .filter((each) => each.visitId === visitId && reasonsOf(each.thing) === reasonsOf(named))
          .map(({ thing }) => thing.tuid)
      : [tuid]
    for (const each of held) {
      const thing = visits.thingOf(visit, each)
      if (choice === 'leave') visits.keepThing(visit, { ...thing, state: 'left', plan: null }, [])
      else this.#carryOut(visit, thing)
    }
    return held.length
  }

  /** The connection has come or gone: what was waiting for the server may be carried out, or go without it. */
  poke(): void {
    const again = this.#postponed
    this.#postponed = []
    for (const { visitId, tuid } of again) this.#line(visitId, tuid)
  }

  #open(visitId: string): Visit {
    const visit = this.#options.visits.known(visitId)
    if (visit.endedAt !== null) throw new ProblemError({ kind: 'visit_ended' })
    return visit
  }

  #take(visit: Visit, tuid: Tuid, scan: Partial<VisitThing> & { readonly plan: BatchPlan }): Scanned {
    const { book, visits, timing, isReachable } = this.#options
    if (!changesSomething(scan.plan)) throw new ProblemError({ kind: 'batch_not_set' })
    const before = book.kept(visit.id, tuid)
    if (before !== null && !isFree(before)) return { outcome: 'duplicate', thing: visits.shownThing(visit.id, tuid) }
    const thing: VisitThing = {
      ...visits.thingOf(visit, tuid),
      ...scan,
      addedAt: timing.now(),
      state: 'captured',
      flags: []
    }
    const known = this.#known(visit.stackId, tuid)
    const mayAsk = isReachable(visit.stackId) !== false && !(known.isFresh && isKnownEnough(scan.plan, known))
    if (mayAsk) {
      visits.keepThing(visit, thing, [])
      this.#line(visit.id, tuid)
    } else this.#decide(visit, thing, known)
    const shown = visits.shownThing(visit.id, tuid)
    return { outcome: shown.state === 'held' ? 'held' : 'captured', thing: shown }
  }

  /** Holds what is unusual and carries out what is not. */
  #decide(visit: Visit, thing: VisitThing, known: KnownState): void {
    const flags = thing.plan === null ? [] : flagsFor(thing.plan, thing.tuid, known)
    if (flags.length > 0) this.#options.visits.keepThing(visit, { ...thing, state: 'held', flags }, [])
    else this.#carryOut(visit, thing)
  }

  /** The thing and its actions are on disk together or not at all. */
  #carryOut(visit: Visit, thing: VisitThing): void {
    const { outbox, visits, timing } = this.#options
    const intents: Intent[] = thing.plan === null ? [] : intentsOf(thing.plan, thing.tuid)
    outbox.capture(visit.stackId, intents, (actions) => {
      const deed: Deed = { kind: 'batch', at: timing.now(), partner: null, reason: '', actions: [...actions] }
      visits.keepThing(visit, withDeed(thing, deed), actions)
    })
  }

  #line(visitId: string, tuid: Tuid): void {
    const key = `${visitId} ${tuid}`
    if (this.#looking.has(key)) return
    this.#looking.add(key)
    this.#waiting.push({ visitId, tuid })
    this.#next()
  }

  #next(): void {
    const underWay = this.#looking.size - this.#waiting.length
    if (underWay >= looksAtOnce) return
    const next = this.#waiting.shift()
    if (next === undefined) return
    void this.#lookAndDecide(next)
      .catch((error: unknown) => {
        this.#postponed.push(next)
        this.#options.onProblem(error)
      })
      .finally(() => {
        this.#looking.delete(`${next.visitId} ${next.tuid}`)
        this.#next()
      })
    this.#next()
  }

  async #lookAndDecide(captured: Captured): Promise<void> {
    const { book, visits, isReachable } = this.#options
    const { visitId, tuid } = captured
    if (book.kept(visitId, tuid)?.state !== 'captured') return
    const { stackId } = visits.known(visitId)
    if (isReachable(stackId) === null) {
      this.#postponed.push(captured)
      return
    }
    const notKnownToStack = await this.#look(stackId, tuid)
    // Meanwhile it may have been taken back, or the visit be gone.
    const thing = book.kept(visitId, tuid)
    if (thing?.state !== 'captured') return
    this.#decide(visits.known(visitId), thing, { ...this.#known(stackId, tuid), notKnownToStack })
  }

  /** @returns whether the stack says it has no such thing */
  async #look(stackId: string, tuid: Tuid): Promise<boolean> {
    const { things, timing, isReachable } = this.#options
    if (isReachable(stackId) === false) return false
    const patience = new AbortController()
    const cancel = timing.after(lookPatience, () => patience.abort())
    try {
      const looks = [things.group(stackId, tuid, patience.signal), things.installations(stackId, tuid, patience.signal)]
      const readings = await Promise.all(looks)
      return readings.some(({ problem }) => problem?.kind === 'not_found')
    } finally {
      cancel()
    }
  }

  #known(stackId: string, tuid: Tuid): KnownState & { readonly isFresh: boolean } {
    const { outbox, timing } = this.#options
    const group = outbox.belief(stackId, { type: 'group', tuid, groupId: 'unassigned' })
    const status = outbox.belief(stackId, { type: 'status', tuid, status: 'installed' })
    const now = timing.now()
    // What is from the future was read before the clock was set back: nobody knows how old it is.
    const isFresh = [group, status].every(
      ({ after, asOf }) => after !== null || (asOf !== null && asOf <= now && now - asOf < stillFresh)
    )
    return { groupId: group.value, status: status.value, notKnownToStack: false, isFresh }
  }
}

/**
 * Whether a scan begins anew with it: it was taken back, or left as it was, or is in the visit for a note, a photo or a
 * command, which say nothing of its group and status.
 */
function isFree({ state, deeds }: VisitThing): boolean {
  if (state === 'taken') return deeds.every(({ kind }) => kind === 'command')
  return state === 'undone' || state === 'left'
}

function reasonsOf({ flags }: VisitThing): string {
  return flags
    .map(({ kind, shows }) => `${kind} ${shows ?? ''}`)
    .toSorted()
    .join('\n')
}
