import type { AppInfo } from '@shared/ipc/channels'
import type { GroupDirectory } from '../groups/groupDirectory'
import type { ManyDecisions } from '../outbox/manyDecisions'
import type { Outbox } from '../outbox/outbox'
import type { Queue } from '../outbox/queue'
import type { Log } from '../ports/log'
import type { ReadModel } from '../ports/readModel'
import type { SettingsStore } from '../ports/settingsStore'
import type { Session } from '../session/session'
import type { Stacks } from '../stacks/stacks'
import type { ThingReader } from '../things/thingReader'
import { openExternal } from '../window/externalLink'
import { createFrontHandlers } from './frontHandlers'
import type { Handlers } from './register'

export interface Features {
  readonly info: () => AppInfo
  readonly settings: SettingsStore
  readonly stacks: Stacks
  readonly session: Session
  readonly things: ThingReader
  readonly groups: GroupDirectory
  readonly readModel: ReadModel
  readonly outbox: Outbox
  readonly queue: Queue
  readonly manyDecisions: ManyDecisions
  readonly log: Log
}

/** How many things met on this laptop are offered again. */
const mostRecentThings = 200

/** What the page may ask for, each channel tied to the feature that answers it. */
export function createHandlers(features: Features): Handlers {
  const { info, settings, stacks, session, things, groups, readModel, outbox, queue, manyDecisions, log } = features
  return {
    ...createFrontHandlers({ info, settings, log, openStorage: () => null }),
    'app:openExternal': ({ url }) => openExternal(url),

    'settings:set': (change) => settings.changeSettings(change),

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

    'things:general': ({ stackId, tuid }) => things.general(stackId, tuid),
    'things:installations': ({ stackId, tuid }) => things.installations(stackId, tuid),
    'things:group': ({ stackId, tuid }) => things.group(stackId, tuid),
    'things:alerts': ({ stackId, tuid }) => things.alerts(stackId, tuid),
    'things:messages': ({ stackId, tuid, ...filter }) => things.messages(stackId, tuid, filter),
    'things:commands': ({ stackId, tuid }) => things.commands(stackId, tuid),
    'things:recent': ({ stackId }) => readModel.thingsSeen(stackId, mostRecentThings),

    'groups:list': ({ stackId, query }) => groups.list(stackId, query),

    'outbox:capture': ({ stackId, intents }) => {
      // Checked first: an action of a stack that is gone could never be sent, and never be seen.
      stacks.mustKnow(stackId)
      return outbox.capture(stackId, intents)
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
    'outbox:quarantined': () => outbox.quarantined(),

    'queue:list': ({ offset, limit, ...filter }) => queue.list(filter, { offset, limit }),
    'queue:things': ({ offset, limit, ...filter }) => queue.things({ ...filter, subject: null }, { offset, limit }),
    'queue:inFlight': ({ stackId }) => outbox.inFlight(stackId),
    'queue:alike': ({ id }) => queue.alike(id),
    'queue:export': ({ stackId, after, limit }) => queue.export(stackId, after, limit)
  }
}
