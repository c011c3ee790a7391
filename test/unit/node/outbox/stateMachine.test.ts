import { describe, expect, it } from 'vitest'
import { actionStates, choices, needReasons, type ActionState, type Choice, type Need } from '@shared/domain/action'
import { newborn, nextLife, type Life, type LifeEvent } from '../../../../src/main/outbox/stateMachine'

const now = 1_000_000
const later = now + 5_000
const shows = { value: 'retired', since: now - 60_000, by: 'somebody' }

/** The choices a person has, by what they are asked about. */
const offered: Record<Need['reason'], Choice[]> = {
  refused: ['send_again', 'keep_theirs'],
  conflict: ['keep_theirs', 'send_again'],
  cannot_tell: ['mark_done', 'send_again'],
  contradicted: ['send_again', 'keep_theirs', 'mark_done']
}

function needs(reason: Need['reason'], seen: Partial<typeof shows> = {}): Life {
  const need: Need = {
    reason,
    serverShows: seen.value ?? null,
    serverShowsSince: seen.since ?? null,
    serverShowsBy: seen.by ?? null,
    choices: offered[reason]
  }
  return { ...newborn, state: 'needs_you', need }
}

const lives: Record<ActionState, Life> = {
  pending: { ...newborn, notBefore: now },
  sending: { ...newborn, state: 'sending' },
  unknown: { ...newborn, state: 'unknown', notBefore: now, mayStillHappenUntil: later },
  needs_you: needs('refused'),
  done: { ...newborn, state: 'done' },
  discarded: { ...newborn, state: 'discarded' }
}

/** A look when nothing can be in flight any more. */
const look = { at: later, again: later + 1_000, noLongerThan: later + 30_000 }
const absent = { type: 'absent', look, shows, sendNotBefore: later + 1 } as const

const events = {
  send_started: { type: 'send_started' },
  accepted: { type: 'accepted' },
  not_done: { type: 'not_done', notBefore: later },
  refused: { type: 'refused', isPerhapsSo: false, shows: { value: null, since: null, by: null } },
  outcome_unknown: { type: 'outcome_unknown', lookNotBefore: now + 1, mayStillHappenUntil: later },
  contradicted: { type: 'contradicted', lookNotBefore: now + 1, mayStillHappenUntil: later },
  found: { type: 'found' },
  absent,
  conflict: { type: 'conflict', look, shows },
  cannot_tell: { type: 'cannot_tell', look, shows },
  look_failed: { type: 'look_failed', notBefore: later },
  retry: { type: 'retry' },
  settle: { type: 'settle', choice: 'send_again' },
  discard: { type: 'discard' }
} as const satisfies { [T in LifeEvent['type']]: LifeEvent & { type: T } }

// The keys of an object literal are all it has.
const eventTypes = Object.keys(events) as (keyof typeof events)[]

/** What every event leads to; a pair that is not here must be impossible. */
const leadsTo: Record<ActionState, Partial<Record<LifeEvent['type'], Life>>> = {
  pending: {
    send_started: lives.sending,
    found: lives.done,
    conflict: needs('conflict', shows),
    look_failed: { ...newborn, notBefore: later },
    retry: newborn,
    discard: lives.discarded
  },
  sending: {
    accepted: lives.done,
    found: lives.done,
    not_done: { ...newborn, notBefore: later },
    refused: needs('refused'),
    outcome_unknown: { ...newborn, state: 'unknown', notBefore: now + 1, mayStillHappenUntil: later },
    contradicted: {
      ...newborn,
      state: 'unknown',
      notBefore: now + 1,
      mayStillHappenUntil: later,
      contradicted: true
    }
  },
  unknown: {
    found: lives.done,
    absent: { ...newborn, notBefore: later + 1 },
    conflict: needs('conflict', shows),
    cannot_tell: needs('cannot_tell', shows),
    look_failed: { ...lives.unknown, notBefore: later },
    retry: { ...lives.unknown, notBefore: null },
    discard: { ...lives.discarded, mayStillHappenUntil: later }
  },
  needs_you: {
    settle: newborn,
    discard: lives.discarded
  },
  done: {},
  discarded: {}
}

const pairs = actionStates.flatMap((state) => eventTypes.map((type) => ({ state, type })))

describe('every state and every event', () => {
  it.each(pairs)('$state, $type', ({ state, type }) => {
    expect(nextLife(lives[state], events[type])).toEqual(leadsTo[state][type] ?? null)
  })
})

it('leads to "done" by nothing but the word of the server or of a person', () => {
  const ways = pairs.filter(({ state, type }) => nextLife(lives[state], events[type])?.state === 'done')
  expect([...new Set(ways.map(({ type }) => type))].toSorted()).toEqual(['accepted', 'found'])
})

it('sends nothing again but what provably did not happen or what a person wants sent', () => {
  const ways = pairs.filter(({ state, type }) => {
    return state !== 'pending' && nextLife(lives[state], events[type])?.state === 'pending'
  })
  expect(ways).toEqual([
    { state: 'sending', type: 'not_done' },
    { state: 'unknown', type: 'absent' },
    { state: 'needs_you', type: 'settle' }
  ])
})

