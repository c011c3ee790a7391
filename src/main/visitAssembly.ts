import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { SqliteVisits } from './adapters/database/sqliteVisits'
import { PhotoFolder } from './adapters/photos/photoFolder'
import type { Alerts } from './alerts/alerts'
import type { Outbox } from './outbox/outbox'
import type { Timing } from './outbox/timing'
import type { Log } from './ports/log'
import type { Session } from './session/session'
import type { Stacks } from './stacks/stacks'
import type { IdleTurns } from './things/idleTurns'
import type { ThingReader } from './things/thingReader'
import { Arrivals } from './visits/arrivals'
import { Batch } from './visits/batch'
import { Photos } from './visits/photos'
import { reportPage, type ReportPage } from './visits/report'
import { undo, type Undone } from './visits/undo'
import { Visits } from './visits/visits'

export interface VisitAssemblyOptions {
  readonly dataFolder: string
  readonly db: DatabaseSync
  /** The database was damaged or is new: photos that no record names may belong to lost ones. */
  readonly recordsMayBeLost: boolean
  readonly outbox: Outbox
  readonly stacks: Stacks
  readonly session: Session
  readonly things: ThingReader
  readonly alerts: Alerts
  readonly idleTurns: IdleTurns
  readonly timing: Timing
  readonly log: Log
  readonly onVisitChanged: (visitId: string) => void
}

export interface VisitAssembly {
  readonly visits: Visits
  readonly batch: Batch
  readonly arrivals: Arrivals
  readonly photos: Photos
  readonly undo: (visitId: string, tuid: string) => Undone
  readonly report: (visitId: string, after: number, limit: number) => ReportPage
}

/** Puts together what belongs to visits, upon everything else. */
export function assembleVisits(options: VisitAssemblyOptions): VisitAssembly {
  const { stacks, session, things, alerts, timing, log, onVisitChanged: onChanged } = options
  const outbox = ofKnownStacks(options)
  const book = new SqliteVisits(options.db, log)
  const visits = new Visits({
    book,
    outbox,
    nameOfStack: (stackId) => stacks.mustKnow(stackId).name,
    now: timing.now,
    onChanged
  })
  const files = new PhotoFolder(join(options.dataFolder, 'photos'))
  return {
    visits,
    photos: new Photos({ files, book, visits, now: timing.now, log, recordsMayBeLost: options.recordsMayBeLost }),
    batch: new Batch({
      book,
      visits,
      outbox,
      things,
      isReachable: (stackId) => {
        const { stack, connection } = session.view()
        if (stack?.id !== stackId) return false
        return connection === 'checking' ? null : connection === 'online'
      },
      timing,
      onProblem: (error) => log.error('visits', 'a scan could not be carried out yet', { error })
    }),
    arrivals: new Arrivals({
      book,
      things,
      action: (seq) => outbox.action(seq),
      alertsOf: async (stackId, tuid, signal) => {
        const { value } = await alerts.current(stackId, tuid, signal)
        return value?.active.map(({ alertType }) => alertType) ?? null
      },
      isOnline: (stackId) => session.isOnline(stackId),
      idleTurns: options.idleTurns,
      timing,
      log,
      onChanged
    }),
    undo: (visitId, tuid) => undo(visitId, tuid, { book, visits, outbox, now: timing.now }),
    report: (visitId, after, limit) => reportPage(visitId, after, limit, { book, visits, outbox })
  }
}

/** A visit outlives its stack. An action of a stack that is gone could never be sent, and never be seen. */
function ofKnownStacks({
  outbox,
  stacks
}: Pick<VisitAssemblyOptions, 'outbox' | 'stacks'>): Pick<
  Outbox,
  'capture' | 'belief' | 'action' | 'inFlight' | 'discard'
> {
  return {
    capture(stackId, intents, alongside) {
      stacks.mustKnow(stackId)
      return outbox.capture(stackId, intents, alongside)
    },
    belief: (stackId, intent) => outbox.belief(stackId, intent),
    action: (seq) => outbox.action(seq),
    inFlight: (stackId) => outbox.inFlight(stackId),
    discard: (id, reason, withDependents) => outbox.discard(id, reason, withDependents)
  }
}
