import type { WebContents } from 'electron'
import { events, type EventPayload } from '@shared/ipc/channels'
import type { EventName } from '@shared/ipc/names'
import type { Log } from '../ports/log'
import { describeIssues } from './register'

/**
 * Tells the page something it did not ask for. A payload that does not match the table is our own mistake: it is
 * logged and not sent, since the page would believe it.
 *
 * @param page null or destroyed while no window is open: then nobody needs to know
 */
export function sendEvent<E extends EventName>(
  page: WebContents | null,
  name: E,
  payload: EventPayload<E>,
  log: Log
): void {
  if (page === null || page.isDestroyed()) return
  const parsed = events[name].safeParse(payload)
  if (parsed.success) page.send(name, parsed.data)
  else log.error('ipc', 'an event did not match the table', { name, issues: describeIssues(parsed.error) })
}
