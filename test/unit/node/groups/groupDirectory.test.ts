import { describe, expect, it } from 'vitest'
import { Laptop } from '../laptop/laptop'
import { assign, createGroup, deleteGroup, office, renameGroup, store } from '../outbox/intents'

/** The groups as `name (origin)`. */
async function listed(laptop: Laptop, query = ''): Promise<string[]> {
  const { groups } = await laptop.app.groups.list(laptop.stackId, query)
  return groups.map(({ groupId, origin }) => `${groupId} (${origin})`)
}

const listRequests = (laptop: Laptop): number =>
  laptop.cloud.requests.filter(({ method, path }) => method === 'GET' && path.startsWith('/groups')).length

describe('on a server that lists its groups', () => {
  it('they are all there, in order, with their descriptions', async () => {
    const laptop = await Laptop.signedIn()
    const { groups, fromServer, problem } = await laptop.app.groups.list(laptop.stackId, '')
    expect({ fromServer, problem }).toEqual({ fromServer: true, problem: null })
    expect(groups).toEqual([
      { groupId: office, description: 'A small office', origin: 'server' },
      { groupId: store, description: 'Its store room, still empty', origin: 'server' },
      { groupId: 'unassigned', description: null, origin: 'server' }
    ])
  })

  it('are there at once once they were listed, with what waits here, while nobody is asked', async () => {
    const laptop = await Laptop.signedIn()
    expect(laptop.app.groups.listKept(laptop.stackId, '')).toMatchObject({ fromServer: false, problem: null })
    await listed(laptop)
    laptop.cloud.setOnline(false)
    laptop.capture(createGroup('prfi00new', null), deleteGroup(store))
    const asked = listRequests(laptop)
    const { groups } = laptop.app.groups.listKept(laptop.stackId, '')
    expect(groups.map(({ groupId }) => groupId)).toEqual(['prfi00new', office, 'unassigned'])
    expect(laptop.app.groups.listKept(laptop.stackId, 'toim').groups.map(({ groupId }) => groupId)).toEqual([office])
    expect(listRequests(laptop)).toBe(asked)
    expect(await listed(laptop)).toEqual(groups.map(({ groupId, origin }) => `${groupId} (${origin})`))
  })

  it('a query finds them by name and description, whatever the case', async () => {
    const laptop = await Laptop.signedIn()
    await listed(laptop)
    expect(await listed(laptop, ' PIKKUVARASTO ')).toEqual([`${store} (server)`])
    expect(await listed(laptop, 'Store Room')).toEqual([`${store} (server)`])
    expect(await listed(laptop, 'nothing like it')).toEqual([])
  })

  it('those that were deleted elsewhere go with the next whole list, not with a narrower one', async () => {
    const laptop = await Laptop.signedIn()
    await listed(laptop)
    laptop.cloud.world.deleteGroup(store)
    await listed(laptop, 'toimisto')
    expect(laptop.app.readModel.groupsSeen(laptop.stackId).map(({ groupId }) => groupId)).toContain(store)
    expect(await listed(laptop)).toEqual([`${office} (server)`, 'unassigned (server)'])
  })

  it('those of a list that was cut are no reason to forget others', async () => {
    const laptop = await Laptop.signedIn()
    await listed(laptop)
    for (let i = 0; i < 500; i++) laptop.cloud.world.createGroup(`a${i}`)
    expect(await listed(laptop)).toContain(`${store} (server)`)
  })

  it('are shown as last seen when there is no connection, with the reason', async () => {
    const laptop = await Laptop.signedIn()
    await listed(laptop)
    laptop.cloud.setOnline(false)
    await laptop.restart({ patient: true })
    const { groups, fromServer, problem } = await laptop.app.groups.list(laptop.stackId, '')
    expect(groups).toHaveLength(3)
    expect({ fromServer, kind: problem?.kind }).toEqual({ fromServer: false, kind: 'offline' })
  })

  it('are shown as last seen when the server is not well, which is not taken for having no list', async () => {
    const laptop = await Laptop.signedIn()
    await listed(laptop)
    laptop.cloud.faults.add({ match: { path: '/groups' }, fault: 'html-502', times: 1 })
    expect(await laptop.app.groups.list(laptop.stackId, '')).toMatchObject({
      fromServer: false,
      problem: { kind: 'server_error' }
    })
    expect(await laptop.app.groups.list(laptop.stackId, '')).toMatchObject({ fromServer: true })
  })
})

