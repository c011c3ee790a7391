import type { AttemptOutcome } from '@shared/domain/action'
import type { Instant } from '@shared/domain/thing'
import type { Hindrance, LookOutcome, SendOutcome } from './courier'
import type { GateState } from './gate'
import { backoff, untilNextLook, type OutboxPolicy } from './policy'
import type { Verdict } from './reconcile'
import { nothingShown, type LifeEvent, type Look, type ServerShows } from './stateMachine'

/** What an attempt means: for the action's life, for its record, and for its whole stack. */
export interface Meaning {
  readonly event: LifeEvent
  readonly outcome: AttemptOutcome
  readonly httpStatus: number | null
  readonly words: string | null
  readonly responsible: string | null
  readonly failures: number
  /** Set when nothing of this stack can go on before somebody or something opens the way again. */
  readonly closes: Exclude<GateState, 'open'> | null
  /** Set when the server wants to be left alone: with everything of this stack, though not as long as with this. */
  readonly restUntil: Instant | null
}

export interface Circumstances {
  readonly now: Instant
  /** Failed attempts in a row before this one. */
  readonly failures: number
  /** Until when an earlier attempt may still be acting, if one may. */
  readonly mayStillHappenUntil: Instant | null
  /** From 0 to 1. */
  readonly random: number
  readonly policy: OutboxPolicy
}

export function meaningOfSend(outcome: SendOutcome, circumstances: Circumstances): Meaning {
  const { now, failures, policy } = circumstances
  switch (outcome.type) {
    case 'accepted':
      return { ...plain(outcome, { type: 'accepted' }, 'accepted'), responsible: outcome.responsible }
    case 'refused':
      return meaningOfRefusal(outcome, false, nothingShown)
    case 'contradicted': {
      const event: LifeEvent = {
        type: 'contradicted',
        lookNotBefore: now + policy.firstLook,
        mayStillHappenUntil: now + policy.shownWithin
      }
      return plain(outcome, event, 'contradicted')
    }
    case 'unknown': {
      const wait = Math.max(policy.firstLook, granted(outcome.retryAfterMs ?? 0, policy))
      const inFlight = stillInFlight(outcome.httpStatus) ? policy.inFlightAfterNoAnswer : policy.shownWithin
      const event: LifeEvent = {
        type: 'outcome_unknown',
        lookNotBefore: now + wait,
        mayStillHappenUntil: now + inFlight
      }
      const restUntil = stackRest(outcome.retryAfterMs === null ? null : now + wait, circumstances)
      return { ...plain(outcome, event, 'unknown'), failures: failures + 1, restUntil }
    }
    default: {
      const notBefore = restAfter(outcome, circumstances)
      return hindered(outcome, { type: 'not_done', notBefore }, circumstances, notBefore)
    }
  }
}

/** Until when an action rests that was hindered; null: until the way is open, which it will be told. */
function restAfter(outcome: Hindrance, { now, failures, random, policy }: Circumstances): Instant | null {
  if (outcome.type !== 'busy') return null
  const { retryAfterMs } = outcome
  if (retryAfterMs === null) return now + backoff(policy, failures + 1, random)
  // A server that says "at once" while it is busy is not taken at its word.
  return now + Math.max(granted(retryAfterMs, policy), policy.backoffFirst)
}

/** How long a server is left alone that asks for it: nobody's slip of the pen stops the work for days. */
function granted(retryAfterMs: number, policy: OutboxPolicy): number {
  return Math.min(retryAfterMs, policy.longestRest)
}

function stackRest(notBefore: Instant | null, { now, policy }: Circumstances): Instant | null {
  return notBefore === null ? null : Math.min(notBefore, now + policy.longestStackRest)
}

/** No answer, or the word of a gateway that lost whoever stands behind it (502, 504 …): that one may still be acting. */
function stillInFlight(httpStatus: number | null): boolean {
  return httpStatus === null || httpStatus === 408 || (httpStatus >= 502 && httpStatus !== 503)
}

/**
 * A clear no.
 * @param isPerhapsSo the no says that it is so already, and nobody could see whether it is
 */
export function meaningOfRefusal(
  refusal: Extract<SendOutcome, { type: 'refused' }>,
  isPerhapsSo: boolean,
  shows: ServerShows
): Meaning {
  return plain(refusal, { type: 'refused', isPerhapsSo, shows }, 'refused')
}

