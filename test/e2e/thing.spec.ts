import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { overflowOf } from './overflow.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { ThingScreen } from './screens/thing-screen.ts'
import { ThingsScreen } from './screens/things-screen.ts'
import { labelOf, roleOf, writes } from './writes.ts'
import type { Simulator } from '../simulator/simulator.ts'

test.use({ simulatorOptions: { site: 'demo' } })

/** What the app has read of a thing since then, without what it asked of it. */
function readsOf(simulator: Simulator, tuid: string, since = 0): string[] {
  return simulator.requests
    .filter(({ seq, method, path }) => seq > since && method === 'GET' && path.startsWith(`/things/${tuid}`))
    .map(({ path }) => path.slice(`/things/${tuid}`.length).split('?')[0] ?? '')
    .toSorted()
}

const lastRequest = ({ requests }: Simulator): number => requests.at(-1)?.seq ?? 0

/** As a hand scanner does it: the characters at once, then Enter. */
async function scan(page: Page, label: string): Promise<void> {
  await Promise.all([...label.split(''), 'Enter'].map((key) => page.keyboard.press(key)))
}

test('the page of a thing tells at a glance how it is, and why', async ({ readyPage: page, simulator }) => {
  const thing = new ThingScreen(page)
  const things = new ThingsScreen(page)
  const [silent, presence] = [roleOf(simulator, 'silent'), roleOf(simulator, 'presence')]

  await test.step('a scanned label opens a thing this laptop has never met', async () => {
    await things.open()
    await expect(page.getByRole('heading', { name: 'No thing met yet' })).toBeVisible()
    await expect(things.search).toBeFocused()
    await scan(page, labelOf(silent))
    await expect(thing.title).toHaveText('Environment sensor')
    await expect(page).toHaveTitle(`Thing ${silent} – Thingsee Field Installer`)
  })

  await test.step('everything was asked for at once, and nothing twice', async () => {
    await expect(thing.part('Group')).toContainText('prfi00auroracampus')
    expect(readsOf(simulator, silent)).toEqual(['', '/alerts', '/group', '/installations', '/messages'])
  })

  await test.step('the verdict comes with its reason and the rule behind it', async () => {
    await expect(thing.health).toContainText('In trouble')
    await expect(thing.health).toContainText('It has been silent for too long.')
    await expect(thing.health).toContainText('more than 2 h of silence is not normal')
    await expect(thing.part('Installation status')).toContainText('Installed')
    await expect(thing.part('Active alerts')).toContainText('Heartbeat missed')
  })

  await test.step('the other sections need no further question', async () => {
    const before = lastRequest(simulator)
    await thing.open('Alerts')
    await expect(thing.part('Alert history')).toContainText('1 alert. 1 is active.')
    await expect(page.getByRole('img', { name: /^Timeline with 1 lane/ })).toBeVisible()
    await thing.open('Installation history')
    await expect(thing.part('Installation history').getByRole('listitem')).toHaveCount(2)
    await expect(thing.part('Installation history')).toContainText(/Installed.*by aino\.lehto.*New/s)
    expect(readsOf(simulator, silent, before)).toEqual([])
  })

  await test.step('the gateway is one click away, and back is where one was', async () => {
    await thing.open('Overview')
    const gateway = roleOf(simulator, 'gateway')
    await thing.part('General').getByRole('link').click()
    await expect(thing.title).toHaveText('Gateway')
    await expect(thing.health).toContainText('In good health')
    await expect(thing.health).toContainText('Mains powered')
    await expect(page).toHaveURL(new RegExp(`/things/${gateway}$`))
    const before = lastRequest(simulator)
    await thing.back.click()
    await expect(thing.title).toHaveText('Environment sensor')
    expect(readsOf(simulator, silent, before)).toEqual([])
  })

  await test.step('every thing met is listed', async () => {
    await things.open()
    await expect(things.rows).toHaveCount(2)
    await things.search.fill('gateway')
    await expect(things.rows).toHaveCount(1)
    await things.search.fill(presence.toLowerCase())
    await page.getByRole('link', { name: `Open ${presence}` }).click()
    await expect(thing.health).toContainText('In good health')
  })

  expect(writes(simulator)).toEqual([])
})

