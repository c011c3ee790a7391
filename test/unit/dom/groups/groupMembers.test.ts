import { expect, test } from 'vitest'
import type { GroupMembers } from '@shared/domain/groupsOverview'
import { membersOf } from '@/groups/groupMembers'

const list = { value: ['A', 'B'], asOf: 1, live: true, problem: null }
const known: GroupMembers = { list, seenHere: ['B', 'C'], moving: [] }

const stays = (tuid: string) => ({ tuid, goesTo: null, comes: false })

test.each<[string, GroupMembers, unknown[]]>([
  ['are those the server lists, in its order', known, [stays('A'), stays('B')]],
  ['are those met here where it does not tell', { ...known, list: null }, [stays('B'), stays('C')]],
  [
    'are those met here where they could not be read',
    { ...known, list: { ...list, value: null } },
    [stays('B'), stays('C')]
  ],
  [
    'begin with what waits to come, and say where others go',
    {
      ...known,
      moving: [
        { tuid: 'A', groupId: 'other' },
        { tuid: 'D', groupId: 'g' }
      ]
    },
    [{ tuid: 'D', goesTo: null, comes: true }, { tuid: 'A', goesTo: 'other', comes: false }, stays('B')]
  ]
])('the things of a group %s', (_what, members, expected) => {
  expect(membersOf(members, 'g')).toEqual(expected)
})
