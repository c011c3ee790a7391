import { describe, expect, test } from 'vitest'
import { simulatedStack, startOfTest, valueOf } from './stack'

const minute = 60_000

describe('reads', () => {
  test('a token on request', async () => {
    const { api, simulator } = await simulatedStack()
    const bothNow = { askedAt: startOfTest, at: startOfTest, serverNow: startOfTest }
    expect(await api.signIn()).toEqual({ type: 'answered', value: undefined, ...bothNow, httpStatus: 200 })
    expect(simulator.requests).toMatchObject([{ method: 'POST', path: '/auth/client-token', status: 200 }])
  })

  test('the TUIDs with an active alert, and how many', async () => {
    const { api, simulator, role } = await simulatedStack()
    simulator.world.openAlert(role('gateway'), 'gateway connection lost')
    expect(valueOf(await api.getAlertingTuids())).toEqual({ items: [role('gateway')], unreadable: 0 })
    expect(valueOf(await api.getAlertCount())).toBe(1)
  })

  test('the alerts of a thing within a window', async () => {
    const { api, simulator, role } = await simulatedStack()
    const tuid = role('gateway')
    const open = (type: string, from: string, to?: string) =>
      simulator.world.openAlert(tuid, type, to === undefined ? { from } : { from, to })
    open('heartbeat missed', '2026-05-12T09:00:00')
    open('gateway connection lost', '1970-01-01T00:00:00', '2026-05-11T08:00:00')
    open('gateway connection lost', '2026-05-12T08:00:00', '2026-05-12T08:30:00')
    expect(valueOf(await api.getThingAlerts(tuid, {})).items).toEqual([
      { alertType: 'heartbeat missed', from: Date.UTC(2026, 4, 12, 9), to: null },
      { alertType: 'gateway connection lost', from: Date.UTC(2026, 4, 12, 8), to: Date.UTC(2026, 4, 12, 8, 30) },
      { alertType: 'gateway connection lost', from: null, to: Date.UTC(2026, 4, 11, 8) }
    ])
    const window = { from: Date.UTC(2026, 4, 12, 8, 10), to: Date.UTC(2026, 4, 12, 8, 20) }
    expect(valueOf(await api.getThingAlerts(tuid, window)).items).toHaveLength(1)
  })

  test('the general part of a thing', async () => {
    const { api, simulator, role } = await simulatedStack()
    simulator.world.setInfo(role('presence'), {
      battery_level: 86,
      timestamp: startOfTest / 1000 - 60,
      location: { lat: '65.01', lon: 25.52 },
      gateway_tuid: role('gateway'),
      version: '2019.11.15.2_ts_pod3wp34'
    })
    expect(valueOf(await api.getGeneralInfo(role('presence')))).toEqual({
      batteryLevel: 86,
      lastHeardAt: startOfTest - minute,
      position: { lat: 65.01, lon: 25.52 },
      gatewayTuid: role('gateway'),
      version: '2019.11.15.2_ts_pod3wp34'
    })
  })

  test('messages by id, event, time and number, newest first', async () => {
    const { api, simulator, role } = await simulatedStack()
    const tuid = role('readyPresence')
    const say = (tsmId: number, tsmEv: number, minutesAgo: number) =>
      simulator.world.addMessage(tuid, { tsmId, tsmEv, tsmTs: startOfTest / 1000 - minutesAgo * 60, batl: minutesAgo })
    say(1110, 10, 3)
    say(1110, 10, 1)
    say(2100, 7, 2)
    const ids = async (filter: Parameters<typeof api.getMessages>[1]) =>
      valueOf(await api.getMessages(tuid, filter)).items.map(({ fields }) => fields['batl'])
    expect(await ids({ limit: 10 })).toEqual([1, 2, 3])
    expect(await ids({ limit: 10, messageIds: [1110] })).toEqual([1, 3])
    expect(await ids({ limit: 10, messageIds: [1110, 2100] })).toEqual([1, 2, 3])
    expect(await ids({ limit: 10, eventIds: [7] })).toEqual([2])
    expect(await ids({ limit: 2 })).toEqual([1, 2])
    expect(await ids({ limit: 10, from: startOfTest - 2 * minute, to: startOfTest - 2 * minute })).toEqual([2])
  })

  test('the group of a thing', async () => {
    const { api, role } = await simulatedStack()
    expect(valueOf(await api.getGroup(role('presence')))).toEqual({ groupId: 'prfi00pikkutoimisto' })
  })

  test('the groups, all or by a part of their name, and the things in one', async () => {
    const { api, role } = await simulatedStack()
    expect(valueOf(await api.listGroups({})).items).toContainEqual({
      groupId: 'prfi00pikkutoimisto',
      description: 'A small office'
    })
    expect(valueOf(await api.listGroups({ query: 'varasto' })).items.map(({ groupId }) => groupId)).toEqual([
      'prfi00pikkuvarasto'
    ])
    expect(valueOf(await api.listGroups({ limit: 1 })).items).toHaveLength(1)
    expect(valueOf(await api.listThingsOfGroup('prfi00pikkutoimisto')).items.toSorted()).toEqual(
      [role('gateway'), role('environment'), role('presence')].toSorted()
    )
  })

  test.each([403, 404, 405] as const)('a stack without group lists refuses with %i', async (status) => {
    const { api } = await simulatedStack({ groupList: status })
    expect(await api.listGroups({})).toMatchObject({ type: 'refused', httpStatus: status })
    expect(await api.listThingsOfGroup('prfi00pikkutoimisto')).toMatchObject({ type: 'refused', httpStatus: status })
  })
})

