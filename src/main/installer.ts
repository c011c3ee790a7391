import { join } from 'node:path'
import { app } from 'electron'
import type { AppInfo, Notice } from '@shared/ipc/channels'
import { openDatabase } from './adapters/database/openDatabase'
import { SqliteJournal } from './adapters/database/sqliteJournal'
import { SqliteReadModel } from './adapters/database/sqliteReadModel'
import { OsKeychain } from './adapters/keychain/osKeychain'
import { proxyFor } from './adapters/network/proxy'
import { openSettings } from './adapters/settings/settingsFile'
import { createStackApi } from './api/createStackApi'
import { probe } from './api/probe'
import { createTransport } from './api/transport/createTransport'
import { StackCourier } from './delivery/stackCourier'
import { GroupDirectory } from './groups/groupDirectory'
import type { Features } from './ipc/handlers'
import { Outbox } from './outbox/outbox'
import { defaultPolicy } from './outbox/policy'
import type { Timing } from './outbox/timing'
import type { Log } from './ports/log'
import { Session } from './session/session'
import { defaultWatchPolicy } from './session/watch'
import { SecretVault } from './stacks/secretVault'
import { StackApis, type ConnectStack } from './stacks/stackApis'
import { Stacks } from './stacks/stacks'
import { LastSeenState } from './things/lastSeenState'
import { ThingReader } from './things/thingReader'

export interface InstallerOptions {
  readonly dataFolder: string
  readonly log: Log
  readonly timing: Timing
  readonly onActionChanged: (seq: number) => void
  readonly onSessionChanged: () => void
}

export interface Installer {
  readonly features: Features
  start(): void
  /** The laptop woke up or the network changed. */
  wake(): void
  /** Ends what is under way, as well as `patience` milliseconds allow, and closes the files. */
  stop(patience: number): Promise<void>
}

/** Puts the features and the adapters together. The only place that knows them all. */
export function createInstaller(options: InstallerOptions): Installer {
  const { dataFolder, log, timing } = options
  const { store: settings, notice: settingsNotice } = openSettings(dataFolder)
  const { db, damage } = openDatabase(dataFolder, timing.now)
  const journal = new SqliteJournal(db, timing.now)
  const readModel = new SqliteReadModel(db, log)
  const keychain = new OsKeychain({ entry: join(import.meta.dirname, 'keychain.js'), log })
  const transport = createTransport({ proxyFor: (url) => proxyFor(url, log) })
  const vault = new SecretVault(keychain, log)
  const connect: ConnectStack = (wanted) => createStackApi({ ...wanted, transport, now: timing.now })

  const apis = new StackApis(
    connect,
    vault,
    (stackId) => stacks.find(stackId),
    (stackId, outcome) => session.heard(stackId, outcome)
  )
  const outbox: Outbox = new Outbox({
    journal,
    courier: new StackCourier((stackId) => apis.of(stackId)),
    lastSeen: new LastSeenState(readModel),
    policy: defaultPolicy,
    timing,
    onGateClosed: (stackId, why) => session.gateClosed(stackId, why),
    onChanged: (stackId, seq) => {
      const entry = journal.bySeq(seq)
      if (entry?.life.state === 'done') groups.learn(stackId, entry.intent)
      session.needed(stackId)
      options.onActionChanged(seq)
    },
    onProblem: (what, error) => log.error('outbox', what, { error })
  })
  const countOpen = (stackId: string): number => {
    const { waiting, needsYou } = outbox.counts(stackId)
    return waiting + needsYou
  }
  const stacks: Stacks = new Stacks({
    settings,
    vault,
    apis,
    connect,
    countOpen,
    onChanged: (stackId, what) => {
      if (what === 'removed') {
        readModel.forgetStack(stackId)
        session.removed(stackId)
      } else {
        void session.recheck(stackId)
      }
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
    counts: (stackId) => outbox.counts(stackId),
    setGate: (stackId, gate) => outbox.setGate(stackId, gate),
    hurry: (stackId) => outbox.hurry(stackId),
    timing,
    policy: defaultWatchPolicy,
    onChanged: () => options.onSessionChanged()
  })
  const groups: GroupDirectory = new GroupDirectory({
    apiOf: (stackId) => apis.of(stackId),
    readModel,
    queuedIntents: (stackId) => journal.openOfGroups(stackId).map(({ intent }) => intent),
    now: timing.now
  })
  const things = new ThingReader({ apiOf: (stackId) => apis.of(stackId), readModel, now: timing.now })

  const notices: Notice[] = settingsNotice === null ? [] : [settingsNotice]
  if (damage !== null) notices.push({ kind: 'database_reset', detail: damage.movedTo })
  const info = (): AppInfo => ({
    version: app.getVersion(),
    platform: process.platform,
    electron: process.versions.electron,
    systemLanguage: app.getLocale(),
    dataFolder,
    notices: [...notices, ...quarantineNotice(journal.countQuarantined())]
  })

  return {
    features: { info, settings, stacks, session, things, groups, readModel, outbox, log },
    start() {
      outbox.start()
      session.start()
    },
    wake() {
      void session.checkAll()
    },
    async stop(patience) {
      session.stop()
      await outbox.stop(patience)
      keychain.stop()
      await transport.close()
      db.close()
    }
  }
}

function quarantineNotice(count: number): Notice[] {
  return count === 0 ? [] : [{ kind: 'quarantined_actions', detail: String(count) }]
}
