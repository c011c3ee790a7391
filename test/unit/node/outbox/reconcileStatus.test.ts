import { describe, expect, it } from 'vitest'
import type { Base } from '@shared/domain/action'
import type { InstallationRecord } from '@shared/domain/thing'
import { noBelief } from '../../../../src/main/outbox/beliefs'
import { reconcile, type Question } from '../../../../src/main/outbox/reconcile'

/** All times are minutes from the moment of capture, by the clock that each belongs to. */
const minute = 60_000
const captured = 1_800_000_000_000
const at = (minutes: number): number => captured + minutes * minute

const record = (status: string, minutes: number | null, responsible: string | null = 'aino'): InstallationRecord => ({
  status,
  at: minutes === null ? null : at(minutes),
  responsible
})

interface Situation {
  /** What the laptop has read: a status, or that there was none, and since when; missing: nothing was ever read. */
  read?: { value: string | null; since?: number }
  /** What its own earlier actions have made true since. */
  own?: string[]
  /** Those of them that a person has discarded, although they may have happened. */
  perhaps?: string[]
  /** Null or missing: never sent. */
  sent?: number | null
  history: InstallationRecord[]
  complete?: boolean
  /** Null or missing: the server does not tell its time. */
  serverAhead?: number | null
}

/** The wish is always the same: that the thing be `installed`. */
function verdictOf({
  read,
  own = [],
  perhaps = [],
  sent = null,
  history,
  complete = true,
  serverAhead = null
}: Situation) {
  const reading: Base =
    read === undefined
      ? noBelief
      : { value: read.value, since: read.since === undefined ? null : at(read.since), asOf: at(-1), after: null }
  const done = own.filter((target) => !perhaps.includes(target)).at(-1)
  const question: Question = {
    intent: { type: 'status', tuid: 'TSPR04EZU31901021', status: 'installed' },
    base: done === undefined ? reading : { value: done, since: null, asOf: null, after: null },
    ground: { read: reading, capturedAt: captured, own, perhaps },
    outdated: [],
    transactionId: null,
    arrived: [],
    firstSentAt: sent === null ? null : at(sent)
  }
  const ahead = serverAhead === null ? null : serverAhead * minute
  return reconcile(question, { type: 'status', history, complete, serverAhead: ahead })
}

const readNew = { value: 'new', since: -60 }
const readInstalled = { value: 'installed', since: -60 }
const wasNew = record('new', -60)

/** The verdict in one line: found by whom, absent or conflict with what. */
function told(situation: Situation): string {
  const verdict = verdictOf(situation)
  if (verdict.type === 'found') return `found (${verdict.responsible ?? 'nobody named'})`
  return `${verdict.type} (${verdict.shows?.value ?? 'nothing'})`
}

type Case = [what: string, situation: Situation, verdict: string]

describe('a status that was read before', () => {
  it.each<Case>([
    ['is unchanged before it is first sent', { read: readNew, history: [wasNew] }, 'absent (new)'],
    ['is unchanged after it was sent', { read: readNew, sent: 1, history: [wasNew] }, 'absent (new)'],
    [
      'is there after it was sent',
      { read: readNew, sent: 1, history: [wasNew, record('installed', 1)] },
      'found (aino)'
    ],
    [
      'was set by somebody else meanwhile to the same',
      { read: readNew, history: [wasNew, record('installed', -5, 'eero')] },
      'found (eero)'
    ],
    [
      'was set by somebody else before the capture to a third',
      { read: readNew, history: [wasNew, record('retired', -5)] },
      'conflict (retired)'
    ],
    [
      'was set by somebody else after the capture to a third',
      { read: readNew, history: [wasNew, record('retired', 5)] },
      'conflict (retired)'
    ],
    [
      'was set by somebody else to a third after ours was sent and did not happen',
      { read: readNew, sent: 1, history: [wasNew, record('retired', 2)] },
      'conflict (retired)'
    ],
    [
      'was set, and then changed to a third: ours has happened',
      { read: readNew, sent: 1, history: [wasNew, record('installed', 1), record('retired', 2, 'eero')] },
      'found (aino)'
    ],
    [
      'was set, and then set back: ours has happened',
      { read: readNew, sent: 1, history: [wasNew, record('installed', 1), record('new', 2, 'eero')] },
      'found (aino)'
    ],
    [
      'had the same target long before: that was not ours',
      { read: readNew, sent: 1, history: [record('installed', -90), wasNew] },
      'absent (new)'
    ],
    [
      'had the same target long before and a third now',
      { read: readNew, sent: 1, history: [record('installed', -90), wasNew, record('retired', 2)] },
      'conflict (retired)'
    ],
    ['is one nobody has heard of', { read: readNew, history: [wasNew, record('lent out', -5)] }, 'conflict (lent out)'],
    ['has lost its history', { read: readNew, sent: 1, history: [] }, 'absent (nothing)']
  ])('%s', (_, situation, verdict) => {
    expect(told(situation)).toBe(verdict)
  })
})

