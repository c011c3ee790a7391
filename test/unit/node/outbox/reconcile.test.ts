import { describe, expect, it } from 'vitest'
import type { Base, Intent } from '@shared/domain/action'
import { noBelief, type Ground } from '../../../../src/main/outbox/beliefs'
import type { Facts } from '../../../../src/main/outbox/courier'
import { isOfThisSecond, reconcile, type Question } from '../../../../src/main/outbox/reconcile'

const tuid = 'TSPR04EZU31901021'
const captured = 1_800_000_000_000

function verdict(intent: Intent, facts: Facts, more: Partial<Question> = {}): string {
  const { base = noBelief } = more
  const ground: Ground = { read: base, capturedAt: captured, own: [], perhaps: [] }
  const question = { intent, base, ground, outdated: [], transactionId: null, arrived: [], firstSentAt: null, ...more }
  const { type, ...rest } = reconcile(question, facts)
  if ('arrived' in rest) return `${type}, arrived ${rest.arrived?.join(', ') ?? ''}`
  const shows = 'wasSo' in rest && rest.wasSo ? 'was so' : 'shows' in rest ? rest.shows?.value : undefined
  return shows === undefined || shows === null ? type : `${type} (${shows})`
}

describe('an assignment to b', () => {
  const intent: Intent = { type: 'group', tuid, groupId: 'b' }
  const believes = (value: string | null): Base => ({ value, since: null, asOf: captured, after: null })

  it.each<[what: string, base: Base, sent: boolean, shown: string | null, expected: string]>([
    ['believed in a, still there', believes('a'), false, 'a', 'absent (a)'],
    ['believed in a, sent, still there', believes('a'), true, 'a', 'absent (a)'],
    ['believed in a, sent, in b', believes('a'), true, 'b', 'found'],
    ['believed in a, put into b by somebody else', believes('a'), false, 'b', 'found'],
    ['believed in a, put into c by somebody else', believes('a'), false, 'c', 'conflict (c)'],
    ['believed in a, sent, in c', believes('a'), true, 'c', 'conflict (c)'],
    ['believed in a, the server shows none', believes('a'), true, null, 'absent'],
    ['nothing known, in a', noBelief, false, 'a', 'absent (a)'],
    ['nothing known, in b already', noBelief, false, 'b', 'found'],
    ['nothing known, sent, in b', noBelief, true, 'b', 'found'],
    ['nothing known, sent, in a', noBelief, true, 'a', 'absent (a)'],
    ['insisted on, never sent', believes('b'), false, 'b', 'absent (b)'],
    ['insisted on, sent', believes('b'), true, 'b', 'found (was so)'],
    ['insisted on, but in c', believes('b'), false, 'c', 'conflict (c)'],
    ['read in none, still in none', believes(null), false, null, 'absent'],
    ['read in none, which is called unassigned now', believes(null), false, 'unassigned', 'absent (unassigned)'],
    ['read in none, sent, in b', believes(null), true, 'b', 'found'],
    ['read in none, put into b by somebody else', believes(null), false, 'b', 'found'],
    ['read in none, put into c by somebody else', believes(null), false, 'c', 'conflict (c)'],
    ['read in none, sent, in c', believes(null), true, 'c', 'conflict (c)']
  ])('%s', (_, base, sent, shown, expected) => {
    const more = { base, firstSentAt: sent ? captured : null }
    expect(verdict(intent, { type: 'group', groupId: shown }, more)).toBe(expected)
  })

  it('is no conflict with one before it that was discarded, but had perhaps happened', () => {
    const base = believes('a')
    const ground: Ground = { read: base, capturedAt: captured, own: ['c'], perhaps: ['c'] }
    expect(verdict(intent, { type: 'group', groupId: 'c' }, { base, ground })).toBe('absent (c)')
    expect(verdict(intent, { type: 'group', groupId: 'd' }, { base, ground })).toBe('conflict (d)')
  })

  it('is not known to have happened where one before it may have done the same', () => {
    const base = believes('a')
    const ground: Ground = { read: base, capturedAt: captured, own: [], perhaps: ['b'] }
    const shown = { type: 'group', groupId: 'b' } as const
    expect(verdict(intent, shown, { base, ground, firstSentAt: captured })).toBe('found (was so)')
    expect(verdict(intent, shown, { base, ground, firstSentAt: null })).toBe('found (was so)')
  })
})

describe('an assignment to b, built on one to a that came true a moment ago in place of what the server may still show', () => {
  const intent: Intent = { type: 'group', tuid, groupId: 'b' }
  const base: Base = { value: 'a', since: null, asOf: null, after: null }

  it.each<[what: string, before: string | null, sent: boolean, shown: string | null, expected: string]>([
    ['c, not sent: nobody else has changed it, and the belief stays', 'c', false, 'c', 'absent'],
    ['c, sent', 'c', true, 'c', 'absent'],
    ['none, called unassigned now', null, false, 'unassigned', 'absent'],
    ['unassigned, called none now', 'unassigned', true, null, 'absent'],
    ['b, not sent: it has not happened', 'b', false, 'b', 'absent'],
    ['b, sent: that may be it, or not', 'b', true, 'b', 'found (was so)'],
    ['c, but it shows what we have made of it', 'c', false, 'a', 'absent (a)'],
    ['c, but it shows what nobody here has made of it', 'c', false, 'd', 'conflict (d)']
  ])('%s', (_, before, sent, shown, expected) => {
    const more = { base, outdated: [before], firstSentAt: sent ? captured : null }
    expect(verdict(intent, { type: 'group', groupId: shown }, more)).toBe(expected)
  })
})

