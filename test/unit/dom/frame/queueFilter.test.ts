import { expect, test } from 'vitest'
import { actionStates, type ActionState } from '@shared/domain/action'
import { countOf, queueFilters, shownActions, type QueueFilter } from '@/queue/queueFilter'
import { actionOf, otherTuid, tuid } from '../install/fixtures'

const actions = actionStates.map((state) => actionOf({ type: 'status', tuid, status: 'installed' }, { state }))
const statesOf = (filter: QueueFilter) => shownActions(actions, filter, '').map(({ state }) => state)

test.each<[QueueFilter, ActionState[]]>([
  ['open', ['needs_you', 'pending', 'sending', 'unknown']],
  ['needs_you', ['needs_you']],
  ['done', ['done']],
  ['all', ['needs_you', 'pending', 'sending', 'unknown', 'done', 'discarded']]
])('%s shows what needs a person first, the rest in the order given', (filter, states) => {
  expect(statesOf(filter)).toEqual(states)
  expect(countOf(actions, filter)).toBe(states.length)
})

test('every filter is covered', () => expect([...queueFilters]).toEqual(['open', 'needs_you', 'done', 'all']))

const things = [
  actionOf({ type: 'status', tuid, status: 'installed' }),
  actionOf({ type: 'group', tuid: otherTuid, groupId: 'prfi00attic' }),
  actionOf({ type: 'group_rename', groupId: 'prfi00old', newGroupId: 'prfi00cellar' })
]

test.each<[string, number[]]>([
  ['', [0, 1, 2]],
  [tuid, [0]],
  ['tspd04 esy', [0]],
  [' 31901021 ', [1]],
  ['ATTIC', [1]],
  ['cellar', [2]],
  ['nowhere', []]
])('a search for "%s"', (search, found) => {
  expect(shownActions(things, 'all', search)).toEqual(found.map((index) => things[index]))
})
