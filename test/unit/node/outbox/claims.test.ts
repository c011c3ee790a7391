import { describe, expect, it } from 'vitest'
import type { Base, Intent } from '@shared/domain/action'
import { noBelief } from '../../../../src/main/outbox/beliefs'
import { claimsOf } from '../../../../src/main/outbox/claims'

const tuid = 'TSPR04EZU31901021'
const assign = (groupId: string): Intent => ({ type: 'group', tuid, groupId })
const wasIn = (value: string | null): Base => ({ ...noBelief, value })

/** Written as `resource` for shared and `resource!` for exclusive claims. */
function claimed(intent: Intent, base: Base = noBelief): string[] {
  return claimsOf(intent, base).map(({ resource, mode }) => (mode === 'exclusive' ? `${resource}!` : resource))
}

describe('what an action claims', () => {
  it.each<[string, Intent, Base, string[]]>([
    ['a status its thing', { type: 'status', tuid, status: 'installed' }, noBelief, [`thing:${tuid}!`]],
    [
      'a command its thing',
      { type: 'command', tuid, commands: [{ tsmId: 1500, tsmEv: 30, parameters: {} }] },
      noBelief,
      [`thing:${tuid}!`]
    ],
    ['an assignment its thing and a share of the group', assign('a'), noBelief, [`thing:${tuid}!`, 'group:a']],
    ['a move a share of both groups', assign('a'), wasIn('b'), [`thing:${tuid}!`, 'group:a', 'group:b']],
    ['an assignment to the same group one share', assign('a'), wasIn('a'), [`thing:${tuid}!`, 'group:a']],
    ['taking out of a group a share of that group', assign('unassigned'), wasIn('a'), [`thing:${tuid}!`, 'group:a']],
    ['a first assignment no share of `unassigned`', assign('a'), wasIn('unassigned'), [`thing:${tuid}!`, 'group:a']],
    ['a creation its group', { type: 'group_create', groupId: 'a', description: null }, noBelief, ['group:a!']],
    ['a deletion its group', { type: 'group_delete', groupId: 'a' }, noBelief, ['group:a!']],
    [
      'a renaming both names',
      { type: 'group_rename', groupId: 'a', newGroupId: 'b' },
      noBelief,
      ['group:a!', 'group:b!']
    ],
    ['a renaming to itself one name', { type: 'group_rename', groupId: 'a', newGroupId: 'a' }, noBelief, ['group:a!']]
  ])('%s', (_, intent, base, expected) => {
    expect(claimed(intent, base)).toEqual(expected)
  })
})
