import { expect, test } from 'vitest'
import { draftOf, newDraft, readGroupDraft, type GroupDraft } from '@/groups/groupDraft'

const draft = (change: Partial<GroupDraft>): GroupDraft => ({
  by: 'convention',
  environment: 'pr',
  country: 'fi',
  name: '',
  freeName: '',
  ...change
})
const free = (freeName: string) => draft({ by: 'free', freeName })

test.each<[GroupDraft, object]>([
  [draft({ name: 'Harbour House 2' }), { groupId: 'prfi00harbourhouse2', fault: null, warnings: [] }],
  [draft({ name: 'Äyräs' }), { groupId: 'prfi00ayras', fault: null }],
  [draft({ name: 'x', environment: 'dm' }), { groupId: 'dmfi00x', fault: null, warnings: ['data_not_forwarded'] }],
  [draft({ name: 'HQ' }), { groupId: 'prfi00hq', fault: 'exists' }],
  [draft({ name: '' }), { groupId: '', fault: 'empty', warnings: [] }],
  [draft({ name: '!!' }), { groupId: '', fault: 'empty' }],
  [free('Attic'), { groupId: 'Attic', fault: null, warnings: ['not_by_convention', 'data_not_forwarded'] }],
  [free('my attic'), { fault: 'whitespace' }],
  [free(' attic'), { fault: 'whitespace' }],
  [free('Unassigned'), { fault: 'reserved' }],
  [free('a'.repeat(257)), { fault: 'too_long' }]
])('%j', (filled, reading) => {
  expect(readGroupDraft(filled, ['prfi00hq'])).toMatchObject(reading)
})

test.each<[string | null, Partial<GroupDraft>]>([
  [null, { environment: 'pr', country: 'fi' }],
  ['dmse00vasa', { environment: 'dm', country: 'se' }],
  ['OldWarehouse-2019', { environment: 'pr', country: 'fi' }]
])('a new group begins where %s is', (like, begun) => {
  expect(newDraft(like)).toEqual(draft(begun))
})

test.each(['prfi00hq', 'unxx002019', 'OldWarehouse-2019', 'prfi00', `prfi00${'a'.repeat(80)}`])(
  'the name %s stands in a form as it is',
  (groupId) => {
    expect(readGroupDraft(draftOf(groupId), []).groupId).toBe(groupId)
  }
)
