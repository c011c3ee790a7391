import type { Simulator } from '../simulator/simulator.ts'
import { expect, test } from './fixtures.ts'
import { AlertsScreen } from './screens/alerts-screen.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { ThingScreen } from './screens/thing-screen.ts'
import { labelOf, roleOf } from './writes.ts'

const missed = 'heartbeat missed'
const lost = 'gateway connection lost'
const since = { from: '2026-01-02T03:04:05' }

/** How often the server was asked what one thing alerts about. */
const histories = ({ requests }: Simulator) => requests.filter(({ path }) => /^\/things\/[^/]+\/alerts$/.test(path))

/** Has the server say something else in place of the list or the count. */
function say(simulator: Simulator, path: RegExp, data: object): void {
  simulator.faults.add({ match: { path }, fault: 'garbage-json', body: JSON.stringify({ data }) })
}

test('what alerts, about what and since when, to be found by kind, alert and label', async ({
  readyPage: page,
  simulator
}) => {
  const alerts = new AlertsScreen(page)
  const frame = new Frame(page)
  const { world } = simulator
  const [gateway, sensor] = [roleOf(simulator, 'gateway'), roleOf(simulator, 'environment')]

  await test.step('nothing alerts', async () => {
    await alerts.open()
    await expect(page.getByRole('heading', { name: 'Nothing alerts' })).toBeVisible()
    await expect(frame.place('Alerts')).toHaveAccessibleName('Alerts')
  })

  await test.step('the gateway comes before the sensor that is silent because of it', async () => {
    world.openAlert(sensor, missed, since)
    world.openAlert(gateway, lost)
    world.openAlert(gateway, 'Überhitzung', { from: '1970-01-01T00:00:00' })
    await alerts.refresh.click()
    await expect(frame.place('Alerts')).toHaveAccessibleName(/^Alerts 2 things alert, as of \d\d[:.]\d\d/)
    await expect(alerts.rows).toHaveCount(2)
    await expect(alerts.rows.first()).toHaveAccessibleName(gateway)
    await expect(alerts.row(gateway)).toContainText(/Gateway connection lost\s*since .*, just now/)
    await expect(alerts.row(gateway)).toContainText(/Überhitzung\s*since before records began/)
    await expect(alerts.row(sensor)).toContainText(/Environment sensor.*Heartbeat missed\s*since 2 Jan/)
  })

  await test.step('the server’s own count differs, which is said and no more', async () => {
    say(simulator, /^\/things\/alerts\/count$/, { alert_count: '207' })
    await alerts.refresh.click()
    await expect(page.getByText('The server counts 207 and lists 2: 205 apart.')).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  await test.step('filters', async () => {
    await alerts.choose('Kind', 'Environment sensor (1)')
    await expect(alerts.rows).toHaveCount(1)
    await expect(page.getByText('1 of 2 shown')).toBeVisible()
    await alerts.choose('Kind', 'Every kind (2)')
    await alerts.choose('Alert', 'Überhitzung (1)')
    await expect(alerts.rows).toHaveCount(1)
    await alerts.choose('Alert', 'Every alert (2)')
    await alerts.search.fill(labelOf(sensor))
    await expect(alerts.rows).toHaveCount(1)
    await alerts.only('Seen on this laptop').click()
    await expect(page.getByRole('heading', { name: 'No alerting thing fits' })).toBeVisible()
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(alerts.rows).toHaveCount(2)
  })

  await test.step('from here to the thing, and back to where one was', async () => {
    await alerts.search.fill('TSEN')
    await alerts.row(sensor).getByRole('link').click()
    const thing = new ThingScreen(page)
    await expect(thing.title).toHaveText('Environment sensor')
    await expect(thing.part('Active alerts')).toContainText('Heartbeat missed')
    await thing.back.click()
    await expect(alerts.search).toHaveValue('TSEN')
    await expect(alerts.rows).toHaveCount(1)
  })
})

test('of thousands only what is looked at is read', async ({ readyPage: page, simulator }) => {
  const alerts = new AlertsScreen(page)
  await alerts.open()
  await expect(page.getByRole('heading', { name: 'Nothing alerts' })).toBeVisible()
  const tuids = Array.from({ length: 5_000 }, (_, i) => `TSPD04E${String(i).padStart(10, '0')}`)
  for (const tuid of tuids) {
    simulator.world.addThing(tuid)
    simulator.world.openAlert(tuid, missed, since)
  }
  const content = page.getByRole('main')
  await alerts.refresh.click()
  await expect(content.getByText('5000 things alert')).toBeVisible()
  await expect(alerts.row(tuids[0] ?? '')).toContainText('Heartbeat missed')
  expect(await alerts.rows.count()).toBeLessThan(60)

  await content.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect(alerts.row(tuids.at(-1) ?? '')).toContainText('Heartbeat missed')
  expect(await alerts.rows.count()).toBeLessThan(60)
  expect(histories(simulator).length).toBeLessThan(120)
  const asked = histories(simulator).map(({ path }) => path)
  expect(new Set(asked).size, 'nothing is asked twice').toBe(asked.length)

  await new Frame(page).goTo('Settings')
  await alerts.open()
  await expect(alerts.row(tuids.at(-1) ?? ''), 'the list keeps its place').toBeInViewport()
})

test('without a connection it is what was last seen, from when it is, also after a restart', async ({
  app,
  readyPage,
  simulator
}) => {
  const sensor = roleOf(simulator, 'environment')
  const other = roleOf(simulator, 'presence')
  simulator.world.openAlert(sensor, missed, since)
  let alerts = new AlertsScreen(readyPage)
  await alerts.open()
  await alerts.refresh.click()
  await expect(alerts.row(sensor)).toContainText('Heartbeat missed')

  await simulator.refuseConnections()
  simulator.world.openAlert(other, missed)
  await alerts.refresh.click()
  await expect(readyPage.getByText('The server cannot be reached. This is what was last seen.')).toBeVisible()

  const page = await app.restart()
  alerts = new AlertsScreen(page)
  await alerts.open()
  await expect(page.getByRole('main').getByText(/1 thing alerts\s*as of \d\d[:.]\d\d/)).toBeVisible()
  await expect(alerts.row(sensor)).toContainText('Heartbeat missed')
  await expect(page.getByRole('alert')).toHaveCount(0)

  await simulator.acceptConnections()
  await new Frame(page).checkConnection()
  await expect(alerts.row(other)).toContainText('Heartbeat missed')
})

test('a server that lists no alerts is no fault, and asked again on demand', async ({ readyPage: page, simulator }) => {
  const alerts = new AlertsScreen(page)
  const sensor = roleOf(simulator, 'environment')
  await alerts.open()
  await expect(page.getByRole('heading', { name: 'Nothing alerts' })).toBeVisible()
  simulator.world.openAlert(sensor, missed)
  simulator.faults.add({ match: { path: '/things/alerts' }, fault: 'status', status: 403 })
  await alerts.refresh.click()
  await expect(page.getByRole('heading', { name: 'This stack’s server does not offer a list of alerts' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(new Frame(page).place('Alerts')).toHaveAccessibleName('Alerts')
  simulator.faults.clear()
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(alerts.row(sensor)).toContainText('Heartbeat missed')
})

test('what was installed today and alerts is told once, above every page', async ({ app, readyPage, simulator }) => {
  const tuid = roleOf(simulator, 'readyPresence')
  let alerts = new AlertsScreen(readyPage)
  const install = new InstallScreen(readyPage)
  await install.install(labelOf(tuid), 'prfi00pikkuvarasto')
  await expect(install.line('Status')).toContainText('Confirmed')
  simulator.world.openAlert(roleOf(simulator, 'gateway'), lost)
  simulator.world.openAlert(tuid, missed)

  await test.step('it is told, and leads to its row', async () => {
    await alerts.open()
    await alerts.refresh.click()
    await expect(alerts.news).toContainText(/One thing you installed today alerts.*Heartbeat missed/s)
    await new Frame(readyPage).goTo('Settings')
    await alerts.news.getByRole('button', { name: 'Show' }).click()
    await expect(alerts.rows).toHaveCount(1)
    await expect(alerts.row(tuid)).toContainText('Installed today')
    await alerts.only('Installed today from here').click()
    await expect(alerts.rows.first()).toHaveAccessibleName(tuid)
    await expect(alerts.rows).toHaveCount(2)
  })

  await test.step('once dismissed it does not come again, not even after a restart', async () => {
    await alerts.news.getByRole('button', { name: 'Dismiss' }).click()
    await expect(alerts.news).toHaveCount(0)
    const page = await app.restart()
    alerts = new AlertsScreen(page)
    await alerts.open()
    await alerts.refresh.click()
    await expect(alerts.row(tuid)).toContainText('Installed today')
    await expect(alerts.news).toHaveCount(0)
  })
})

test('whatever the server calls an alerting thing is shown, and hides no other', async ({
  readyPage: page,
  simulator
}) => {
  const alerts = new AlertsScreen(page)
  const sensor = roleOf(simulator, 'environment')
  simulator.world.openAlert(sensor, missed)
  const endless = 'W'.repeat(400)
  const odd = ['<b>bold</b>', endless, 'tspd04', sensor, sensor, 7, null, {}]
  say(simulator, /^\/things\/alerts$/, { alerting_tuids: odd })
  say(simulator, /^\/things\/alerts\/count$/, { alert_count: '7' })
  await alerts.open()
  await alerts.refresh.click()
  await expect(alerts.row(sensor)).toContainText('Heartbeat missed')
  await expect(alerts.rows).toHaveCount(4)
  await expect(alerts.row('<b>bold</b>')).toContainText('No thing can have this TUID')
  await expect(page.getByText('3 entries of the list could not be read.')).toBeVisible()
  await expect(page.getByText(/The server counts/)).toHaveCount(0)
  const overflow = await page.getByRole('main').evaluate((main) => main.scrollWidth - main.clientWidth)
  expect(overflow).toBe(0)
  expect(histories(simulator).filter(({ path }) => !path.includes(sensor))).toEqual([])
})
