import { expect, it } from 'vitest'
import { dataOf, Session } from './session.ts'

interface Telegram {
  tsmId: number
  tsmEv?: number
  tsmTs: number
}

async function messages(session: Session, tuid: string, query: string): Promise<Telegram[]> {
  return dataOf(await session.get(`/things/${tuid}/messages?${query}`)) as Telegram[]
}

it('tells the general information of a thing', async () => {
  const session = await Session.open()
  const data = dataOf(await session.get(`/things/${session.role('environment')}`))
  expect(data).toEqual({
    battery_level: expect.any(Number) as number,
    timestamp: expect.any(Number) as number,
    location: { lat: expect.any(Number) as number, lon: expect.any(Number) as number },
    gateway_tuid: session.role('gateway'),
    version: expect.any(String) as string
  })
})

it.each(['', '/alerts', '/messages?limit=1', '/commands', '/installations', '/group'])(
  'answers 404 for %s of a thing it does not know, lower case included',
  async (resource) => {
    const session = await Session.open()
    for (const tuid of ['TSPR04NOTHERE0001', session.role('presence').toLowerCase()]) {
      expect(await session.get(`/things/${tuid}${resource}`)).toMatchObject({ status: 404, body: { statusCode: 404 } })
    }
  }
)

it('accepts the base URL with a trailing slash', async () => {
  const session = await Session.open()
  expect((await session.get(`//things/${session.role('presence')}`)).status).toBe(200)
})

it('answers the newest messages, in chronological order', async () => {
  const session = await Session.open()
  const tuid = session.role('environment')
  const all = await messages(session, tuid, 'limit=5000')
  expect(all.length).toBeGreaterThan(500)
  expect(all.map(({ tsmTs }) => tsmTs)).toEqual(all.map(({ tsmTs }) => tsmTs).toSorted((a, b) => a - b))
  expect(await messages(session, tuid, 'limit=3')).toEqual(all.slice(-3))
})

it('filters messages by id, event and time, bounds included', async () => {
  const session = await Session.open()
  const tuid = session.role('presence')
  session.sim.world.addMessage(tuid, { tsmId: 2100, tsmEv: 7, tsmTs: 1000, state: 1 })
  session.sim.world.addMessage(tuid, { tsmId: 13100, tsmEv: 10, tsmTs: 1010, moveCount: 4 })
  session.sim.world.addMessage(tuid, { tsmId: 2100, tsmEv: 8, tsmTs: 1020, state: 0 })
  const found = async (query: string) =>
    (await messages(session, tuid, `limit=99&to=1020&${query}`)).map((m) => m.tsmTs)
  expect(await found('')).toEqual([1000, 1010, 1020])
  expect(await found('messageid=2100')).toEqual([1000, 1020])
  expect(await found('messageid=2100,13100&eventid=7,10')).toEqual([1000, 1010])
  expect(await found('from=1010')).toEqual([1010, 1020])
})

it.each(['', 'limit=0', 'limit=many', 'limit=5&messageid=a', 'limit=5&from=yesterday'])(
  'refuses messages asked for with "%s"',
  async (query) => {
    const session = await Session.open()
    const answered = await session.get(`/things/${session.role('presence')}/messages?${query}`)
    expect(answered).toMatchObject({ status: 400, body: { error: 'Bad Request' } })
  }
)

it('repeats and mixes the messages of an untidy thing', async () => {
  const session = await Session.open({ site: 'demo' })
  const found = await messages(session, session.role('untidy'), 'limit=40&messageid=12100')
  const times = found.map(({ tsmTs }) => tsmTs)
  expect(times.length).toBeGreaterThan(40)
  expect(new Set(times).size).toBe(40)
  expect(times).not.toEqual([...times].toSorted((a, b) => a - b))
})
