import { describe, expect, test } from 'vitest'
import type { KnownGroup } from '@shared/domain/deploymentGroup'
import type { Belief, GroupChoice } from '@/install/choices'
import { groupRows, longestList, rowForQuery } from '@/install/group/groupRows'

const group = (groupId: string, description: string | null = null, origin: KnownGroup['origin'] = 'server') => ({
  groupId,
  description,
  origin
})
const groups = [
  group('prfi00annex', 'North wing'),
  group('prfi00hq'),
  group('unassigned'),
  group('prfi00new', null, 'queued')
]
const isIn = (value: string): Belief => ({
  group: { value, source: 'server', since: null, by: null, asOf: null },
  status: null,
  notKnownToStack: false
})
const nowhere: Belief = { group: null, status: null, notKnownToStack: false }

function ids(query = '', belief = nowhere, lastGroup: string | null = null, chosen: GroupChoice | null = null) {
  return groupRows({ groups, belief, lastGroup, chosen, query }).rows.map((row) => row.groupId)
}

describe('the list of groups', () => {
  test('has “unassigned” at its end', () => {
    expect(ids()).toEqual(['prfi00annex', 'prfi00hq', 'prfi00new', 'unassigned'])
  })

  test('begins with where the thing is and what was used last, known to the server or not', () => {
    expect(ids('', isIn('elsewhere'), 'prfi00hq')).toEqual([
      'elsewhere',
      'prfi00hq',
      'prfi00annex',
      'prfi00new',
      'unassigned'
    ])
  })

  test('offers to keep the group the thing is in, and to move to all others', () => {
    const { rows } = groupRows({ groups, belief: isIn('prfi00hq'), lastGroup: null, chosen: null, query: '' })
    expect(rows.slice(0, 2)).toMatchObject([
      { groupId: 'prfi00hq', choice: { kind: 'keep' }, marks: ['current'] },
      { groupId: 'prfi00annex', choice: { kind: 'put', groupId: 'prfi00annex' }, marks: [] }
    ])
  })

  test('marks a group that is created with this thing, and one created before', () => {
    const chosen: GroupChoice = { kind: 'create', groupId: 'prfi00site', description: 'New site' }
    const { rows } = groupRows({ groups, belief: nowhere, lastGroup: 'prfi00new', chosen, query: '' })
    expect(rows.slice(0, 2)).toMatchObject([
      { groupId: 'prfi00site', description: 'New site', choice: chosen, marks: ['new'] },
      { groupId: 'prfi00new', marks: ['last', 'queued'] }
    ])
  })

  test.each([
    ['HQ', ['prfi00hq']],
    ['north', ['prfi00annex']],
    ['nowhere', []]
  ])('holds for “%s” only what contains it', (query, found) => {
    expect(ids(query)).toEqual(found)
  })

  test('is cut where nobody would scroll, and says how many more there are', () => {
    const many = Array.from({ length: longestList + 9 }, (_, index) => group(`g${index}`))
    const { rows, more } = groupRows({ groups: many, belief: nowhere, lastGroup: null, chosen: null, query: '' })
    expect([rows.length, more]).toEqual([longestList, 10])
  })
})

describe('Enter in the search field', () => {
  const { rows } = groupRows({ groups, belief: nowhere, lastGroup: null, chosen: null, query: 'prfi00' })

  test.each([
    ['prfi00hq', 'prfi00hq'],
    ['prfi00', 'prfi00annex'],
    ['', undefined]
  ])('after “%s” takes %s', (query, groupId) => {
    expect(rowForQuery(rows, query)?.groupId).toBe(groupId)
  })

  test('takes nothing when nothing was found', () => {
    expect(rowForQuery([], 'x')).toBeNull()
  })
})
