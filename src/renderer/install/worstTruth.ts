import type { Action } from '@shared/domain/action'
import type { Instant } from '@shared/domain/thing'
import { settledAt, truthOf, type TruthKind } from '@/components/truth'

/** What asks for attention first comes first. */
const order: readonly TruthKind[] = [
  'not_saved',
  'needs_you',
  'checking',
  'sending',
  'waiting',
  'discarded',
  'decided',
  'confirmed'
]

/** One state for several actions: a thing is only confirmed when all of it is. Null without any action. */
export function worstTruth(actions: readonly Action[]): { kind: TruthKind; at: Instant | null } | null {
  const kinds = new Set(actions.map(truthOf))
  const kind = order.find((each) => kinds.has(each))
  if (kind === undefined) return null
  const settled = actions.map(settledAt).filter((at) => at !== null)
  return { kind, at: settled.length === 0 ? null : Math.max(...settled) }
}
