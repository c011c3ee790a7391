import type { Outcome } from './api/outcome'
import type { Log } from './ports/log'

/** What support asks first: since when, and how, a server did not do what was asked of it. */
export function logUnlessAnswered(log: Log, stackId: string, outcome: Outcome<unknown>): void {
  if (outcome.type === 'answered' || outcome.problem.kind === 'cancelled') return
  log.info('api', 'a call did not succeed', { stackId, type: outcome.type, ...outcome.problem })
}