/** A look that saw something: the verdict is the meaning. */
export function meaningOfVerdict(verdict: Verdict, httpStatus: number, circumstances: Circumstances): Meaning {
  const { now, failures, random, policy } = circumstances
  const outcome = { httpStatus, words: null }
  const look = lookAt(circumstances)
  switch (verdict.type) {
    case 'found':
      return {
        ...plain(outcome, { type: 'found', ...(verdict.wasSo && { wasSo: look }) }, 'found'),
        responsible: verdict.responsible
      }
    case 'absent': {
      const event: LifeEvent = {
        type: 'absent',
        look,
        shows: verdict.shows ?? nothingShown,
        // The look succeeded, but the sends before it did not: a server that fails at each of them is left alone longer.
        sendNotBefore: failures === 0 ? null : now + backoff(policy, failures, random),
        ...(verdict.arrived && { arrived: verdict.arrived })
      }
      return { ...plain(outcome, event, 'absent'), failures }
    }
    case 'conflict':
      return { ...plain(outcome, { type: 'conflict', look, shows: verdict.shows }, 'conflict'), failures }
    case 'cannot_tell': {
      const { shows, arrived } = verdict
      const event: LifeEvent = { type: 'cannot_tell', look, shows, ...(arrived && { arrived }) }
      return { ...plain(outcome, event, 'cannot_tell'), failures }
    }
  }
}

function lookAt({ now, mayStillHappenUntil, policy }: Circumstances): Look {
  const left = (mayStillHappenUntil ?? now) - now
  return { at: now, again: now + untilNextLook(policy, left), noLongerThan: now + policy.inFlightAfterNoAnswer }
}

/** A look that saw nothing. */
export function meaningOfBlindLook(
  outcome: Exclude<LookOutcome, { type: 'seen' }>,
  circumstances: Circumstances
): Meaning {
  const { now, failures, random, policy } = circumstances
  switch (outcome.type) {
    case 'not_shown': {
      const event: LifeEvent = { type: 'cannot_tell', look: lookAt(circumstances), shows: nothingShown }
      return { ...plain(outcome, event, 'cannot_tell'), failures }
    }
    case 'unknown': {
      const wait = Math.max(granted(outcome.retryAfterMs ?? 0, policy), backoff(policy, failures + 1, random))
      const event: LifeEvent = { type: 'look_failed', notBefore: now + wait }
      const restUntil = stackRest(outcome.retryAfterMs === null ? null : now + wait, circumstances)
      return { ...plain(outcome, event, 'not_readable'), failures: failures + 1, restUntil }
    }
    default: {
      const notBefore = restAfter(outcome, circumstances)
      return hindered(outcome, { type: 'look_failed', notBefore }, circumstances, notBefore)
    }
  }
}

function plain(
  outcome: { readonly httpStatus: number | null; readonly words?: string | null },
  event: LifeEvent,
  name: AttemptOutcome
): Meaning {
  return {
    event,
    outcome: name,
    httpStatus: outcome.httpStatus,
    words: outcome.words ?? null,
    responsible: null,
    failures: 0,
    closes: null,
    restUntil: null
  }
}

function hindered(
  outcome: Hindrance,
  event: LifeEvent,
  circumstances: Circumstances,
  notBefore: Instant | null
): Meaning {
  const { failures } = circumstances
  const base = { event, words: outcome.words, responsible: null, restUntil: stackRest(notBefore, circumstances) }
  switch (outcome.type) {
    case 'not_sent':
      return { ...base, outcome: 'not_sent', httpStatus: null, failures, closes: 'offline' }
    case 'secret_missing':
      return { ...base, outcome: 'not_sent', httpStatus: null, failures, closes: 'secret_missing' }
    case 'auth':
      return { ...base, outcome: 'auth', httpStatus: 401, failures, closes: 'signed_out' }
    case 'busy':
      return { ...base, outcome: 'busy', httpStatus: outcome.httpStatus, failures: failures + 1, closes: null }
  }
}

/** An attempt that a crash or a quit cut off: nobody knows how it ended, nor when, but that it is over. */
export function meaningOfInterruption(startedAt: Instant, now: Instant, policy: OutboxPolicy): LifeEvent {
  const endedAt = Math.min(now, startedAt + policy.longestAttempt)
  return { type: 'outcome_unknown', lookNotBefore: now, mayStillHappenUntil: endedAt + policy.inFlightAfterNoAnswer }
}
