import type { Instant } from './thing'

export type HeardSince = 'yes' | 'not_yet' | 'unknown'

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
