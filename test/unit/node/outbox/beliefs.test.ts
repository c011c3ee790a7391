import { describe, expect, it } from 'vitest'
import type { Base, Intent, Receipt } from '@shared/domain/action'
import {
  beliefFor,
  carriedAlong,
  groundOf,
  isNeverRead,
  noBelief,
  outdatedValues,
  settledBelief,
  unsettledUntil
} from '../../../../src/main/outbox/beliefs'
import type { JournalEntry } from '../../../../src/main/outbox/journal'
import { newborn, type Life } from '../../../../src/main/outbox/stateMachine'

const tuid = 'TSPR04EZU31901021'
const status = (to: 'installed' | 'retired'): Intent => ({ type: 'status', tuid, status: to })
const seen: Base = { value: 'new', since: 10, asOf: 1_000, after: null }

function entry(seq: number, intent: Intent, state: Life['state'], more: Partial<JournalEntry> = {}): JournalEntry {
  return {
    id: `entry ${seq}`,
    seq,
    stackId: 'stack',
    intent,
    transactionId: null,
    base: noBelief,
    capturedAt: 500 * seq,
    life: { ...newborn, state },
    firstSentAt: null,
    attemptCount: 0,
    failures: 0,
    lastAttempt: null,
    receipt: null,
    discardReason: null,
    ...more
  }
}

const receipt = (by: Receipt['by'], at: number): Receipt => ({ by, at, responsible: null })

describe('at the moment of capture', () => {
  const believed = (latest: JournalEntry | null, intent = status('retired'), read: Base = seen): Base =>
    beliefFor('stack', intent, {
      journal: { latestOfThing: () => latest, bySeq: () => latest },
      lastSeen: { base: () => read },
      policy: { shownWithin: 10_000 }
    })

  it('what the server was last seen to show counts, when nothing was done here', () => {
    expect(believed(null)).toEqual(seen)
    expect(believed(null, status('retired'), noBelief)).toEqual(noBelief)
  })

  it.each(['pending', 'sending', 'unknown', 'needs_you'] as const)('the target of a %s action counts', (state) => {
    expect(believed(entry(7, status('installed'), state))).toEqual({
      value: 'installed',
      since: null,
      asOf: 3_500,
      after: 7
    })
  })

  it.each([
    { doneBefore: 1, readAt: 1_000, counts: 'new', why: 'it was done already, whatever a clock set back says' },
    {
      doneBefore: 0,
      readAt: 3_000,
      counts: 'installed',
      why: 'it was not done yet, whatever a clock set forward says'
    },
    { readAt: 1_000, counts: 'installed', why: 'an earlier version has read it, and only the clock tells' },
    { readAt: 3_000, counts: 'new', why: 'an earlier version has read it, and only the clock tells' }
  ])('of what was done at 2000 and read at $readAt, $counts counts: $why', ({ readAt, counts, doneBefore }) => {
    const done = entry(1, status('installed'), 'done', { receipt: receipt('answer', 2_000) })
    const read = { ...seen, asOf: readAt, ...(doneBefore !== undefined && { doneBefore }) }
    const belief = believed(done, status('retired'), read)
    expect(belief.value).toBe(counts)
    expect(belief).not.toHaveProperty('doneBefore')
  })

  it.each([
    { shows: 'new', readAt: 11_999, counts: 'installed', why: 'a server may show what it has done only then' },
    { shows: 'new', readAt: 12_000, counts: 'new', why: 'by then it shows what it has done' },
    { shows: 'quarantine', readAt: 2_001, counts: 'quarantine', why: 'that was never so before' }
  ])('of what was done at 2000 and read as $shows at $readAt, $counts counts: $why', ({ shows, readAt, counts }) => {
    const done = entry(1, status('installed'), 'done', { receipt: receipt('answer', 2_000), base: seen })
    const read = { ...seen, value: shows, asOf: readAt, doneBefore: 1 }
    expect(believed(done, status('retired'), read).value).toBe(counts)
  })

  it('what was done here counts until the server is read again', () => {
    const done = entry(1, status('installed'), 'done', { receipt: receipt('answer', 2_000) })
    expect(believed(done)).toEqual({ value: 'installed', since: null, asOf: 2_000, after: 1 })
    expect(believed(done, status('retired'), { ...seen, asOf: 2_000 })).toMatchObject({ value: 'installed', after: 1 })
    expect(believed(done, status('retired'), { ...seen, asOf: 2_001 })).toEqual({ ...seen, asOf: 2_001 })
  })

  it.each(['read_back', 'person'] as const)('what was confirmed by %s alone has to be read again', (by) => {
    const done = entry(1, status('installed'), 'done', { receipt: receipt(by, 2_000) })
    expect(believed(done)).toEqual({ value: 'installed', since: null, asOf: null, after: 1 })
  })

  it('the target of an assignment is its group', () => {
    const assign: Intent = { type: 'group', tuid, groupId: 'store' }
    expect(believed(entry(3, assign, 'pending'), assign)).toMatchObject({ value: 'store', after: 3 })
  })

  it.each<Intent>([
    { type: 'command', tuid, commands: [{ tsmId: 1500, tsmEv: 30, parameters: {} }] },
    { type: 'group_create', groupId: 'a', description: null }
  ])('there is nothing to believe for a $type', (intent) => {
    expect(believed(entry(1, intent, 'pending'), intent)).toEqual(noBelief)
  })
})

