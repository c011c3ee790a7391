import { expect, it } from 'vitest'
import { dataOf, Session } from './session.ts'

it.each([
  ['without an end', {}, true],
  ['with null as its end', { to: null }, true],
  ['that ends in the future', { to: '2026-05-12T10:00:01' }, true],
  ['that has ended', { to: '2026-05-12T09:59:59' }, false]
])('counts an alert %s', async (_, end, active) => {
  const session = await Session.open()
  const tuid = session.role('presence')
  session.sim.world.openAlert(tuid, 'heartbeat missed', { from: '2026-05-12T08:00:00', ...end })
  expect(dataOf(await session.get('/things/alerts'))).toEqual({ alerting_tuids: active ? [tuid] : [] })
  expect(dataOf(await session.get('/things/alerts/count'))).toEqual({ alert_count: active ? '1' : '0' })
  expect(dataOf(await session.get(`/things/${tuid}/alerts`))).toEqual([
    { tuid, alert_type: 'heartbeat missed', alerts: [{ from: '2026-05-12T08:00:00', ...end }] }
  ])
})

it('lists the periods that touch the time asked for, by type', async () => {
  const session = await Session.open()
  const { world } = session.sim
  const tuid = session.role('gateway')
  world.openAlert(tuid, 'heartbeat missed', { from: '1970-01-01T00:00:00', to: '2026-05-01T00:00:00' })
  world.openAlert(tuid, 'gateway connection lost', { from: '2026-05-02T00:00:00', to: '2026-05-03T00:00:00' })
  world.openAlert(tuid, 'gateway connection lost', { from: '2026-05-11T00:00:00' })
  const seconds = (iso: string) => Date.parse(`${iso}Z`) / 1000
  const found = async (query: string) =>
    (dataOf(await session.get(`/things/${tuid}/alerts?${query}`)) as { alert_type: string; alerts: unknown[] }[]).map(
      ({ alert_type, alerts }) => [alert_type, alerts.length]
    )
  const [missed, lost] = ['heartbeat missed', 'gateway connection lost']
  expect(await found('')).toEqual([
    [missed, 1],
    [lost, 2]
  ])
  expect(await found(`from=${seconds('2026-05-02T12:00:00')}`)).toEqual([[lost, 2]])
  expect(await found(`to=${seconds('2026-05-02T12:00:00')}`)).toEqual([
    [missed, 1],
    [lost, 1]
  ])
  expect(await found(`from=${seconds('2026-05-04T00:00:00')}&to=${seconds('2026-05-05T00:00:00')}`)).toEqual([])
})

it('closes what is open', async () => {
  const session = await Session.open()
  session.sim.world.openAlert(session.role('presence'), 'heartbeat missed')
  session.advance(60)
  session.sim.world.closeAlert(session.role('presence'), 'heartbeat missed')
  session.advance(1)
  expect(dataOf(await session.get('/things/alerts'))).toEqual({ alerting_tuids: [] })
})
