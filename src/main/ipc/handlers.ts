import type { AppInfo } from '@shared/ipc/channels'
import type { Alerts } from '../alerts/alerts'
import type { CacheKeeper } from '../cache/cacheKeeper'
import type { CommandAnswers } from '../commands/commandAnswers'
import type { FieldTests } from '../commands/fieldTests'
import type { GroupDirectory } from '../groups/groupDirectory'
import type { GroupMembership } from '../groups/groupMembership'
import type { ManyDecisions } from '../outbox/manyDecisions'
import type { Outbox } from '../outbox/outbox'
import type { Queue } from '../outbox/queue'
import type { Log, LogFile } from '../ports/log'
import type { SettingsStore } from '../ports/settingsStore'
import type { Session } from '../session/session'
import type { Stacks } from '../stacks/stacks'
import type { Capabilities } from '../things/capabilities'
import type { IdleTurns } from '../things/idleTurns'
import type { ThingReader } from '../things/thingReader'
import type { ThingsMet } from '../things/thingsMet'
import type { Updates } from '../updates/updates'
import type { Photos } from '../visits/photos'
import { collectDiagnostics } from '../diagnostics'
import { openExternal } from '../window/externalLink'
import { createFrontHandlers } from './frontHandlers'
import { createPhotoHandlers } from './photoHandlers'
import { ReadTickets } from './readTickets'
import type { Handlers } from './register'
import { createSupportHandlers, type SupportFeatures } from './supportHandlers'
import { createVisitHandlers, type VisitFeatures } from './visitHandlers'

export interface Features extends VisitFeatures, SupportFeatures {
  readonly info: () => AppInfo
  readonly settings: SettingsStore
  readonly stacks: Stacks
  readonly session: Session
  readonly cache: CacheKeeper
  readonly capabilities: Capabilities
  readonly things: ThingReader
  readonly idleTurns: IdleTurns
  readonly groups: GroupDirectory
  readonly groupMembership: GroupMembership
  readonly thingsMet: ThingsMet
  readonly alerts: Alerts
  readonly answers: CommandAnswers
  readonly fieldTests: FieldTests
  readonly outbox: Outbox
  readonly queue: Queue
  readonly manyDecisions: ManyDecisions
  readonly updates: Updates
  readonly photos: Photos
  readonly log: Log
  readonly logFiles: () => readonly LogFile[]
}

