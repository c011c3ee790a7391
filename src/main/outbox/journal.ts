import type { Attempt, AttemptOutcome, Base, Intent, IntentType, Receipt } from '@shared/domain/action'
import type { Instant } from '@shared/domain/thing'
import type { Quarantined } from '@shared/ipc/channels'
import type { Life } from './stateMachine'

/** An action as the journal keeps it. */
export interface JournalEntry {
  readonly id: string
  readonly seq: number
  readonly stackId: string
  readonly intent: Intent
  readonly transactionId: number | null
  readonly base: Base
  readonly capturedAt: Instant
  readonly life: Life
  /** When the first attempt began that may have acted; null while all of them provably did not. */
  readonly firstSentAt: Instant | null
  readonly attemptCount: number
  /** Failed attempts in a row, for the backoff. */
  readonly failures: number
  readonly lastAttempt: Attempt | null
  readonly receipt: Receipt | null
  readonly discardReason: string | null
}

export interface NewEntry extends Pick<
  JournalEntry,
  'id' | 'stackId' | 'intent' | 'transactionId' | 'base' | 'capturedAt'
> {
  /** Index, in the same capture, of the entry whose target is this one's base; it becomes `base.after`. */
  readonly buildsOn: number | null
}

/** The end of an attempt, written together with the change it caused. */
export interface AttemptEnd {
  readonly endedAt: Instant
  readonly outcome: AttemptOutcome
  readonly httpStatus: number | null
  readonly words: string | null
}

/** One change of one action; all of one call are written in one transaction. */
export interface Change {
  readonly seq: number
  readonly life: Life
  readonly failures?: number
  readonly base?: Base
  readonly receipt?: Receipt
  readonly discardReason?: string
  readonly firstSentAt?: Instant | null
  readonly startAttempt?: { readonly kind: Attempt['kind']; readonly startedAt: Instant }
  readonly endAttempt?: AttemptEnd
}

/** What the outbox keeps in memory of an open action. */
export type OpenEntry = Pick<JournalEntry, 'seq' | 'intent' | 'base' | 'life'>

/** Some open entries in the order of their sequence numbers. */
export interface OpenPage {
  readonly entries: readonly OpenEntry[]
  /** Where the next page begins; null when this was the last. */
  readonly next: number | null
}

/** A status that was set by an action, and when that was settled. */
export interface DoneStatus {
  readonly tuid: string
  readonly status: string
  readonly at: Instant
}

export interface StateCounts {
  readonly waiting: number
  readonly sending: number
  readonly needsYou: number
}

/**
 * The durable record. Every method that writes returns when the change is on disk, or throws a ProblemError
 * (disk_full, read_only, not_saved) and has changed nothing.
 */
export interface Journal {
  /**
   * Writes all or none.
   * @param alongside writes what belongs to them in the same transaction; when it throws, nothing was written at all
   */
  capture(entries: readonly NewEntry[], alongside?: (captured: readonly JournalEntry[]) => void): JournalEntry[]
  apply(changes: readonly Change[]): void
  /**
   * The same without holding up the app while the disk works. Throws when nothing was changed; otherwise every reading
   * here shows the change at once, and the promise resolves when it is on disk, or rejects when nobody knows whether it
   * is.
   */
  applyMeanwhile(changes: readonly Change[]): Promise<void>
  /** Writes, and changes nothing: whether the disk takes anything. */
  touch(): void
  /** At most `limit` open entries of a stack with a sequence number above `after`. */
  openEntries(stackId: string, after: number, limit: number): OpenPage
  stacksWithOpen(): string[]
  /** Entries of all stacks that are being sent, or were when an earlier run of the app ended. */
  sending(): JournalEntry[]
  bySeq(seq: number): JournalEntry | null
  byId(id: string): JournalEntry | null
  attempts(seq: number): Attempt[]
  /** Open entries captured after this one, oldest first, a few at a time. */
  openAfter(stackId: string, seq: number): Iterable<JournalEntry>
  quarantined(): Quarantined[]
  countOpen(stackId: string): StateCounts
  /** The newest entry of this type about a thing that was not discarded, open or done. */
  latestOfThing(stackId: string, tuid: string, type: IntentType): JournalEntry | null
  /** Its number, of those that are done; 0 when none is. */
  newestDoneOfThing(stackId: string, tuid: string, type: IntentType): number
  /** Open entries about groups as such (create, rename, delete), oldest first. */
  openOfGroups(stackId: string): JournalEntry[]
  /** Entries that have renamed or deleted this group, or may have: done, or sent whatever became of it. Oldest first. */
  sentEndsOfGroup(stackId: string, groupId: string): JournalEntry[]
  /** Statuses settled since an instant, newest action first; only the newest `among` actions of the stack are looked at. */
  statusesDone(stackId: string, since: Instant, among: number): DoneStatus[]
  /**
   * The first of so many numbers in a row that no command of this stack has carried before; they are used up even if the
   * capture fails.
   */
  nextTransactionIds(stackId: string, count: number): number
}
