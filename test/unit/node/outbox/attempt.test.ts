import { describe, expect, it } from 'vitest'
import {
  meaningOfBlindLook,
  meaningOfInterruption,
  meaningOfSend,
  meaningOfVerdict,
  type Circumstances
} from '../../../../src/main/outbox/attempt'
import type { LookOutcome, SendOutcome } from '../../../../src/main/outbox/courier'
import { defaultPolicy as policy } from '../../../../src/main/outbox/policy'

const now = 1_800_000_000_000
const circumstances: Circumstances = { now, failures: 3, mayStillHappenUntil: null, random: 1, policy }
const words = 'as the server put it'

/** After a fourth failure, with the worst of luck. */
const backoff = 16_000

type Meant = [outcome: SendOutcome, event: object, name: string, failures: number, closes: string | null]

const unknown = (httpStatus: number | null, retryAfterMs: number | null = null): SendOutcome => ({
  type: 'unknown',
  httpStatus,
  retryAfterMs,
  words
})
const busy = (retryAfterMs: number | null): SendOutcome & LookOutcome => ({
  type: 'busy',
  httpStatus: 429,
  retryAfterMs,
  words
})

describe('what the end of a send means', () => {
  it.each<Meant>([
    [{ type: 'accepted', httpStatus: 200, responsible: 'aino' }, { type: 'accepted' }, 'accepted', 0, null],
    [{ type: 'refused', httpStatus: 403, words }, { type: 'refused', isPerhapsSo: false }, 'refused', 0, null],
    [
      { type: 'contradicted', httpStatus: 200, words },
      { type: 'contradicted', lookNotBefore: now + 1_000, mayStillHappenUntil: now + policy.shownWithin },
      'contradicted',
      0,
      null
    ],
    [{ type: 'not_sent', words }, { type: 'not_done', notBefore: null }, 'not_sent', 3, 'offline'],
    [{ type: 'secret_missing', words }, { type: 'not_done', notBefore: null }, 'not_sent', 3, 'secret_missing'],
    [{ type: 'auth', words }, { type: 'not_done', notBefore: null }, 'auth', 3, 'signed_out'],
    [busy(null), { type: 'not_done', notBefore: now + backoff }, 'busy', 4, null],
    [busy(60_000), { type: 'not_done', notBefore: now + 60_000 }, 'busy', 4, null],
    [busy(0), { type: 'not_done', notBefore: now + policy.backoffFirst }, 'busy', 4, null],
    [busy(Number.MAX_SAFE_INTEGER), { type: 'not_done', notBefore: now + policy.longestRest }, 'busy', 4, null],
    ...[null, 408, 502, 504, 520].map((httpStatus): Meant => [
      unknown(httpStatus),
      { type: 'outcome_unknown', lookNotBefore: now + 1_000, mayStillHappenUntil: now + policy.inFlightAfterNoAnswer },
      'unknown',
      4,
      null
    ]),
    ...[200, 302, 500, 501, 503].map((httpStatus): Meant => [
      unknown(httpStatus),
      { type: 'outcome_unknown', lookNotBefore: now + 1_000, mayStillHappenUntil: now + policy.shownWithin },
      'unknown',
      4,
      null
    ]),
    [
      unknown(503, 20_000),
      { type: 'outcome_unknown', lookNotBefore: now + 20_000, mayStillHappenUntil: now + policy.shownWithin },
      'unknown',
      4,
      null
    ],
    [unknown(503, 86_400_000), { lookNotBefore: now + policy.longestRest }, 'unknown', 4, null]
  ])('%j', (outcome, event, name, failures, closes) => {
    const meaning = meaningOfSend(outcome, circumstances)
    expect(meaning).toMatchObject({ event, outcome: name, failures, closes })
    expect(meaning.words).toBe('words' in outcome ? words : null)
    expect(meaning.responsible).toBe(outcome.type === 'accepted' ? 'aino' : null)
  })
})

describe('the rest of its stack', () => {
  it.each<[outcome: SendOutcome & LookOutcome, restUntil: number | null]>([
    [busy(null), now + backoff],
    [busy(30_000), now + 30_000],
    [busy(600_000), now + policy.longestStackRest],
    [{ type: 'unknown', httpStatus: 503, retryAfterMs: 30_000, words }, now + 30_000],
    [{ type: 'unknown', httpStatus: 503, retryAfterMs: 600_000, words }, now + policy.longestStackRest],
    [{ type: 'unknown', httpStatus: 503, retryAfterMs: null, words }, null],
    [{ type: 'unknown', httpStatus: null, retryAfterMs: null, words }, null],
    [{ type: 'not_sent', words }, null],
    [{ type: 'auth', words }, null]
  ])('rests, after %j, as long as the server wants to be left alone, but not for ever', (outcome, restUntil) => {
    expect(meaningOfSend(outcome, circumstances).restUntil).toBe(restUntil)
    expect(meaningOfBlindLook(outcome, circumstances).restUntil).toBe(restUntil)
  })
})