describe('a belief that rested on another action', () => {
  const after = (seq: number, value: string): Base => ({ value, since: null, asOf: 500, after: seq })
  const settled = (base: Base, ...entries: JournalEntry[]): Base =>
    settledBelief(base, { bySeq: (seq) => entries.find((one) => one.seq === seq) ?? null })

  it('stays while that one is open', () => {
    const base = after(1, 'installed')
    for (const state of ['pending', 'sending', 'unknown', 'needs_you'] as const) {
      expect(settled(base, entry(1, status('installed'), state))).toEqual(base)
    }
  })

  it('is what that one has made true, as of the answer', () => {
    const done = entry(1, status('installed'), 'done', { receipt: receipt('answer', 9_000) })
    expect(settled(after(1, 'installed'), done)).toEqual({ value: 'installed', since: null, asOf: 9_000, after: null })
  })

  it('has to be read again when nobody but a person says it is done', () => {
    const done = entry(1, status('installed'), 'done', { receipt: receipt('person', 9_000) })
    expect(settled(after(1, 'installed'), done)).toMatchObject({ value: 'installed', asOf: null })
  })

  it('is what that one rested on, to be read again, when it was discarded', () => {
    const discarded = entry(1, status('installed'), 'discarded', { base: seen })
    expect(settled(after(1, 'installed'), discarded)).toEqual({ ...seen, asOf: 0 })
  })

  it.each([noBelief, { ...noBelief, asOf: 1_000 }])('stays apart from a reading that showed nothing: %j', (base) => {
    const discarded = entry(1, status('installed'), 'discarded', { base })
    expect(isNeverRead(settled(after(1, 'installed'), discarded))).toBe(base.asOf === null)
  })

  it('goes back through all that were discarded', () => {
    const first = entry(1, status('retired'), 'done', { receipt: receipt('answer', 9_000) })
    const second = entry(2, status('installed'), 'discarded', { base: after(1, 'retired') })
    const third = entry(3, status('retired'), 'discarded', { base: after(2, 'installed') })
    expect(settled(after(3, 'retired'), first, second, third)).toMatchObject({ value: 'retired', asOf: 9_000 })
    const open = entry(1, status('retired'), 'pending')
    expect(settled(after(3, 'retired'), open, second, third)).toEqual(after(1, 'retired'))
  })

  it('is nothing when that one can no longer be read', () => {
    expect(settled(after(1, 'installed'))).toEqual(noBelief)
  })

  it('is left alone when it rests on none', () => {
    expect(settled(seen)).toEqual(seen)
  })
})

describe('what was discarded on its way, on the same subject', () => {
  const after = (seq: number): Base => ({ value: 'installed', since: null, asOf: 500, after: seq })
  const until = (base: Base, ...entries: JournalEntry[]) =>
    unsettledUntil(base, { bySeq: (seq) => entries.find((one) => one.seq === seq) ?? null })
  const dropped = (seq: number, mayStillHappenUntil: number | null, base = noBelief) =>
    entry(seq, status('installed'), 'discarded', {
      base,
      life: { ...newborn, state: 'discarded', mayStillHappenUntil }
    })

  it('has to be waited for, however many there are in a row', () => {
    expect(until(after(1), dropped(1, 9_000))).toBe(9_000)
    expect(until(after(3), dropped(1, 9_000), dropped(2, null, after(1)), dropped(3, 7_000, after(2)))).toBe(9_000)
  })

  it('need not be when it was never sent, when it is behind one that is done, or when nothing was discarded', () => {
    const done = entry(2, status('retired'), 'done', { base: after(1) })
    expect(until(after(1), dropped(1, null))).toBeNull()
    expect(until(after(2), dropped(1, 9_000), done)).toBeNull()
    expect(until(after(1))).toBeNull()
    expect(until(seen)).toBeNull()
  })
})

