import { expect, it } from 'vitest'
import { Laptop } from '../laptop/laptop'
import { setStatus } from '../outbox/intents'

const hour = 60 * 60_000

/** What the app asks of the server in an hour in which nobody touches it. */
async function askedInAnHour(laptop: Laptop): Promise<string[]> {
  const before = laptop.cloud.requests.length
  await laptop.pass(hour)
  return laptop.cloud.requests.slice(before).map(({ method, path }) => `${method} ${path}`)
}

it('an idle app asks nothing but once a minute whether the server is there', async () => {
  const asked = await askedInAnHour(await Laptop.signedIn())
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.length).toBeLessThanOrEqual(60)
  expect(asked.filter((one) => one !== 'GET /')).toEqual([])
})

it('on the day of an installation it also listens for alerts, a few times in an hour', async () => {
  const laptop = await Laptop.signedIn()
  laptop.capture(setStatus(laptop.role('presence'), 'installed'))
  await laptop.settle()
  // Its first message is waited for as well; that ends.
  await laptop.pass(hour)
  const asked = await askedInAnHour(laptop)
  expect(asked.filter((one) => one === 'GET /things/alerts').length).toBeLessThanOrEqual(20)
  expect(
    asked.filter((one) => !/^(GET \/|GET \/things\/alerts(\/count)?|POST \/auth\/client-token)$/.test(one))
  ).toEqual([])
})