describe('writes', () => {
  test('an installation status, and the history that tells of it', async () => {
    const { api, simulator, role, advance } = await simulatedStack()
    const tuid = role('readyPresence')
    advance(minute)
    expect(valueOf(await api.setStatus(tuid, 'installed'))).toEqual({ status: 'installed' })
    expect(simulator.effects).toMatchObject([{ kind: 'status', tuid, status: 'installed', by: 'api' }])
    const history = valueOf(await api.getInstallations(tuid, {}))
    expect(history.items[0]).toEqual({
      status: 'installed',
      at: startOfTest + minute,
      responsible: simulator.clientId
    })
    expect(valueOf(await api.getInstallations(tuid, { limit: 1 })).items).toEqual(history.items.slice(0, 1))
  })

  test('the group of a thing', async () => {
    const { api, simulator, role } = await simulatedStack()
    const tuid = role('readyPresence')
    expect(valueOf(await api.setGroup(tuid, 'prfi00pikkuvarasto'))).toEqual({ groupId: 'prfi00pikkuvarasto' })
    expect(valueOf(await api.setGroup(tuid, 'unassigned'))).toEqual({ groupId: 'unassigned' })
    expect(simulator.effects).toMatchObject([
      { kind: 'group', tuid, groupId: 'prfi00pikkuvarasto' },
      { kind: 'group', tuid, groupId: 'unassigned' }
    ])
  })

  test('commands, which the history shows under their transaction id', async () => {
    const { api, simulator, role } = await simulatedStack()
    const tuid = role('presence')
    const sent = valueOf(
      await api.sendCommands(tuid, [
        { tsmId: 1500, tsmEv: 30, transactionId: 7, reportInterval: 600 },
        { tsmId: 13200, tsmEv: 35, transactionId: 2_147_483_647 }
      ])
    )
    const first = {
      tsmId: 1500,
      tsmEv: 30,
      at: startOfTest,
      responsible: simulator.clientId,
      transactionId: 7,
      fields: { reportInterval: 600 }
    }
    expect(sent.responsible).toBe(simulator.clientId)
    expect(sent.commands).toMatchObject([first, { tsmId: 13200, transactionId: 2_147_483_647, fields: {} }])
    expect(simulator.effects.map(({ kind }) => kind)).toEqual(['command', 'command'])
    const found = valueOf(await api.getCommands(tuid, { messageIds: [1500], eventIds: [30], from: startOfTest }))
    expect(found).toEqual({ items: [first], unreadable: 0 })
    const answers = valueOf(await api.getMessages(tuid, { messageIds: [1500], eventIds: [31, 36], limit: 10 }))
    expect(answers.items).toMatchObject([{ tsmId: 1500, fields: { transactionId: 7 } }])
  })

  test('groups: created, renamed, deleted', async () => {
    const { api, simulator } = await simulatedStack()
    expect(valueOf(await api.createGroup('prfi00uusi', 'New here'))).toEqual({ groupId: 'prfi00uusi' })
    expect(valueOf(await api.createGroup('prfi00toinen', null))).toEqual({ groupId: 'prfi00toinen' })
    expect(valueOf(await api.renameGroup('prfi00uusi', 'prfi00uudempi'))).toEqual({ groupId: 'prfi00uudempi' })
    expect(valueOf(await api.deleteGroup('prfi00uudempi'))).toEqual({ groupId: 'prfi00uudempi' })
    expect(simulator.effects).toMatchObject([
      { kind: 'group_create', groupId: 'prfi00uusi' },
      { kind: 'group_create', groupId: 'prfi00toinen' },
      { kind: 'group_rename', groupId: 'prfi00uusi', newGroupId: 'prfi00uudempi' },
      { kind: 'group_delete', groupId: 'prfi00uudempi' }
    ])
  })

  test('a rename or deletion that the API answers with false is refused', async () => {
    const { api, simulator } = await simulatedStack()
    simulator.world.lockedGroups.add('prfi00pikkuvarasto')
    expect(await api.renameGroup('prfi00pikkuvarasto', 'prfi00uusi')).toEqual({
      type: 'refused',
      httpStatus: 200,
      problem: { kind: 'refused', status: 200, words: 'renamed: false' }
    })
    expect(await api.deleteGroup('prfi00pikkuvarasto')).toEqual({
      type: 'refused',
      httpStatus: 200,
      problem: { kind: 'refused', status: 200, words: 'deleted: false' }
    })
    expect(simulator.effects).toEqual([])
  })

  test('a group name with every awkward character stays one segment of the path', async () => {
    const { api, simulator } = await simulatedStack()
    const name = 'a/b?c#d%2Fe&f=g+h;ä😀'
    simulator.world.createGroup(name)
    expect(valueOf(await api.listThingsOfGroup(name)).items).toEqual([])
    expect(valueOf(await api.deleteGroup(name))).toEqual({ groupId: name })
    expect(simulator.effects.at(-1)).toMatchObject({ kind: 'group_delete', groupId: name })
  })
})