describe('a status nobody has read', () => {
  it.each<Case>([
    ['has no history', { history: [] }, 'absent (nothing)'],
    ['has an older third', { history: [record('retired', -5)] }, 'absent (retired)'],
    ['got a third about the moment of capture', { history: [record('retired', -1)] }, 'conflict (retired)'],
    ['got a third from somebody after the capture', { history: [record('retired', 5)] }, 'conflict (retired)'],
    ['has a third that does not say since when', { history: [record('retired', null)] }, 'absent (retired)'],
    [
      'was the same long ago: that is not what was asked for now',
      { history: [record('installed', -500)] },
      'absent (installed)'
    ],
    ['got the same from somebody after the capture', { history: [record('installed', 5, 'eero')] }, 'found (eero)'],
    ['is there after it was sent', { sent: 1, history: [record('installed', 1)] }, 'found (aino)'],
    ['is there without a time after it was sent', { sent: 1, history: [record('installed', null)] }, 'found (aino)'],
    [
      'was set, and then changed to a third: ours has happened',
      { sent: 1, history: [record('installed', 1), record('retired', 9)] },
      'found (aino)'
    ]
  ])('%s', (_, situation, verdict) => {
    expect(told(situation)).toBe(verdict)
  })

  describe('by a server that tells its time', () => {
    const second = 1 / 60

    it.each([0, -300, 300])(
      '%i minutes ahead of ours: knows to the second what came after the capture',
      (serverAhead) => {
        const third = (minutes: number) => told({ serverAhead, history: [record('retired', serverAhead + minutes)] })
        expect(third(-5 * second)).toBe('absent (retired)')
        expect(third(5 * second)).toBe('conflict (retired)')
        // Its own time and that of the record may each be cut to the second.
        expect(third(-0.9 * second)).toBe('conflict (retired)')
        expect(told({ serverAhead, history: [record('installed', serverAhead + second)] })).toBe('found (aino)')
      }
    )

    it.each([-300, 300])('%i minutes ahead of ours: finds what we sent, though it was changed since', (serverAhead) => {
      const history = [record('installed', serverAhead + 1), record('retired', serverAhead + 2)]
      expect(told({ serverAhead, sent: 1, history })).toBe('found (aino)')
    })
  })
})

describe('a status that was read when there was none', () => {
  const read = { value: null }

  it.each<Case>([
    ['has none still', { read, history: [] }, 'absent (nothing)'],
    ['has none still after it was sent', { read, sent: 1, history: [] }, 'absent (nothing)'],
    ['got a third at about the time', { read, history: [record('retired', 0.1)] }, 'conflict (retired)'],
    ['got a third by a clock that is far behind', { read, history: [record('retired', -600)] }, 'conflict (retired)'],
    ['got a third without a time', { read, history: [record('retired', null)] }, 'conflict (retired)'],
    ['got the same from somebody else', { read, history: [record('installed', -600, 'eero')] }, 'found (eero)'],
    ['is there after it was sent', { read, sent: 1, history: [record('installed', -600)] }, 'found (aino)'],
    [
      'is there after it was sent, and was changed since',
      { read, sent: 1, history: [record('installed', -600), record('retired', -599)] },
      'found (aino)'
    ]
  ])('%s', (_, situation, verdict) => {
    expect(told(situation)).toBe(verdict)
  })
})