describe('a record that would get the same time as the newest', () => {
  const ofSecond = captured
  const facts = (at: number | null, serverAhead: number | null): Facts => ({
    type: 'status',
    history: [{ status: 'new', at, responsible: null }],
    complete: true,
    serverAhead
  })

  it.each<[what: string, at: number | null, serverAhead: number | null, now: number, expected: boolean]>([
    ['within the second of it', ofSecond, 0, ofSecond + 999, true],
    ['in the next second', ofSecond, 0, ofSecond + 1_000, false],
    ['within its second by a clock that is an hour ahead', ofSecond, 3_600_000, ofSecond - 3_600_000, true],
    ['where records tell more than seconds', ofSecond + 1, 0, ofSecond + 500, false],
    ['where the records are an hour ahead of the clock', ofSecond + 3_600_000, 0, ofSecond, false],
    ['where the server does not tell its time', ofSecond, null, ofSecond, false],
    ['where the record has none', null, 0, ofSecond, false]
  ])('%s', (_, at, serverAhead, now, expected) => {
    expect(isOfThisSecond(facts(at, serverAhead), now)).toBe(expected)
  })

  it('is only to be feared where there is one, and of statuses', () => {
    expect(isOfThisSecond({ type: 'status', history: [], complete: true, serverAhead: 0 }, ofSecond)).toBe(false)
    expect(isOfThisSecond({ type: 'group', groupId: 'a' }, ofSecond)).toBe(false)
  })
})

describe('a command', () => {
  const intent: Intent = { type: 'command', tuid, commands: [{ tsmId: 1500, tsmEv: 30, parameters: {} }] }

  it.each<[what: string, transactionIds: number[], complete: boolean, expected: string]>([
    ['is recognised by its transaction id', [7, 42, 9], true, 'found'],
    ['is not mistaken for another', [7, 421], true, 'absent'],
    ['is absent from an empty history', [], true, 'absent'],
    ['is there, whatever else could not be read', [42], false, 'found'],
    ['may be what could not be read', [7], false, 'cannot_tell']
  ])('%s', (_, transactionIds, complete, expected) => {
    const facts: Facts = { type: 'commands', transactionIds, complete }
    expect(verdict(intent, facts, { transactionId: 42 })).toBe(expected)
  })

  it('without a number is never taken for another one', () => {
    expect(verdict(intent, { type: 'commands', transactionIds: [1], complete: true })).toBe('cannot_tell')
  })
})

describe('several commands in one request', () => {
  const commands = ([1500, 13200, 1501] as const).map((tsmId) => ({ tsmId, tsmEv: 30 as const, parameters: {} }))
  const intent: Intent = { type: 'command', tuid, commands }

  it.each<[what: string, shown: number[], complete: boolean, arrived: number[], expected: string]>([
    ['are there when each is, by its own number', [44, 42, 43], true, [], 'found'],
    ['are absent when none is', [41, 45], true, [], 'absent'],
    ['are sent again but for those that are there', [43, 7], true, [], 'absent, arrived 43'],
    ['are there when the last is, after the others', [44], true, [42, 43], 'found'],
    ['keep what has arrived, whatever the history shows later', [], true, [42], 'absent, arrived 42'],
    ['may be what could not be read', [], false, [], 'cannot_tell'],
    ['of which some are there may be what could not be read', [44], false, [42], 'cannot_tell, arrived 42, 44']
  ])('%s', (_, transactionIds, complete, arrived, expected) => {
    const facts: Facts = { type: 'commands', transactionIds, complete }
    expect(verdict(intent, facts, { transactionId: 42, arrived })).toBe(expected)
  })
})

describe('groups', () => {
  const create: Intent = { type: 'group_create', groupId: 'a', description: null }
  const remove: Intent = { type: 'group_delete', groupId: 'a' }
  const rename: Intent = { type: 'group_rename', groupId: 'a', newGroupId: 'b' }

  it.each<[what: string, intent: Intent, shown: string[], complete: boolean, expected: string]>([
    ['a creation, there', create, ['a', 'x'], true, 'found'],
    ['a creation, there in a list that was cut', create, ['a'], false, 'found'],
    ['a creation, not there', create, ['aa', 'x'], true, 'absent'],
    ['a creation, not in a list that was cut', create, ['x'], false, 'cannot_tell'],
    ['a deletion, gone', remove, ['aa'], true, 'found'],
    ['a deletion, still there', remove, ['a'], true, 'absent'],
    ['a deletion, still there in a list that was cut', remove, ['a'], false, 'absent'],
    ['a deletion, not in a list that was cut', remove, ['x'], false, 'cannot_tell'],
    ['a renaming, new name only', rename, ['b', 'x'], true, 'found'],
    ['a renaming, old name only', rename, ['a', 'x'], true, 'absent'],
    ['a renaming, both names', rename, ['a', 'b'], true, 'cannot_tell (a, b)'],
    ['a renaming, neither name', rename, ['x'], true, 'cannot_tell'],
    ['a renaming, new name in a list that was cut', rename, ['b'], false, 'cannot_tell (b)'],
    ['a renaming, old name in a list that was cut', rename, ['a'], false, 'cannot_tell (a)']
  ])('%s', (_, intent, groupIds, complete, expected) => {
    expect(verdict(intent, { type: 'groups', groupIds, complete })).toBe(expected)
  })
})

it('is never decided by facts about something else', () => {
  const wrong: [Intent, Facts][] = [
    [
      { type: 'status', tuid, status: 'installed' },
      { type: 'group', groupId: 'installed' }
    ],
    [
      { type: 'group', tuid, groupId: 'a' },
      { type: 'groups', groupIds: ['a'], complete: true }
    ],
    [
      { type: 'group_create', groupId: 'a', description: null },
      { type: 'group', groupId: 'a' }
    ]
  ]
  for (const [intent, facts] of wrong) expect(verdict(intent, facts)).toBe('cannot_tell')
})
