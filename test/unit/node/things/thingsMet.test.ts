import { expect, it } from 'vitest'
import { Laptop } from '../laptop/laptop'
import { assign, office, setStatus } from '../outbox/intents'

const met = (laptop: Laptop) => laptop.app.thingsMet.list(laptop.stackId)

it('nothing was met on a new laptop', async () => {
  expect(met(await Laptop.signedIn())).toEqual([])
})

it('things read or worked on are listed, the latest first, with what is open of each', async () => {
  const laptop = await Laptop.signedIn()
  const [presence, environment] = [laptop.role('presence'), laptop.role('environment')]
  const never = 'TSPR04NOBODY00000'
  const at = laptop.clock.now()
  await laptop.app.things.general(laptop.stackId, presence)
  await laptop.pass(1_000)
  await laptop.app.things.general(laptop.stackId, environment)
  await laptop.cloud.refuseConnections()
  await laptop.pass(60_000)
  laptop.capture(setStatus(never, 'installed'), assign(never, office))
  await laptop.pass(60_000)
  laptop.capture(setStatus(presence, 'retired'))
  expect(met(laptop)).toEqual([
    { tuid: presence, seenAt: at, openActions: 1, needsYou: 0 },
    { tuid: never, seenAt: null, openActions: 2, needsYou: 0 },
    { tuid: environment, seenAt: at + 1_000, openActions: 0, needsYou: 0 }
  ])
})

it('a thing whose work is done stays in the list', async () => {
  const laptop = await Laptop.signedIn()
  const tuid = laptop.role('readyPresence')
  laptop.capture(setStatus(tuid, 'installed'))
  await laptop.settle()
  expect(met(laptop)).toMatchObject([{ tuid, openActions: 0, needsYou: 0 }])
})
