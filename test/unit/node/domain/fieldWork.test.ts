import { describe, expect, test } from 'vitest'
import {
  planQuarantine,
  planReplacement,
  planTakingAway,
  replacementRefusal,
  type KnownFact,
  type ThingAtHand,
  type WorkPlan
} from '@shared/domain/fieldWork'

const oldTuid = 'TSPR04EZU31901021'
const newTuid = 'TSPR04EZU31901022'

const sure = (value: string): KnownFact => ({ value, sure: true })
const remembered = (value: string): KnownFact => ({ value, sure: false })

function thing(tuid: string, known: Partial<ThingAtHand> = {}): ThingAtHand {
  return { tuid, group: null, status: null, notKnownToStack: false, ...known }
}

const installed = thing(oldTuid, { group: sure('prfi00hq'), status: sure('installed') })
const fresh = thing(newTuid, { group: sure('unassigned'), status: sure('new') })

/** What would be captured, in order, each in one word or two. */
function told(plan: WorkPlan): string[] {
  if (plan.state === 'refused') return [`refused ${plan.refusal.kind}`]
  if (plan.state === 'ask_group') return ['asks for the group']
  return plan.works.flatMap(({ tuid, intents }) =>
    intents.map((intent) => {
      const name = tuid === newTuid ? 'new' : 'old'
      if (intent.type === 'status') return `${name} ${intent.status}`
      return intent.type === 'group' ? `${name} in ${intent.groupId}` : intent.type
    })
  )
}

function looks(plan: WorkPlan): string[] {
  return plan.state === 'refused'
    ? []
    : plan.looks.map((look) => `${look.tuid === newTuid ? 'new' : 'old'} ${look.kind}`)
}

