import type { Problem } from '@shared/domain/problem'
import type { Instant } from '@shared/domain/thing'

/**
 * How one call to the API ended, told by what is known about its effect. A read can be asked again whatever it says;
 * for a write the type decides what may be done next (docs/architecture.md, "The outbox").
 *
 * Problem kinds that occur: offline, timeout, tls, cancelled, bad_credentials, not_this_api, secret_missing, not_found,
 * refused, busy, server_error, unreadable; and whatever the source of the credentials threw (keychain_locked …).
 */
export type Outcome<T> =
  | {
      readonly type: 'answered'
      readonly value: T
      /** When it was asked for, by this laptop's clock: what it tells may be as old as that. */
      readonly askedAt: Instant
      /** When it was answered, by this laptop's clock. */
      readonly at: Instant
      /** The same by the server's clock, to the second; missing where it does not tell. */
      readonly serverNow?: Instant
      readonly httpStatus: number
    }
  /** The request provably never reached the API: no name, no route, no connection, no TLS, no secret, no token. */
  | { readonly type: 'not_sent'; readonly problem: Problem }
  /** The API said no. A 200 with `renamed: false` or `deleted: false` is a no as well. */
  | { readonly type: 'refused'; readonly httpStatus: number; readonly problem: Problem }
  /** The credentials were refused, or a token that was fetched only just now. */
  | { readonly type: 'auth'; readonly problem: Problem }
  /** 429: the API did not act and wants to be left alone for a while. */
  | {
      readonly type: 'busy'
      readonly httpStatus: number
      readonly retryAfterMs: number | null
      readonly problem: Problem
    }
  /**
   * The API may or may not have acted: time-out, broken connection, redirect, 408, 5xx (503 too, it may be said after
   * acting), an answer that cannot be read or is somebody else's page. `httpStatus` null: no answer at all.
   */
  | {
      readonly type: 'unknown'
      readonly httpStatus: number | null
      readonly retryAfterMs: number | null
      readonly problem: Problem
    }

/** Every outcome that carries no value. */
export type Failure = Exclude<Outcome<never>, { type: 'answered' }>

/** What an endpoint answers that does not exist on this server, or is not for us (vendor fact: some are optional). */
const notOffered = [403, 404, 405]

/** Whether the server just cannot do this: to be remembered, and no fault to tell a technician of. */
export function isNotOffered(outcome: Outcome<unknown>): boolean {
  return outcome.type === 'refused' && notOffered.includes(outcome.httpStatus)
}