/** What the page may ask for, each channel tied to the feature that answers it. */
export function createHandlers(features: Features): Handlers {
  const { info, settings, stacks, session, things, thingsMet, groups, groupMembership, alerts, fieldTests } = features
  const { answers, cache, capabilities, outbox, queue, manyDecisions, updates, idleTurns, log } = features
  const tickets = new ReadTickets()
  /** A page that was left open looks again and again where somebody would be waiting: with nobody there, in turn. */
  const read = <T>(stackId: string, ticket: string | undefined, ask: (signal?: AbortSignal) => Promise<T>) =>
    tickets.holding(ticket, async (signal) => {
      await idleTurns.turn(stackId, 'page', signal)
      return ask(signal)
    })
  return {
    ...createFrontHandlers({ info, settings, log, openStorage: () => null }),
    ...createVisitHandlers(features),
    ...createPhotoHandlers(features.photos),
    ...createSupportHandlers(features),
    'app:openExternal': ({ url }) => openExternal(url),

    'settings:set': (change) => {
      const changed = settings.changeSettings(change)
      if (change.cacheLimitMb !== undefined || change.cacheKeepDays !== undefined) cache.limitsChanged()
      return changed
    },

    'diagnostics:collect': () => collectDiagnostics(features),

    'cache:usage': () => cache.usage(),
    'cache:cleanUp': () => cache.cleanUp(),

    'updates:state': () => updates.state(),
    'updates:check': () => updates.check(),
    'updates:restart': () => updates.restart(),
    'updates:later': () => updates.later(),

    'stacks:list': () => stacks.list(),
    'stacks:save': (input) => stacks.save(input),
    'stacks:activate': ({ id }) => stacks.activate(id),
    'stacks:remove': ({ id }) => stacks.remove(id),
    'stacks:giveUp': ({ id, actions }) => stacks.giveUp(id, actions),

    'session:get': () => session.view(),
    'session:check': async () => {
      await session.checkAll()
      return session.view()
    },

    'things:general': ({ stackId, tuid, ticket }) =>
      read(stackId, ticket, (signal) => things.general(stackId, tuid, signal)),
    'things:installations': ({ stackId, tuid, ticket }) =>
      read(stackId, ticket, (signal) => things.installations(stackId, tuid, signal)),
    'things:group': ({ stackId, tuid, ticket }) =>
      read(stackId, ticket, (signal) => things.group(stackId, tuid, signal)),
    'things:alerts': ({ stackId, tuid, ticket, from, to }) =>
      read(stackId, ticket, (signal) => things.alerts(stackId, tuid, { from, to }, signal)),
    'things:signal': ({ stackId, tuid, ticket }) =>
      read(stackId, ticket, (signal) => things.signal(stackId, tuid, signal)),
    'things:messages': ({ stackId, tuid, ticket, ...filter }) =>
      read(stackId, ticket, (signal) => things.messages(stackId, tuid, filter, signal)),
    'things:commands': ({ stackId, tuid, ticket }) =>
      read(stackId, ticket, (signal) => things.commands(stackId, tuid, signal)),
    'things:cancel': (given) => tickets.cancel(given.tickets),
    'things:recheck': ({ stackId }) => capabilities.forgetMissingOfThings(stackId),
    'things:recent': ({ stackId }) => thingsMet.list(stackId),

    'tests:leftOn': ({ stackId }) => fieldTests.leftOn(stackId),
    'tests:before': ({ stackId, tuids }) => tuids.map((tuid) => fieldTests.before(stackId, tuid)),

    'groups:list': ({ stackId, query, ask }) => (ask ? groups.list(stackId, query) : groups.listKept(stackId, query)),
    'groups:kept': ({ stackId }) => groups.kept(stackId),
    'groups:refresh': ({ stackId, query, recheck }) => groups.refresh(stackId, query, recheck),
    'groups:keptThings': ({ stackId, groupId }) => groupMembership.kept(stackId, groupId),
    'groups:things': ({ stackId, groupId, recheck }) => groupMembership.read(stackId, groupId, recheck),

    'alerts:kept': ({ stackId }) => alerts.kept(stackId),
    'alerts:refresh': ({ stackId, recheck }) => alerts.refresh(stackId, recheck),
    'alerts:want': ({ stackId, tuids, again }) => alerts.want(stackId, tuids, again),
    'alerts:notices': ({ stackId }) => alerts.notices(stackId),
    'alerts:dismiss': ({ stackId, tuids }) => alerts.dismiss(stackId, tuids),

    'answers:kept': ({ stackId, tuid }) => answers.kept(stackId, tuid),
    'answers:look': ({ stackId, tuid }) => answers.look(stackId, tuid),
    'answers:attend': ({ stackId, tuids }) => answers.attend(stackId, tuids),
    'answers:news': ({ stackId }) => answers.news(stackId),
    'answers:dismiss': ({ stackId, tuids }) => answers.dismiss(stackId, tuids),

    'outbox:capture': ({ stackId, intents }) => {
      // Checked first: an action of a stack that is gone could never be sent, and never be seen.
      stacks.mustKnow(stackId)
      return features.visits.captureIntents(stackId, intents)
    },
    'outbox:attempts': ({ id }) => outbox.attempts(id),
    'outbox:sync': async () => {
      for (const stackId of outbox.stacksWithOpenActions()) outbox.hurry(stackId)
      await session.checkAll()
    },
    'outbox:pause': ({ stackId, paused }) => {
      outbox.pause(stackId, paused)
      session.tell()
    },
    'outbox:retry': ({ id }) => outbox.retry(id),
    'outbox:retryAll': ({ stackId, tuid }) => manyDecisions.retryAll(stackId, tuid),
    'outbox:settle': ({ id, choice }) => outbox.settle(id, choice),
    'outbox:dependents': ({ id }) => outbox.dependents(id),
    'outbox:discard': ({ id, reason, withDependents }) => outbox.discard(id, reason, withDependents),
    'outbox:settleAlike': ({ id, choice }) => manyDecisions.settleAlike(id, choice),
    'outbox:discardAlike': ({ id, reason }) => manyDecisions.discardAlike(id, reason),
    'outbox:takeBack': ({ stackId, ids }) => outbox.takeBack(stackId, ids),
    'outbox:quarantined': () => outbox.quarantined(),

    'queue:list': ({ offset, limit, ...filter }) => queue.list(filter, { offset, limit }),
    'queue:things': ({ offset, limit, ...filter }) => queue.things({ ...filter, subject: null }, { offset, limit }),
    'queue:inFlight': ({ stackId }) => outbox.inFlight(stackId),
    'queue:alike': ({ id }) => queue.alike(id),
    'queue:range': ({ stackId, first, last }) => queue.range(stackId, first, last),
    'queue:export': ({ stackId, after, limit }) => queue.export(stackId, after, limit)
  }
}
