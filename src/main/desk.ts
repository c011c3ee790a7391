import type { OpenedSettings } from './adapters/settings/settingsFile'
import type { trustedSender } from './ipc/sender'
import type { Notice } from '@shared/ipc/channels'
import type { KeptLog } from './ports/log'
import type { Policy } from './ports/policy'
import type { Recoveries } from './recoveries'
import type { MainWindow } from './window/mainWindow'

/** What there is of the app before its database is open, and when that cannot be opened. */
export interface Desk {
  readonly dataFolder: string
  /** Where the built files of the main process lie. */
  readonly bundles: string
  readonly settings: OpenedSettings
  readonly policy: Policy | null
  /** Why the policy of this laptop cannot be used. */
  readonly policyNotice: Notice | null
  readonly recoveries: Recoveries
  /** The last run did not end in order. */
  readonly wasInterrupted: boolean
  readonly window: MainWindow
  readonly isTrusted: ReturnType<typeof trustedSender>
  readonly log: KeptLog
}