test('from a step to the thing, from the thing to its installation, and from the queue', async ({
  readyPage: page,
  simulator
}) => {
  const install = new InstallScreen(page)
  const thing = new ThingScreen(page)
  const tuid = roleOf(simulator, 'readyPresence')

  await test.step('what the step has just read is not asked again', async () => {
    await install.begin(labelOf(tuid))
    await expect(install.group('prfi00auroraannex')).toBeVisible()
    await install.group('prfi00auroraannex').check()
    const before = lastRequest(simulator)
    await install.line('Identify').getByRole('link').click()
    await expect(thing.part('Group')).toContainText('No group (unassigned)')
    await expect(thing.health).toContainText('It was never heard, and is not in use.')
    // The signal is the one thing that the steps do not show.
    await expect.poll(() => readsOf(simulator, tuid, before)).toEqual(['/messages'])
  })

  await test.step('the choice that was made waits where it was', async () => {
    await thing.button('Install or change this thing').click()
    await expect(install.group('prfi00auroraannex')).toBeChecked()
    await install.button('Go on with this group').click()
    await install.saveStatus('Installed')
    await install.step('Command').waitFor()
  })

  await test.step('what came true shows on the page of the thing', async () => {
    const queue = new QueueScreen(page)
    await new Frame(page).goTo('Queue')
    await queue.filter('All').click()
    await queue.row('Set installed').getByRole('link').click()
    await expect(thing.part('Installation status')).toContainText('Installed')
    await expect(thing.part('Group')).toContainText('prfi00auroraannex')
    await thing.open('Installation history')
    await expect(thing.part('Installation history').getByRole('listitem').first()).toContainText(/Installed.*now/s)
  })
})

test('without a connection, and with parts that fail', async ({ app, readyPage, simulator }) => {
  let page = readyPage
  const [known, strange] = [roleOf(simulator, 'silent'), roleOf(simulator, 'air')]
  const open = async (tuid: string): Promise<ThingScreen> => {
    const things = new ThingsScreen(page)
    await things.open()
    await things.search.fill(tuid)
    await things.search.press('Enter')
    return new ThingScreen(page)
  }

  await test.step('one part that fails hides no other, and is tried again by itself', async () => {
    simulator.faults.add({ match: { path: `/things/${known}/group` }, fault: 'html-502' })
    const thing = await open(known)
    await expect(thing.part('Group')).toContainText('The server answered with an error')
    await expect(thing.health).toContainText('In trouble')
    await expect(thing.part('Installation status')).toContainText('Installed')
    simulator.faults.clear()
    await thing.part('Group').getByRole('button', { name: 'Try again' }).click()
    await expect(thing.part('Group')).toContainText('prfi00auroracampus')
  })

  await simulator.refuseConnections()
  page = await app.restart()

  await test.step('what was read is shown with its age', async () => {
    const thing = await open(known)
    await expect(page.getByText('The server cannot be reached.').first()).toBeVisible()
    for (const part of ['Health', 'Installation status', 'Group', 'General', 'Active alerts']) {
      await expect(thing.part(part)).toContainText(/as of \d\d[:.]\d\d/)
    }
    await expect(thing.health).toContainText('In trouble')
    await thing.open('Alerts')
    await page.getByRole('button', { name: 'Week' }).click()
    await expect(thing.part('Alert history')).toContainText(/as of .*1 alert\. 1 is active\./s)
    await page.getByRole('button', { name: 'Last day' }).click()
    await expect(thing.part('Alert history')).toContainText('1 is active.')
    await thing.open('Installation history')
    await expect(thing.part('Installation history')).toContainText(/as of .*Installed/s)
  })

  await test.step('a thing never met is not known, and says why', async () => {
    const thing = await open(strange)
    await expect(page.getByText(`Nothing is known of ${strange} here.`)).toBeVisible()
    await expect(thing.health).toContainText('Not known')
  })

  await test.step('with the connection back, it fills itself', async () => {
    await simulator.acceptConnections()
    await new Frame(page).checkConnection()
    const thing = new ThingScreen(page)
    await expect(thing.health).toContainText('In good health')
    await expect(thing.part('General')).not.toContainText('as of')
  })
})

