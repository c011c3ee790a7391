import type { InstallationStatus } from '@shared/domain/installationStatus'
import type {
  AlertPeriod,
  CommandRecord,
  GeneralInfo,
  GroupOfThing,
  InstallationRecord,
  ListOf,
  ThingMessage
} from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import type { GroupEntry } from './endpoints/groupListing'
import type { CommandToSend, SentCommands } from './endpoints/sendCommands'
import type { Outcome } from './outcome'
import type { HistoryFilter, TimeWindow } from './query'

/**
 * One stack's API: one function for each operation, all answering with an {@link Outcome}. They reject only on a
 * programming error (a request that the API's own rules forbid). Reads may be cancelled, writes may not: a write that
 * is under way has to end with what is known about it.
 */
export interface StackApi {
  /** Whether a token is held that is good for another request. */
  isSignedIn(): boolean
  /** Asks for a token now, whatever is held. */
  signIn(signal?: AbortSignal): Promise<Outcome<void>>

  getAlertingTuids(signal?: AbortSignal): Promise<Outcome<ListOf<string>>>
  getAlertCount(signal?: AbortSignal): Promise<Outcome<number>>
  /** Newest first. */
  getThingAlerts(tuid: Tuid, window: TimeWindow, signal?: AbortSignal): Promise<Outcome<ListOf<AlertPeriod>>>
  getGeneralInfo(tuid: Tuid, signal?: AbortSignal): Promise<Outcome<GeneralInfo>>
  /** Newest first, each message once. */
  getMessages(
    tuid: Tuid,
    filter: HistoryFilter & { readonly limit: number },
    signal?: AbortSignal
  ): Promise<Outcome<ListOf<ThingMessage>>>
  /** Newest first. */
  getCommands(tuid: Tuid, filter: HistoryFilter, signal?: AbortSignal): Promise<Outcome<ListOf<CommandRecord>>>
  /** Newest first. */
  getInstallations(
    tuid: Tuid,
    options: { readonly limit?: number },
    signal?: AbortSignal
  ): Promise<Outcome<ListOf<InstallationRecord>>>
  getGroup(tuid: Tuid, signal?: AbortSignal): Promise<Outcome<GroupOfThing>>

  sendCommands(tuid: Tuid, commands: readonly CommandToSend[]): Promise<Outcome<SentCommands>>
  /** The status the API shows afterwards; null when it did not say. */
  setStatus(tuid: Tuid, status: InstallationStatus): Promise<Outcome<{ status: string | null }>>
  setGroup(tuid: Tuid, groupId: string): Promise<Outcome<{ groupId: string | null }>>
  createGroup(groupId: string, description: string | null): Promise<Outcome<{ groupId: string | null }>>
  renameGroup(groupId: string, newGroupId: string): Promise<Outcome<{ groupId: string | null }>>
  deleteGroup(groupId: string): Promise<Outcome<{ groupId: string | null }>>

  /** Not every stack can do this: `refused` with 403, 404 or 405 says so, and the caller remembers. */
  listGroups(
    options: { readonly query?: string; readonly limit?: number },
    signal?: AbortSignal
  ): Promise<Outcome<ListOf<GroupEntry>>>
  /** Not every stack can do this, see {@link StackApi.listGroups}. */
  listThingsOfGroup(groupId: string, signal?: AbortSignal): Promise<Outcome<ListOf<string>>>
}
