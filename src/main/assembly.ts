import { join } from 'node:path'
import { tuidOf } from '@shared/domain/action'
import type { Notice } from '@shared/ipc/channels'
import { databaseFile, openDatabase } from './adapters/database/openDatabase'
import { QuietLog } from './adapters/database/quietLog'
import { SqliteAnswers } from './adapters/database/sqliteAnswers'
import { SqliteJournal } from './adapters/database/sqliteJournal'
import { SqliteQueue } from './adapters/database/sqliteQueue'
import { SqliteReadCache } from './adapters/database/sqliteReadCache'
import { SqliteReporting } from './adapters/database/sqliteReporting'
import { SqliteReadModel } from './adapters/database/sqliteReadModel'
import { SqliteStackList } from './adapters/database/sqliteStackList'
import type { OpenedSettings } from './adapters/settings/settingsFile'
import { Alerts } from './alerts/alerts'
import { thingsInstalledToday } from './alerts/installedToday'
import { createStackApi } from './api/createStackApi'
import { probe } from './api/probe'
import type { Transport } from './api/transport/transport'
import { CacheKeeper } from './cache/cacheKeeper'
import { CommandAnswers } from './commands/commandAnswers'
import { FieldTests } from './commands/fieldTests'
import { StackCourier } from './delivery/stackCourier'
import { logUnlessAnswered } from './failedCalls'
import { DeletionFates } from './groups/deletionFates'
import { GroupDirectory } from './groups/groupDirectory'
import { GroupMembership } from './groups/groupMembership'
import { noticesOf } from './notices'
import { ManyDecisions } from './outbox/manyDecisions'
import { Outbox } from './outbox/outbox'
import { defaultPolicy } from './outbox/policy'
import { Queue } from './outbox/queue'
import type { Timing } from './outbox/timing'
import type { Keychain } from './ports/keychain'
import type { Log } from './ports/log'
import type { Presence } from './ports/presence'
import type { PolicyStack } from './ports/policy'
import type { ReadModel } from './ports/readModel'
import type { SettingsStore } from './ports/settingsStore'
import { Session } from './session/session'
import { defaultWatchPolicy } from './session/watch'
import { KeptStacks } from './stacks/keptStacks'
import { giveStacks, isGiven } from './stacks/policyStacks'
import { SecretVault } from './stacks/secretVault'
import { StackApis, type ConnectStack } from './stacks/stackApis'
import { Stacks } from './stacks/stacks'
import { Capabilities } from './things/capabilities'
import { IdleTurns } from './things/idleTurns'
import { LastSeenState } from './things/lastSeenState'
import { ThingReader } from './things/thingReader'
import { ThingsMet } from './things/thingsMet'
import { assembleVisits, type VisitAssembly } from './visitAssembly'

export interface AssemblyOptions {
  readonly dataFolder: string
  readonly settings: OpenedSettings
  readonly log: Log
  readonly timing: Timing
  readonly keychain: Keychain
  readonly transport: Transport
  readonly presence: Presence
  /** The run before this one did not end in order. */
  readonly wasInterrupted: boolean
  /** Stacks that those who look after this laptop have named. */
  readonly givenStacks?: readonly PolicyStack[]
  readonly onActionChanged: (seq: number) => void
  /** What was read of a thing is out of date. Null: of any thing of the stack. */
  readonly onThingChanged: (stackId: string, tuid: string | null) => void
  readonly onSessionChanged: () => void
  readonly onVisitChanged: (visitId: string) => void
}

export interface Assembly extends VisitAssembly {
  readonly settings: SettingsStore
  readonly stacks: Stacks
  readonly session: Session
  readonly cache: CacheKeeper
  readonly capabilities: Capabilities
  readonly things: ThingReader
  readonly presence: Presence
  readonly idleTurns: IdleTurns
  readonly thingsMet: ThingsMet
  readonly groups: GroupDirectory
  readonly groupMembership: GroupMembership
  readonly alerts: Alerts
  readonly answers: CommandAnswers
  readonly fieldTests: FieldTests
  readonly readModel: ReadModel
  readonly outbox: Outbox
  readonly queue: Queue
  readonly manyDecisions: ManyDecisions
  /** What was found damaged on this laptop, and how much of it lies in quarantine. */
  readonly notices: () => Notice[]
  readonly start: () => void
  /** Ends what is under way, as well as `patience` milliseconds allow, and closes the files. */
  readonly stop: (patience: number) => Promise<void>
}

/**
 * Puts the features together, and with the files of this laptop. Knows all of them, but nothing of Electron.
 * @throws ProblemError newer_database, read_only, disk_full, not_saved when the database cannot be opened
 */
