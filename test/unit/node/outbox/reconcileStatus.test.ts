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
  /** What the laptop believed: a status and, where it was read from the server, since when. */
  base?: { value: string | null; since?: number }
  /** Null or missing: never sent. */
  sent?: number | null
  history: InstallationRecord[]
  complete?: boolean
}

/** The wish is always the same: that the thing be `installed`. */
function verdictOf({ base, sent = null, history, complete = true }: Situation) {
  const belief: Base =
    base === undefined
      ? noBelief
      : { value: base.value, since: base.since === undefined ? null : at(base.since), asOf: at(-1), after: null }
  const question: Question = {
    intent: { type: 'status', tuid: 'TSPR04EZU31901021', status: 'installed' },
    base: belief,
    transactionId: null,
    capturedAt: captured,
    firstSentAt: sent === null ? null : at(sent)
  }
  return reconcile(question, { type: 'status', history, complete })
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
    ['is unchanged before it is first sent', { base: readNew, history: [wasNew] }, 'absent (new)'],
    ['is unchanged after it was sent', { base: readNew, sent: 1, history: [wasNew] }, 'absent (new)'],
    [
      'is there after it was sent',
      { base: readNew, sent: 1, history: [wasNew, record('installed', 1)] },
      'found (aino)'
    ],
    [
      'was set by somebody else meanwhile to the same',
      { base: readNew, history: [wasNew, record('installed', -5, 'eero')] },
      'found (eero)'
    ],
    [
      'was set by somebody else before the capture to a third',
      { base: readNew, history: [wasNew, record('retired', -5)] },
      'conflict (retired)'
    ],
    [
      'was set by somebody else after the capture to a third',
      { base: readNew, history: [wasNew, record('retired', 5)] },
      'conflict (retired)'
    ],
    [
      'was set by somebody else to a third after ours was sent and did not happen',
      { base: readNew, sent: 1, history: [wasNew, record('retired', 2)] },
      'conflict (retired)'
    ],
    [
      'was set, and then changed to a third: ours has happened',
      { base: readNew, sent: 1, history: [wasNew, record('installed', 1), record('retired', 2, 'eero')] },
      'found (aino)'
    ],
    [
      'was set, and then set back: ours has happened',
      { base: readNew, sent: 1, history: [wasNew, record('installed', 1), record('new', 2, 'eero')] },
      'found (aino)'
    ],
    [
      'had the same target long before: that was not ours',
      { base: readNew, sent: 1, history: [record('installed', -90), wasNew] },
      'absent (new)'
    ],
    [
      'had the same target long before and a third now',
      { base: readNew, sent: 1, history: [record('installed', -90), wasNew, record('retired', 2)] },
      'conflict (retired)'
    ],
    ['is one nobody has heard of', { base: readNew, history: [wasNew, record('lent out', -5)] }, 'conflict (lent out)'],
    ['has lost its history', { base: readNew, sent: 1, history: [] }, 'absent (nothing)']
  ])('%s', (_, situation, verdict) => {
    expect(told(situation)).toBe(verdict)
  })
})

describe('a status nobody has read', () => {
  it.each<Case>([
    ['has no history', { history: [] }, 'absent (nothing)'],
    ['has an older third', { history: [record('retired', -5)] }, 'absent (retired)'],
    ['has a third of about the moment of capture', { history: [record('retired', 1)] }, 'absent (retired)'],
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

  it('is absent as well when an empty history was read', () => {
    expect(told({ base: { value: null }, history: [] })).toBe('absent (nothing)')
    expect(told({ base: { value: null }, history: [record('retired', 5)] })).toBe('conflict (retired)')
  })
})

describe('a status that is wanted although it is there', () => {
  it.each<Case>([
    ['is sent', { base: readInstalled, history: [record('installed', -60)] }, 'absent (installed)'],
    [
      'is sent again while only the old record shows',
      { base: readInstalled, sent: 1, history: [record('installed', -60)] },
      'absent (installed)'
    ],
    [
      'is there when a newer record shows',
      { base: readInstalled, sent: 1, history: [record('installed', -60), record('installed', 1)] },
      'found (aino)'
    ],
    [
      'is there when somebody else set it once more',
      { base: readInstalled, history: [record('installed', -60), record('installed', -5, 'eero')] },
      'found (eero)'
    ],
    [
      'is there when a record shows of the time of sending',
      { base: { value: 'installed' }, sent: 1, history: [record('installed', -60), record('installed', 1)] },
      'found (aino)'
    ],
    [
      'is sent when only our earlier record shows',
      { base: { value: 'installed' }, history: [record('installed', -3)] },
      'absent (installed)'
    ],
    [
      'meets a third',
      { base: readInstalled, history: [record('installed', -60), record('retired', -5)] },
      'conflict (retired)'
    ]
  ])('%s', (_, situation, verdict) => {
    expect(told(situation)).toBe(verdict)
  })
})

describe('a status that builds on our own earlier ones', () => {
  const base = { value: 'retired' }
  const own = [record('installed', -3), record('retired', -2)]

  it.each<Case>([
    ['has not happened: the same target of before is not ours', { base, sent: -1, history: own }, 'absent (retired)'],
    ['has happened', { base, sent: -1, history: [...own, record('installed', -1)] }, 'found (aino)'],
    ['met a third', { base, sent: -1, history: [...own, record('quarantine', 1)] }, 'conflict (quarantine)'],
    [
      'has happened and was changed',
      { base, sent: -1, history: [...own, record('installed', -1), record('quarantine', 1)] },
      'found (aino)'
    ]
  ])('%s', (_, situation, verdict) => {
    expect(told(situation)).toBe(verdict)
  })
})

describe("a laptop's clock", () => {
  it.each([-300, 300])('may be %i minutes off without doubling or losing a status', (off) => {
    const sent = 1 + off
    const done = [wasNew, record('installed', 1)]
    expect(told({ base: readNew, sent, history: done })).toBe('found (aino)')
    expect(told({ base: readNew, sent, history: [...done, record('retired', 2)] })).toBe('found (aino)')
    expect(told({ base: readNew, sent, history: [record('installed', -90), wasNew] })).toBe('absent (new)')
    expect(told({ base: readInstalled, sent, history: [record('installed', -60)] })).toBe('absent (installed)')
    expect(told({ base: readInstalled, sent, history: [record('installed', -60), record('installed', 1)] })).toBe(
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
    expect(told({ base: readNew, sent: 1, history: order })).toBe('found (aino)')
    expect(told({ base: readNew, history: order })).toBe('conflict (retired)')
  }
})

it('says since when and by whom the server shows something else', () => {
  expect(verdictOf({ base: readNew, history: [wasNew, record('retired', 5, 'eero')] })).toEqual({
    type: 'conflict',
    shows: { value: 'retired', since: at(5), by: 'eero' }
  })
})

describe('a record that could not be read', () => {
  it('may be ours: a person is asked before it is sent again', () => {
    expect(told({ base: readNew, sent: 1, history: [wasNew], complete: false })).toBe('cannot_tell (new)')
  })

  it('keeps nothing from being sent for the first time, and hides nothing that is there', () => {
    expect(told({ base: readNew, history: [wasNew], complete: false })).toBe('absent (new)')
    expect(told({ base: readNew, sent: 1, history: [record('installed', 1)], complete: false })).toBe('found (aino)')
  })
})
