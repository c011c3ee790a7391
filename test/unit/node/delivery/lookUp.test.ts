import { describe, expect, it } from 'vitest'
import { startOfTest } from '../laptop/manualClock'
import {
  assign,
  configure,
  configureAll,
  createGroup,
  deleteGroup,
  office,
  renameGroup,
  setStatus,
  store
} from '../outbox/intents'
import { carrier, parcel } from './carrier'

const day = 86_400_000

describe('looking at what the server shows', () => {
  it('of a status: the history', async () => {
    const { cloud, courier, tuid } = await carrier()
    cloud.world.setStatus(tuid, 'retired', { responsible: 'eero' })
    const outcome = await courier.look(parcel(setStatus(tuid, 'quarantine')))
    expect(outcome).toMatchObject({ type: 'seen', httpStatus: 200, facts: { type: 'status', complete: true } })
    if (outcome.type !== 'seen' || outcome.facts.type !== 'status') throw new Error('no history')
    expect(outcome.facts.history[0]).toEqual({ status: 'retired', at: startOfTest, responsible: 'eero' })
    expect(outcome.facts.history.length).toBeGreaterThan(1)
  })

  it('of an assignment: the group', async () => {
    const { courier, tuid } = await carrier()
    expect(await courier.look(parcel(assign(tuid, store)))).toEqual({
      type: 'seen',
      httpStatus: 200,
      facts: { type: 'group', groupId: office }
    })
  })

  it('of a group: whether there are such names, and no more than asked for', async () => {
    const { courier } = await carrier()
    const facts = { type: 'groups', complete: true }
    expect(await courier.look(parcel(createGroup(office)))).toMatchObject({ facts: { ...facts, groupIds: [office] } })
    expect(await courier.look(parcel(deleteGroup('none')))).toMatchObject({ facts: { ...facts, groupIds: [] } })
    const renamed = await courier.look(parcel(renameGroup(office, store)))
    expect(renamed).toMatchObject({ facts: { ...facts, groupIds: [office, store] } })
  })

  it('of a group among too many of the like: that the list may have been cut', async () => {
    const { cloud, courier } = await carrier()
    for (let i = 0; i < 500; i++) cloud.world.createGroup(`prfi00talo${i}`)
    expect(await courier.look(parcel(createGroup('talo')))).toMatchObject({ facts: { complete: false } })
    expect(await courier.look(parcel(createGroup('prfi00talo499')))).toMatchObject({ facts: { complete: true } })
  })
})

