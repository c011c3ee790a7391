import { describe, expect, test } from 'vitest'
import type { Intent } from '@shared/domain/action'
import type { KnownGroup } from '@shared/domain/deploymentGroup'
import { groupEntries, groupsMeant, takenNames } from '@/groups/groupEntries'
import { actionOf } from '../install/fixtures'

const create = (groupId: string, description: string | null = null): Intent => ({
  type: 'group_create',
  groupId,
  description
})
const rename = (groupId: string, newGroupId: string): Intent => ({ type: 'group_rename', groupId, newGroupId })
const remove = (groupId: string): Intent => ({ type: 'group_delete', groupId })

const listed = (groupId: string, description: string | null = null): KnownGroup => ({
  groupId,
  description,
  origin: 'server'
})
const groups = [listed('b', 'Upstairs'), listed('unassigned'), listed('z'), listed('a')]

/** The groups, each with its final name and what waits. */
function told(intents: readonly Intent[]) {
  const entries = groupEntries({ groups, changes: intents.map((intent) => actionOf(intent)) })
  return entries
    .filter(({ changes }) => changes.length > 0)
    .map(({ groupId, finalName, origin, changes }) => [groupId, finalName, origin, changes.length])
}

test('all groups stand by name, unassigned at the end', () => {
  expect(groupEntries({ groups, changes: [] }).map(({ groupId }) => groupId)).toEqual(['a', 'b', 'z', 'unassigned'])
})

describe('what waits is followed', () => {
  test.each<[string, Intent[], unknown[]]>([
    ['a new group', [create('n')], [['n', 'n', 'queued', 1]]],
    ['a new name', [rename('a', 'n')], [['a', 'n', 'server', 1]]],
    ['a deletion', [remove('a')], [['a', null, 'server', 1]]],
    [
      'a new group through its names to its end',
      [create('n'), rename('n', 'm'), remove('m')],
      [['n', null, 'queued', 3]]
    ],
    ['a name given back', [rename('a', 'n'), rename('n', 'a')], [['a', 'a', 'server', 2]]],
    [
      'a name that passes from one group to another',
      [rename('a', 'n'), rename('b', 'a')],
      [
        ['a', 'n', 'server', 1],
        ['b', 'a', 'server', 1]
      ]
    ],
    ['a group made again', [remove('a'), create('a')], [['a', 'a', 'server', 2]]],
    ['a group nobody has seen', [rename('x', 'y')], [['x', 'y', 'seen', 1]]]
  ])('%s', (_what, intents, expected) => {
    expect(told(intents)).toEqual(expected)
  })
})

test('a name is taken or free as it will be', () => {
  const changes = [create('n'), rename('a', 'm'), remove('b')].map((intent) => actionOf(intent))
  expect(takenNames(groupEntries({ groups, changes })).toSorted()).toEqual(['m', 'n', 'unassigned', 'z'])
})

test.each([
  ['', ['a', 'b', 'z', 'unassigned']],
  [' UPSTAIRS ', ['b']],
  ['Z', ['z']],
  ['harbour', ['a']],
  ['nothing', []]
])('a search for "%s" finds %j', (search, expected) => {
  const entries = groupEntries({ groups, changes: [actionOf(rename('a', 'prfi00harbour'))] })
  expect(groupsMeant(entries, search).map(({ groupId }) => groupId)).toEqual(expected)
})