describe('before anything is sent', () => {
  test.each([
    ['a command that is not allowed', { tsmId: 17110, tsmEv: 30, transactionId: 1 }],
    ['an event that is not allowed', { tsmId: 1500, tsmEv: 31, transactionId: 1 }],
    ['a transaction id that is too large', { tsmId: 1500, tsmEv: 30, transactionId: 2 ** 31 }],
    ['no transaction id', { tsmId: 1500, tsmEv: 30 }]
  ])('%s is a mistake of ours', async (_what, command) => {
    const { api, simulator, role } = await simulatedStack()
    // What the compiler refuses has to be smuggled past it to show that the runtime does as well.
    const commands = [command] as unknown as Parameters<typeof api.sendCommands>[1]
    await expect(api.sendCommands(role('presence'), commands)).rejects.toMatchObject({
      problem: { kind: 'invalid_input' }
    })
    expect(simulator.requests).toEqual([])
  })

  test.each(['with space', 'unassigned', ''])('"%s" is no name for a new group', async (name) => {
    const { api, simulator } = await simulatedStack()
    await expect(api.createGroup(name, null)).rejects.toMatchObject({ problem: { kind: 'invalid_input' } })
    await expect(api.renameGroup('prfi00pikkuvarasto', name)).rejects.toMatchObject({
      problem: { kind: 'invalid_input' }
    })
    expect(simulator.requests).toEqual([])
  })

  test.each(['tspr04ezu31901021', 'alerts', '../groups/x'])('"%s" is no TUID', async (tuid) => {
    const { api, simulator } = await simulatedStack()
    await expect(api.getGeneralInfo(tuid)).rejects.toMatchObject({ problem: { kind: 'invalid_input' } })
    await expect(api.setStatus(tuid, 'installed')).rejects.toMatchObject({ problem: { kind: 'invalid_input' } })
    expect(simulator.requests).toEqual([])
  })
})