describe('a status that is wanted although it is there', () => {
  it.each<Case>([
    ['is sent', { read: readInstalled, history: [record('installed', -60)] }, 'absent (installed)'],
    [
      'is sent again while only the old record shows',
      { read: readInstalled, sent: 1, history: [record('installed', -60)] },
      'absent (installed)'
    ],
    [
      'is there when a newer record shows',
      { read: readInstalled, sent: 1, history: [record('installed', -60), record('installed', 1)] },
      'found (aino)'
    ],
    [
      'is there when somebody else set it once more',
      { read: readInstalled, history: [record('installed', -60), record('installed', -5, 'eero')] },
      'found (eero)'
    ],
    [
      'is there when a record shows of the time of sending',
      { read: { value: 'installed' }, sent: 1, history: [record('installed', -60), record('installed', 1)] },
      'found (aino)'
    ],
    [
      'is sent when only our earlier record shows',
      { read: { value: 'installed' }, history: [record('installed', -3)] },
      'absent (installed)'
    ],
    [
      'meets a third',
      { read: readInstalled, history: [record('installed', -60), record('retired', -5)] },
      'conflict (retired)'
    ]
  ])('%s', (_, situation, verdict) => {
    expect(told(situation)).toBe(verdict)
  })
})

describe('a status that builds on our own earlier ones', () => {
  const read = readNew
  const own = ['installed', 'retired']
  const marks = [wasNew, record('installed', -3), record('retired', -2)]
  const twice = ['installed']
  const once = [wasNew, record('installed', -2)]

  it.each<Case>([
    [
      'has not happened: the same target of before is not this one',
      { read, own, sent: -1, history: marks },
      'absent (retired)'
    ],
    ['has happened', { read, own, sent: -1, history: [...marks, record('installed', -1)] }, 'found (aino)'],
    ['met a third', { read, own, sent: -1, history: [...marks, record('quarantine', 1)] }, 'conflict (quarantine)'],
    [
      'met the very status they began with, set by somebody else',
      { read, own, sent: -1, history: [...marks, record('new', 1)] },
      'conflict (new)'
    ],
    [
      'has happened and was changed',
      { read, own, sent: -1, history: [...marks, record('installed', -1), record('quarantine', 1)] },
      'found (aino)'
    ],
    [
      'has happened, and somebody has set back what it was built on',
      {
        read,
        own: ['retired'],
        sent: -1,
        history: [wasNew, record('retired', -3), record('installed', -1), record('retired', 1)]
      },
      'found (aino)'
    ],
    [
      'has not happened, and somebody has set once more what it was built on',
      { read, own: ['retired'], sent: -1, history: [wasNew, record('retired', -3), record('retired', 1)] },
      'absent (retired)'
    ],
    ['set twice on purpose, is there once', { read, own: twice, sent: -1, history: once }, 'absent (installed)'],
    [
      'set twice on purpose, is there twice',
      { read, own: twice, sent: -1, history: [...once, record('installed', -1)] },
      'found (aino)'
    ],
    ['set twice on purpose, was not sent yet', { read, own: twice, history: once }, 'absent (installed)'],
    [
      'set twice on purpose where there was none, is there twice',
      { read: { value: null }, own: twice, sent: -1, history: [record('installed', -2), record('installed', -1)] },
      'found (aino)'
    ],
    [
      'set where nobody had read, is there beside our earlier one',
      { own: ['retired'], sent: 1, history: [record('retired', 0.5), record('installed', 1)] },
      'found (aino)'
    ],
    [
      'set where nobody had read, is not there beside our earlier one',
      { own: ['retired'], sent: 1, history: [record('installed', -500), record('retired', 0.5)] },
      'absent (retired)'
    ],
    [
      'one of which left no mark, since only a person said that it was done',
      { read, own: ['quarantine'], history: [wasNew] },
      'conflict (new)'
    ]
  ])('%s', (_, situation, verdict) => {
    expect(told(situation)).toBe(verdict)
  })
})

