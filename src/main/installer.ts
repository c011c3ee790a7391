import { join } from 'node:path'
import { app } from 'electron'
import type { AppInfo } from '@shared/ipc/channels'
import { OsKeychain } from './adapters/keychain/osKeychain'
import { proxyFor } from './adapters/network/proxy'
import { createTransport } from './api/transport/createTransport'
import { assemble, type AssemblyOptions } from './assembly'
import type { Features } from './ipc/handlers'

export type InstallerOptions = Omit<AssemblyOptions, 'keychain' | 'transport'>

export interface Installer {
  readonly features: Features
  start(): void
  /** The laptop woke up or the network changed. */
  wake(): void
  /** Ends what is under way, as well as `patience` milliseconds allow, and closes the files. */
  stop(patience: number): Promise<void>
}

/** The features, together with what only the desktop has: its keychain, its proxy, its version. */
export function createInstaller(options: InstallerOptions): Installer {
  const { dataFolder, log } = options
  const keychain = new OsKeychain({ entry: join(import.meta.dirname, 'keychain.js'), log })
  const transport = createTransport({ proxyFor: (url) => proxyFor(url, log) })
  const { notices, start, stop, ...features } = assemble({ ...options, keychain, transport })
  const info = (): AppInfo => ({
    version: app.getVersion(),
    platform: process.platform,
    electron: process.versions.electron,
    systemLanguage: app.getLocale(),
    dataFolder,
    notices: notices()
  })

  return {
    features: { ...features, info, log },
    start,
    wake() {
      void features.session.wake()
    },
    async stop(patience) {
      await stop(patience)
      keychain.stop()
    }
  }
}
