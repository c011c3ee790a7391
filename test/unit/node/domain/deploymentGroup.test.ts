import {
  groupIdSchema,
  longestGroupId,
  newGroupIdFault,
  newGroupIdSchema,
  type GroupIdFault
} from '@shared/domain/deploymentGroup'
import { describe, expect, test } from 'vitest'

const longest = 'a'.repeat(longestGroupId)

describe('a name for a new group', () => {
  test.each(['prfi00haltianhq', 'Test_group-1', 'unassigned2', 'ryhmä', longest])('%s is allowed', (id) => {
    expect(newGroupIdFault(id)).toBeNull()
    expect(newGroupIdSchema.safeParse(id).success).toBe(true)
  })

  test.each<[id: string, fault: GroupIdFault]>([
    ['', 'empty'],
    [' ', 'whitespace'],
    ['a b', 'whitespace'],
    ['a\u00A0b', 'whitespace'],
    ['group\n', 'whitespace'],
    ['a\u202Eb', 'whitespace'],
    ['a\u200Bb', 'whitespace'],
    ['a\u0000b', 'whitespace'],
    ['unassigned', 'reserved'],
    ['Unassigned', 'reserved'],
    [`${longest}a`, 'too_long']
  ])('%j: %s', (id, fault) => {
    expect(newGroupIdFault(id)).toBe(fault)
    expect(newGroupIdSchema.safeParse(id).success).toBe(false)
  })
})

describe('an existing group', () => {
  test('may be unassigned, as that is how a thing leaves its group', () => {
    expect(groupIdSchema.safeParse('unassigned').success).toBe(true)
  })

  test.each(['', ' a', 'a\tb', `${longest}a`, null])('cannot be %j', (id) => {
    expect(groupIdSchema.safeParse(id).success).toBe(false)
  })
})