describe('on a server without a list', () => {
  it.each([403, false, 405] as const)('(%s) that is no fault, and remembered', async (groupList) => {
    const laptop = await Laptop.signedIn({ groupList })
    expect(await laptop.app.groups.list(laptop.stackId, '')).toEqual({
      groups: [{ groupId: 'unassigned', description: null, origin: 'seen' }],
      fromServer: false,
      problem: null
    })
    expect(listRequests(laptop)).toBe(1)
    await laptop.restart({ patient: true })
    await listed(laptop)
    expect(listRequests(laptop)).toBe(1)
  })

  it('is asked again after the stack has moved to another', async () => {
    const laptop = await Laptop.signedIn({ groupList: false })
    await listed(laptop)
    const { url: baseUrl, clientId, clientSecret } = (await Laptop.bare()).cloud
    await laptop.app.stacks.save({
      id: laptop.stackId,
      name: 'Site',
      baseUrl,
      clientId,
      clientSecret,
      keep: 'keychain'
    })
    expect(await listed(laptop)).toContain(`${office} (server)`)
  })

  it('those are known that were met on things or made here', async () => {
    const laptop = await Laptop.signedIn({ groupList: false })
    await laptop.app.things.group(laptop.stackId, laptop.role('presence'))
    laptop.capture(createGroup('prfi00uusi', 'Upstairs'), assign(laptop.role('readyPresence'), store))
    await laptop.settle()
    expect(await listed(laptop)).toEqual([
      `${office} (seen)`,
      `${store} (seen)`,
      'prfi00uusi (server)',
      'unassigned (seen)'
    ])
    expect(await listed(laptop, 'upstairs')).toEqual(['prfi00uusi (server)'])
  })
})

describe('what waits in the queue', () => {
  async function offline(): Promise<Laptop> {
    const laptop = await Laptop.signedIn()
    await listed(laptop)
    laptop.cloud.setOnline(false)
    await laptop.pass(60_000)
    return laptop
  }

  it('is shown as if it were so, and said to be queued', async () => {
    const laptop = await offline()
    laptop.capture(createGroup('prfi00uusi', 'Upstairs'), renameGroup(store, 'prfi00arkisto'), deleteGroup(office))
    const { groups } = await laptop.app.groups.list(laptop.stackId, '')
    expect(groups).toEqual([
      { groupId: 'prfi00arkisto', description: 'Its store room, still empty', origin: 'queued' },
      { groupId: 'prfi00uusi', description: 'Upstairs', origin: 'queued' },
      { groupId: 'unassigned', description: null, origin: 'server' }
    ])
  })

  it('is followed in order: a new group that is renamed has its new name', async () => {
    const laptop = await offline()
    laptop.capture(createGroup('prfi00uusi'), renameGroup('prfi00uusi', 'prfi00uudempi'))
    expect(await listed(laptop, 'uu')).toEqual(['prfi00uudempi (queued)'])
  })

  it('is as before when it is discarded', async () => {
    const laptop = await offline()
    const [action] = laptop.capture(deleteGroup(office))
    laptop.app.outbox.discard(action?.id ?? '', '')
    expect(await listed(laptop)).toContain(`${office} (server)`)
  })

  it('is known to be so when it is done, without asking again', async () => {
    const laptop = await offline()
    laptop.capture(createGroup('prfi00uusi', 'Upstairs'), renameGroup(store, 'prfi00arkisto'), deleteGroup(office))
    laptop.cloud.setOnline(true)
    await laptop.settle()
    laptop.cloud.setOnline(false)
    expect(await listed(laptop)).toEqual(['prfi00arkisto (server)', 'prfi00uusi (server)', 'unassigned (server)'])
    const { groups } = laptop.app.groups.kept(laptop.stackId)
    expect(groups[0]?.description).toBe('Its store room, still empty')
  })
})

