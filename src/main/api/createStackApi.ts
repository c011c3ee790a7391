import { ProblemError } from '@shared/domain/problem'
import { readBaseUrl } from '@shared/domain/stack'
import { createApiClient, type Timeouts } from './apiClient'
import { getAlertCount, getAlertingTuids } from './endpoints/alertSummary'
import { getCommands } from './endpoints/commandHistory'
import { getGeneralInfo } from './endpoints/generalInfo'
import { listGroups, listThingsOfGroup } from './endpoints/groupListing'
import { createGroup, deleteGroup, renameGroup } from './endpoints/groups'
import { getInstallations, setStatus } from './endpoints/installations'
import { getMessages } from './endpoints/messages'
import { sendCommands } from './endpoints/sendCommands'
import { getThingAlerts } from './endpoints/thingAlerts'
import { getGroup, setGroup } from './endpoints/thingGroup'
import type { Outcome } from './outcome'
import type { StackApi } from './stackApi'
import type { Credentials } from './tokenKeeper'
import type { Transport } from './transport/transport'

export interface StackApiOptions {
  /** As given by readBaseUrl. */
  readonly baseUrl: string
  /** Asked whenever a token is needed; null: there is no secret at hand. A ProblemError it throws becomes `not_sent`. */
  readonly credentials: () => Promise<Credentials | null>
  readonly transport: Transport
  /** Milliseconds since 1970; default Date.now. */
  readonly now?: () => number
  /** Milliseconds of a clock nobody can set; default performance.now. */
  readonly monotonicNow?: () => number
  readonly timeouts?: Partial<Timeouts>
  /** Told how every call ended, so that real traffic shows whether the stack can be reached. */
  readonly onOutcome?: (outcome: Outcome<unknown>) => void
}

export const defaultTimeouts: Timeouts = { readMs: 20_000, writeMs: 35_000 }

/** @throws ProblemError bad_url or not_https */
export function createStackApi(options: StackApiOptions): StackApi {
  const reading = readBaseUrl(options.baseUrl)
  if (!reading.ok) throw new ProblemError({ kind: reading.kind })
  const client = createApiClient({
    baseUrl: reading.baseUrl,
    credentials: options.credentials,
    transport: options.transport,
    now: options.now ?? Date.now,
    monotonicNow: options.monotonicNow ?? (() => performance.now()),
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    onOutcome: options.onOutcome ?? (() => undefined)
  })
  return {
    isSignedIn: () => client.isSignedIn(),
    signIn: (signal) => client.signIn(signal),
    getAlertingTuids: (signal) => getAlertingTuids(client, signal),
    getAlertCount: (signal) => getAlertCount(client, signal),
    getThingAlerts: (tuid, window, signal) => getThingAlerts(client, tuid, window, signal),
    getGeneralInfo: (tuid, signal) => getGeneralInfo(client, tuid, signal),
    getMessages: (tuid, filter, signal) => getMessages(client, tuid, filter, signal),
    getCommands: (tuid, filter, signal) => getCommands(client, tuid, filter, signal),
    getInstallations: (tuid, limits, signal) => getInstallations(client, tuid, limits, signal),
    getGroup: (tuid, signal) => getGroup(client, tuid, signal),
    sendCommands: (tuid, commands) => sendCommands(client, tuid, commands),
    setStatus: (tuid, status) => setStatus(client, tuid, status),
    setGroup: (tuid, groupId) => setGroup(client, tuid, groupId),
    createGroup: (groupId, description) => createGroup(client, groupId, description),
    renameGroup: (groupId, newGroupId) => renameGroup(client, groupId, newGroupId),
    deleteGroup: (groupId) => deleteGroup(client, groupId),
    listGroups: (limits, signal) => listGroups(client, limits, signal),
    listThingsOfGroup: (groupId, signal) => listThingsOfGroup(client, groupId, signal)
  }
}