describe('what a server may still show that shows late what it has done', () => {
  const after = (seq: number): Base => ({ value: 'installed', since: null, asOf: null, after: seq })
  const outdated = (base: Base, ...entries: JournalEntry[]) =>
    outdatedValues(base, { bySeq: (seq) => entries.find((one) => one.seq === seq) ?? null }, 20_000, 10_000)
  const done = (seq: number, at: number, base: Base, by: Receipt['by'] = 'answer') =>
    entry(seq, status('installed'), 'done', { base, receipt: receipt(by, at) })

  it('is what was so before each of our own actions that came true lately', () => {
    expect(outdated(after(2), done(1, 10_001, seen), done(2, 20_000, after(1)))).toEqual(['installed', 'new'])
    expect(outdated(after(1), done(1, 15_000, noBelief, 'read_back'))).toEqual([null])
  })

  it('goes back beyond what was discarded, which left nothing or is known to be in doubt', () => {
    const discarded = entry(2, status('retired'), 'discarded', { base: after(1) })
    expect(outdated(after(2), done(1, 15_000, seen), discarded)).toEqual(['new'])
  })

  it.each<[what: string, first: JournalEntry]>([
    ['longer ago', done(1, 10_000, seen)],
    ['later than the look, by a clock that was set back since', done(1, 20_001, seen)],
    ['by the word of a person, which the server need not show', done(1, 15_000, seen, 'person')]
  ])('is nothing of what came true %s', (_, first) => {
    expect(outdated(after(1), first)).toEqual([])
  })

  it('is nothing where nothing was done here', () => {
    expect(outdated(seen)).toEqual([])
    expect(outdated(after(1))).toEqual([])
  })
})

describe('what a belief rests on in the end', () => {
  const after = (seq: number, value: string): Base => ({ value, since: null, asOf: 500, after: seq })
  const ground = (base: Base, ...entries: JournalEntry[]) =>
    groundOf({ base, capturedAt: 5_000 }, { bySeq: (seq) => entries.find((one) => one.seq === seq) ?? null })

  it('is itself, when it was read', () => {
    expect(ground(seen)).toEqual({ read: seen, capturedAt: 5_000, own: [], perhaps: [] })
    expect(ground(noBelief)).toEqual({ read: noBelief, capturedAt: 5_000, own: [], perhaps: [] })
  })

  it('is the reading before our own actions, and these in their order', () => {
    const first = entry(1, status('installed'), 'done', { base: seen })
    const second = entry(2, status('retired'), 'done', { base: after(1, 'installed') })
    expect(ground(after(2, 'retired'), first, second)).toEqual({
      read: seen,
      capturedAt: 500,
      own: ['installed', 'retired'],
      perhaps: []
    })
  })

  it('leaves out what was discarded before it was ever sent, and keeps in mind what was under way', () => {
    const done = entry(1, status('installed'), 'done', { base: seen })
    const underWay = entry(2, status('retired'), 'discarded', { base: after(1, 'installed'), firstSentAt: 900 })
    const never = entry(3, status('installed'), 'discarded', { base: after(2, 'retired') })
    expect(ground(after(3, 'installed'), done, underWay, never)).toMatchObject({
      own: ['installed', 'retired'],
      perhaps: ['retired']
    })
  })

  it('is no doubt any more behind one that is done', () => {
    const underWay = entry(1, status('retired'), 'discarded', { base: seen, firstSentAt: 900 })
    const done = entry(2, status('installed'), 'done', { base: after(1, 'retired') })
    expect(ground(after(2, 'installed'), underWay, done)).toMatchObject({ own: ['retired', 'installed'], perhaps: [] })
  })

  it('is nothing, as of the first that is known, when one of them can no longer be read', () => {
    const second = entry(2, status('retired'), 'done', { base: after(1, 'installed') })
    expect(ground(after(2, 'retired'), second)).toEqual({
      read: noBelief,
      capturedAt: 1_000,
      own: ['retired'],
      perhaps: []
    })
  })
})

describe('the group that a thing is believed in, when that has been deleted from here', () => {
  const assign: Intent = { type: 'group', tuid, groupId: 'store' }
  const read: Base = { value: 'office', since: null, asOf: 1_000, after: null }
  const sentAndDiscarded = (mayStillHappenUntil: number | null): Partial<JournalEntry> => ({
    firstSentAt: 1_100,
    life: { ...newborn, state: 'discarded', mayStillHappenUntil }
  })

  it.each<[what: string, end: Partial<JournalEntry>, value: string, perhaps: string[], outdated?: string[]]>([
    ['before it was read', { receipt: receipt('answer', 999) }, 'office', []],
    ['after it was read', { receipt: receipt('answer', 1_001) }, 'unassigned', []],
    ['so lately that it need not show', { receipt: receipt('answer', 1_501) }, 'unassigned', [], ['office']],
    ['while it was looked at', { receipt: receipt('answer', 2_000) }, 'unassigned', ['office']],
    ['perhaps', { firstSentAt: 1_100, life: { ...newborn, state: 'unknown' } }, 'office', ['unassigned']],
    ['perhaps, though given up on its way', sentAndDiscarded(31_000), 'office', ['unassigned']],
    ['in vain, as was seen before it was given up', sentAndDiscarded(null), 'office', []]
  ])('%s', (_, more, value, perhaps, outdated = []) => {
    const end = entry(4, { type: 'group_delete', groupId: 'office' }, 'done', more)
    const sentEndsOfGroup = (_stack: string, groupId: string): JournalEntry[] => (groupId === 'office' ? [end] : [])
    const carried = carriedAlong(
      read,
      entry(5, assign, 'pending', { base: read }),
      { bySeq: () => null, sentEndsOfGroup },
      2_000,
      500
    )
    expect(carried).toEqual({ belief: { ...read, value }, perhaps, outdated })
  })
})
