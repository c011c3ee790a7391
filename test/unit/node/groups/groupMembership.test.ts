import { describe, expect, it } from 'vitest'
import { Laptop } from '../laptop/laptop'
import { assign, office, store } from '../outbox/intents'

const askedOf = (laptop: Laptop, groupId: string): number =>
  laptop.cloud.requests.filter(({ path }) => path === `/groups/${groupId}/things`).length

const read = (laptop: Laptop, groupId = office, recheck = false) =>
  laptop.app.groupMembership.read(laptop.stackId, groupId, recheck)

const kept = (laptop: Laptop, groupId = office) => laptop.app.groupMembership.kept(laptop.stackId, groupId)

describe('on a server that tells the things of a group', () => {
  it('they are read, and kept with their age', async () => {
    const laptop = await Laptop.signedIn()
    const members = laptop.cloud.world.members(office).map(({ tuid }) => tuid)
    expect(members.length).toBeGreaterThan(0)
    expect(kept(laptop)).toMatchObject({ list: { value: null, asOf: null } })
    const asOf = laptop.clock.now()
    expect(await read(laptop)).toEqual({
      list: { value: members, asOf, live: true, problem: null },
      seenHere: [],
      moving: []
    })
    laptop.cloud.setOnline(false)
    await laptop.restart({ patient: true })
    expect(kept(laptop)).toMatchObject({ list: { value: members, asOf, live: false } })
    expect(await read(laptop)).toMatchObject({ list: { value: members, asOf, problem: { kind: 'offline' } } })
  })

  it('whoever asks meanwhile shares the request', async () => {
    const laptop = await Laptop.signedIn()
    await Promise.all([read(laptop), read(laptop), read(laptop, store)])
    expect([askedOf(laptop, office), askedOf(laptop, store)]).toEqual([1, 1])
  })

  it('a thing listed twice is one, and what is no text is passed over', async () => {
    const laptop = await Laptop.signedIn()
    const body = JSON.stringify({ data: { group_id: office, tuids: ['A', 'B', 'A', 7, null] } })
    laptop.cloud.faults.add({ match: { path: `/groups/${office}/things` }, fault: 'garbage-json', body })
    expect((await read(laptop)).list?.value).toEqual(['A', 'B'])
  })

  it('a group that somebody has deleted is not known, which says nothing of the others', async () => {
    const laptop = await Laptop.signedIn()
    await read(laptop, store)
    laptop.cloud.world.deleteGroup(store)
    expect(await read(laptop, store)).toMatchObject({ list: { value: null, problem: { kind: 'not_found' } } })
    expect(await read(laptop)).toMatchObject({ list: { live: true } })
  })

  it('the same where nothing was ever read of any group', async () => {
    const laptop = await Laptop.signedIn()
    expect(await read(laptop, 'prfi00nowhere')).toMatchObject({ list: { problem: { kind: 'not_found' } } })
    expect(await read(laptop)).toMatchObject({ list: { live: true } })
  })
})

describe('on a server that does not tell', () => {
  it.each([403, 404, 405])('(%s) that is no fault, remembered, and asked again on demand', async (status) => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { path: `/groups/${office}/things` }, fault: 'status', status })
    expect(await read(laptop)).toEqual({ list: null, seenHere: [], moving: [] })
    laptop.cloud.faults.clear()
    expect((await read(laptop)).list).toBeNull()
    expect(kept(laptop).list).toBeNull()
    expect(askedOf(laptop, office)).toBe(1)
    expect(await read(laptop, office, true)).toMatchObject({ list: { live: true } })
    expect(await read(laptop)).toMatchObject({ list: { live: true } })
  })

  it('nor lists its groups, the things this laptop has met in it are known', async () => {
    const laptop = await Laptop.signedIn({ groupList: false })
    await laptop.app.things.group(laptop.stackId, laptop.role('presence'))
    expect(await read(laptop)).toEqual({ list: null, seenHere: [laptop.role('presence')], moving: [] })
    expect(await read(laptop, store)).toMatchObject({ list: null, seenHere: [] })
  })
})

it('what waits to come and to go is told, the last wish of each thing', async () => {
  const laptop = await Laptop.signedIn()
  await read(laptop)
  laptop.cloud.setOnline(false)
  await laptop.pass(60_000)
  const [leaver, comer] = [laptop.role('presence'), laptop.role('readyPresence')]
  laptop.capture(assign(leaver, store), assign(comer, store), assign(comer, office), assign(comer, office))
  expect(kept(laptop).moving.toSorted((a, b) => a.groupId.localeCompare(b.groupId))).toEqual([
    { tuid: comer, groupId: office },
    { tuid: leaver, groupId: store }
  ])
  expect(kept(laptop, store).moving).toEqual([{ tuid: leaver, groupId: store }])
})
