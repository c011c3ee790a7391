import { expect, test } from 'vitest'
import type { Intent } from '@shared/domain/action'
import { dependentsOf } from '../../../../src/main/outbox/dependents'
import type { JournalEntry } from '../../../../src/main/outbox/journal'

const tuid = 'TSPR04EZU31901021'
const create = (groupId: string): Intent => ({ type: 'group_create', groupId, description: null })
const assign = (groupId: string): Intent => ({ type: 'group', tuid, groupId })
const rename = (groupId: string, newGroupId: string): Intent => ({ type: 'group_rename', groupId, newGroupId })
const remove = (groupId: string): Intent => ({ type: 'group_delete', groupId })
const install: Intent = { type: 'status', tuid, status: 'installed' }

/** Only number and intent matter here. */
const entry = (intent: Intent, seq: number): JournalEntry => ({ intent, seq }) as JournalEntry // the rule reads nothing else

test.each<[string, Intent[], number[]]>([
  ['an assignment counts on the creation of its group', [create('a'), assign('a')], [2]],
  ['other groups and the status of a thing do not', [create('a'), assign('b'), install], []],
  ['a rename and a deletion count on it too', [create('a'), rename('a', 'b'), remove('a')], [2, 3]],
  [
    'what counts on a rename that hangs on it hangs on it as well',
    [create('a'), rename('a', 'b'), assign('b')],
    [2, 3]
  ],
  ['an assignment counts on the rename that makes its name', [rename('a', 'b'), assign('b')], [2]],
  ['a second creation carries what comes after it', [create('a'), create('a'), assign('a')], []],
  ['nothing counts on a status', [install, assign('a')], []],
  ['nothing counts on a deletion', [remove('a'), assign('a')], []]
])('%s', (_name, intents, expected) => {
  const [first, ...later] = intents.map((intent, index) => entry(intent, index + 1))
  if (first === undefined) throw new Error('a row needs a first action')
  expect(dependentsOf(first, later).map(({ seq }) => seq)).toEqual(expected)
})

test('what was captured before does not count on it', () => {
  expect(dependentsOf(entry(create('a'), 5), [entry(assign('a'), 3)])).toEqual([])
})
