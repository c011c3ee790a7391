import type { Action } from '@shared/domain/action'
import type { Reading } from '@shared/domain/thing'
import type { Belief, Known } from './choices'
import { isConfirmedAfter, ownChange } from '@/readings/ownChange'
import { isNotKnownToStack, type Parts } from '@/readings/parts'

/**
 * The server's state with our own actions on top.
 * @param actions of this thing, in any order
 */
export function beliefOf(parts: Parts, actions: readonly Action[]): Belief {
  return {
    group: ours(actions, 'group', parts.group.reading) ?? groupRead(parts),
    status: ours(actions, 'status', parts.installations.reading) ?? statusRead(parts),
    notKnownToStack: isNotKnownToStack(parts)
  }
}

function groupRead(parts: Parts): Known | null {
  const { reading } = parts.group
  const groupId = reading?.value?.groupId ?? null
  if (reading === null || groupId === null) return null
  return { value: groupId, source: sourceOf(reading), since: null, by: null, asOf: reading.asOf }
}

function statusRead(parts: Parts): Known | null {
  const { reading } = parts.installations
  const newest = reading?.value?.items[0]
  if (reading === null || newest === undefined) return null
  return {
    value: newest.status,
    source: sourceOf(reading),
    since: newest.at,
    by: newest.responsible,
    asOf: reading.asOf
  }
}

function sourceOf(reading: Reading<unknown>): 'server' | 'remembered' {
  return reading.live ? 'server' : 'remembered'
}

/**
 * The latest of our actions that says more than the reading: still on its way, or confirmed after the reading was made.
 * One that needs a person says nothing about how the thing is.
 */
function ours(actions: readonly Action[], type: 'group' | 'status', reading: Reading<unknown> | null): Known | null {
  const own = ownChange(actions, type, (action) => isQueued(action) || isConfirmedAfter(action, reading))
  if (own === null) return null
  const { value, action } = own
  if (isQueued(action)) return { value, source: 'queued', since: action.capturedAt, by: null, asOf: null }
  const { receipt } = action
  return {
    value,
    source: 'server',
    since: receipt?.at ?? null,
    by: receipt?.responsible ?? null,
    asOf: receipt?.at ?? null
  }
}

function isQueued(action: Action): boolean {
  return action.state === 'pending' || action.state === 'sending' || action.state === 'unknown'
}
