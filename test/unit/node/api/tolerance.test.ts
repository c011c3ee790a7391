import { describe, expect, test } from 'vitest'
import type { StackApi } from '../../../../src/main/api/stackApi'
import { scriptedStack } from './servers'
import { apiAt, startOfTest, valueOf } from './stack'

const tuid = 'TSPR04EZU31901021'

/** A client of a stack that answers everything with this body. */
async function answering(body: unknown, status = 200): Promise<StackApi> {
  const stack = await scriptedStack(() => ({ status, body: typeof body === 'string' ? body : JSON.stringify(body) }))
  return apiAt(stack.baseUrl, { now: () => startOfTest })
}

describe('general information', () => {
  const nothing = { batteryLevel: null, lastHeardAt: null, position: null, gatewayTuid: null, version: null }

  test.each([
    ['nothing at all', {}, nothing],
    [
      'null everywhere',
      { battery_level: null, timestamp: null, location: null, gateway_tuid: null, version: null },
      nothing
    ],
    [
      'other types everywhere',
      { battery_level: {}, timestamp: [], location: 'here', gateway_tuid: 7, version: false },
      nothing
    ],
    ['more than promised', { battery_level: 5, colour: 'white' }, { ...nothing, batteryLevel: 5 }],
    ['a battery level as text', { battery_level: '86' }, { ...nothing, batteryLevel: 86 }],
    [
      'a position as numbers',
      { location: { lat: 65.01, lon: -25.5 } },
      { ...nothing, position: { lat: 65.01, lon: -25.5 } }
    ],
    [
      'a position as text',
      { location: { lat: '65.01', lon: '25.52' } },
      { ...nothing, position: { lat: 65.01, lon: 25.52 } }
    ],
    ['half a position', { location: { lat: 65.01 } }, nothing],
    ['a position that is empty', { location: { lat: '', lon: '' } }, nothing],
    ['a position off the Earth', { location: { lat: 91, lon: 25 } }, nothing],
    ['empty texts', { gateway_tuid: '', version: ' ' }, nothing],
    ['a time of zero', { timestamp: 0 }, nothing]
  ])('%s', async (_what, data, expected) => {
    expect(valueOf(await (await answering({ data })).getGeneralInfo(tuid))).toEqual(expected)
  })
})

const withAlert = (period: unknown) => [{ tuid, alert_type: 'heartbeat missed', alerts: [period] }]

describe('alerts', () => {
  const from = '2026-05-12T08:00:00'
  const fromInstant = Date.UTC(2026, 4, 12, 8)

  test.each([
    ['ended', { from, to: '2026-05-12T09:00:00' }, fromInstant, Date.UTC(2026, 4, 12, 9)],
    ['without an end', { from }, fromInstant, null],
    ['with a null end', { from, to: null }, fromInstant, null],
    ['with an end to come', { from, to: '2026-05-12T10:00:01' }, fromInstant, null],
    ['with an end that cannot be read', { from, to: 'soon' }, fromInstant, null],
    ['ending this very second', { from, to: '2026-05-12T10:00:00' }, fromInstant, startOfTest],
    ['since before records began', { from: '1970-01-01T00:00:00' }, null, null],
    ['without a beginning', { to: '2026-05-12T09:00:00' }, null, Date.UTC(2026, 4, 12, 9)]
  ])('%s', async (_what, period, expectedFrom, expectedTo) => {
    const api = await answering({ data: withAlert(period) })
    expect(valueOf(await api.getThingAlerts(tuid, {}))).toEqual({
      items: [{ alertType: 'heartbeat missed', from: expectedFrom, to: expectedTo }],
      unreadable: 0
    })
  })

  test('what cannot be read is counted and hides nothing', async () => {
    const data = [
      ...withAlert({ from }),
      'noise',
      { alert_type: 'no periods' },
      { alerts: [{ from }] },
      { alert_type: 'a new kind', alerts: [null, { from }, 7] },
      { alert_type: 'none now', alerts: [] }
    ]
    const { items, unreadable } = valueOf(await (await answering({ data })).getThingAlerts(tuid, {}))
    expect(items.map(({ alertType }) => alertType)).toEqual(['heartbeat missed', 'a new kind'])
    expect(unreadable).toBe(5)
  })

  test('TUIDs are taken verbatim, each once', async () => {
    const api = await answering({ data: { alerting_tuids: ['A', 'odd one', 'A', 7, null, ''] } })
    expect(valueOf(await api.getAlertingTuids())).toEqual({ items: ['A', 'odd one'], unreadable: 3 })
  })

  test.each([
    ['207', 207],
    [207, 207],
    ['0', 0]
  ])('a count of %j', async (count, expected) => {
    expect(valueOf(await (await answering({ data: { alert_count: count } })).getAlertCount())).toBe(expected)
  })

  test.each([['many'], [-1], [1.5], [null], ['']])('a count of %j cannot be read', async (count) => {
    const api = await answering({ data: { alert_count: count } })
    expect(await api.getAlertCount()).toMatchObject({ type: 'unknown', problem: { kind: 'unreadable' } })
  })
})

