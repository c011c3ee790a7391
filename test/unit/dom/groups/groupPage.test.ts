import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { GroupMembers, SeenFate } from '@shared/domain/groupsOverview'
// Where a new name leads to: read in now, for a busy machine takes its time over it.
import '@/groups/GroupPage.vue'
import GroupView from '@/groups/GroupView.vue'
import { useSettingsStore } from '@/stores/settings'
import { fail, harbour, ok } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { actionOf, now, otherTuid, tuid } from '../install/fixtures'
import { attic, overviewOf, showGroups } from './groupsBench'

const list = { value: [tuid, otherTuid], asOf: now, live: true, problem: null }
const two: GroupMembers = { list, seenHere: [], moving: [] }

async function showGroup(members: GroupMembers = two, bench: Parameters<typeof showGroups>[1] = {}) {
  return showGroups(GroupView, {
    ...bench,
    props: { groupId: attic.groupId, ...bench.props },
    answers: {
      'groups:keptThings': () => ok(members),
      'groups:things': () => ok(members),
      'outbox:capture': () => ok([]),
      ...bench.answers
    }
  })
}

const dialog = (): string => document.querySelector('[role=alertdialog]')?.textContent ?? ''

async function press(words: string): Promise<void> {
  button(words).click()
  await flushPromises()
}

describe('the things of a group', () => {
  test('are listed, as of when, and lead to their pages', async () => {
    const { page } = await showGroup()
    const things = page.get('[aria-label="Things"]')
    expect(things.text()).toMatch(/Things.*2 things.*as of/)
    expect(things.findAll('li a').map((link) => link.attributes('href'))).toEqual([
      `/things/${tuid}`,
      `/things/${otherTuid}`
    ])
  })

  test.each<[string, GroupMembers, string]>([
    ['none', { ...two, list: { ...list, value: [] } }, 'There is no thing in this group.'],
    ['nobody tells', { ...two, list: null }, 'This stack’s server does not offer the things of a group.'],
    [
      'they could not be read',
      { ...two, list: { ...list, live: false, problem: { kind: 'server_error' } } },
      'Which things are in it could not be read now'
    ],
    [
      'they were never read',
      { ...two, list: { ...list, value: null, asOf: null, live: false }, seenHere: [tuid] },
      'The server was never asked from here.'
    ],
    ['some come', { ...two, moving: [{ tuid: 'TSPR04NEW00000000', groupId: attic.groupId }] }, 'to be put in'],
    ['some go', { ...two, moving: [{ tuid, groupId: 'prfi00roof' }] }, 'to be put into prfi00roof'],
    ['some are taken out', { ...two, moving: [{ tuid, groupId: 'unassigned' }] }, 'to be taken out']
  ])('say when %s', async (_what, members, words) => {
    const { page } = await showGroup(members)
    expect(page.get('[aria-label="Things"]').text()).toContain(words)
    expect(page.find('[role=alert]').exists()).toBe(false)
  })

  test('are asked for again when the server was found not to tell', async () => {
    const { installer } = await showGroup({ ...two, list: null })
    await press('Check again')
    expect(installer.inputsOf('groups:things').at(-1)).toEqual({
      stackId: harbour.id,
      groupId: attic.groupId,
      recheck: true
    })
  })

  test('are not asked for while the group itself waits to be made', async () => {
    const changes = [actionOf({ type: 'group_create', groupId: 'prfi00new', description: null })]
    const { page, installer } = await showGroup(two, {
      props: { groupId: 'prfi00new' },
      overview: overviewOf({ changes })
    })
    expect(page.text()).toContain('Create group prfi00new')
    expect(installer.inputsOf('groups:things')).toEqual([])
    expect(() => button('Delete')).toThrow('no button')
  })
})

