import { describe, expect, it } from 'vitest'
import { flagsFor, intentsOf, isKnownEnough, reversalOf, type KnownState } from '@shared/domain/batch'
import type { BatchPlan } from '@shared/domain/visit'

const tuid = 'TSPD04ESY93100802'
const reporting = { tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 60 } } as const
const presence = { tsmId: 13200, tsmEv: 30, parameters: { threshold: 150 } } as const
const plan: BatchPlan = { groupId: 'prfi00attic', status: 'installed', command: null, kind: null }
const nothing: KnownState = { groupId: null, status: null, notKnownToStack: false }

describe('what a scan is held for', () => {
  it.each<[string, Partial<BatchPlan>, Partial<KnownState>, unknown[]]>([
    ['nothing, where nothing is known', {}, {}, []],
    ['nothing, in no group yet', {}, { groupId: 'unassigned', status: 'new' }, []],
    ['nothing, in the group already and uninstalled', {}, { groupId: 'prfi00attic', status: 'uninstalled' }, []],
    ["somebody's group", {}, { groupId: 'prfi00roof' }, [{ kind: 'other_group', shows: 'prfi00roof' }]],
    ['nothing about groups, where none is chosen', { groupId: null }, { groupId: 'prfi00roof' }, []],
    ['being there already', {}, { status: 'installed' }, [{ kind: 'already_there', shows: 'installed' }]],
    ['coming back from retirement', {}, { status: 'retired' }, [{ kind: 'unusual_status', shows: 'retired' }]],
    ['a status nobody set', { status: null }, { status: 'retired' }, []],
    ['another kind', { kind: 'presence' }, {}, [{ kind: 'wrong_kind', shows: 'environment' }]],
    ['the expected kind', { kind: 'environment' }, {}, []],
    ['a command for others', { command: presence }, {}, [{ kind: 'command_does_not_fit', shows: 'environment' }]],
    ['a command for it', { command: reporting }, {}, []],
    ['not being known', {}, { notKnownToStack: true }, [{ kind: 'not_known_to_stack', shows: null }]],
    [
      'several things, the kind being said once',
      { kind: 'presence', command: presence },
      { groupId: 'prfi00roof', status: 'installed' },
      [
        { kind: 'wrong_kind', shows: 'environment' },
        { kind: 'other_group', shows: 'prfi00roof' },
        { kind: 'already_there', shows: 'installed' }
      ]
    ]
  ])('%s', (_name, planned, known, flags) => {
    expect(flagsFor({ ...plan, ...planned }, tuid, { ...nothing, ...known })).toEqual(flags)
  })
})

describe('whether the server has to be asked', () => {
  it.each<[Partial<BatchPlan>, Partial<KnownState>, boolean]>([
    [{}, {}, false],
    [{}, { groupId: 'prfi00roof' }, false],
    [{}, { groupId: 'prfi00roof', status: 'new' }, true],
    [{ groupId: null }, { status: 'new' }, true],
    [{ status: null }, { groupId: 'prfi00roof' }, true],
    [{ groupId: null, status: null, command: reporting }, {}, true],
    [{}, { groupId: 'prfi00roof', status: 'new', notKnownToStack: true }, false]
  ])('%j with %j: known enough %s', (planned, known, expected) => {
    expect(isKnownEnough({ ...plan, ...planned }, { ...nothing, ...known })).toBe(expected)
  })
})

it('a scan puts into the group first, then sets the status, then sends the command', () => {
  expect(intentsOf({ ...plan, command: reporting }, tuid)).toEqual([
    { type: 'group', tuid, groupId: 'prfi00attic' },
    { type: 'status', tuid, status: 'installed' },
    { type: 'command', tuid, commands: [reporting] }
  ])
  expect(intentsOf({ groupId: null, status: null, command: null, kind: null }, tuid)).toEqual([])
})

describe('taking back what was sent', () => {
  const [group, status, command] = intentsOf({ ...plan, command: reporting }, tuid)
  if (group === undefined || status === undefined || command === undefined) throw new Error('three intents')

  it('sets back what it was before, the last first', () => {
    const done = [
      { intent: group, before: 'unassigned' },
      { intent: status, before: 'new' }
    ]
    expect(reversalOf(done)).toEqual({
      intents: [
        { type: 'status', tuid, status: 'new' },
        { type: 'group', tuid, groupId: 'unassigned' }
      ],
      complete: true
    })
  })

  it.each([
    ['a command', { intent: command, before: null }],
    ['what it was before is not known', { intent: group, before: null }],
    ['it was something this app cannot set', { intent: status, before: 'lost' }]
  ])('says so when part of it cannot be: %s', (_name, step) => {
    expect(reversalOf([step])).toEqual({ intents: [], complete: false })
  })
})
