import { describe, expect, it } from 'vitest'
import { lookAfterMs } from '../../../../src/main/groups/deletionFates'
import { Laptop, type LaptopOptions } from '../laptop/laptop'
import { deleteGroup, office, store } from '../outbox/intents'

const fate = (laptop: Laptop) => laptop.app.groups.kept(laptop.stackId).deletion

/** Deletes a group whose things were read before. */
async function afterDeleting(groupId: string, options: LaptopOptions = {}): Promise<Laptop> {
  const laptop = await Laptop.signedIn(options)
  await laptop.app.groupMembership.read(laptop.stackId, groupId, false)
  laptop.capture(deleteGroup(groupId))
  await laptop.settle()
  return laptop
}

/** As many reads of a thing's group as reached the server. */
const looks = (laptop: Laptop): number =>
  laptop.cloud.requests.filter(({ method, path }) => method === 'GET' && path.endsWith('/group')).length

describe('what a server does with the things of a deleted group', () => {
  it('is not known before it was seen', async () => {
    expect(fate(await Laptop.signedIn())).toBeNull()
  })

  it('is seen on one of them a while after, and remembered', async () => {
    const laptop = await afterDeleting(office)
    expect([fate(laptop), looks(laptop)]).toEqual([null, 0])
    await laptop.pass(lookAfterMs)
    expect(fate(laptop)).toEqual({ fate: 'unassigned', asOf: laptop.clock.now() })
    expect(looks(laptop)).toBe(1)
    const before = fate(laptop)
    await laptop.restart({ patient: true })
    expect(fate(laptop)).toEqual(before)
  })

  it('may be that they keep its name', async () => {
    const laptop = await afterDeleting(office)
    const body = JSON.stringify({ data: { group_id: office } })
    laptop.cloud.faults.add({ match: { path: /\/things\/.*\/group$/ }, fault: 'garbage-json', body })
    await laptop.pass(lookAfterMs)
    expect(fate(laptop)?.fate).toBe('stay')
  })

  it('is not seen on a group that had none, nor without a connection', async () => {
    const empty = await afterDeleting(store)
    await empty.pass(lookAfterMs)
    expect([fate(empty), looks(empty)]).toEqual([null, 0])
    const offline = await afterDeleting(office)
    await offline.cloud.refuseConnections()
    await offline.pass(lookAfterMs)
    expect(fate(offline)).toBeNull()
  })

  it('may be that it refuses to delete the group', async () => {
    const laptop = await afterDeleting(office, { deleteGroupWithMembers: 'refuse' })
    expect(fate(laptop)).toEqual({ fate: 'refused', asOf: laptop.clock.now() })
  })

  it('is not told by a group that is gone already', async () => {
    const laptop = await Laptop.signedIn()
    await laptop.app.groupMembership.read(laptop.stackId, office, false)
    laptop.cloud.world.deleteGroup(office)
    laptop.capture(deleteGroup(office))
    await laptop.settle()
    expect(fate(laptop)).toBeNull()
  })

  it('is not looked for any more when the app ends', async () => {
    const laptop = await afterDeleting(office)
    await laptop.close()
    laptop.clock.advanceTo(laptop.clock.now() + lookAfterMs)
    expect(looks(laptop)).toBe(0)
  })
})
