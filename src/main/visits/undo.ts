import type { Action } from '@shared/domain/action'
import { reversalOf } from '@shared/domain/batch'
import type { OwnReason } from '@shared/domain/discardReason'
import { ProblemError } from '@shared/domain/problem'
import type { Tuid } from '@shared/domain/tuid'
import type { Deed } from '@shared/domain/visit'
import type { Outbox } from '../outbox/outbox'
import type { VisitBook } from '../ports/visitBook'
import { withDeed, type Visits } from './visits'

const takenBack: OwnReason = 'taken_back'

export interface UndoOptions {
  readonly book: Pick<VisitBook, 'kept'>
  readonly visits: Visits
  readonly outbox: Pick<Outbox, 'action' | 'inFlight' | 'discard' | 'capture'>
  readonly now: () => number
}

/**
 * `nothing_sent`: it is as if it had never been scanned. `reversed`: part of it was sent, and what it was before is on
 * its way back. `partly`: not all of that is known, or can be called back.
 */
export type Undone = 'nothing_sent' | 'reversed' | 'partly'

/**
 * Takes back the last deed done to a thing of a visit: what waits is dropped, what was sent is set back to what was
 * believed before it.
 * @throws ProblemError action_not_open while one of its actions is on its way
 */
export function undo(visitId: string, tuid: Tuid, { book, visits, outbox, now }: UndoOptions): Undone {
  const visit = visits.known(visitId)
  const thing = book.kept(visitId, tuid)
  if (thing === null) throw new ProblemError({ kind: 'unknown_visit' })
  // What is only captured or held has done nothing yet, whatever was done to the thing before.
  const last = thing.state === 'taken' ? thing.deeds.at(-1) : undefined
  const actions = (last?.actions ?? []).flatMap((seq) => outbox.action(seq) ?? [])
  // Before anything is dropped: what is looked at before it is sent still waits by its state.
  const inFlight = new Set(outbox.inFlight(visit.stackId).map(({ seq }) => seq))
  const isOnItsWay = (action: Action): boolean =>
    action.state === 'sending' || (isDroppable(action) && inFlight.has(action.seq))
  if (actions.some(isOnItsWay)) throw new ProblemError({ kind: 'action_not_open' })
  const undone = { ...thing, state: 'undone', plan: null } as const
  // What may have happened is looked up by the outbox before anything is sent after it.
  const sent = actions.filter(mayHaveHappened)
  // The last first: none of them may start when what holds it back goes.
  for (const action of actions.toReversed()) if (isDroppable(action)) outbox.discard(action.id, takenBack)
  if (sent.length === 0) {
    visits.keepThing(visit, undone, [])
    return 'nothing_sent'
  }
  const steps = sent.map(({ intent, base }) => ({ intent, before: base.value }))
  const { intents, complete } = reversalOf(steps)
  outbox.capture(visit.stackId, intents, (seqs) => {
    const deed: Deed = { kind: 'batch', at: now(), partner: null, reason: takenBack, actions: [...seqs] }
    visits.keepThing(visit, { ...withDeed(undone, deed), state: 'undone' }, seqs)
  })
  return complete ? 'reversed' : 'partly'
}

function mayHaveHappened({ state, need }: Action): boolean {
  return state === 'done' || state === 'unknown' || need?.reason === 'cannot_tell'
}

function isDroppable({ state }: Action): boolean {
  return state === 'pending' || state === 'needs_you'
}
