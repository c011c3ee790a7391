import type { Instant } from '@shared/domain/thing'
import type { DoneStatus } from '../outbox/journal'

/** More than anybody installs in a day; what was queued before so many other actions is not found. */
const actionsLookedAt = 5_000

/**
 * The things whose last status from this laptop was set and settled today, and is "installed". Today is the laptop's:
 * from its midnight on.
 */
export function thingsInstalledToday(
  statusesDone: (since: Instant, among: number) => readonly DoneStatus[],
  now: Instant
): ReadonlySet<string> {
  const latest = new Map<string, string>()
  for (const { tuid, status } of statusesDone(new Date(now).setHours(0, 0, 0, 0), actionsLookedAt)) {
    if (!latest.has(tuid)) latest.set(tuid, status)
  }
  return new Set([...latest].filter(([, status]) => status === 'installed').map(([tuid]) => tuid))
}
