import { beforeEach, describe, expect, it } from 'vitest'
import type { ShownThing, ShownVisit } from '@shared/domain/visit'
import { Laptop } from '../laptop/laptop'
import { configure, store } from '../outbox/intents'

let laptop: Laptop
let visit: ShownVisit

beforeEach(async () => {
  laptop = await Laptop.signedIn()
  const { id } = laptop.app.visits.start(laptop.stackId, { site: 'Harbour house', installer: 'Aino' })
  const plan = { groupId: store, status: 'installed', command: null, kind: null } as const
  visit = laptop.app.visits.change(id, { plan })
})

const scan = (tuid: string) => laptop.app.batch.scan(visit.id, tuid, 'scanner')
const thing = (tuid: string): ShownThing => laptop.app.visits.shownThing(visit.id, tuid)
const effectsOn = (tuid: string) =>
  laptop.effects().flatMap((effect) => ('tuid' in effect && effect.tuid === tuid ? [effect.kind] : []))

describe('a command to a thing that was scanned and is not decided on', () => {
  const command = (tuid: string) => laptop.app.visits.captureIntents(laptop.stackId, [configure(tuid, 60)])

  it('does not take the place of the scan while the server is being asked', async () => {
    const tuid = laptop.role('readyPresence')
    const letGo = laptop.transport.hold(`/things/${tuid}/group`)
    scan(tuid)
    command(tuid)
    letGo()
    await laptop.settle()
    expect(effectsOn(tuid)).toEqual(['command', 'group', 'status'])
    expect(thing(tuid).deeds.map(({ kind }) => kind)).toEqual(['command', 'batch'])
  })

  it('is no word on what is held', async () => {
    const tuid = laptop.role('presence')
    scan(tuid)
    await laptop.quiet()
    command(tuid)
    await laptop.settle()
    expect(thing(tuid)).toMatchObject({ state: 'held', deeds: [{ kind: 'command' }] })
    expect(laptop.app.batch.settle(visit.id, tuid, 'apply', false)).toBe(1)
    await laptop.settle()
    expect(effectsOn(tuid)).toEqual(['command', 'group', 'status'])
  })
})

it.each<[string, (tuid: string) => void]>([
  ['a note', (tuid) => void laptop.app.visits.describe(visit.id, tuid, { note: 'loose screw' })],
  ['a command', (tuid) => void laptop.app.visits.captureIntents(laptop.stackId, [configure(tuid, 60)])]
])('a thing that came to the visit by %s alone is carried out when it is scanned', async (_what, comes) => {
  const tuid = laptop.role('readyPresence')
  comes(tuid)
  await laptop.settle()
  expect(scan(tuid)).toMatchObject({ outcome: 'captured', thing: { no: 1, via: 'scanner' } })
  await laptop.settle()
  expect(effectsOn(tuid).slice(-2)).toEqual(['group', 'status'])
  expect(scan(tuid).outcome).toBe('duplicate')
})
