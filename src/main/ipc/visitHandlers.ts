import type { Presence } from '../ports/presence'
import type { Stacks } from '../stacks/stacks'
import type { Arrivals } from '../visits/arrivals'
import type { Batch } from '../visits/batch'
import type { ReportPage } from '../visits/report'
import type { Undone } from '../visits/undo'
import type { Visits } from '../visits/visits'
import type { Handlers } from './register'

export interface VisitFeatures {
  readonly presence: Pick<Presence, 'seen'>
  readonly stacks: Pick<Stacks, 'mustKnow'>
  readonly visits: Visits
  readonly batch: Batch
  readonly arrivals: Pick<Arrivals, 'check'>
  readonly undo: (visitId: string, tuid: string) => Undone
  readonly report: (visitId: string, after: number, limit: number) => ReportPage
}

/** What the page may ask about visits and batches. */
export function createVisitHandlers({ presence, stacks, visits, batch, arrivals, undo, report }: VisitFeatures) {
  return {
    'visits:list': () => visits.list(),
    'visits:find': ({ search }) => visits.find(search),
    'visits:get': ({ id }) => visits.get(id),
    'visits:start': ({ stackId, ...words }) => {
      stacks.mustKnow(stackId)
      return visits.start(stackId, words)
    },
    'visits:change': ({ id, ...change }) => visits.change(id, change),
    'visits:end': ({ id }) => visits.end(id),
    'visits:resume': ({ id }) => visits.resume(id),
    'visits:things': ({ id, filter, offset, limit }) => visits.things(id, filter, { offset, limit }),
    'visits:report': ({ id, after, limit }) => report(id, after, limit),
    'visits:describe': ({ id, tuid, ...words }) => visits.describe(id, tuid, words),
    'visits:scan': ({ id, tuid, via }) => {
      presence.seen()
      return batch.scan(id, tuid, via)
    },
    'visits:addList': ({ id, lines }) => batch.addList(id, lines),
    'visits:settle': ({ id, tuid, choice, alike }) => batch.settle(id, tuid, choice, alike),
    'visits:undo': ({ id, tuid }) => undo(id, tuid),
    'visits:check': ({ id, tuids }) => arrivals.check(id, tuids),
    'visits:capture': ({ stackId, works }) => {
      stacks.mustKnow(stackId)
      return visits.capture(stackId, works)
    }
  } satisfies Partial<Handlers>
}
