import type { Intent } from '@shared/domain/action'
import type { InstallationRecord, Instant } from '@shared/domain/thing'

/** What the outbox hands over to be sent or looked up. */
export interface Parcel {
  readonly stackId: string
  readonly intent: Intent
  readonly transactionId: number | null
  /** Numbers of commands that are with the server already, and not to be sent again. */
  readonly arrived: readonly number[]
  /** When the first attempt to send began that may have acted, null before that. */
  readonly firstSentAt: Instant | null
}

/** The ways in which asking the server, to write or to read, can fail without a word about the action itself. */
export type Hindrance =
  | { readonly type: 'not_sent'; readonly words: string | null }
  | { readonly type: 'secret_missing'; readonly words: string | null }
  | { readonly type: 'auth'; readonly words: string | null }
  | {
      readonly type: 'busy'
      readonly httpStatus: number
      readonly retryAfterMs: number | null
      readonly words: string | null
    }

export type SendOutcome =
  | Hindrance
  | { readonly type: 'accepted'; readonly httpStatus: number; readonly responsible: string | null }
  /** By the server; without an HTTP status, by the API's own rules before anything was sent. */
  | { readonly type: 'refused'; readonly httpStatus: number | null; readonly words: string | null }
  /** A readable "yes" that names another value than ours. */
  | { readonly type: 'contradicted'; readonly httpStatus: number; readonly words: string | null }
  | {
      readonly type: 'unknown'
      /** Null when no answer came. */
      readonly httpStatus: number | null
      readonly retryAfterMs: number | null
      readonly words: string | null
    }

/**
 * What the server shows about the subject of an intent. `complete` false: the list was cut, or held something that
 * could not be read, so that what is missing from it proves nothing.
 */
export type Facts =
  | {
      readonly type: 'status'
      /** Newest first, also those of the same time. */
      readonly history: readonly InstallationRecord[]
      readonly complete: boolean
      /** How far the server's clock is ahead of this laptop's, in milliseconds; null where it does not tell. */
      readonly serverAhead: number | null
    }
  | { readonly type: 'group'; readonly groupId: string | null }
  | { readonly type: 'commands'; readonly transactionIds: readonly number[]; readonly complete: boolean }
  | { readonly type: 'groups'; readonly groupIds: readonly string[]; readonly complete: boolean }

export type LookOutcome =
  | { readonly type: 'seen'; readonly httpStatus: number; readonly facts: Facts }
  /** The server will not show it: unknown thing, no such endpoint, not allowed. */
  | { readonly type: 'not_shown'; readonly httpStatus: number; readonly words: string | null }
  | Hindrance
  | {
      readonly type: 'unknown'
      readonly httpStatus: number | null
      readonly retryAfterMs: number | null
      readonly words: string | null
    }

/** The outbox's way to the server. It must never repeat a write by itself. */
export interface Courier {
  send(parcel: Parcel): Promise<SendOutcome>
  look(parcel: Parcel): Promise<LookOutcome>
}