describe('a replacement', () => {
  test.each<[name: string, old: Partial<ThingAtHand>, fresh: Partial<ThingAtHand>, group: string | null, string[]]>([
    [
      'puts the new one in the place of the old one, and then lets the old one go',
      {},
      {},
      null,
      ['new in prfi00hq', 'new installed', 'old uninstalled', 'old in unassigned']
    ],
    [
      'takes the group that is remembered where there is no connection',
      { group: remembered('prfi00attic'), status: null },
      { group: null, status: null },
      null,
      ['new in prfi00attic', 'new installed', 'old uninstalled', 'old in unassigned']
    ],
    ['asks for a group that nobody knows', { group: null }, {}, null, ['asks for the group']],
    ['asks for a group when the old one is in none', { group: sure('unassigned') }, {}, null, ['asks for the group']],
    [
      'does not move out of a group what is in none',
      { group: sure('unassigned') },
      {},
      'prfi00lab',
      ['new in prfi00lab', 'new installed', 'old uninstalled']
    ],
    [
      'goes by what a person says, whatever is known',
      { group: sure('prfi00hq') },
      {},
      'prfi00lab',
      ['new in prfi00lab', 'new installed', 'old uninstalled', 'old in unassigned']
    ],
    [
      'leaves out what is so already',
      { status: sure('uninstalled') },
      { group: sure('prfi00hq'), status: sure('installed') },
      null,
      ['old in unassigned']
    ],
    [
      'sets again what is only remembered',
      { status: remembered('uninstalled') },
      { group: remembered('prfi00hq'), status: remembered('installed') },
      null,
      ['new in prfi00hq', 'new installed', 'old uninstalled', 'old in unassigned']
    ],
    [
      'that was made already has nothing left to do',
      { group: sure('unassigned'), status: sure('uninstalled') },
      { group: sure('prfi00hq'), status: sure('installed') },
      'prfi00hq',
      ['refused nothing_to_do']
    ]
  ])('%s', (_name, old, its, group, expected) => {
    const plan = planReplacement({ ...installed, ...old }, { ...fresh, ...its }, 'uninstalled', group)
    expect(told(plan)).toEqual(expected)
  })

  test('retires the old one where that is chosen, and names each the partner of the other', () => {
    const plan = planReplacement(installed, fresh, 'retired', null)
    expect(told(plan)).toContain('old retired')
    expect(plan.state === 'ready' && plan.works.map(({ kind, partner }) => [kind, partner])).toEqual([
      ['replace_new', oldTuid],
      ['replace_old', newTuid]
    ])
  })

  test.each<[old: string, fresh: string, refusal: string | null]>([
    [oldTuid, newTuid, null],
    [oldTuid, oldTuid, 'same_thing'],
    ['TSPR04EZU31901021', 'TSPD04ESY93100802', 'other_kind'],
    ['TSPR02EZU31901021', 'TSPR04EZU31901022', null],
    ['TSGW01EZU30801122', 'TSGW05EZU30801123', null],
    ['TSGW05EZU30801122', 'TSPR04EZU31901022', 'other_kind'],
    ['TSPD04ESY93100802', 'TSPD05ESY93100803', 'other_kind'],
    ['TSPR99EZU31901021', 'TSPD04ESY93100802', null],
    ['ABCD12EZU31901021', 'TSPD04ESY93100802', null]
  ])('of %s by %s: %s', (old, next, refusal) => {
    expect(replacementRefusal(old, next)?.kind ?? null).toBe(refusal)
  })

  test.each<[name: string, old: ThingAtHand, fresh: ThingAtHand, expected: string[]]>([
    ['nothing unusual', installed, fresh, []],
    ['nothing is known', thing(oldTuid, { group: sure('prfi00hq') }), thing(newTuid), []],
    [
      'neither is known to the stack',
      { ...installed, notKnownToStack: true },
      thing(newTuid, { notKnownToStack: true }),
      ['old not_known_to_stack', 'new not_known_to_stack']
    ],
    [
      'the new one stands elsewhere',
      installed,
      { ...installed, tuid: newTuid, group: sure('x') },
      ['new new_installed']
    ],
    ['the new one is to stand elsewhere', installed, { ...fresh, group: sure('x') }, ['new new_in_group']],
    ['the new one was retired', installed, { ...fresh, status: sure('retired') }, ['new unusual']],
    ['the old one was never installed', { ...installed, status: sure('new') }, fresh, ['old not_installed']],
    ['the old one is uninstalled', { ...installed, status: sure('uninstalled') }, fresh, ['old already_there']],
    ['the old one was found faulty', { ...installed, status: sure('quarantine') }, fresh, []],
    ['the new one is of a make not known', installed, { ...fresh, tuid: 'ABCD12EZU31901022' }, ['old kind_unsure']],
    [
      'both are of a make not known',
      thing('ABCD12EZU1', { group: sure('g') }),
      thing('ABCD12EZU2'),
      ['old kind_unsure']
    ],
    ['the family says the same kind', thing('TSPR99EZU1', { group: sure('g') }), fresh, []]
  ])('points out: %s', (_name, old, its, expected) => {
    expect(looks(planReplacement(old, its, 'uninstalled', null))).toEqual(expected)
  })

  test('names the group in which a new one is installed already', () => {
    const plan = planReplacement(installed, { ...installed, tuid: newTuid, group: sure('x') }, 'uninstalled', null)
    expect(plan.state === 'ready' && plan.looks).toEqual([{ kind: 'new_installed', tuid: newTuid, groupId: 'x' }])
  })
})

describe('taking away', () => {
  test.each<[known: Partial<ThingAtHand>, does: string[], points: string[]]>([
    [{}, ['old uninstalled', 'old in unassigned'], []],
    [{ group: null, status: null }, ['old uninstalled', 'old in unassigned'], []],
    [{ status: sure('new') }, ['old uninstalled', 'old in unassigned'], ['old not_installed']],
    [{ status: sure('uninstalled') }, ['old in unassigned'], ['old already_there']],
    [{ status: sure('uninstalled'), group: sure('unassigned') }, ['refused nothing_to_do'], []],
    [{ notKnownToStack: true }, ['old uninstalled', 'old in unassigned'], ['old not_known_to_stack']]
  ])('a thing of which is known: %j', (known, does, points) => {
    const plan = planTakingAway({ ...installed, ...known })
    expect(told(plan)).toEqual(does)
    expect(looks(plan)).toEqual(points)
  })
})

describe('quarantine', () => {
  test.each<[known: Partial<ThingAtHand>, does: string[], points: string[]]>([
    [{}, ['old quarantine'], []],
    [{ status: sure('new') }, ['old quarantine'], []],
    [{ status: sure('retired') }, ['old quarantine'], ['old unusual']],
    [{ status: sure('quarantine') }, ['refused nothing_to_do'], []],
    [{ status: remembered('quarantine') }, ['old quarantine'], ['old already_there']]
  ])('of a thing of which is known: %j', (known, does, points) => {
    const plan = planQuarantine({ ...installed, ...known })
    expect(told(plan)).toEqual(does)
    expect(looks(plan)).toEqual(points)
  })
})
