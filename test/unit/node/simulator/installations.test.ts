import { expect, it } from 'vitest'
import { dataOf, Session } from './session.ts'

interface Entry {
  installation_status: string
  timestamp: number
  responsible?: string | null
}

async function history(session: Session, tuid: string, query = ''): Promise<Entry[]> {
  return dataOf(await session.get(`/things/${tuid}/installations${query}`)) as Entry[]
}

it.each(['new', 'installed', 'uninstalled', 'quarantine', 'retired'])('sets a thing to %s', async (status) => {
  const session = await Session.open()
  const tuid = session.role('readyPresence')
  const answered = await session.post(`/things/${tuid}/installations`, { installation_status: status })
  expect(dataOf(answered)).toEqual({ tuid, installation_status: status })
  expect((await history(session, tuid)).at(-1)).toEqual({
    tuid,
    installation_status: status,
    timestamp: session.seconds,
    responsible: session.sim.clientId
  })
  expect(session.sim.effects).toEqual([{ seq: 1, at: session.seconds * 1000, by: 'api', kind: 'status', tuid, status }])
})

it.each([
  ['an unknown status', '{"installation_status":"lost"}'],
  ['no status', '{}'],
  ['a number', '{"installation_status":1}'],
  ['a list', '[]'],
  ['broken JSON', '{"installation_status":'],
  ['nothing', '']
])('refuses %s without an effect', async (_, body) => {
  const session = await Session.open()
  const answered = await session.request('POST', `/things/${session.role('presence')}/installations`, body)
  expect(answered).toMatchObject({ status: 400, body: { statusCode: 400 } })
  expect(session.sim.effects).toEqual([])
})

it('keeps two changes within a second apart by their timestamps', async () => {
  const session = await Session.open()
  const { world } = session.sim
  const tuid = session.role('readyPresence')
  world.setStatus(tuid, 'installed')
  world.setStatus(tuid, 'retired')
  const [earlier, later] = (await history(session, tuid)).slice(-2)
  expect(later?.timestamp).toBeGreaterThan(earlier?.timestamp ?? Number.NaN)
})

it('limits the history to the newest entries, and may answer them newest first', async () => {
  const chronological = await Session.open()
  const tuid = chronological.role('uninstalled')
  const statuses = (entries: Entry[]) => entries.map((entry) => entry.installation_status)
  expect(statuses(await history(chronological, tuid))).toEqual(['new', 'installed', 'uninstalled'])
  expect(statuses(await history(chronological, tuid, '?limit=1'))).toEqual(['uninstalled'])
  const backwards = await Session.open({ order: 'newest-first' })
  expect(statuses(await history(backwards, tuid))).toEqual(['uninstalled', 'installed', 'new'])
  expect(statuses(await history(backwards, tuid, '?limit=2'))).toEqual(['uninstalled', 'installed'])
})

it('shows other people by their name, and nobody as null', async () => {
  const session = await Session.open({ responsible: null })
  const tuid = session.role('presence')
  session.sim.world.setStatus(tuid, 'quarantine', { responsible: 'someone.else@nordlys.example' })
  await session.post(`/things/${tuid}/installations`, { installation_status: 'installed' })
  const people = (await history(session, tuid)).slice(-2).map(({ responsible }) => responsible)
  expect(people).toEqual(['someone.else@nordlys.example', null])
  expect(session.sim.effects.map(({ by }) => by)).toEqual(['world', 'api'])
})

it('lets a write show up late where asked to', async () => {
  const session = await Session.open({ consistencyDelayMs: 3000 })
  const tuid = session.role('readyPresence')
  await session.post(`/things/${tuid}/installations`, { installation_status: 'installed' })
  await session.post(`/things/${tuid}/group`, { group_id: 'prfi00pikkuvarasto' })
  const seen = async () => [
    (await history(session, tuid)).at(-1)?.installation_status,
    (dataOf(await session.get(`/things/${tuid}/group`)) as { group_id: string }).group_id
  ]
  expect(await seen()).toEqual(['new', 'unassigned'])
  session.advance(3)
  expect(await seen()).toEqual(['installed', 'prfi00pikkuvarasto'])
})
