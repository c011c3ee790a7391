import type { Action, Intent } from '@shared/domain/action'
import type { Reading } from '@shared/domain/thing'
import type { Belief, Known } from './choices'
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
  const newestFirst = actions.filter((action) => action.intent.type === type).toSorted((a, b) => b.seq - a.seq)
  const action = newestFirst.find((each) => isQueued(each) || isNewerThan(each, reading))
  const value = action === undefined ? null : targetOf(action.intent)
  if (action === undefined || value === null) return null
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

/** A person's decision is not the server's word, so it never counts here. */
function isNewerThan(action: Action, reading: Reading<unknown> | null): boolean {
  const { receipt } = action
  if (action.state !== 'done' || receipt === null || receipt.by === 'person') return false
  return receipt.at > (reading?.asOf ?? Number.NEGATIVE_INFINITY)
}

function targetOf(intent: Intent): string | null {
  if (intent.type === 'group') return intent.groupId
  return intent.type === 'status' ? intent.status : null
}