describe('before a group is deleted it is said', () => {
  const day = { asOf: now }

  test.each<[string, GroupMembers, SeenFate | null, RegExp]>([
    ['how many things are in it', two, null, /There are 2 things in it, as of .*was not seen yet/],
    ['that it is empty', { ...two, list: { ...list, value: [] } }, null, /There is no thing in it, as of/],
    ['what is known without the server', { ...two, list: null, seenHere: [tuid] }, null, /has met 1 thing in it/],
    ['that nobody knows', { ...two, list: null }, null, /Nobody can say here/],
    ['that they will be in no group', two, { fate: 'unassigned', ...day }, /in no group after that, as was seen on/],
    ['that they go on naming it', two, { fate: 'stay', ...day }, /go on naming the deleted group/],
    ['that the server refuses', two, { fate: 'refused', ...day }, /refused to delete a group that had things/],
    [
      'what is put into it first',
      { ...two, moving: [{ tuid: 'TSPR04NEW00000000', groupId: attic.groupId }] },
      null,
      /1 thing waits here to be put into it/
    ]
  ])('%s', async (_what, members, deletion, words) => {
    await showGroup(members, { overview: overviewOf({ deletion }) })
    await press('Delete')
    expect(dialog()).toMatch(words)
  })

  test('nothing of what a server does with things where there are none', async () => {
    await showGroup({ ...two, list: { ...list, value: [] } })
    await press('Delete')
    expect(dialog()).not.toContain('What this server does')
  })
})

test('a deletion that is agreed to is saved, and the group is offered no more', async () => {
  const { installer } = await showGroup(two, { answers: { 'settings:set': () => fail('internal') } })
  await press('Delete')
  await press('Delete group')
  expect(installer.inputsOf('outbox:capture')).toEqual([
    { stackId: harbour.id, intents: [{ type: 'group_delete', groupId: attic.groupId }] }
  ])
})

test('a new name follows what waits already, and the group is offered by it', async () => {
  const changes = [actionOf({ type: 'group_rename', groupId: attic.groupId, newGroupId: 'prfi00roof' })]
  const { page, installer } = await showGroup(two, {
    overview: overviewOf({ changes }),
    answers: { 'settings:set': (change) => ok({ ...useSettingsStore().settings, ...change }) }
  })
  await useSettingsStore().rememberChoice(harbour.id, { groupId: 'prfi00roof' })
  await press('Rename')
  await page.get('.name input').setValue('Terrace')
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(installer.inputsOf('outbox:capture')).toEqual([
    {
      stackId: harbour.id,
      intents: [{ type: 'group_rename', groupId: 'prfi00roof', newGroupId: 'prfi00terrace' }]
    }
  ])
  expect(useSettingsStore().lastChoice(harbour.id).groupId).toBe('prfi00terrace')
  expect(page.find('form').exists()).toBe(false)
})

test('a group that was renamed from here goes on under its new name', async () => {
  const renamed = actionOf(
    { type: 'group_rename', groupId: 'prfi00old', newGroupId: attic.groupId },
    { state: 'done', receipt: { at: Date.now(), by: 'answer', responsible: null } }
  )
  const { router } = await showGroups(GroupView, {
    props: { groupId: 'prfi00old' },
    answers: { 'queue:list': () => ok({ actions: [renamed], counts: emptyCounts }) }
  })
  await expect.poll(() => router.currentRoute.value.params['groupId']).toBe(attic.groupId)
})

test('what gave a group its name is shown with it, and as confirmed only when the server has said so', async () => {
  const intent = { type: 'group_rename', groupId: 'prfi00old', newGroupId: attic.groupId } as const
  const renaming = actionOf(intent, { state: 'sending' })
  const receipt = { at: Date.now(), by: 'answer', responsible: null } as const
  const { page, installer } = await showGroup()
  installer.change(renaming)
  await flushPromises()
  expect(page.text()).not.toContain('Confirmed')
  installer.change({ ...renaming, state: 'done', receipt })
  await flushPromises()
  expect(page.get('[aria-label="Done lately"]').text()).toMatch(/Rename group prfi00old to prfi00attic.*Confirmed/)
})

const emptyCounts = { pending: 0, sending: 0, unknown: 0, needs_you: 0, done: 1, discarded: 0 }

test('a group that nobody knows here is said to be unknown, with a way on', async () => {
  const { page } = await showGroup(two, { props: { groupId: 'prfi00nowhere' } })
  expect(page.get('h2').text()).toBe('No such group is known here')
  expect(button('All groups').getAttribute('href')).toBe('/groups')
})

test('what cannot be the name of a group is shown, and nothing more is asked about it', async () => {
  const odd = { groupId: 'two words', description: null, origin: 'server' as const }
  const { page, installer } = await showGroup(two, {
    props: { groupId: odd.groupId },
    overview: overviewOf({ groups: [odd] })
  })
  expect(page.get('h1').text()).toBe('two words')
  expect(installer.inputsOf('groups:things')).toEqual([])
  expect(() => button('Delete')).toThrow('no button')
})
