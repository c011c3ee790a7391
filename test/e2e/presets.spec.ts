import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { ThingScreen } from './screens/thing-screen.ts'
import { ThingsScreen } from './screens/things-screen.ts'
import { commands, roleOf, writes } from './writes.ts'

test.use({ simulatorOptions: { site: 'demo' } })

const testing = { tsmId: 1500, measurementInterval: 60, reportInterval: 60 }

/** Opens the forms for commands of a thing. */
async function openForms(page: Page, tuid: string): Promise<ThingScreen> {
  const things = new ThingsScreen(page)
  await things.open()
  await things.search.fill(tuid)
  await things.search.press('Enter')
  const thing = new ThingScreen(page)
  await thing.open('Commands')
  await thing.button('Send a command').click()
  return thing
}

const form = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('button', { name: new RegExp(`^${name}`) })

const reminder = (page: Page): Locator => page.getByRole('main').locator('[data-left-on-test]')

/** Opens these things once, so that they stand in the list, and then the list. */
async function meet(page: Page, ...tuids: string[]): Promise<void> {
  const things = new ThingsScreen(page)
  for (const tuid of tuids) {
    await things.open()
    await things.search.fill(tuid)
    await things.search.press('Enter')
    await new ThingScreen(page).health.waitFor()
  }
  await things.open()
}

test('a thing is tested on site, is remembered, and is put back to what it did before', async ({
  app,
  readyPage: page,
  simulator
}) => {
  const tuid = roleOf(simulator, 'presence')
  simulator.world.setEcho(tuid, { mode: 'at once' })
  simulator.world.sendCommand(tuid, { tsmId: 1500, tsmEv: 30, measurementInterval: 30, reportInterval: 1800 })

  await test.step('it is told to report every minute, and that is not forgotten', async () => {
    const thing = await openForms(page, tuid)
    await form(page, 'Test on site').click()
    await thing.button('Save command').click()
    await expect(reminder(page)).toContainText('1 thing is left on the test interval')
    await expect.poll(() => commands(simulator).at(-1)).toMatchObject(testing)
  })

  await test.step('nor is it after a restart, in the list of things', async () => {
    const restarted = await app.restart()
    await new ThingsScreen(restarted).open()
    await expect(reminder(restarted)).toContainText('1 thing is left on the test interval')
    await reminder(restarted).getByRole('button', { name: 'Back to normal' }).click()
    const main = restarted.getByRole('main')
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Put 1 thing back to normal')
    await expect(main).toContainText(/Every 30 min, as the thing reported on \d+ \w+ \d+\. It measures every 30 s\./)
    await main.getByRole('button', { name: 'Put 1 thing back to normal' }).click()
    await expect(main.locator('[data-sent]')).toContainText('Saved here for 1 thing')
    await expect.poll(() => commands(simulator).at(-1)).toMatchObject({ measurementInterval: 30, reportInterval: 1800 })
    await expect(main.locator('[data-sent]')).toContainText('Confirmed')
    await new ThingsScreen(restarted).open()
    await expect(new ThingsScreen(restarted).rows.first()).toBeVisible()
    await expect(reminder(restarted)).toHaveCount(0)
  })
})

test('two commands go to a thing in one request, each with its own number', async ({ readyPage: page, simulator }) => {
  const tuid = roleOf(simulator, 'presence')
  const before = commands(simulator).length
  const thing = await openForms(page, tuid)
  await form(page, 'Test on site').click()
  await thing.button('Add another command').click()
  await form(page, 'Presence detection').click()
  await page.getByRole('textbox', { name: 'Detection threshold' }).fill('100')
  await thing.button('Add to the list').click()
  await expect(page.locator('[data-collected] li')).toHaveCount(2)
  await thing.button('Save 2 commands').click()

  await expect.poll(() => commands(simulator).length).toBe(before + 2)
  const [reporting, presence] = commands(simulator).slice(before)
  expect([reporting, presence]).toMatchObject([testing, { tsmId: 13200, threshold: 100 }])
  expect(Number(presence?.['transactionId'])).toBe(Number(reporting?.['transactionId']) + 1)
  const posts = simulator.requests.filter(({ method, path }) => method === 'POST' && path.includes('/commands'))
  expect(posts).toHaveLength(1)

  await test.step('the queue tells both', async () => {
    await new Frame(page).goTo('Queue')
    const queue = new QueueScreen(page)
    await queue.filter('Done').click()
    await expect(queue.list).toContainText(
      /Send 2 commands in one request: Reporting intervals \(.*\); Presence detection \(Detection threshold 100\)/
    )
  })
})

test('several things are sent a command at once, without a signal, but those that do not understand it', async ({
  readyPage: page,
  simulator
}) => {
  const [presence, environment, gateway] = ['presence', 'environment', 'gateway'].map((role) =>
    roleOf(simulator, role)
  ) as [string, string, string] // three names give three things
  await meet(page, presence, environment, gateway)
  const main = page.getByRole('main')
  await simulator.refuseConnections()

  await main.getByRole('button', { name: 'Select several' }).click()
  await main.getByRole('checkbox', { name: /^All shown/ }).check()
  await expect(main.getByText('3 selected')).toBeVisible()
  await main.getByRole('button', { name: 'Send a command' }).click()
  await form(page, 'Test on site').click()
  await main.getByRole('button', { name: 'Go on' }).click()
  await expect(main.getByRole('heading', { level: 2 })).toHaveText('2 things get a command')
  await expect(main.locator('[data-strangers]')).toContainText('1 thing does not understand all of it')
  await main.getByRole('button', { name: 'Save for 2 things' }).click()
  await expect(main.locator('[data-sent]')).toContainText(/2\s*Saved here, will be sent/)
  expect(writes(simulator)).toEqual([])

  await simulator.acceptConnections()
  await expect(main.locator('[data-sent]')).toContainText(/2\s*Confirmed/, { timeout: 25_000 })
  expect(writes(simulator).toSorted()).toEqual([`send ${environment} 1500`, `send ${presence} 1500`].toSorted())
})
