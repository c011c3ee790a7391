import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { GroupsOverview } from '@shared/domain/groupsOverview'
import GroupsPage from '@/groups/GroupsPage.vue'
// Where a new group leads to: read in now, for a busy machine takes its time over it.
import '@/groups/GroupPage.vue'
import { fail, harbour, ok } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { actionOf } from '../install/fixtures'
import { attic, cellar, nowhere, overviewOf, showGroups } from './groupsBench'

const rows = (page: VueWrapper) => page.findAll('[data-group]').map((row) => row.attributes('data-group'))
const row = (page: VueWrapper, groupId: string) => page.get(`[data-group="${groupId}"]`)
const offline = { kind: 'offline' } as const

describe('the list', () => {
  test('has every group, unassigned last, and warns of those whose data goes nowhere', async () => {
    const { page } = await showGroups(GroupsPage)
    expect(rows(page)).toEqual([cellar.groupId, attic.groupId, nowhere.groupId])
    expect(page.text()).toContain('3 groups')
    expect(row(page, cellar.groupId).text()).toContain('Data is forwarded only from groups')
    expect(row(page, attic.groupId).text()).toBe('prfi00atticUpstairs')
    expect(row(page, 'unassigned').text()).toBe('No group (unassigned)')
  })

  test('says what waits, what becomes of the group, and what needs a person first', async () => {
    const changes = [
      actionOf({ type: 'group_create', groupId: 'prfi00new', description: null }),
      actionOf({ type: 'group_rename', groupId: attic.groupId, newGroupId: 'prfi00roof' }, { waits: 'offline' }),
      actionOf({ type: 'group_delete', groupId: 'prfi00roof' }, { state: 'needs_you' })
    ]
    const { page } = await showGroups(GroupsPage, { overview: overviewOf({ changes }) })
    expect(row(page, 'prfi00new').text()).toContain('Saved here')
    expect(row(page, attic.groupId).text()).toContain('to be deleted')
    expect(row(page, attic.groupId).text()).toContain('Needs you')
  })

  test('changes as what waits comes true', async () => {
    const { page, installer } = await showGroups(GroupsPage)
    installer.answers['groups:kept'] = () => ok(overviewOf({ groups: [attic] }))
    installer.change(actionOf({ type: 'group_delete', groupId: cellar.groupId }, { state: 'done' }))
    await flushPromises()
    expect(rows(page)).toEqual([attic.groupId])
  })
})

describe('where it comes from is said', () => {
  test.each<[string, Partial<GroupsOverview>, 'online' | 'offline', string]>([
    [
      'a server without a list',
      { offered: false, asOf: null },
      'online',
      'This stack’s server does not offer a list of groups.'
    ],
    ['a list that was cut', { complete: false }, 'online', 'The server lists only the first of its groups.'],
    ['a server that is not well', { problem: { kind: 'server_error' } }, 'online', 'The list could not be read now'],
    ['a stack never read', { offered: null, asOf: null, groups: [nowhere] }, 'offline', 'were never read here']
  ])('%s', async (_what, change, connection, words) => {
    const { page } = await showGroups(GroupsPage, { overview: overviewOf(change), connection })
    expect(page.text()).toContain(words)
    expect(page.find('[role=alert]').exists()).toBe(false)
  })

  test('offline it is as of when it was listed, and the server is not asked', async () => {
    const { page, installer } = await showGroups(GroupsPage, {
      overview: overviewOf({ problem: offline }),
      connection: 'offline'
    })
    expect(page.get('time').text()).toMatch(/^as of /)
    expect(installer.inputsOf('groups:refresh')).toEqual([])
  })

  test('what was listed a moment ago is not asked for again', async () => {
    const { installer } = await showGroups(GroupsPage, { overview: overviewOf({ asOf: Date.now() - 1_000 }) })
    expect(installer.inputsOf('groups:refresh')).toEqual([])
    button('Refresh').click()
    await flushPromises()
    expect(installer.inputsOf('groups:refresh')).toHaveLength(1)
  })

  test('a server without a list is asked again on demand', async () => {
    const { installer } = await showGroups(GroupsPage, { overview: overviewOf({ offered: false, asOf: null }) })
    button('Check again').click()
    await flushPromises()
    expect(installer.inputsOf('groups:refresh').at(-1)).toEqual({ stackId: harbour.id, query: '', recheck: true })
  })

  test('the app itself failing is said', async () => {
    const { page } = await showGroups(GroupsPage, {
      answers: { 'groups:kept': () => fail('internal'), 'groups:refresh': () => fail('internal') }
    })
    expect(page.get('[role=alert]').text()).toContain('The app made a mistake')
  })

  test('it speaks Finnish', async () => {
    const { page } = await showGroups(GroupsPage, { language: 'fi', overview: overviewOf({ offered: false }) })
    expect(page.text()).toContain('Tämän asiakasympäristön palvelin ei tarjoa ryhmäluetteloa.')
    expect(page.text()).toContain('3 ryhmää')
  })
})

describe('a new group', () => {
  async function fillIn(answers: Parameters<typeof showGroups>[1] = {}) {
    const shown = await showGroups(GroupsPage, answers)
    button('New group').click()
    await flushPromises()
    const field = shown.page.get<HTMLInputElement>('.name input')
    const submit = async (site: string) => {
      await field.setValue(site)
      await shown.page.get('form').trigger('submit')
      await flushPromises()
    }
    return { ...shown, field, submit }
  }

  test('is saved, and leads to its page', async () => {
    const { installer, router, submit } = await fillIn({ answers: { 'outbox:capture': () => ok([]) } })
    await submit('Roof terrace')
    expect(installer.inputsOf('outbox:capture')).toEqual([
      {
        stackId: harbour.id,
        intents: [{ type: 'group_create', groupId: 'prfi00roofterrace', description: null }]
      }
    ])
    await expect.poll(() => router.currentRoute.value.params['groupId']).toBe('prfi00roofterrace')
  })

  test('is refused when a group has that name, or will have it', async () => {
    const changes = [actionOf({ type: 'group_rename', groupId: cellar.groupId, newGroupId: 'prfi00roof' })]
    const { page, installer, submit } = await fillIn({ overview: overviewOf({ changes }) })
    for (const site of ['Attic', 'Roof']) {
      await submit(site)
      expect(page.get('form').text()).toContain('There is a group of this name already.')
    }
    await submit('')
    expect(page.get('form').text()).toContain('Give the group a name.')
    expect(installer.inputsOf('outbox:capture')).toEqual([])
  })

  test('that cannot be saved stays filled in, with the reason', async () => {
    const { page, field, submit } = await fillIn({ answers: { 'outbox:capture': () => fail('disk_full') } })
    await submit('Roof')
    expect(field.element.value).toBe('Roof')
    expect(page.get('form [role=alert]').text()).toContain('disk')
  })
})
