import type { ShownVisit, VisitCounts } from '@shared/domain/visit'
import { now, stackId } from '../install/fixtures'

const none: VisitCounts = { things: 0, needYou: 0, waiting: 0, confirmed: 0, heard: 0, silent: 0, alerting: 0 }

/** A visit under way in which nothing was done yet, but for what is said otherwise. */
export function visitOf({
  counts,
  ...change
}: Partial<Omit<ShownVisit, 'counts'>> & { counts?: Partial<VisitCounts> } = {}): ShownVisit {
  return {
    id: '9b2f2f0a-12a4-4c0f-8a39-5a1b9d0c7e22',
    stackId,
    stackName: 'Harbour',
    site: 'Annex',
    installer: 'Aino',
    startedAt: now,
    endedAt: null,
    note: '',
    plan: null,
    ...change,
    counts: { ...none, ...counts }
  }
}
