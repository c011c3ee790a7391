import { join } from 'node:path'
import type { Notice } from '@shared/ipc/channels'
import { OsKeychain } from './adapters/keychain/osKeychain'
import { proxyFor } from './adapters/network/proxy'
import { SystemPresence } from './adapters/presence/systemPresence'
import { createTransport } from './api/transport/createTransport'
import { appInfo } from './appInfo'
import { assemble, type AssemblyOptions } from './assembly'
import type { Features } from './ipc/handlers'
import type { KeptLog } from './ports/log'
import type { Policy } from './ports/policy'
import type { Recoveries } from './recoveries'

export interface InstallerOptions extends Omit<
  AssemblyOptions,
  'keychain' | 'transport' | 'presence' | 'givenStacks' | 'log'
> {
  readonly log: KeptLog
  /** Where the built files of the main process lie. */
  readonly bundles: string
  readonly policy: Policy | null
  /** Why the policy of this laptop cannot be used. */
  readonly policyNotice: Notice | null
  readonly recoveries: Recoveries
}

export interface Installer {
  readonly features: Omit<Features, 'updates'>
  start(): void
  /** The laptop woke up or the network changed. */
  wake(): void
  /** Ends what is under way, as well as `patience` milliseconds allow, and closes the files. */
  stop(patience: number): Promise<void>
}

/**
 * The features, together with what only the desktop has: its keychain, its proxy, who is at it, its version.
 * @throws ProblemError newer_database, read_only, disk_full, not_saved when the database cannot be opened
 */
export function createInstaller(options: InstallerOptions): Installer {
  const { dataFolder, bundles, log, policy, policyNotice, recoveries } = options
  const keychain = new OsKeychain({ entry: join(bundles, 'keychain.js'), log })
  const presence = new SystemPresence(options.timing.monotonicNow, log)
  const transport = createTransport({ proxyFor: (url) => proxyFor(url, log) })
  const { notices, start, stop, ...features } = assemble({
    ...options,
    keychain,
    transport,
    presence,
    givenStacks: policy?.stacks ?? []
  })

  return {
    features: {
      ...features,
      info: () => appInfo(dataFolder, policyNotice === null ? notices() : [policyNotice, ...notices()]),
      support: { dataFolder, policy, recoveries },
      log,
      logFiles: () => log.files()
    },
    start() {
      presence.start()
      start()
    },
    wake() {
      void features.session.wake()
    },
    async stop(patience) {
      await stop(patience)
      keychain.stop()
      presence.stop()
    }
  }
}