it('a list that was asked for before an action came true takes back nothing of what that has done', async () => {
  const laptop = await Laptop.signedIn({ slowByClock: true })
  await listed(laptop)
  laptop.cloud.faults.add({ match: { method: 'GET', path: '/groups' }, fault: 'latency', ms: 5_000, times: 1 })
  const asked = laptop.app.groups.refresh(laptop.stackId, '', false)
  await laptop.until(() => laptop.cloud.stuck === 1)
  laptop.capture(createGroup('prfi00uusi'), renameGroup(store, 'prfi00arkisto'), deleteGroup(office))
  await laptop.quiet()
  expect(laptop.actions().map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  const { groups } = await laptop.passUntil(asked)
  expect(groups.map(({ groupId }) => groupId)).toEqual(['prfi00arkisto', 'prfi00uusi', 'unassigned'])
})

it('a thing that was asked for its group before we deleted that does not bring it back', async () => {
  const laptop = await Laptop.signedIn({ slowByClock: true })
  await listed(laptop)
  const tuid = laptop.role('environment')
  laptop.cloud.faults.add({ match: { path: `/things/${tuid}/group` }, fault: 'latency', ms: 5_000, times: 1 })
  const asked = laptop.app.things.group(laptop.stackId, tuid)
  await laptop.until(() => laptop.cloud.stuck === 1)
  laptop.capture(deleteGroup(office))
  await laptop.quiet()
  expect(await laptop.passUntil(asked)).toMatchObject({ value: { groupId: office } })
  await laptop.pass(60_000)
  expect(await listed(laptop)).toEqual([`${store} (server)`, 'unassigned (server)'])
})

describe('an overview', () => {
  const overview = (laptop: Laptop) => laptop.app.groups.kept(laptop.stackId)

  it('is there at once, with what was never asked', async () => {
    const laptop = await Laptop.signedIn()
    expect(overview(laptop)).toEqual({
      groups: [{ groupId: 'unassigned', description: null, origin: 'seen' }],
      changes: [],
      asOf: null,
      complete: false,
      offered: null,
      deletion: null,
      problem: null
    })
  })

  it('keeps when the server listed everything, also after a restart', async () => {
    const laptop = await Laptop.signedIn()
    const asked = await laptop.app.groups.refresh(laptop.stackId, '', false)
    expect(asked).toMatchObject({ asOf: laptop.clock.now(), complete: true, offered: true, problem: null })
    await laptop.restart({ patient: true })
    expect(overview(laptop)).toEqual(asked)
  })

  it('of a search leaves alone when everything was listed', async () => {
    const laptop = await Laptop.signedIn()
    const { asOf } = await laptop.app.groups.refresh(laptop.stackId, '', false)
    await laptop.pass(60_000)
    expect(await laptop.app.groups.refresh(laptop.stackId, 'varasto', false)).toMatchObject({ asOf, complete: true })
  })

  it('of more groups than are listed at once says so, and a search finds the rest', async () => {
    const laptop = await Laptop.signedIn()
    for (let i = 0; i < 500; i++) laptop.cloud.world.createGroup(`a${i}`)
    const names = ({ groups }: Awaited<ReturnType<typeof laptop.app.groups.refresh>>) =>
      groups.map(({ groupId }) => groupId)
    const cut = await laptop.app.groups.refresh(laptop.stackId, '', false)
    expect([cut.complete, names(cut).includes(store)]).toEqual([false, false])
    expect(names(await laptop.app.groups.refresh(laptop.stackId, 'varasto', false))).toContain(store)
  })

  it('shows groups as they are, and what waits apart from them', async () => {
    const laptop = await Laptop.signedIn()
    await laptop.app.groups.refresh(laptop.stackId, '', false)
    laptop.cloud.setOnline(false)
    await laptop.pass(60_000)
    laptop.capture(createGroup('prfi00uusi'), renameGroup(store, 'prfi00arkisto'), deleteGroup(office))
    const { groups, changes } = overview(laptop)
    expect(groups.map(({ groupId }) => groupId)).toEqual([office, store, 'unassigned'])
    expect(changes.map(({ intent, state }) => [intent.type, state])).toEqual([
      ['group_create', 'pending'],
      ['group_rename', 'pending'],
      ['group_delete', 'pending']
    ])
  })

  it('says what went wrong with asking, beside what was last seen', async () => {
    const laptop = await Laptop.signedIn()
    const { groups, asOf } = await laptop.app.groups.refresh(laptop.stackId, '', false)
    await laptop.cloud.refuseConnections()
    expect(await laptop.app.groups.refresh(laptop.stackId, '', false)).toMatchObject({
      groups,
      asOf,
      problem: { kind: 'offline' }
    })
  })

  it('of a server without a list is no fault, and asked again on demand alone', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { path: '/groups' }, fault: 'status', status: 403 })
    const refresh = (recheck: boolean) => laptop.app.groups.refresh(laptop.stackId, '', recheck)
    expect(await refresh(false)).toMatchObject({ offered: false, asOf: null, problem: null })
    laptop.cloud.faults.clear()
    expect(await refresh(false)).toMatchObject({ offered: false })
    expect(await refresh(true)).toMatchObject({ offered: true, complete: true })
  })
})