describe('messages', () => {
  const message = { tsmId: 1110, tsmEv: 10, tsmTs: 1559638241, tsmTuid: tuid, tsmGw: 'GW', deploymentGroupId: 'foo' }
  const at = (tsmTs: unknown, batl: number) => ({ ...message, tsmTs, batl })
  const read = {
    key: `${tuid}:1110:1559638241`,
    tsmId: 1110,
    tsmEv: 10,
    at: 1559638241000,
    gatewayTuid: 'GW',
    groupId: 'foo',
    fields: {}
  }

  test.each([
    [
      'with more attributes',
      { ...message, batl: 74, nested: { a: [1] } },
      { fields: { batl: 74, nested: { a: [1] } } }
    ],
    [
      'without event and group',
      { ...message, tsmEv: undefined, deploymentGroupId: undefined },
      { tsmEv: null, groupId: null }
    ],
    ['with nulls', { ...message, tsmEv: null, tsmGw: null }, { tsmEv: null, gatewayTuid: null }],
    ['with an id as text', { ...message, tsmId: '1110' }, {}],
    ['without its own TUID', { ...message, tsmTuid: undefined }, {}],
    [
      'with a decimal time',
      { ...message, tsmTs: 1559638241.5 },
      { key: `${tuid}:1110:1559638241.5`, at: 1559638241500 }
    ]
  ])('%s', async (_what, given, difference) => {
    const api = await answering({ data: [given] })
    expect(valueOf(await api.getMessages(tuid, { limit: 10 }))).toEqual({
      items: [{ ...read, ...difference }],
      unreadable: 0
    })
  })

  test('with an attribute named like a prototype', async () => {
    const api = await answering('{"data":[{"tsmId":1110,"tsmTs":1559638241,"__proto__":{"polluted":true}}]}')
    const { items } = valueOf(await api.getMessages(tuid, { limit: 10 }))
    expect(items[0]?.fields).not.toHaveProperty('polluted')
  })

  test('repeated and in disorder: each once, newest first, the unreadable counted', async () => {
    const data = [at(100, 1), at(300, 2), at(100, 3), at(200, 4), at(null, 5), at('never', 6), { tsmTs: 400 }, 'noise']
    const { items, unreadable } = valueOf(await (await answering({ data })).getMessages(tuid, { limit: 10 }))
    expect(items.map(({ fields }) => fields['batl'])).toEqual([2, 4, 1])
    expect(unreadable).toBe(4)
  })
})

