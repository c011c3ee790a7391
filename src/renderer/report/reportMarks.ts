import type { Action } from '@shared/domain/action'
import type { Instant } from '@shared/domain/thing'
import type { EntryState } from '@shared/domain/visit'

/** How an action stands, never better than what is known. `missing`: it is no longer on this laptop. */
export const actionMarks = [
  'confirmed',
  'decided',
  'not_sent',
  'sending',
  'checking',
  'needs_you',
  'discarded',
  'missing'
] as const
export type ActionMarkKind = (typeof actionMarks)[number]

/** The same of a thing, and what its place in the visit says. `none`: noted only, nothing was to be sent. */
export const thingMarks = [...actionMarks, 'captured', 'held', 'left', 'undone', 'none'] as const
export type ThingMarkKind = (typeof thingMarks)[number]

export interface Mark {
  readonly kind: ActionMarkKind
  /** When it was confirmed or decided; null for everything else. */
  readonly at: Instant | null
}

export interface ThingMark {
  readonly kind: ThingMarkKind
  readonly at: Instant | null
}

/** What nobody may take for done. */
export const unconfirmed = ['captured', 'not_sent', 'sending', 'checking', 'missing'] as const

export function markOfAction(action: Pick<Action, 'state' | 'receipt'> | null): Mark {
  if (action === null) return { kind: 'missing', at: null }
  switch (action.state) {
    case 'done':
      // Without a receipt nobody has said so.
      if (action.receipt === null) return { kind: 'checking', at: null }
      return { kind: action.receipt.by === 'person' ? 'decided' : 'confirmed', at: action.receipt.at }
    case 'pending':
      return { kind: 'not_sent', at: null }
    case 'unknown':
      return { kind: 'checking', at: null }
    default:
      return { kind: action.state, at: null }
  }
}

/** The worst that holds of any of its actions stands for all of them. */
const worstFirst = ['needs_you', 'missing', 'checking', 'sending', 'not_sent', 'discarded', 'decided'] as const

interface Marked {
  readonly seq: number
  readonly action: Pick<Action, 'intent'> | null
  readonly mark: Mark
}

/** @param actions of all its deeds */
export function markOfThing(state: EntryState, actions: readonly Marked[]): ThingMark {
  if (state === 'captured' || state === 'held' || state === 'left') return { kind: state, at: null }
  const counting = withoutOvertaken(actions)
  const worst = worstFirst.find((kind) => counting.some(({ mark }) => mark.kind === kind))
  // What takes it back may itself not have arrived.
  const isSettled = worst === undefined || worst === 'discarded' || worst === 'decided'
  if (state === 'undone' && isSettled) return { kind: 'undone', at: null }
  if (counting.length === 0) return { kind: 'none', at: null }
  const kind = worst ?? 'confirmed'
  const times = counting.flatMap(({ mark }) => (mark.kind === kind && mark.at !== null ? [mark.at] : []))
  return { kind, at: times.length === 0 ? null : Math.max(...times) }
}

/** Without what was discarded and then done in another way: a later action of the same type took its place. */
function withoutOvertaken(actions: readonly Marked[]): Marked[] {
  return actions.filter(({ seq, action, mark }) => {
    const type = action?.intent.type
    if (mark.kind !== 'discarded' || type === 'command') return true
    return !actions.some((later) => later.seq > seq && later.action?.intent.type === type)
  })
}