export function assemble(options: AssemblyOptions): Assembly {
  const { dataFolder, log, timing, keychain, transport } = options
  const { store: settings, notice: settingsNotice } = options.settings
  const database = openDatabase(dataFolder, timing.now)
  const { db } = database
  const journal = new SqliteJournal(db, timing.now)
  const quietLog = new QuietLog({
    db,
    after: timing.after,
    onFailed: (error) => log.warn('database', 'the log was not worked into the file', { error })
  })
  const queries = new SqliteQueue(db)
  const idleTurns = new IdleTurns(options.presence, (stackId) => session.isOnline(stackId))
  const cache = new CacheKeeper({
    cache: new SqliteReadCache(db),
    limits: () => {
      const { cacheLimitMb, cacheKeepDays } = settings.settings()
      return { bytes: cacheLimitMb * 1_000_000, age: cacheKeepDays * 24 * 60 * 60_000 }
    },
    isSending: () => outbox.isSending(),
    timing,
    log
  })
  const readModel = new SqliteReadModel(db, log, (bytes) => cache.kept(bytes))
  const capabilities = new Capabilities(readModel, timing.now)
  const list = new KeptStacks({ settings, database: new SqliteStackList(db), log })
  const hadStacks = settings.knownStacks().stacks.length > 0
  const recalled = list.recall()
  const { givenStacks = [] } = options
  giveStacks(list, givenStacks, log)
  const vault = new SecretVault(keychain, log)
  const connect: ConnectStack = (wanted) => createStackApi({ ...wanted, transport, now: timing.now })

  const apis = new StackApis(
    connect,
    vault,
    (stackId) => stacks.find(stackId),
    (stackId, outcome) => {
      logUnlessAnswered(log, stackId, outcome)
      session.heard(stackId, outcome)
      alerts.heard(stackId, outcome)
      answers.heard(stackId, outcome)
      visiting.arrivals.heard(stackId, outcome)
    }
  )
  const outbox: Outbox = new Outbox({
    journal,
    courier: new StackCourier((stackId) => apis.of(stackId)),
    lastSeen: new LastSeenState(readModel),
    policy: defaultPolicy,
    timing,
    endsMayBeMissing: options.wasInterrupted,
    onGateClosed: (stackId, why) => session.gateClosed(stackId, why),
    onChanged: (stackId, seq) => {
      const entry = journal.bySeq(seq)
      if (entry?.life.state === 'done') {
        thingChanged(stackId, tuidOf(entry.intent))
        groups.learn(stackId, entry.intent)
        if (entry.intent.type === 'status') statusDone(seq)
        if (entry.intent.type === 'command') commandDone(seq)
      } else if (entry?.life.need?.reason === 'refused') {
        groups.refused(stackId, entry.intent, entry.lastAttempt?.httpStatus ?? null)
      }
      quietLog.written()
      session.needed(stackId)
      visiting.visits.actionChanged(seq)
      options.onActionChanged(seq)
    },
    onProblem: (what, error) => log.error('outbox', what, { error }),
    onStorageChanged: () => {
      const problem = outbox.storageProblem
      if (problem === null) log.info('outbox', 'all is recorded and sent again')
      else log.warn('outbox', 'nothing can be recorded, so nothing is sent', { ...problem })
      session.tell()
    }
  })
  const countOpen = (stackId: string): number => {
    const { waiting, needsYou } = outbox.counts(stackId)
    return waiting + needsYou
  }
  const stacks: Stacks = new Stacks({
    settings: list,
    vault,
    apis,
    connect,
    countOpen,
    isGiven: (stack) => isGiven(stack, givenStacks),
    atRest: (stackId, work) => outbox.clearing.atRest(stackId, work),
    discardOpen: (stackId, count) => outbox.clearing.discardAll(stackId, count, 'stack_given_up'),
    onChanged: (stackId, what) => {
      // What was seen at another address, or as another customer, is not this stack's.
      if (what === 'removed' || what === 'moved') {
        thingChanged(stackId, null)
        readModel.forgetStack(stackId)
        groups.forget(stackId)
        answers.forget(stackId, what === 'moved')
        visiting.arrivals.forget(stackId)
      }
      if (what === 'removed') session.removed(stackId)
      else if (what === 'renamed') session.tell()
      else void session.recheck(stackId)
    }
  })
  const session: Session = new Session({
    activeStack: () => stacks.active(),
    allStacks: () => stacks.all(),
    apiOf: (stackId) => apis.of(stackId),
    probe: async (stackId) => {
      const reachability = await probe(stacks.mustKnow(stackId).baseUrl, transport)
      return reachability.reachable ? null : reachability.problem
    },
    idleTurns,
    counts: (stackId) => outbox.counts(stackId),
    isPaused: (stackId) => outbox.isPaused(stackId),
    progress: (stackId) => outbox.progress(stackId),
    storage: () => outbox.storageProblem,
    setGate: (stackId, gate) => outbox.setGate(stackId, gate),
    hurry: (stackId) => outbox.hurry(stackId),
    timing,
    policy: defaultWatchPolicy,
    onChanged: () => {
      alerts.poke()
      visiting.batch.poke()
      answers.poke()
      visiting.arrivals.poke()
      options.onSessionChanged()
    }
  })
  const groupMembership: GroupMembership = new GroupMembership({
    apiOf: (stackId) => apis.of(stackId),
    readModel,
    capabilities,
    openAssignments: (stackId) => queries.openAssignments(stackId)
  })
  const deletionFates: DeletionFates = new DeletionFates({
    readModel,
    groupOf: (stackId, tuid) => things.group(stackId, tuid),
    timing,
    onProblem: (error) => log.warn('groups', 'what became of the things of a deleted group is not known', { error })
  })
  const groups: GroupDirectory = new GroupDirectory({
    apiOf: (stackId) => apis.of(stackId),
    readModel,
    capabilities,
    openActions: (stackId) => journal.openOfGroups(stackId).flatMap(({ seq }) => outbox.action(seq) ?? []),
    membership: groupMembership,
    fates: deletionFates,
    now: timing.now
  })
  const things: ThingReader = new ThingReader({
    apiOf: (stackId) => apis.of(stackId),
    readModel,
    capabilities,
    newestDone: (stackId, tuid, type) => journal.newestDoneOfThing(stackId, tuid, type),
    now: timing.now,
    onMessages: (stackId, tuid, asked, found) => {
      answers.consider(stackId, tuid, asked, found)
      visiting.arrivals.considerMessages(stackId, tuid, found.messages, found.askedAt)
    }
  })
  const answers: CommandAnswers = new CommandAnswers({
    store: new SqliteAnswers(db),
    things,
    action: (seq) => outbox.action(seq),
    allStacks: () => stacks.all(),
    isOnline: (stackId) => session.isOnline(stackId),
    idleTurns,
    timing,
    log
  })

  /** From now on the thing may answer. */
  function commandDone(seq: number): void {
    const action = outbox.action(seq)
    if (action !== null) answers.actionChanged(action)
  }

  /** What is installed from now on may alert, and is listened for. */
  function statusDone(seq: number): void {
    alerts.poke()
    const action = outbox.action(seq)
    if (action !== null) visiting.arrivals.actionChanged(action)
  }

  /** Whoever reads from now on is told of the time after. */
  function thingChanged(stackId: string, tuid: string | null): void {
    things.changed(stackId, tuid)
    groupMembership.changed(stackId)
    options.onThingChanged(stackId, tuid)
  }

  const alerts: Alerts = new Alerts({
    onListed: (stackId, alerting) => visiting.arrivals.considerAlerts(stackId, alerting),
    apiOf: (stackId) => apis.of(stackId),
    readModel,
    capabilities,
    things,
    installedToday: (stackId) =>
      thingsInstalledToday((since, among) => journal.statusesDone(stackId, since, among), timing.now()),
    reachable: () => {
      const { stack, connection } = session.view()
      return connection === 'online' ? (stack?.id ?? null) : null
    },
    idleTurns,
    timing,
    log
  })

  const visiting: VisitAssembly = assembleVisits({
    dataFolder,
    db,
    recordsMayBeLost: database.damage !== null || database.found !== 'database',
    outbox,
    stacks,
    session,
    things,
    alerts,
    idleTurns,
    timing,
    log,
    onVisitChanged: options.onVisitChanged
  })

  return {
    settings,
    stacks,
    session,
    cache,
    capabilities,
    things,
    presence: options.presence,
    idleTurns,
    thingsMet: new ThingsMet(readModel, queries),
    groups,
    groupMembership,
    alerts,
    answers,
    fieldTests: new FieldTests({
      queries: new SqliteReporting(db),
      readModel,
      action: (seq) => outbox.action(seq)
    }),
    readModel,
    outbox,
    queue: new Queue(queries, outbox),
    manyDecisions: new ManyDecisions(queries, outbox, timing.now),
    ...visiting,
    notices() {
      const strangers = journal.stacksWithOpen().filter((stackId) => stacks.find(stackId) === null)
      return noticesOf({
        settings: settingsNotice,
        database,
        databaseFile: join(dataFolder, databaseFile),
        hadStacks,
        recalled,
        withoutStack: strangers.reduce((count, stackId) => count + countOpen(stackId), 0),
        quarantined: journal.countQuarantined()
      })
    },
    start() {
      answers.start()
      visiting.arrivals.start()
      outbox.start()
      session.start()
      visiting.batch.takeUp()
      visiting.photos.start()
      cache.start()
    },
    async stop(patience) {
      session.stop()
      alerts.stop()
      answers.stop()
      visiting.arrivals.stop()
      deletionFates.stop()
      await outbox.stop(patience)
      await cache.stop()
      await visiting.photos.stop()
      await transport.close()
      quietLog.stop()
      journal.close()
      db.close()
    }
  }
}