describe('histories', () => {
  test('installations: newest first, without time last, odd statuses verbatim', async () => {
    const data = [
      { installation_status: 'new', timestamp: 100, responsible: 'a' },
      { installation_status: 'lost in transit', responsible: null },
      { installation_status: 'installed', timestamp: 300 },
      { installation_status: 'uninstalled', timestamp: 200, responsible: 7 },
      { timestamp: 400 },
      null
    ]
    expect(valueOf(await (await answering({ data })).getInstallations(tuid, {}))).toEqual({
      items: [
        { status: 'installed', at: 300_000, responsible: null },
        { status: 'uninstalled', at: 200_000, responsible: null },
        { status: 'new', at: 100_000, responsible: 'a' },
        { status: 'lost in transit', at: null, responsible: null }
      ],
      unreadable: 2
    })
  })

  test('an empty one', async () => {
    expect(valueOf(await (await answering({ data: [] })).getInstallations(tuid, {}))).toEqual({
      items: [],
      unreadable: 0
    })
  })

  test('commands: newest first, time of the command when the record has none', async () => {
    const data = [
      { timestamp: 100, responsible: 'a', command: { tsmId: 1500, tsmEv: 30, tsmTs: 99, transactionId: 1, x: true } },
      { command: { tsmId: 17110, tsmTs: 300, transactionId: '2', tsmDstTuid: tuid } },
      { timestamp: 200, command: { tsmId: 1501 } },
      { timestamp: 400, command: {} },
      { timestamp: 500 }
    ]
    expect(valueOf(await (await answering({ data })).getCommands(tuid, {}))).toEqual({
      items: [
        { tsmId: 17110, tsmEv: null, at: 300_000, responsible: null, transactionId: 2, fields: {} },
        { tsmId: 1501, tsmEv: null, at: 200_000, responsible: null, transactionId: null, fields: {} },
        { tsmId: 1500, tsmEv: 30, at: 100_000, responsible: 'a', transactionId: 1, fields: { x: true } }
      ],
      unreadable: 2
    })
  })
})

describe('groups', () => {
  test.each([
    ['named', { group_id: 'a', tuid }, 'a'],
    ['null', { group_id: null }, null],
    ['missing', {}, null]
  ])('of a thing, %s', async (_what, data, groupId) => {
    expect(valueOf(await (await answering({ data })).getGroup(tuid))).toEqual({ groupId })
  })

  test('listed with and without a description', async () => {
    const data = [{ group_id: 'a', group_description: 'A' }, { group_id: 'b' }, { group_description: 'no id' }]
    expect(valueOf(await (await answering({ data })).listGroups({}))).toEqual({
      items: [
        { groupId: 'a', description: 'A' },
        { groupId: 'b', description: null }
      ],
      unreadable: 1
    })
  })
})

describe('an acceptance', () => {
  type Write = (api: StackApi) => Promise<{ type: string }>
  const writes: [string, Write, unknown][] = [
    ['status', (api) => api.setStatus(tuid, 'installed'), { status: null }],
    ['group of a thing', (api) => api.setGroup(tuid, 'a'), { groupId: null }],
    [
      'command',
      (api) => api.sendCommands(tuid, [{ tsmId: 1500, tsmEv: 30, transactionId: 1 }]),
      { responsible: null, commands: null }
    ],
    ['group', (api) => api.createGroup('a', null), { groupId: null }],
    ['new name', (api) => api.renameGroup('a', 'b'), { groupId: null }],
    ['deletion', (api) => api.deleteGroup('a'), { groupId: null }]
  ]

  test.each(writes)(
    'of a %s may be a 204, or an object without its attributes, also as 201',
    async (_what, write, value) => {
      expect(await write(await answering('', 204))).toMatchObject({ type: 'answered', httpStatus: 204, value })
      expect(await write(await answering({ data: {} }, 201))).toMatchObject({
        type: 'answered',
        httpStatus: 201,
        value
      })
    }
  )

  test.each(writes)('of a %s that is empty, cut or of another shape leaves it unknown', async (_what, write) => {
    const unknown = { type: 'unknown', httpStatus: 200, problem: { kind: 'unreadable' } }
    for (const body of ['', '{"data":{"tu', 'null', '{}', '{"data":null}', '{"data":[]}', '{"data":"ok"}', '[]']) {
      expect(await write(await answering(body)), body).toMatchObject(unknown)
    }
    expect(await write(await answering({ data: {} }, 202))).toMatchObject({ type: 'unknown', httpStatus: 202 })
  })
})

test('a read that answers with nothing, or with another shape, cannot be read', async () => {
  for (const [body, status] of [
    ['', 204],
    ['', 200],
    ['{"data":{}}', 200],
    ['{"data":null}', 200],
    ['{}', 200]
  ] as const) {
    const api = await answering(body, status)
    expect(await api.getInstallations(tuid, {}), body).toMatchObject({
      type: 'unknown',
      problem: { kind: 'unreadable' }
    })
  }
})

test('an unreadable answer says which part, and repeats nothing of it', async () => {
  const api = await answering({ data: { tuids: 'very private' } })
  expect(await api.listThingsOfGroup('a')).toMatchObject({ problem: { detail: 'tuids: invalid_type' } })
})
