import { describe, expect, test } from 'vitest'
import { intentsFor, secondLooksFor, type Belief, type Known, type Source, type Wanted } from '@/install/choices'
import { now, tuid } from './fixtures'

const unknown: Belief = { group: null, status: null, notKnownToStack: false }
const known = (value: string, source: Source = 'server'): Known => ({
  value,
  source,
  since: now,
  by: 'anna',
  asOf: now
})
const wanted = (change: Partial<Wanted> = {}): Wanted => ({
  group: { kind: 'put', groupId: 'prfi00site' },
  status: 'installed',
  insist: false,
  ...change
})
const toGroup = { type: 'group', tuid, groupId: 'prfi00site' }
const toInstalled = { type: 'status', tuid, status: 'installed' }

describe('what is captured', () => {
  test.each<[string, Partial<Wanted>, Partial<Belief>, unknown[]]>([
    ['both, when nothing is known', {}, {}, [toGroup, toInstalled]],
    ['no group, when the server shows it already', {}, { group: known('prfi00site') }, [toInstalled]],
    ['no group, when it is queued already', {}, { group: known('prfi00site', 'queued') }, [toInstalled]],
    [
      'the group again, when it is only remembered',
      {},
      { group: known('prfi00site', 'remembered') },
      [toGroup, toInstalled]
    ],
    [
      'no group, when the current one is kept',
      { group: { kind: 'keep' } },
      { group: known('prfi00old') },
      [toInstalled]
    ],
    ['no status, when it is already so', {}, { status: known('installed') }, [toGroup]],
    ['no status, when it is remembered so', {}, { status: known('installed', 'remembered') }, [toGroup]],
    [
      'the status again, when the person insists',
      { insist: true },
      { status: known('installed') },
      [toGroup, toInstalled]
    ],
    ['nothing, when all is so', {}, { group: known('prfi00site'), status: known('installed') }, []],
    [
      'unassigning',
      { group: { kind: 'put', groupId: 'unassigned' } },
      {},
      [{ ...toGroup, groupId: 'unassigned' }, toInstalled]
    ],
    [
      'a new group before the assignment to it',
      { group: { kind: 'create', groupId: 'prfi00new', description: 'North' } },
      {},
      [
        { type: 'group_create', groupId: 'prfi00new', description: 'North' },
        { ...toGroup, groupId: 'prfi00new' },
        toInstalled
      ]
    ]
  ])('%s', (_, wish, belief, intents) => {
    expect(intentsFor(tuid, wanted(wish), { ...unknown, ...belief })).toEqual(intents)
  })
})

describe('a second look', () => {
  test.each<[string, Partial<Wanted>, Partial<Belief>, unknown[]]>([
    ['is not asked when nothing is known', {}, {}, []],
    ['is not asked on the ordinary way', {}, { group: known('unassigned'), status: known('new') }, []],
    ['is asked out of another group', {}, { group: known('prfi00old') }, [{ kind: 'other_group', to: 'prfi00site' }]],
    ['is not asked when the group is kept', { group: { kind: 'keep' } }, { group: known('prfi00old') }, []],
    ['is asked when it is installed already', {}, { status: known('installed') }, [{ change: 'already_there' }]],
    [
      'is asked back from retired',
      {},
      { status: known('retired') },
      [{ change: 'back_from_retired', to: 'installed' }]
    ],
    ['is asked for a thing the stack does not know', {}, { notKnownToStack: true }, [{ kind: 'not_known_to_stack' }]],
    [
      'names everything at once',
      {},
      { group: known('prfi00old'), status: known('installed', 'queued') },
      [{ kind: 'other_group' }, { kind: 'status', from: { source: 'queued' } }]
    ]
  ])('%s', (_, wish, belief, looks) => {
    const asked = secondLooksFor(wanted(wish), { ...unknown, ...belief })
    expect(asked).toHaveLength(looks.length)
    expect(asked).toMatchObject(looks)
  })
})
