import type { ActionState, Choice, Need } from '@shared/domain/action'
import type { Instant } from '@shared/domain/thing'

/**
 * The life of an action, whole. Read it top to bottom:
 *
 *   pending ──send──▶ sending ──accepted──▶ done
 *      ▲                 │ ├─ refused ─────▶ needs_you ──person──▶ pending | done | discarded
 *      │                 │ └─ no clear answer, crash ▶ unknown ──look──▶ done | pending | needs_you | unknown: too early
 *      └─ provably not done ┘
 *
 * Three rules carry everything: an action whose outcome is not known is looked up before it is sent again; while its
 * request may still be acting, nothing that a look shows is believed but that it has happened; and no event but the
 * server's word or a person's leads to `done` or `discarded`.
 */
export interface Life {
  readonly state: ActionState
  readonly need: Need | null
  /** Not to be tried before this instant. */
  readonly notBefore: Instant | null
  /**
   * While `unknown`: until when the request may still be acting, or what it did may not show yet. Kept when a person
   * discards it then, for what comes after it.
   */
  readonly mayStillHappenUntil: Instant | null
  /** The server accepted, but its answer named another value than ours. */
  readonly contradicted: boolean
  /**
   * Of several commands in one request: the numbers of those that a look has shown to be with the server, while not all
   * are. They are not sent again.
   */
  readonly arrived?: readonly number[]
}

export const newborn: Life = {
  state: 'pending',
  need: null,
  notBefore: null,
  mayStillHappenUntil: null,
  contradicted: false
}

export type LifeEvent =
  // a send
  | { readonly type: 'send_started' }
  | { readonly type: 'accepted' }
  | { readonly type: 'not_done'; readonly notBefore: Instant | null }
  /** `isPerhapsSo`: in words such as "exists already", and nobody could see whether it is. */
  | { readonly type: 'refused'; readonly isPerhapsSo: boolean; readonly shows: ServerShows }
  | { readonly type: 'outcome_unknown'; readonly lookNotBefore: Instant; readonly mayStillHappenUntil: Instant }
  | { readonly type: 'contradicted'; readonly lookNotBefore: Instant; readonly mayStillHappenUntil: Instant }
  // a look at the server, before the first send or after an unknown outcome
  | {
      readonly type: 'found'
      /** Set when it was so before anything was sent, which makes this look too early while the request may still act. */
      readonly wasSo?: Look
    }
  | {
      readonly type: 'absent'
      readonly look: Look
      readonly shows: ServerShows
      /** If it may be sent again: not before this. */
      readonly sendNotBefore: Instant | null
      readonly arrived?: readonly number[]
    }
  | { readonly type: 'conflict'; readonly look: Look; readonly shows: ServerShows }
  | {
      readonly type: 'cannot_tell'
      readonly look: Look
      readonly shows: ServerShows
      readonly arrived?: readonly number[]
    }
  | { readonly type: 'look_failed'; readonly notBefore: Instant | null }
  // a person
  | { readonly type: 'retry' }
  | { readonly type: 'settle'; readonly choice: Choice }
  | { readonly type: 'discard' }

/** When the server was looked at. */
export interface Look {
  readonly at: Instant
  /** When to look again if this was too early. */
  readonly again: Instant
  /** No request acts later than this, whatever a clock that was set back meanwhile makes of `mayStillHappenUntil`. */
  readonly noLongerThan: Instant
}

/** What it showed about the subject of the action. */
export interface ServerShows {
  readonly value: string | null
  readonly since: Instant | null
  readonly by: string | null
}

export const nothingShown: ServerShows = { value: null, since: null, by: null }

/** What makes sense for a person to choose, by why they are asked. */
const choicesFor: Readonly<Record<Need['reason'] | 'refused_as_so', readonly Choice[]>> = {
  refused: ['send_again', 'keep_theirs'],
  // Sent again, it would be refused again.
  refused_as_so: ['mark_done', 'keep_theirs'],
  conflict: ['keep_theirs', 'send_again'],
  cannot_tell: ['mark_done', 'send_again'],
  contradicted: ['send_again', 'keep_theirs', 'mark_done']
}

function needsPerson(reason: Need['reason'], shows: ServerShows, choices = choicesFor[reason]): Life {
  return {
    ...newborn,
    state: 'needs_you',
    need: {
      reason,
      serverShows: shows.value,
      serverShowsSince: shows.since,
      serverShowsBy: shows.by,
      choices: [...choices]
    }
  }
}