describe('several commands of which some have arrived', () => {
  const some = { ...absent, arrived: [42] }
  const waiting: Life = { ...newborn, notBefore: later + 1, arrived: [42] }

  it('are sent again, but for those', () => {
    expect(nextLife(lives.unknown, some)).toEqual(waiting)
    expect(nextLife(waiting, events.send_started)).toEqual({ ...lives.sending, arrived: [42] })
  })

  it('stay arrived through every further attempt, and more are added', () => {
    const again = nextLife({ ...lives.sending, arrived: [42] }, events.outcome_unknown)
    expect(again).toMatchObject({ state: 'unknown', arrived: [42] })
    expect(again && nextLife(again, absent)).toEqual(waiting)
    expect(again && nextLife(again, { ...absent, arrived: [43] })).toEqual({ ...waiting, arrived: [42, 43] })
    expect(nextLife({ ...lives.sending, arrived: [42] }, events.not_done)).toMatchObject({ arrived: [42] })
  })

  it('stay arrived when a person has the rest sent again', () => {
    const asked = nextLife(lives.unknown, { ...events.cannot_tell, arrived: [42] })
    expect(asked).toEqual({ ...needs('cannot_tell', shows), arrived: [42] })
    expect(asked && nextLife(asked, events.settle)).toEqual({ ...newborn, arrived: [42] })
  })

  it('have arrived even where a look is too early to tell what has not', () => {
    const early = { at: later - 3_000, again: later - 2_000, noLongerThan: later + 27_000 }
    expect(nextLife(lives.unknown, { ...some, look: early })).toMatchObject({ state: 'unknown', arrived: [42] })
  })

  it('are forgotten when it is done', () => {
    expect(nextLife({ ...lives.unknown, arrived: [42] }, events.found)).toEqual(lives.done)
  })
})

describe('while the request may still be acting', () => {
  const early = { at: later - 3_000, again: later - 2_000, noLongerThan: later + 27_000 }

  it.each(['absent', 'conflict', 'cannot_tell'] as const)('%s is not believed: it is looked for again', (type) => {
    const waiting = nextLife(lives.unknown, { ...events[type], look: early })
    expect(waiting).toEqual({ ...lives.unknown, notBefore: early.again })
    expect(waiting && nextLife(waiting, events[type])).toEqual(leadsTo.unknown[type])
  })

  it('the last look is the moment it no longer can', () => {
    const waiting = nextLife(lives.unknown, { ...absent, look: { ...early, again: later + 500 } })
    expect(waiting).toEqual({ ...lives.unknown, notBefore: later })
  })

  it('found is believed at once', () => {
    expect(nextLife(lives.unknown, events.found)).toEqual(lives.done)
  })

  it('found is not when it was so before anything was sent', () => {
    const waiting = nextLife(lives.unknown, { type: 'found', wasSo: early })
    expect(waiting).toEqual({ ...lives.unknown, notBefore: early.again })
    expect(waiting && nextLife(waiting, { type: 'found', wasSo: look })).toEqual(lives.done)
  })

  it('is not for days because of a clock that was set back meanwhile', () => {
    const far = { ...lives.unknown, mayStillHappenUntil: later + 86_400_000 }
    const waiting = nextLife(far, absent)
    expect(waiting).toEqual({ ...far, notBefore: look.again, mayStillHappenUntil: look.noLongerThan })
    const last = { at: look.noLongerThan, again: look.noLongerThan + 1, noLongerThan: look.noLongerThan + 30_000 }
    expect(waiting && nextLife(waiting, { ...absent, look: last })?.state).toBe('pending')
  })
})

describe('not found after a "yes" to another value', () => {
  it('goes to a person, with what the server shows, when the server had said yes and named another value', () => {
    const contradicted: Life = { ...lives.unknown, mayStillHappenUntil: null, contradicted: true }
    expect(nextLife(contradicted, absent)).toEqual(needs('contradicted', shows))
  })

  it('is remembered as contradicted however often the look fails', () => {
    const contradicted: Life = { ...lives.unknown, mayStillHappenUntil: null, contradicted: true }
    expect(nextLife(contradicted, events.look_failed)?.contradicted).toBe(true)
  })
})

describe('refused because it is so already, as the server says and nobody can see', () => {
  const asSo = nextLife(lives.sending, { ...events.refused, isPerhapsSo: true, shows })

  it('can be taken for done or dropped, for it would be refused again', () => {
    expect(asSo).toEqual({
      ...needs('refused', shows),
      need: { ...needs('refused', shows).need, choices: ['mark_done', 'keep_theirs'] }
    })
  })

  it.each<[Choice, Life | null]>([
    ['mark_done', lives.done],
    ['keep_theirs', lives.discarded],
    ['send_again', null]
  ])('settled with %s', (choice, expected) => {
    expect(asSo && nextLife(asSo, { type: 'settle', choice })).toEqual(expected)
  })
})

describe('a person settles', () => {
  const settled: Record<Choice, Life> = {
    send_again: newborn,
    keep_theirs: lives.discarded,
    mark_done: lives.done
  }
  const questions = needReasons.flatMap((reason) => choices.map((choice) => ({ reason, choice })))

  it.each(questions)('$reason with $choice, if it was offered', ({ reason, choice }) => {
    const expected = offered[reason].includes(choice) ? settled[choice] : null
    expect(nextLife(needs(reason), { type: 'settle', choice })).toEqual(expected)
  })
})
