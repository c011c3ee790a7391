import { expect, it } from 'vitest'
import { dataOf, Session } from './session.ts'

const COMMAND = { tsmId: 13200, tsmEv: 30, transactionId: 4711, threshold: 200 }

it('sends a list of commands and remembers each', async () => {
  const session = await Session.open()
  const tuid = session.role('presence')
  const second = { tsmId: 1500, tsmEv: 35, reportInterval: 120 }
  const sent = (command: object) => ({ ...command, tsmTs: session.seconds, tsmDstTuid: tuid })
  const answered = await session.post(`/things/${tuid}/commands`, [COMMAND, second])
  expect(dataOf(answered)).toEqual({ responsible: session.sim.clientId, commands: [sent(COMMAND), sent(second)] })
  const entry = { tuid, timestamp: session.seconds, responsible: session.sim.clientId }
  expect(dataOf(await session.get(`/things/${tuid}/commands`))).toEqual([
    { ...entry, command: sent(COMMAND) },
    { ...entry, command: sent(second) }
  ])
  expect(session.sim.effects.map(({ kind }) => kind)).toEqual(['command', 'command'])
})

it.each([1500, 1501, 12200, 13200])('allows command %i', async (tsmId) => {
  const session = await Session.open()
  const path = `/things/${session.role('presence')}/commands`
  expect((await session.post(path, [{ tsmId, tsmEv: 30 }])).status).toBe(200)
})

it.each([
  ['a command of the specification example that its own list forbids', [{ tsmId: 17110, tsmEv: 30 }]],
  ['a good command followed by a bad one', [COMMAND, { tsmId: 1110, tsmEv: 30 }]],
  ['a command without an event', [{ tsmId: 1500 }]],
  ['an id in quotes', [{ tsmId: '1500', tsmEv: 30 }]],
  ['a single object', COMMAND],
  ['an empty list', []],
  ['a list of something else', ['1500']]
])('refuses %s, and sends nothing', async (_, body) => {
  const session = await Session.open()
  const path = `/things/${session.role('presence')}/commands`
  expect((await session.post(path, body)).status).toBe(400)
  expect(session.sim.effects).toEqual([])
  expect(dataOf(await session.get(path))).toEqual([])
})

it('filters the command history like messages', async () => {
  const session = await Session.open()
  const tuid = session.role('presence')
  for (const [tsmId, tsmEv] of [
    [1500, 30],
    [1501, 30],
    [1500, 35]
  ] as const) {
    session.sim.world.sendCommand(tuid, { tsmId, tsmEv })
    session.advance(10)
  }
  const start = session.seconds - 30
  const found = async (query: string) =>
    (dataOf(await session.get(`/things/${tuid}/commands?${query}`)) as { timestamp: number }[]).map(
      ({ timestamp }) => timestamp - start
    )
  expect(await found('')).toEqual([0, 10, 20])
  expect(await found('messageid=1500')).toEqual([0, 20])
  expect(await found('eventid=35,36')).toEqual([20])
  expect(await found(`from=${start + 10}&to=${start + 10}`)).toEqual([10])
  expect(await found('limit=2')).toEqual([10, 20])
})
