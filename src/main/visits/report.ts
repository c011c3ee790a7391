import type { Action } from '@shared/domain/action'
import type { ShownThing } from '@shared/domain/visit'
import type { Outbox } from '../outbox/outbox'
import type { VisitBook } from '../ports/visitBook'
import type { Visits } from './visits'

export interface ReportOptions {
  readonly book: Pick<VisitBook, 'thingsAfter'>
  readonly visits: Pick<Visits, 'known'>
  readonly outbox: Pick<Outbox, 'action'>
}

export interface ReportPage {
  readonly things: { thing: ShownThing; actions: Action[] }[]
  readonly unreadable: number
  readonly next: number | null
}

/**
 * Things of a visit from a number on, with the actions of their deeds as they stand at this moment.
 * @throws ProblemError unknown_visit
 */
export function reportPage(
  visitId: string,
  after: number,
  limit: number,
  { book, visits, outbox }: ReportOptions
): ReportPage {
  const { id } = visits.known(visitId)
  const { things, unreadable, next } = book.thingsAfter(id, after, limit)
  return {
    things: things.map((thing) => {
      const seqs = new Set(thing.deeds.flatMap(({ actions }) => actions))
      return { thing, actions: [...seqs].toSorted((a, b) => a - b).flatMap((seq) => outbox.action(seq) ?? []) }
    }),
    unreadable,
    next
  }
}
