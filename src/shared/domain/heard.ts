import type { Instant } from './thing'

export type HeardSince = 'yes' | 'not_yet' | 'unknown'

/** That a thing was heard since an installation. What was once so stays so, until it is installed anew. */
export interface HeardOnce {
  /** When the server recorded the installation. */
  readonly installedAt: Instant
  /** The latest moment at which it was heard. */
  readonly heardAt: Instant
}

/**
 * Whether a thing has been heard since it was installed. All three instants are the server's, so that this laptop's
 * clock does not matter.
 *
 * @param installedAt when the server recorded the status; null when that is not known, and then nothing can be said
 * @param lastHeardAt the server's last event of the thing: null for "never", undefined when it could not be read
 * @param newestMessageAt the newest message: null for "none", undefined when they could not be read
 */
export function heardSince(
  installedAt: Instant | null | undefined,
  lastHeardAt: Instant | null | undefined,
  newestMessageAt: Instant | null | undefined
): HeardSince {
  if (installedAt === null || installedAt === undefined) return 'unknown'
  if (lastHeardAt === undefined && newestMessageAt === undefined) return 'unknown'
  return Math.max(lastHeardAt ?? -Infinity, newestMessageAt ?? -Infinity) >= installedAt ? 'yes' : 'not_yet'
}

/**
 * Adds what was heard just now to what was heard before. A later answer that knows less (no last event, no messages, or
 * older ones) takes nothing back, and neither does one that does not tell of the installation.
 *
 * @param before what was known of this very thing, null at first
 * @param installedAt the installation the server shows now, null when it shows none
 * @param heard moments at which the thing was heard
 */
export function heardOnce(
  before: HeardOnce | null,
  installedAt: Instant | null,
  heard: readonly Instant[]
): HeardOnce | null {
  const isSame = before !== null && (installedAt === null || installedAt <= before.installedAt)
  const since = isSame ? before.installedAt : installedAt
  if (since === null) return null
  const moments = [...(isSame ? [before.heardAt] : []), ...heard].filter((at) => at >= since)
  return moments.length === 0 ? null : { installedAt: since, heardAt: Math.max(...moments) }
}
