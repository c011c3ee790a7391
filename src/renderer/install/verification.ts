import { heardOnce, heardSince, type HeardOnce, type HeardSince } from '@shared/domain/heard'
import type { Instant } from '@shared/domain/thing'
import type { Belief } from './choices'
import type { Parts } from '@/readings/parts'

export interface Verification {
  readonly heard: HeardSince
  /** When the thing was last heard, as far as is known. */
  readonly lastAt: Instant | null
  /** When the server recorded the installation, null when that is not known. */
  readonly installedAt: Instant | null
  /** Why nothing can be said. `not_sent`: the server does not know of the installation yet. */
  readonly reason: 'not_sent' | 'not_installed' | 'not_read' | null
  /** To be remembered of this thing: it was heard since its installation. */
  readonly once: HeardOnce | null
}

/**
 * Whether the thing was heard since the server recorded it as installed.
 * @param before what was remembered of this thing when it was verified last
 */
export function verify(parts: Parts, belief: Belief, before: HeardOnce | null): Verification {
  const general = parts.general.reading?.value
  const messages = parts.messages.reading?.value
  const lastHeardAt = general == null ? undefined : general.lastHeardAt
  const newestMessageAt = messages == null ? undefined : (messages.items[0]?.at ?? null)
  const moments = [lastHeardAt, newestMessageAt].filter((at) => at !== null && at !== undefined)
  const lastAt = moments.length === 0 ? null : Math.max(...moments)

  const installation = installationOf(parts, belief)
  const { at: installedAt, reason } = installation
  if (installation.end) return { heard: 'unknown', lastAt, installedAt, reason, once: null }
  const once = heardOnce(before, installedAt, moments)
  if (once !== null) return { heard: 'yes', lastAt: once.heardAt, installedAt: once.installedAt, reason: null, once }
  const heard = heardSince(installedAt, lastHeardAt, newestMessageAt)
  return { heard, lastAt, installedAt, reason: heard === 'unknown' ? reason : null, once }
}

/**
 * The installation as the server records it, by its own time only. `end`: what was heard before counts no more, because
 * the thing is not installed (any more), or is about to be installed anew.
 */
interface Installation {
  readonly end: boolean
  readonly at: Instant | null
  /** Why nothing can be said when it is not known. */
  readonly reason: 'not_sent' | 'not_installed' | 'not_read'
}

function installationOf(parts: Parts, { status }: Belief): Installation {
  const history = parts.installations.reading?.value ?? null
  if (status === null) return { end: false, at: null, reason: history === null ? 'not_read' : 'not_installed' }
  if (status.value !== 'installed') return { end: true, at: null, reason: 'not_installed' }
  // While our action is on its way, nothing heard can have come after it.
  if (status.source === 'queued') return { end: true, at: null, reason: 'not_sent' }
  if (history === null) return { end: false, at: null, reason: 'not_read' }
  const newest = history.items[0]
  // Our own action is confirmed, and the history was read before that.
  const isOutOfDate = newest?.status !== 'installed' || newest.at !== status.since
  return { end: isOutOfDate, at: isOutOfDate ? null : newest.at, reason: 'not_read' }
}
