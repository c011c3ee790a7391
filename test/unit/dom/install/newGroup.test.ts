import { expect, test } from 'vitest'
import { readNewGroup, type NewGroupDraft } from '@/install/group/newGroup'

const groups = [{ groupId: 'prfi00hq', description: null, origin: 'server' as const }]
const draft = (change: Partial<NewGroupDraft>): NewGroupDraft => ({
  by: 'convention',
  environment: 'pr',
  country: 'fi',
  name: '',
  freeName: '',
  ...change
})
const free = (freeName: string) => draft({ by: 'free', freeName })

test.each<[NewGroupDraft, object]>([
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
  expect(readNewGroup(filled, groups)).toMatchObject(reading)
})
