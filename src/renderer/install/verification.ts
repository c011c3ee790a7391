import { heardSince, type HeardSince } from '@shared/domain/heard'
import type { Instant } from '@shared/domain/thing'
import type { Belief } from './choices'
import type { Parts } from './reading'

export interface Verification {
  readonly heard: HeardSince
  /** When the thing was last heard, by its last event or its newest message; null when neither is known. */
  readonly lastAt: Instant | null
  /** Why nothing can be said. `not_sent`: the server does not know of the installation yet. */
  readonly reason: 'not_sent' | 'not_installed' | 'not_read' | null
}

/** Whether the thing was heard since the server recorded it as installed. */
export function verify(parts: Parts, belief: Belief): Verification {
  const general = parts.general.reading?.value
  const messages = parts.messages.reading?.value
  const lastHeardAt = general == null ? undefined : general.lastHeardAt
  const newestMessageAt = messages == null ? undefined : (messages.items[0]?.at ?? null)
  const heard = heardSince(installedAt(parts, belief), lastHeardAt, newestMessageAt)
  const instants = [lastHeardAt, newestMessageAt].filter((at) => at !== null && at !== undefined)
  return {
    heard,
    lastAt: instants.length === 0 ? null : Math.max(...instants),
    reason: heard === 'unknown' ? reasonOf(belief) : null
  }
}

/** The server's own time only: while our action is on its way, nothing heard can have come after it. */
function installedAt(parts: Parts, belief: Belief): Instant | null {
  if (belief.status?.source === 'queued') return null
  const newest = parts.installations.reading?.value?.items[0]
  return newest?.status === 'installed' ? newest.at : null
}

function reasonOf(belief: Belief): 'not_sent' | 'not_installed' | 'not_read' {
  if (belief.status?.source === 'queued' && belief.status.value === 'installed') return 'not_sent'
  return belief.status !== null && belief.status.value !== 'installed' ? 'not_installed' : 'not_read'
}
