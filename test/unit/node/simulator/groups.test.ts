import { describe, expect, it } from 'vitest'
import { dataOf, Session } from './session.ts'

const OFFICE = 'prfi00pikkutoimisto'
const STORE = 'prfi00pikkuvarasto'

async function groupOf(session: Session, tuid: string): Promise<unknown> {
  return (dataOf(await session.get(`/things/${tuid}/group`)) as { group_id: string }).group_id
}

describe('the group of a thing', () => {
  it('moves from unassigned into a group and back', async () => {
    const session = await Session.open()
    const tuid = session.role('readyPresence')
    expect(await groupOf(session, tuid)).toBe('unassigned')
    const answered = await session.post(`/things/${tuid}/group`, { group_id: STORE })
    expect(dataOf(answered)).toEqual({ group_id: STORE, tuid })
    expect(await groupOf(session, tuid)).toBe(STORE)
    await session.post(`/things/${tuid}/group`, { group_id: 'unassigned' })
    expect(await groupOf(session, tuid)).toBe('unassigned')
    expect(session.sim.effects).toMatchObject([
      { kind: 'group', tuid, groupId: STORE, previous: 'unassigned' },
      { kind: 'group', tuid, groupId: 'unassigned', previous: STORE }
    ])
  })

  it.each([
    ['a group that does not exist', { group_id: 'prfi00nowhere' }, 404],
    ['whitespace', { group_id: 'a b' }, 400],
    ['no group', {}, 400],
    ['null', { group_id: null }, 400]
  ])('refuses %s without an effect', async (_, body, status) => {
    const session = await Session.open()
    expect((await session.post(`/things/${session.role('presence')}/group`, body)).status).toBe(status)
    expect(session.sim.effects).toEqual([])
  })
})

describe('creating', () => {
  it('answers with what was created', async () => {
    const session = await Session.open()
    const group = { group_id: 'prfi00brandnew', group_description: 'Fresh' }
    expect(dataOf(await session.post('/groups', group))).toEqual(group)
    expect(dataOf(await session.post('/groups', { group_id: 'prfi00plain' }))).toEqual({ group_id: 'prfi00plain' })
    expect(session.sim.effects).toMatchObject([
      { kind: 'group_create', groupId: 'prfi00brandnew' },
      { kind: 'group_create', groupId: 'prfi00plain' }
    ])
  })

  it.each([
    ['whitespace', 'two words', 400],
    ['the name unassigned', 'unassigned', 400],
    ['no name', '', 400],
    ['a name that is taken', OFFICE, 409]
  ])('refuses %s', async (_, groupId, status) => {
    const session = await Session.open()
    expect((await session.post('/groups', { group_id: groupId })).status).toBe(status)
    expect(session.sim.effects).toEqual([])
  })
})

describe('renaming', () => {
  it('carries the members along', async () => {
    const session = await Session.open()
    const renamed = await session.post(`/groups/${OFFICE}/rename`, { group_id: 'prfi00renamed' })
    expect(dataOf(renamed)).toEqual({ group_id: 'prfi00renamed', old: OFFICE, renamed: true })
    expect(await groupOf(session, session.role('presence'))).toBe('prfi00renamed')
    const members = ['gateway', 'environment', 'presence'].map((role) => session.role(role))
    expect(session.sim.effects).toMatchObject([
      { kind: 'group_rename', groupId: OFFICE, newGroupId: 'prfi00renamed', members }
    ])
  })

  it.each([
    ['an unknown group', 'prfi00nowhere', 'prfi00x', 404],
    ['the group unassigned', 'unassigned', 'prfi00x', 400],
    ['to the name unassigned', STORE, 'unassigned', 400],
    ['to a name with whitespace', STORE, 'a\tb', 400],
    ['to a name that is taken', STORE, OFFICE, 409]
  ])('refuses %s', async (_, from, to, status) => {
    const session = await Session.open()
    expect((await session.post(`/groups/${from}/rename`, { group_id: to })).status).toBe(status)
    expect(session.sim.effects).toEqual([])
  })

  it('says false for a locked group, and leaves it', async () => {
    const session = await Session.open()
    session.sim.world.lockedGroups.add(STORE)
    const answered = await session.post(`/groups/${STORE}/rename`, { group_id: 'prfi00x' })
    expect(dataOf(answered)).toMatchObject({ old: STORE, renamed: false })
    expect(dataOf(await session.request('DELETE', `/groups/${STORE}`))).toEqual({ group_id: STORE, deleted: false })
    expect(session.sim.effects).toEqual([])
  })
})

describe('deleting', () => {
  it('leaves the members unassigned', async () => {
    const session = await Session.open()
    expect(dataOf(await session.request('DELETE', `/groups/${OFFICE}`))).toEqual({ group_id: OFFICE, deleted: true })
    expect(await groupOf(session, session.role('presence'))).toBe('unassigned')
    expect((await session.request('DELETE', `/groups/${OFFICE}`)).status).toBe(404)
    expect(session.sim.effects).toMatchObject([{ kind: 'group_delete', groupId: OFFICE }])
  })

  it('refuses a group with members where told to, and always the group unassigned', async () => {
    const session = await Session.open({ deleteGroupWithMembers: 'refuse' })
    expect((await session.request('DELETE', `/groups/${OFFICE}`)).status).toBe(409)
    expect((await session.request('DELETE', `/groups/${STORE}`)).status).toBe(200)
    expect((await session.request('DELETE', '/groups/unassigned')).status).toBe(400)
  })
})

describe('the optional list', () => {
  it('finds groups and their things', async () => {
    const session = await Session.open()
    const ids = async (query: string) =>
      (dataOf(await session.get(`/groups${query}`)) as { group_id: string }[]).map((group) => group.group_id)
    expect(await ids('')).toEqual([OFFICE, STORE, 'unassigned'])
    expect(await ids('?q=VARASTO')).toEqual([STORE])
    expect(await ids('?limit=1')).toEqual([OFFICE])
    const members = ['gateway', 'environment', 'presence'].map((role) => session.role(role))
    expect(dataOf(await session.get(`/groups/${OFFICE}/things`))).toEqual({ group_id: OFFICE, tuids: members })
    expect((await session.get('/groups/prfi00nowhere/things')).status).toBe(404)
  })

  it.each([
    [false, 404],
    [403, 403],
    [405, 405]
  ] as const)('may be absent: %s answers %i, and creating still works', async (groupList, status) => {
    const session = await Session.open({ groupList })
    expect((await session.get('/groups?limit=5')).status).toBe(status)
    expect((await session.get(`/groups/${OFFICE}/things`)).status).toBe(status)
    expect((await session.post('/groups', { group_id: 'prfi00brandnew' })).status).toBe(200)
  })
})