describe('what a look that saw nothing means', () => {
  it.each<
    [
      outcome: Exclude<LookOutcome, { type: 'seen' }>,
      event: object,
      name: string,
      failures: number,
      closes: string | null
    ]
  >([
    [{ type: 'not_shown', httpStatus: 404, words }, { type: 'cannot_tell' }, 'cannot_tell', 3, null],
    [
      { type: 'unknown', httpStatus: 500, retryAfterMs: null, words },
      { type: 'look_failed', notBefore: now + backoff },
      'not_readable',
      4,
      null
    ],
    [
      { type: 'unknown', httpStatus: 503, retryAfterMs: 60_000, words },
      { type: 'look_failed', notBefore: now + 60_000 },
      'not_readable',
      4,
      null
    ],
    [
      { type: 'unknown', httpStatus: 503, retryAfterMs: 86_400_000, words },
      { type: 'look_failed', notBefore: now + policy.longestRest },
      'not_readable',
      4,
      null
    ],
    [{ type: 'not_sent', words }, { type: 'look_failed', notBefore: null }, 'not_sent', 3, 'offline'],
    [{ type: 'secret_missing', words }, { type: 'look_failed', notBefore: null }, 'not_sent', 3, 'secret_missing'],
    [{ type: 'auth', words }, { type: 'look_failed', notBefore: null }, 'auth', 3, 'signed_out'],
    [busy(60_000), { type: 'look_failed', notBefore: now + 60_000 }, 'busy', 4, null]
  ])('%j', (outcome, event, name, failures, closes) => {
    expect(meaningOfBlindLook(outcome, circumstances)).toMatchObject({ event, outcome: name, failures, closes, words })
  })
})

describe('what a verdict means', () => {
  const shows = { value: 'retired', since: now - 1, by: 'eero' }

  it('of found is the end, with who was responsible', () => {
    const meaning = meaningOfVerdict({ type: 'found', responsible: 'aino', wasSo: false }, 200, circumstances)
    expect(meaning).toMatchObject({ event: { type: 'found' }, outcome: 'found', responsible: 'aino', httpStatus: 200 })
  })

  it('of found tells when that was looked at, where it was so before', () => {
    const meaning = meaningOfVerdict({ type: 'found', responsible: null, wasSo: true }, 200, circumstances)
    expect(meaning.event).toMatchObject({ type: 'found', wasSo: { at: now } })
  })

  it.each(['conflict', 'cannot_tell'] as const)('of %s carries what the server shows to the person', (type) => {
    const meaning = meaningOfVerdict({ type, shows }, 200, circumstances)
    expect(meaning).toMatchObject({ event: { type, shows }, outcome: type })
  })

  it('of absent sends again, later with every send in the row that failed', () => {
    const meaning = meaningOfVerdict({ type: 'absent', shows }, 200, circumstances)
    expect(meaning.event).toEqual({
      type: 'absent',
      look: { at: now, again: now + policy.shownWithin, noLongerThan: now + policy.inFlightAfterNoAnswer },
      shows,
      sendNotBefore: now + backoff / 2
    })
    expect(meaning.failures).toBe(3)
  })

  it('of absent sends again at once what only an interruption had cut off', () => {
    const meaning = meaningOfVerdict({ type: 'absent', shows: null }, 200, { ...circumstances, failures: 0 })
    expect(meaning.event).toMatchObject({ sendNotBefore: null, shows: { value: null, since: null, by: null } })
  })
})

describe('looks while a request may still be acting', () => {
  /** When the looks come, in seconds after the request ended, if none finds anything and nothing is asked for. */
  function lookTimes(mayStillHappenUntil: number): number[] {
    const times: number[] = []
    let at = now + policy.firstLook
    while (times.length < 20 && at < mayStillHappenUntil) {
      times.push((at - now) / 1_000)
      const { event } = meaningOfVerdict({ type: 'absent', shows: null }, 200, {
        ...circumstances,
        now: at,
        mayStillHappenUntil
      })
      if (event.type !== 'absent') throw new Error('absent means absent')
      at = Math.min(event.look.again, mayStillHappenUntil)
    }
    return [...times, (at - now) / 1_000]
  }

  it('are a few, ever further apart until it can only be late to show, and one when it no longer can', () => {
    expect(lookTimes(now + policy.inFlightAfterNoAnswer)).toEqual([1, 2, 4, 8, 16, 32, 34, 38, 40])
  })

  it('are some fewer after an answer', () => {
    expect(lookTimes(now + policy.shownWithin)).toEqual([1, 2, 4, 8, 10])
  })

  it('do not crowd when a clock that was set back makes the end seem far', () => {
    const far = { ...circumstances, mayStillHappenUntil: now + 86_400_000 }
    const { event } = meaningOfVerdict({ type: 'conflict', shows: { value: 'a', since: null, by: null } }, 200, far)
    expect(event).toMatchObject({
      look: { again: now + policy.firstLook, noLongerThan: now + policy.inFlightAfterNoAnswer }
    })
  })
})

describe('an interruption', () => {
  const { longestAttempt, inFlightAfterNoAnswer } = policy

  it('is looked into at once, while the request may still be acting for as long as after any lost answer', () => {
    expect(meaningOfInterruption(now - 10_000, now, policy)).toEqual({
      type: 'outcome_unknown',
      lookNotBefore: now,
      mayStillHappenUntil: now + inFlightAfterNoAnswer
    })
  })

  it.each([
    ['a day ago', -86_400_000, longestAttempt - 86_400_000 + inFlightAfterNoAnswer],
    ['as long ago as an attempt can last', -longestAttempt, inFlightAfterNoAnswer],
    ['by a clock that was set back since', 86_400_000, inFlightAfterNoAnswer]
  ])('of an attempt that began %s', (_, began, until) => {
    const event = meaningOfInterruption(now + began, now, policy)
    expect(event).toMatchObject({ mayStillHappenUntil: now + until })
  })
})
