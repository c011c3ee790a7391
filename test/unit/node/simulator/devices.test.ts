import { describe, expect, it } from 'vitest'
import type { Echo } from '../../../simulator/model.ts'
import { dataOf, Session } from './session.ts'

/** Outlives every wait of these tests. */
const tokenSeconds = 100_000

const COMMAND = { tsmId: 13200, tsmEv: 30, transactionId: 4711, threshold: 100, mode: 1 }

async function echoes(session: Session, tuid: string): Promise<Record<string, unknown>[]> {
  return dataOf(await session.get(`/things/${tuid}/messages?eventid=31,36&limit=50`)) as Record<string, unknown>[]
}

async function sentTo(role: string, echo: Echo, command: object = COMMAND): Promise<[Session, string]> {
  const session = await Session.open({ echo, tokenSeconds })
  const tuid = session.role(role)
  await session.post(`/things/${tuid}/commands`, [command])
  return [session, tuid]
}

describe('the answer of a device', () => {
  it('repeats the transaction with the values applied', async () => {
    const [session, tuid] = await sentTo('presence', { mode: 'at once' })
    expect(await echoes(session, tuid)).toEqual([
      {
        tsmId: 13200,
        tsmEv: 31,
        tsmTs: session.seconds,
        tsmTuid: tuid,
        tsmGw: session.role('gateway'),
        deploymentGroupId: 'prfi00pikkutoimisto',
        transactionId: 4711,
        threshold: 100,
        mode: 1
      }
    ])
  })

  it('comes late', async () => {
    const [session, tuid] = await sentTo('presence', { mode: 'late', afterMs: 20_000 })
    session.advance(19)
    expect(await echoes(session, tuid)).toEqual([])
    session.advance(1)
    expect(await echoes(session, tuid)).toMatchObject([{ transactionId: 4711, tsmTs: session.seconds }])
  })

  it('never comes', async () => {
    const [session, tuid] = await sentTo('presence', { mode: 'never' })
    session.advance(3600)
    expect(await echoes(session, tuid)).toEqual([])
  })

  it('comes twice', async () => {
    const [session, tuid] = await sentTo('presence', { mode: 'twice', afterMs: 0 })
    expect(await echoes(session, tuid)).toMatchObject([{ transactionId: 4711 }, { transactionId: 4711 }])
  })

  it('comes with the values of a stubborn device', async () => {
    const [session, tuid] = await sentTo('presence', { mode: 'clamped', afterMs: 0 })
    expect(await echoes(session, tuid)).toMatchObject([{ transactionId: 4711, threshold: 200 }])
  })

  it('moves what lies outside the range to its end, and keeps what it does not know', async () => {
    const command = { tsmId: 13200, tsmEv: 35, transactionId: 0, threshold: 5000, enableLed: -3, futureOption: 'x' }
    const [session, tuid] = await sentTo('presence', { mode: 'at once' }, command)
    expect(await echoes(session, tuid)).toMatchObject([
      { tsmEv: 36, transactionId: 0, threshold: 1100, enableLed: 0, futureOption: 'x' }
    ])
  })

  it('tells the present values when the command names none', async () => {
    const [session, tuid] = await sentTo('presence', { mode: 'at once' })
    session.advance(1)
    await session.post(`/things/${tuid}/commands`, [{ tsmId: 13200, tsmEv: 30, transactionId: 4712 }])
    expect((await echoes(session, tuid)).at(-1)).toMatchObject({
      transactionId: 4712,
      threshold: 100,
      enableLed: 0,
      mode: 1,
      passiveReportInterval: 3600
    })
  })

  it('follows the rule of the one thing before that of all', async () => {
    const session = await Session.open({ echo: { mode: 'at once' }, tokenSeconds })
    session.sim.world.setEcho(session.role('presence'), { mode: 'never' })
    for (const role of ['presence', 'environment']) {
      await session.post(`/things/${session.role(role)}/commands`, [COMMAND])
    }
    expect(await echoes(session, session.role('presence'))).toEqual([])
    expect(await echoes(session, session.role('environment'))).toHaveLength(1)
  })
})

describe('the life of a device', () => {
  it('begins 20 seconds after a new thing was installed, through the gateway of the place', async () => {
    const session = await Session.open({ tokenSeconds })
    const tuid = session.role('readyEnvironment')
    await session.post(`/things/${tuid}/group`, { group_id: 'prfi00pikkutoimisto' })
    await session.post(`/things/${tuid}/installations`, { installation_status: 'installed' })
    const heard = async () => dataOf(await session.get(`/things/${tuid}/messages?limit=9&messageid=12100`))
    session.advance(19)
    expect(await heard()).toEqual([])
    session.advance(1)
    const sender = { tsmTs: session.seconds, tsmGw: session.role('gateway'), deploymentGroupId: 'prfi00pikkutoimisto' }
    expect(await heard()).toMatchObject([sender])
    expect(dataOf(await session.get(`/things/${tuid}`))).toMatchObject({
      timestamp: session.seconds,
      gateway_tuid: session.role('gateway')
    })
  })

  it('goes on at the interval it was told, and ends when it is taken down', async () => {
    const session = await Session.open({ echo: { mode: 'at once' }, tokenSeconds })
    const tuid = session.role('environment')
    const heardSince = async (from: number) =>
      (dataOf(await session.get(`/things/${tuid}/messages?limit=99&messageid=12100&from=${from}`)) as unknown[]).length
    await session.post(`/things/${tuid}/commands`, [{ tsmId: 1500, tsmEv: 30, reportInterval: 60 }])
    session.advance(600)
    await session.get('/things/alerts')
    const settled = session.seconds + 1
    session.advance(600)
    expect(await heardSince(settled)).toBe(10)
    await session.post(`/things/${tuid}/installations`, { installation_status: 'uninstalled' })
    const taken = session.seconds + 1
    session.advance(6000)
    expect(await heardSince(taken)).toBe(0)
  })

  it('has nothing to say while silent', async () => {
    const session = await Session.open({ tokenSeconds })
    const tuid = session.role('presence')
    session.sim.world.setSilent(tuid, true)
    session.advance(3600)
    const heard = dataOf(await session.get(`/things/${tuid}/messages?limit=9&from=${session.seconds - 3600}`))
    expect(heard).toEqual([])
  })
})
