import { intentSchema, tuidOf, type Intent } from '@shared/domain/action'
import { describe, expect, test } from 'vitest'

const tuid = 'TSPR04EZU31901021'
const command = { tsmId: 1500 as const, tsmEv: 30 as const, parameters: { reportInterval: 60 } }

const good: [intent: Intent, about: string | null][] = [
  [{ type: 'status', tuid, status: 'installed' }, tuid],
  [{ type: 'group', tuid, groupId: 'prfi00haltianhq' }, tuid],
  [{ type: 'group', tuid, groupId: 'unassigned' }, tuid],
  [{ type: 'command', tuid, commands: [command] }, tuid],
  [{ type: 'group_create', groupId: 'testgroup1', description: null }, null],
  [{ type: 'group_create', groupId: 'testgroup1', description: 'Two words, and more' }, null],
  [{ type: 'group_rename', groupId: 'old', newGroupId: 'new' }, null],
  [{ type: 'group_delete', groupId: 'old' }, null]
]

describe('intents', () => {
  test.each(good)('%j is taken, about %s', (intent, about) => {
    expect(intentSchema.parse(intent)).toEqual(intent)
    expect(tuidOf(intent)).toBe(about)
  })

  test.each([
    ['a status outside the five', { type: 'status', tuid, status: 'broken' }],
    ['a TUID in lower case', { type: 'status', tuid: tuid.toLowerCase(), status: 'installed' }],
    ['a TUID that is a path', { type: 'status', tuid: '../groups/x', status: 'installed' }],
    ['an attribute nobody knows', { type: 'status', tuid, status: 'installed', at: 1 }],
    ['a group with white space', { type: 'group', tuid, groupId: 'a b' }],
    ['a group without a name', { type: 'group', tuid, groupId: '' }],
    ['a command that is not allowed', { type: 'command', tuid, commands: [{ ...command, tsmId: 17110 }] }],
    ['a command to nobody', { type: 'command', commands: [command] }],
    ['no command at all', { type: 'command', tuid, commands: [] }],
    ['more commands than go in one request', { type: 'command', tuid, commands: Array(11).fill(command) }],
    ['a new group named unassigned', { type: 'group_create', groupId: 'unassigned', description: null }],
    ['a description beyond all measure', { type: 'group_create', groupId: 'a', description: 'x'.repeat(501) }],
    ['a group renamed to unassigned', { type: 'group_rename', groupId: 'a', newGroupId: 'Unassigned' }],
    ['a type nobody knows', { type: 'reboot', tuid }],
    ['no intent', null]
  ])('%s is refused', (_what, intent) => {
    expect(intentSchema.safeParse(intent).success).toBe(false)
  })
})
