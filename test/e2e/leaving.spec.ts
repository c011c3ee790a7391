import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { VisitScreen } from './screens/visit-screen.ts'
import { roleOf } from './writes.ts'

const never = 365 * 86_400_000
const store = 'prfi00pikkuvarasto'

test.use({ simulatorOptions: { site: 'small', echo: { mode: 'at once' }, firstMessageAfterMs: never } })

test('before leaving, what is silent says what to try, and is heard when it reports', async ({
  readyPage: page,
  simulator
}) => {
  const screen = new VisitScreen(page)
  const [presence, environment] = [roleOf(simulator, 'readyPresence'), roleOf(simulator, 'readyEnvironment')]
  const line = (name: string) => page.locator(`[data-line="${name}"]`)
  await screen.start('Harbour house', 'Aino')
  await screen.choose(store)
  for (const tuid of [presence, environment]) {
    await screen.scan(tuid)
    await expect(screen.thing(tuid)).toContainText('Confirmed')
    await expect(screen.thing(tuid)).toContainText('Not heard yet')
  }

  await screen.button('End visit').click()
  await expect(page.getByRole('heading', { name: 'Before you leave', level: 1 })).toBeVisible()
  await expect(line('silent')).toContainText('2 are silent')
  await expect(line('waiting')).toContainText('Nothing waits to be synced')
  const tries = page.getByRole('list', { name: 'Silent things and what to try' })
  await expect(tries).toContainText('Wave a hand in front of it')
  await expect(tries).toContainText('Check that a gateway is powered, heard and within its range.')
  await expect(tries).toContainText(/wait until \d/)

  simulator.world.report(presence)
  simulator.world.openAlert(environment, 'heartbeat missed')
  await screen.button('Check all now').click()
  await expect(line('heard')).toContainText('1 of 2 heard')
  await expect(line('alerting')).toContainText('1 with alerts')
  await expect(tries).not.toContainText('Wave a hand')

  await line('silent').click()
  await expect(screen.filter('Silent')).toHaveAttribute('aria-pressed', 'true')
  await expect(screen.thing(environment)).toContainText('Not heard yet')
  await expect(screen.thing(presence)).toBeHidden()

  await page.getByRole('link', { name: 'Before you leave' }).click()
  simulator.world.report(environment)
  simulator.world.closeAlert(environment, 'heartbeat missed')
  await screen.button('Check all now').click()
  await expect(page.getByText('All is confirmed and heard, and nothing alerts. You can leave.')).toBeVisible()
  await screen.button('End visit').click()
  await expect(screen.button('Resume visit')).toBeVisible()
})

test('before leaving without a connection, what is shown says that it is from before', async ({
  readyPage: page,
  simulator
}) => {
  const screen = new VisitScreen(page)
  const tuid = roleOf(simulator, 'readyPresence')
  await screen.start('Cellar', '')
  await screen.choose(store)
  await screen.scan(tuid)
  await expect(screen.thing(tuid)).toContainText('Not heard yet')
  await page.getByRole('link', { name: 'Before you leave' }).click()
  await screen.button('Check all now').click()
  await expect(page.getByText('Asked just now: none was heard')).toBeVisible()

  simulator.setOnline(false)
  await new Frame(page).checkConnection()
  await expect(page.getByText(/The server cannot be asked now. This is as of/)).toBeVisible()
  await expect(page.getByRole('main').getByRole('button', { name: 'Check all now' })).toBeDisabled()
  await expect(page.locator('[data-line="silent"]')).toContainText('1 is silent')
  await screen.button('End visit').click()
  await expect(screen.button('Resume visit')).toBeVisible()
})