test('what is still waited for is given up with its thing', async ({ readyPage: page, simulator }) => {
  const [slow, quick] = [roleOf(simulator, 'presence'), roleOf(simulator, 'environment')]
  simulator.faults.add({ match: { path: `/things/${slow}` }, fault: 'latency', ms: 4_000 })
  const things = new ThingsScreen(page)
  const thing = new ThingScreen(page)
  await things.open()
  await scan(page, labelOf(slow))
  await expect.poll(() => readsOf(simulator, slow).length).toBe(5)
  await expect(thing.health.getByText('Loading')).toBeAttached()
  await things.open()
  await scan(page, labelOf(quick))
  await expect(thing.health).toContainText('In good health')
  // Nobody is there any more to take an answer.
  const unanswered = simulator.requests.filter(({ path }) => path.startsWith(`/things/${slow}`))
  await expect.poll(() => unanswered.map(({ status }) => status)).toEqual([null, null, null, null, null])
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('odd answers are shown as well as they can be', async ({ readyPage: page, simulator }) => {
  const { world } = simulator
  const tuid = roleOf(simulator, 'presence')
  const endless = 'W'.repeat(240)
  const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 19)
  world.openAlert(tuid, 'nobody has heard of this', { from: hoursAgo(48), to: hoursAgo(72) })
  world.openAlert(tuid, 'nobody has heard of this', { from: hoursAgo(48), to: hoursAgo(72) })
  world.openAlert(tuid, endless, { from: '1970-01-01T00:00:00', to: hoursAgo(1) })
  const body = JSON.stringify({
    data: [
      { installation_status: 'on holiday', timestamp: Date.now() - 86_400_000, responsible: endless },
      { installation_status: 'on holiday', timestamp: Date.now() - 86_400_000, responsible: endless },
      { installation_status: 7, timestamp: 'never' },
      { installation_status: 'installed', timestamp: 1_700_000_000.25, responsible: null },
      'nonsense'
    ]
  })
  simulator.faults.add({ match: { path: `/things/${tuid}/installations` }, fault: 'wrong-shape', body })
  const things = new ThingsScreen(page)
  const thing = new ThingScreen(page)
  await things.open()
  await scan(page, labelOf(tuid))

  await expect(thing.part('Installation status')).toContainText('on holiday')
  await thing.open('Installation history')
  const history = thing.part('Installation history')
  await expect(history.getByRole('listitem')).toHaveCount(3)
  await expect(history.getByRole('listitem').first()).toContainText(/on holiday.*A status this app does not know/s)
  await expect(history).toContainText('2 entries could not be read.')
  expect(Math.max(...(await overflowOf(page)))).toBe(0)
  await thing.open('Alerts')
  const alerts = thing.part('Alert history')
  await expect(alerts).toContainText('The server says that it ends before it begins.')
  await expect(alerts).toContainText('before records began – ')
  await expect(alerts).toContainText(endless)
  await expect(alerts.getByRole('list', { name: 'Alerts' }).getByRole('listitem')).toHaveCount(4)
  expect(Math.max(...(await overflowOf(page)))).toBe(0)
})

test('the position leaves the app only when a person says so', async ({ app, readyPage: page, simulator }) => {
  const things = new ThingsScreen(page)
  await things.open()
  await scan(page, labelOf(roleOf(simulator, 'presence')))
  await new ThingScreen(page).part('General').getByRole('button', { name: 'Open in maps' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Open the map in your browser?' })
  await expect(dialog).toContainText('https://www.openstreetmap.org/?mlat=60.1')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(await app.noted()).toEqual([])
  await new ThingScreen(page).part('General').getByRole('button', { name: 'Open in maps' }).click()
  await dialog.getByRole('button', { name: 'Open in maps' }).click()
  await expect(dialog).toBeHidden()
  expect(JSON.stringify(await app.noted())).toContain('https://www.openstreetmap.org/?mlat=60.1')
})
