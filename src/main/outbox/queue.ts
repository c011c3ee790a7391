import { actionStates, type Action, type ActionState, type Attempt } from '@shared/domain/action'
import {
  subjectOf,
  type QueueCounts,
  type QueuedThing,
  type RenamedTo,
  type Subject,
  type SettledCounts
} from '@shared/domain/queue'
import type { Instant } from '@shared/domain/thing'

export interface QueueFilter {
  readonly stackId: string
  /** Null for all of them. */
  readonly states: readonly ActionState[] | null
  /** Null for all of them. */
  readonly subject: Subject | RenamedTo | null
  /** Part of a TUID or of a group's name, in any case and with spaces; empty for no search. */
  readonly search: string
}

export interface Page {
  readonly offset: number
  readonly limit: number
}

export interface QueuedThingRow {
  readonly counts: QueueCounts
  readonly latestSeq: number
  readonly changedAt: Instant
}

/** A thing that something was captured for. */
export interface CapturedThing {
  readonly tuid: string
  /** When that was last. */
  readonly capturedAt: Instant
  /** Its open actions, and those among them that need a person. */
  readonly open: number
  readonly needsYou: number
}

/** Where a thing is to go by the last of its open assignments. */
export interface OpenAssignment {
  readonly tuid: string
  readonly groupId: string
}

/** Questions to the journal as a whole, answered without reading all of it. Actions are named by sequence number. */
export interface QueueQueries {
  /** How many fit in each state, whatever the filter says of states. */
  counts(filter: QueueFilter): QueueCounts
  /** Newest first. */
  page(filter: QueueFilter, page: Page): number[]
  /** What needs a person first, then by the latest capture. */
  things(filter: QueueFilter, page: Page): { readonly rows: QueuedThingRow[]; readonly total: number }
  /** Every thing anything was captured for, the latest first. */
  capturedThings(stackId: string, limit: number): CapturedThing[]
  /** Every thing whose group waits to be set. */
  openAssignments(stackId: string): OpenAssignment[]
  /**
   * This action and all others of its stack that have the same wish for another thing and the same trouble with it.
   * None when it is not to be decided on: closed, being sent, or gone.
   */
  alike(id: string): { readonly stackId: string; readonly seqs: number[] }
  /** Open actions that are not as ready as they could be: those that wait for a time, and those that were refused. */
  heldBack(stackId: string): number[]
  /** All open actions about a thing that are not being sent, oldest first. */
  openOfThing(stackId: string, tuid: string): number[]
  /** How many of these are in each state: all with numbers from the first to the last. */
  range(stackId: string, first: number, last: number): SettledCounts
  /** Those captured after this one, oldest first. */
  after(stackId: string, seq: number, limit: number): number[]
}

/** What the queue needs of the outbox to tell an action whole. */
export interface Actions {
  /** Null when it is gone. */
  action(seq: number): Action | null
  attempts(id: string): Attempt[]
}

export interface ExportPiece {
  readonly rows: { readonly action: Action; readonly attempts: Attempt[] }[]
  /** Null when this was the last piece. */
  readonly next: number | null
}

/** The queue as it is looked at: a page at a time, however much waits or is done. Changes nothing. */
export class Queue {
  readonly #queries: QueueQueries
  readonly #actions: Actions

  constructor(queries: QueueQueries, actions: Actions) {
    this.#queries = queries
    this.#actions = actions
  }

  /** What needs a person first, otherwise newest first. */
  list(filter: QueueFilter, page: Page): { actions: Action[]; counts: QueueCounts } {
    const counts = this.#queries.counts(filter)
    return { actions: this.#actionsOf(this.#page(filter, page, counts)), counts }
  }

  /** By thing: what needs a person first, then by the latest capture. */
  things(filter: QueueFilter, page: Page): { things: QueuedThing[]; total: number; counts: QueueCounts } {
    const { rows, total } = this.#queries.things(filter, page)
    const things = rows.flatMap(({ latestSeq, counts, changedAt }) => {
      const latest = this.#actions.action(latestSeq)
      return latest === null ? [] : [{ subject: subjectOf(latest.intent), counts, latest, changedAt }]
    })
    return { things, total, counts: this.#queries.counts(filter) }
  }

  /** How many others are just like this one. */
  alike(id: string): number {
    return Math.max(0, this.#queries.alike(id).seqs.length - 1)
  }

  /** What became of actions captured in one go. */
  range(stackId: string, first: number, last: number): SettledCounts {
    return this.#queries.range(stackId, first, last)
  }

  /**
   * A piece of everything there is of a stack, oldest first, with all attempts.
   * @param after the `next` of the piece before; 0 for the first
   */
  export(stackId: string, after: number, limit: number): ExportPiece {
    const seqs = this.#queries.after(stackId, after, limit)
    const rows = this.#actionsOf(seqs).map((action) => ({ action, attempts: this.#actions.attempts(action.id) }))
    return { rows, next: seqs.length < limit ? null : (seqs.at(-1) ?? null) }
  }

  #page(filter: QueueFilter, { offset, limit }: Page, counts: QueueCounts): number[] {
    const wanted = filter.states ?? actionStates
    const others = wanted.filter((state) => state !== 'needs_you')
    const needing = others.length < wanted.length ? counts.needs_you : 0
    const first = needing === 0 ? [] : this.#queries.page({ ...filter, states: ['needs_you'] }, { offset, limit })
    const rest = { offset: Math.max(0, offset - needing), limit: limit - first.length }
    return rest.limit === 0 ? first : [...first, ...this.#queries.page({ ...filter, states: others }, rest)]
  }

  /** Those that turn out to be unreadable are left out. */
  #actionsOf(seqs: readonly number[]): Action[] {
    return seqs.flatMap((seq) => this.#actions.action(seq) ?? [])
  }
}