describe('looking for a command', () => {
  const command = (tuid: string) => configure(tuid, 60)

  it('gives the numbers of all commands of that kind', async () => {
    const { cloud, courier, tuid } = await carrier()
    cloud.world.sendCommand(tuid, { tsmId: 1500, tsmEv: 30, transactionId: 42 })
    cloud.world.sendCommand(tuid, { tsmId: 13200, tsmEv: 30, transactionId: 43 })
    const outcome = await courier.look(parcel(command(tuid), { firstSentAt: startOfTest }))
    expect(outcome).toMatchObject({ facts: { type: 'commands', transactionIds: [42], complete: true } })
  })

  it('asks for the last days only, when it is there', async () => {
    const { cloud, courier, tuid } = await carrier()
    cloud.world.sendCommand(tuid, { tsmId: 1500, tsmEv: 30, transactionId: 42 })
    await courier.look(parcel(command(tuid), { firstSentAt: startOfTest }))
    const asked = cloud.requests.filter(({ path }) => path.includes('/commands')).map(({ path }) => path)
    expect(asked).toEqual([`/things/${tuid}/commands?messageid=1500&from=${(startOfTest - day) / 1_000}`])
  })

  it('asks for all kinds of several commands at once, and for everything when one of them is not there', async () => {
    const { cloud, courier, tuid } = await carrier()
    cloud.world.sendCommand(tuid, { tsmId: 13200, tsmEv: 30, transactionId: 43 })
    const look = () => courier.look(parcel(configureAll(tuid, 60, 2), { firstSentAt: startOfTest }))
    expect(await look()).toMatchObject({ facts: { transactionIds: [43] } })
    cloud.world.sendCommand(tuid, { tsmId: 1500, tsmEv: 30, transactionId: 42 })
    expect(await look()).toMatchObject({ facts: { transactionIds: expect.arrayContaining([42, 43]) as number[] } })
    const paths = cloud.requests.filter(({ path }) => path.includes('/commands')).map(({ path }) => path)
    const recent = `/things/${tuid}/commands?messageid=1500,13200&from=${(startOfTest - day) / 1_000}`
    expect(paths.map((path) => decodeURIComponent(path))).toEqual([
      recent,
      `/things/${tuid}/commands?messageid=1500,13200`,
      recent
    ])
  })

  it.each([-400, 400])('finds it by a clock that is %i days off', async (days) => {
    const { cloud, courier, tuid } = await carrier()
    cloud.world.sendCommand(tuid, { tsmId: 1500, tsmEv: 30, transactionId: 42 })
    const outcome = await courier.look(parcel(command(tuid), { firstSentAt: startOfTest + days * day }))
    expect(outcome).toMatchObject({ facts: { transactionIds: [42] } })
  })

  it('finds it though the server refuses to look into the future of a clock that is ahead', async () => {
    const { cloud, courier, tuid } = await carrier()
    cloud.world.sendCommand(tuid, { tsmId: 1500, tsmEv: 30, transactionId: 42 })
    cloud.faults.add({ match: { path: 'from=' }, fault: 'status', status: 400 })
    const outcome = await courier.look(parcel(command(tuid), { firstSentAt: startOfTest + 3 * day }))
    expect(outcome).toMatchObject({ facts: { transactionIds: [42] } })
  })

  it('says when something in the history could not be read', async () => {
    const { cloud, courier, tuid } = await carrier()
    const readable = { tuid, timestamp: 1, command: { tsmId: 1500, tsmEv: 30, transactionId: 7 } }
    const body = JSON.stringify({ data: [readable, { tuid, timestamp: 2, command: null }] })
    cloud.faults.add({ match: { path: '/commands' }, fault: 'wrong-shape', body })
    const outcome = await courier.look(parcel(command(tuid), { firstSentAt: startOfTest }))
    expect(outcome).toMatchObject({ facts: { transactionIds: [7], complete: false } })
  })
})

it('says when a record of a status could not be read', async () => {
  const { cloud, courier, tuid } = await carrier()
  const body = JSON.stringify({
    data: [
      { tuid, installation_status: 'new', timestamp: 1 },
      { tuid, timestamp: 2 }
    ]
  })
  cloud.faults.add({ match: { path: '/installations' }, fault: 'wrong-shape', body })
  const outcome = await courier.look(parcel(setStatus(tuid, 'quarantine')))
  expect(outcome).toMatchObject({ facts: { history: [{ status: 'new' }], complete: false } })
})

describe('a look that sees nothing', () => {
  it.each([403, 404, 405])('because of %i is told from one that failed', async (groupList) => {
    const { courier } = await carrier({ groupList: groupList === 404 ? false : groupList === 403 ? 403 : 405 })
    expect(await courier.look(parcel(createGroup('a')))).toMatchObject({ type: 'not_shown', httpStatus: groupList })
  })

  it('of a thing the server does not know', async () => {
    const { courier } = await carrier()
    const outcome = await courier.look(parcel(assign('TSPR04NOBODY00000', store)))
    expect(outcome).toMatchObject({ type: 'not_shown', httpStatus: 404 })
  })

  it('says what was in the way', async () => {
    const { cloud, courier, tuid } = await carrier()
    const look = () => courier.look(parcel(assign(tuid, store)))
    const rules = { match: { path: '/group' }, times: 1 }
    cloud.faults.add({ ...rules, fault: 'html-502' })
    expect(await look()).toMatchObject({ type: 'unknown', httpStatus: 502 })
    cloud.faults.add({ ...rules, fault: 'status', status: 429, retryAfter: 5 })
    expect(await look()).toMatchObject({ type: 'busy', retryAfterMs: 5_000 })
    cloud.faults.add({ ...rules, fault: 'drop-before' })
    expect(await look()).toMatchObject({ type: 'unknown', httpStatus: null })
    await cloud.refuseConnections()
    expect(await look()).toMatchObject({ type: 'not_sent' })
  })

  it('fails for a renaming as soon as one of its names cannot be looked up', async () => {
    const { cloud, courier } = await carrier()
    cloud.faults.add({ match: { path: 'q=prfi00arkisto' }, fault: 'status', status: 500 })
    expect(await courier.look(parcel(renameGroup(store, 'prfi00arkisto')))).toMatchObject({ type: 'unknown' })
  })
})
