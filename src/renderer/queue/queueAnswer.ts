import type { Action, ActionState } from '@shared/domain/action'
import { totalOf, type QueueCounts, type QueuedThing, type Subject } from '@shared/domain/queue'
import { ask } from '@/bridge'
import { unchangedKept } from '@/unchangedKept'

/** Few enough to be drawn at once, however long the queue is. */
export const pageSize = 50

/** How many actions of a thing are shown beneath it; all of them can be shown in the list. */
const beneathSize = 20

/** The first actions of the thing that is unfolded. */
export interface BeneathThing {
  readonly subject: Subject
  readonly actions: readonly Action[]
}

/** What the page holds of the queue: what it shows, and how much more there is. */
export type Shown = {
  readonly stackId: string
  readonly counts: QueueCounts
  /** Rows on all pages. */
  readonly total: number
  /** How many of them have come since and would stand before these. */
  readonly newer: number
} & (
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
  | {
      readonly kind: 'things'
      readonly things: readonly QueuedThing[]
      readonly beneath: BeneathThing | null
    }
)

export interface Question {
  readonly stackId: string
  readonly filter: { readonly states: readonly ActionState[] | null; readonly search: string }
  /** By thing, or action by action. */
  readonly things: boolean
  readonly unfolded: Subject | null
  readonly offset: number
}

/**
 * Asks main for what is to be shown.
 *
 * @param before what is shown so far: of it, whatever has not changed is kept as it is
 * @throws {ProblemError}
 */
export async function answerTo(
  { stackId, filter, things, unfolded, offset }: Question,
  before: Shown | null
): Promise<Shown> {
  const wanted = { stackId, search: filter.search, states: filter.states === null ? null : [...filter.states] }
  if (!things) {
    const { actions, counts } = await ask('queue:list', { ...wanted, subject: null, offset, limit: pageSize })
    const known = before?.kind === 'actions' ? before.actions : []
    return {
      kind: 'actions',
      stackId,
      counts,
      total: totalOf(counts, filter.states),
      newer: 0,
      actions: unchangedKept(known, actions, ({ id }) => id)
    }
  }
  const [answer, beneath] = await Promise.all([
    ask('queue:things', { ...wanted, offset, limit: pageSize }),
    unfolded === null ? null : ask('queue:list', { ...wanted, subject: unfolded, offset: 0, limit: beneathSize })
  ])
  const known = before?.kind === 'things' ? before : { things: [], beneath: null }
  return {
    kind: 'things',
    stackId,
    counts: answer.counts,
    total: answer.total,
    newer: 0,
    things: unchangedKept(known.things, answer.things, ({ subject }) => JSON.stringify(subject)),
    beneath:
      unfolded === null || beneath === null
        ? null
        : {
            subject: unfolded,
            actions: unchangedKept(known.beneath?.actions ?? [], beneath.actions, ({ id }) => id)
          }
  }
}

/**
 * The rows as they are, with counts as they are now: for a list that would be a new one twice a second.
 *
 * @returns null when there is room for what has come since, or nothing to hold on to
 */
export function heldStill(before: Shown | null, answer: Shown): Shown | null {
  if (before === null || before.kind !== answer.kind) return null
  const rows = before.kind === 'actions' ? before.actions.length : before.things.length
  if (rows < pageSize) return null
  const { counts, total } = answer
  return { ...before, counts, total, newer: before.newer + total - before.total }
}