const done: Life = { ...newborn, state: 'done' }
const discarded: Life = { ...newborn, state: 'discarded' }

/**
 * @returns the life after the event, or null when the event cannot happen in this state: the caller has a stale
 * picture and must change nothing
 */
export function nextLife(life: Life, event: LifeEvent): Life | null {
  const next = stepped(life, event)
  if (next === null || next.state === 'done') return next
  const arrived = allArrived(life, event)
  return arrived.length === 0 ? next : { ...next, arrived }
}

/** What has arrived once stays arrived, whatever a later look shows. */
function allArrived(life: Life, event: LifeEvent): readonly number[] {
  const before = life.arrived ?? []
  const shown = event.type === 'absent' || event.type === 'cannot_tell' ? (event.arrived ?? []) : []
  return [...new Set([...before, ...shown])]
}

function stepped(life: Life, event: LifeEvent): Life | null {
  switch (life.state) {
    case 'pending':
      return fromPending(life, event)
    case 'sending':
      return fromSending(event)
    case 'unknown':
      return fromUnknown(life, event)
    case 'needs_you':
      return fromNeedsYou(life, event)
    case 'done':
    case 'discarded':
      return null
  }
}

function fromPending(life: Life, event: LifeEvent): Life | null {
  switch (event.type) {
    case 'send_started':
      return { ...newborn, state: 'sending' }
    // The look before the first send: it is there already, or somebody else was faster, or the way is not clear.
    case 'found':
      return done
    case 'conflict':
      return needsPerson('conflict', event.shows)
    case 'look_failed':
      return { ...life, notBefore: event.notBefore }
    case 'retry':
      return { ...life, notBefore: null }
    case 'discard':
      return discarded
    default:
      return null
  }
}

function fromSending(event: LifeEvent): Life | null {
  switch (event.type) {
    case 'accepted':
    // A refusal such as "exists already", checked on the spot: what we wanted is so.
    case 'found':
      return done
    case 'not_done':
      return { ...newborn, notBefore: event.notBefore }
    case 'refused':
      return needsPerson('refused', event.shows, event.isPerhapsSo ? choicesFor.refused_as_so : choicesFor.refused)
    case 'outcome_unknown':
    case 'contradicted':
      return {
        state: 'unknown',
        need: null,
        notBefore: event.lookNotBefore,
        mayStillHappenUntil: event.mayStillHappenUntil,
        contradicted: event.type === 'contradicted'
      }
    default:
      return null
  }
}

function fromUnknown(life: Life, event: LifeEvent): Life | null {
  switch (event.type) {
    case 'found':
      return (event.wasSo === undefined ? null : tooEarly(life, event.wasSo)) ?? done
    case 'absent':
      return tooEarly(life, event.look) ?? afterAbsent(life, event)
    case 'conflict':
    case 'cannot_tell':
      return tooEarly(life, event.look) ?? needsPerson(event.type, event.shows)
    case 'look_failed':
      return { ...life, notBefore: event.notBefore }
    case 'retry':
      return { ...life, notBefore: null }
    case 'discard':
      return { ...discarded, mayStillHappenUntil: life.mayStillHappenUntil }
    default:
      return null
  }
}

/** The same life, to be looked up again, while the request may still be acting; null when it no longer can. */
function tooEarly(life: Life, look: Look): Life | null {
  const until = Math.min(life.mayStillHappenUntil ?? look.at, look.noLongerThan)
  if (look.at >= until) return null
  return { ...life, notBefore: Math.min(look.again, until), mayStillHappenUntil: until }
}

/** What is not there, and can no longer come, is sent again; but not what the server had already said yes to. */
function afterAbsent(life: Life, event: Extract<LifeEvent, { type: 'absent' }>): Life {
  return life.contradicted ? needsPerson('contradicted', event.shows) : { ...newborn, notBefore: event.sendNotBefore }
}

function fromNeedsYou(life: Life, event: LifeEvent): Life | null {
  if (event.type === 'discard') return discarded
  if (event.type !== 'settle' || life.need?.choices.includes(event.choice) !== true) return null
  switch (event.choice) {
    case 'send_again':
      return newborn
    case 'keep_theirs':
      return discarded
    case 'mark_done':
      return done
  }
}
