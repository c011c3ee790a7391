import {
  buildGroupName,
  groupNameWarnings,
  readGroupName,
  type GroupName,
  type GroupNameWarning
} from '@shared/domain/groupName'
import { newGroupIdFault } from '@shared/domain/deploymentGroup'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const longestName = 'a'.repeat(58)

describe('readGroupName', () => {
  test.each<[id: string, parts: GroupName]>([
    ['prfi00haltianhq', { environment: 'pr', country: 'fi', name: 'haltianhq' }],
    ['dmxx00a', { environment: 'dm', country: 'xx', name: 'a' }],
    ['rdse00block00', { environment: 'rd', country: 'se', name: 'block00' }],
    ['unde00123', { environment: 'un', country: 'de', name: '123' }],
    [`prfi00${longestName}`, { environment: 'pr', country: 'fi', name: longestName }]
  ])('%s', (id, parts) => {
    expect(readGroupName(id)).toEqual(parts)
  })

  test.each([
    '',
    'unassigned',
    'testgroup1',
    'prfi00',
    'prfi01hq',
    'prfi00HQ',
    'PRfi00hq',
    'prfi00hq\n',
    'prfi00h_q',
    `prfi00${longestName}b`
  ])('%j follows no convention', (id) => {
    expect(readGroupName(id)).toBeNull()
  })
})

describe('buildGroupName', () => {
  test.each<[name: string, country: string, id: string]>([
    ['haltianhq', 'fi', 'prfi00haltianhq'],
    ['Haltian HQ, floor 2', 'FI', 'prfi00haltianhqfloor2'],
    ['Mäntyharju Önnelä', ' fi ', 'prfi00mantyharjuonnela'],
    ['Ærø Straße Łódź', 'dk', 'prdk00aerostrasselodz'],
    ['basement', '', 'prxx00basement'],
    ['basement', 'Finland', 'prxx00basement'],
    ['東京', 'jp', 'prjp00'],
    ['a'.repeat(100), 'fi', `prfi00${longestName}`]
  ])('%s in %j becomes %s', (name, country, id) => {
    expect(buildGroupName({ environment: 'pr', country, name })).toBe(id)
  })

  test('what is built from a name with a letter in it can be read back and created', () => {
    fc.assert(
      fc.property(fc.constantFrom('pr', 'dm', 'rd', 'un'), fc.string(), fc.string(), (environment, country, rest) => {
        const id = buildGroupName({ environment, country, name: `a${rest}` })
        expect(readGroupName(id)).toMatchObject({ environment })
        expect(newGroupIdFault(id)).toBeNull()
      })
    )
  })
})

describe('groupNameWarnings', () => {
  test.each<[id: string, warnings: GroupNameWarning[]]>([
    ['prfi00haltianhq', []],
    ['unassigned', []],
    ['rdfi00lab', ['data_not_forwarded']],
    ['testgroup1', ['not_by_convention', 'data_not_forwarded']],
    ['production', ['not_by_convention']],
    ['PRFI00hq', ['not_by_convention', 'data_not_forwarded']],
    ['prfi00', ['not_by_convention']],
    [`prfi00${longestName}b`, ['too_long_for_convention']]
  ])('%s: %j', (id, warnings) => {
    expect(groupNameWarnings(id)).toEqual(warnings)
  })
})
