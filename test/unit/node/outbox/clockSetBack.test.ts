import { expect, it } from 'vitest'
import { Laptop } from '../laptop/laptop'
import { setStatus } from './intents'

const sixHours = 6 * 3_600_000

it('what somebody else has set, and was read here after our own change, is no question by a clock set back since', async () => {
  const laptop = await Laptop.signedIn()
  const tuid = laptop.role('presence')
  laptop.capture(setStatus(tuid, 'uninstalled'))
  await laptop.pass(60_000)
  laptop.clock.laptopAhead = -sixHours
  laptop.cloud.world.setStatus(tuid, 'retired', { responsible: 'eero' })
  await laptop.app.things.installations(laptop.stackId, tuid)
  laptop.capture(setStatus(tuid, 'installed'))
  await laptop.pass(120_000)
  expect(laptop.actions().map(({ state }) => state)).toEqual(['done', 'done'])
})
