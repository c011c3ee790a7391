import { expect, test } from 'vitest'
import type { Action } from '@shared/domain/action'
import { worstTruth } from '@/install/worstTruth'
import { actionOf, now, tuid } from './fixtures'

const action = (change: Partial<Action>): Action => actionOf({ type: 'status', tuid, status: 'installed' }, change)
const confirmed = action({ state: 'done', receipt: { at: now, by: 'answer', responsible: null } })
const later = action({ state: 'done', receipt: { at: now + 1, by: 'read_back', responsible: null } })
const settled = action({ state: 'done', receipt: { at: now, by: 'person', responsible: null } })

test.each<[string, Action[], object | null]>([
  ['nothing, without any action', [], null],
  ['confirmed at the latest confirmation, when all are', [confirmed, later], { kind: 'confirmed', at: now + 1 }],
  ['waiting, while one of them waits', [confirmed, action({ state: 'pending' })], { kind: 'waiting' }],
  [
    'being checked, rather than waiting',
    [action({ state: 'pending' }), action({ state: 'unknown' })],
    { kind: 'checking' }
  ],
  ['settled by a person, never confirmed then', [confirmed, settled], { kind: 'decided' }],
  [
    'that it needs somebody, before all else',
    [confirmed, action({ state: 'sending' }), action({ state: 'needs_you' })],
    { kind: 'needs_you' }
  ]
])('a thing says %s', (_, actions, truth) => {
  if (truth === null) expect(worstTruth(actions)).toBeNull()
  else expect(worstTruth(actions)).toMatchObject(truth)
})