describe('a status that builds on one that was discarded, but had perhaps happened', () => {
  const given = { read: readNew, own: ['retired'], perhaps: ['retired'] }

  it.each<Case>([
    ['is no conflict with it', { ...given, history: [wasNew, record('retired', -2)] }, 'absent (retired)'],
    ['is none where it has not happened', { ...given, history: [wasNew] }, 'absent (new)'],
    ['meets a third', { ...given, history: [wasNew, record('retired', -2), record('lost', -1)] }, 'conflict (lost)'],
    [
      'is not found in it when the same was wanted',
      {
        read: readNew,
        own: ['installed'],
        perhaps: ['installed'],
        sent: 1,
        history: [wasNew, record('installed', -2)]
      },
      'absent (installed)'
    ]
  ])('%s', (_, situation, verdict) => {
    expect(told(situation)).toBe(verdict)
  })
})

describe('records of the same second', () => {
  const sameSecond = [record('installed', -1), record('retired', -1)]

  it.each([sameSecond, sameSecond.toReversed()])('are told apart by what we know to be ours: %#', (...history) => {
    const marks = [...history, wasNew]
    const read = readNew
    expect(told({ read, own: ['retired'], sent: -1, history: marks })).toBe('found (aino)')
    expect(told({ read, own: ['installed', 'retired'], sent: -1, history: marks })).toMatch(/^absent/)
    expect(told({ read, own: ['installed', 'retired'], sent: -1, history: [record('installed', -1), ...marks] })).toBe(
      'found (aino)'
    )
  })

  it('are newer the further in front they are', () => {
    const read = { value: 'retired', since: -1 }
    const [ours, theirs] = sameSecond
    if (!ours || !theirs) throw new Error('two were made')
    expect(told({ read, sent: -1, history: [ours, theirs, wasNew] })).toBe('found (aino)')
    expect(told({ read, sent: -1, history: [theirs, ours, wasNew] })).toBe('absent (retired)')
  })

  it('are twice the same when the same was set twice', () => {
    const read = { value: 'installed', since: -1 }
    const twice = [record('installed', -1, 'aino'), record('installed', -1, 'eero')]
    expect(told({ read, sent: -1, history: twice })).toBe('found (aino)')
  })
})

describe("a laptop's clock", () => {
  it.each([-300, 300])('may be %i minutes off without doubling or losing a status', (off) => {
    const sent = 1 + off
    const done = [wasNew, record('installed', 1)]
    expect(told({ read: readNew, sent, history: done })).toBe('found (aino)')
    expect(told({ read: readNew, sent, history: [...done, record('retired', 2)] })).toBe('found (aino)')
    expect(told({ read: readNew, sent, history: [record('installed', -90), wasNew] })).toBe('absent (new)')
    expect(told({ read: readInstalled, sent, history: [record('installed', -60)] })).toBe('absent (installed)')
    expect(told({ read: readInstalled, sent, history: [record('installed', -60), record('installed', 1)] })).toBe(
      'found (aino)'
    )
  })
})

it('reads a history in any order', () => {
  const history = [record('retired', 2, 'eero'), wasNew, record('installed', 1)]
  for (const order of [
    history,
    history.toReversed(),
    [history[2], history[0], history[1]].flatMap((one) => one ?? [])
  ]) {
    expect(told({ read: readNew, sent: 1, history: order })).toBe('found (aino)')
    expect(told({ read: readNew, history: order })).toBe('conflict (retired)')
  }
})

it('says since when and by whom the server shows something else', () => {
  expect(verdictOf({ read: readNew, history: [wasNew, record('retired', 5, 'eero')] })).toEqual({
    type: 'conflict',
    shows: { value: 'retired', since: at(5), by: 'eero' }
  })
})

describe('a record that could not be read', () => {
  it('may be ours: a person is asked before it is sent again', () => {
    expect(told({ read: readNew, sent: 1, history: [wasNew], complete: false })).toBe('cannot_tell (new)')
  })

  it('keeps nothing from being sent for the first time, and hides nothing that is there', () => {
    expect(told({ read: readNew, history: [wasNew], complete: false })).toBe('absent (new)')
    expect(told({ read: readNew, sent: 1, history: [record('installed', 1)], complete: false })).toBe('found (aino)')
  })
})
