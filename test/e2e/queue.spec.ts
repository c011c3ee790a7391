import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { labelOf, roleOf, writes } from './writes.ts'

test('what the server refuses needs a person, and gives its words and the choices', async ({
  readyPage: page,
  simulator
}) => {
  const install = new InstallScreen(page)
  const frame = new Frame(page)
  const queue = new QueueScreen(page)
  const unknown = 'TSPR04EZU00000000'
  const put = queue.row('Put in prfi00pikkuvarasto')
  const set = queue.row('Set installed')

  await test.step('an empty queue says what will be here', async () => {
    await frame.goTo('Queue')
    await expect(page.getByRole('heading', { name: 'Nothing waits' })).toBeVisible()
    await queue.filter('All').click()
    await expect(page.getByRole('heading', { name: 'The queue is empty' })).toBeVisible()
    await queue.filter('Needs you').click()
    await expect(page.getByRole('heading', { name: 'Nothing needs you' })).toBeVisible()
    await frame.goTo('Install')
  })

  await test.step('a thing that this stack does not know', async () => {
    await install.begin(labelOf(unknown))
    await install.chooseGroup('prfi00pikkuvarasto')
    await install.saveStatus('Installed')
    await expect(frame.badge).toHaveAccessibleName('Queue: 1 waiting · 1 needs you')
    await expect(install.done).toContainText('Needs you')
  })

  await test.step('its place in the queue says what, which thing, when, and what was answered', async () => {
    await frame.goTo('Queue')
    await expect(queue.rows).toHaveCount(1)
    await expect(put).toContainText(unknown)
    await expect(put).toContainText('Saved just now')
    await expect(put).toContainText('Needs you')
    await expect(put).toContainText(`Thing ${unknown} not found`)
    await expect(put).toContainText('The server refused this.')
    await expect(put.getByRole('button', { name: 'Send again' })).toBeVisible()
    await put.getByRole('button', { name: 'Details' }).click()
    await expect(put.getByRole('list', { name: 'Attempts' })).toContainText(/Sent: refused.*HTTP 404/s)
    await queue.filter('Open').click()
    await expect(queue.rows).toHaveCount(2)
    await expect(set).toContainText(/Saved here, will be sent.*Waits for an earlier action/s)
  })

  await test.step('discarding asks first', async () => {
    const dialog = page.getByRole('alertdialog', { name: 'Discard this action?' })
    await set.getByRole('button', { name: 'Discard' }).click()
    await expect(dialog).toContainText('It will not be sent. The server stays as it is.')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(queue.rows).toHaveCount(2)
    await set.getByRole('button', { name: 'Discard' }).click()
    await dialog.getByRole('textbox', { name: 'Reason (optional)' }).fill('read the wrong label')
    await dialog.getByRole('button', { name: 'Discard' }).click()
    await expect(queue.rows).toHaveCount(1)
    await queue.filter('Discarded').click()
    await expect(set).toContainText(/Discarded.*read the wrong label/s)
    await queue.filter('All').click()
    await expect(queue.rows).toHaveCount(2)
  })

  await test.step('once the office has put it right, the technician has it sent again', async () => {
    simulator.world.addThing(unknown)
    await put.getByRole('button', { name: 'Send again' }).click()
    await expect(put).toContainText('Confirmed')
    await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting')
    expect(writes(simulator)).toEqual([`put ${unknown} in prfi00pikkuvarasto`])
  })

  await test.step('what is done stays, and is found by its TUID', async () => {
    await queue.filter('Done').click()
    await expect(queue.rows).toHaveCount(1)
    await queue.search.fill('ezu 0000')
    await expect(queue.rows).toHaveCount(1)
    await queue.search.fill('PIKKUVARASTO')
    await expect(queue.rows).toHaveCount(1)
    await queue.search.fill('TSEN01')
    await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  })
})

test('a server that wants to be left alone is, until the person insists', async ({ readyPage: page, simulator }) => {
  const tuid = roleOf(simulator, 'readyPresence')
  const queue = new QueueScreen(page)
  const put = queue.row('Put in prfi00pikkuvarasto')
  simulator.faults.add({
    match: { method: 'POST', path: '/group' },
    fault: 'status',
    status: 429,
    message: 'Too many requests for this hour',
    retryAfter: 1800,
    times: 1
  })
  await new InstallScreen(page).install(labelOf(tuid), 'prfi00pikkuvarasto')
  await new Frame(page).goTo('Queue')
  await expect(put).toContainText('was busy')
  await expect(put).toContainText('Too many requests for this hour')
  await expect(put).toContainText('Tries again in 30 minutes')
  expect(writes(simulator)).toEqual([])
  await put.getByRole('button', { name: 'Retry now' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing waits' })).toBeVisible()
  expect(writes(simulator)).toEqual([`put ${tuid} in prfi00pikkuvarasto`, `set ${tuid} installed`])
})

test('what somebody else changed meanwhile is settled by a person', async ({ app, readyPage: page, simulator }) => {
  const things = [roleOf(simulator, 'readyPresence'), roleOf(simulator, 'readyEnvironment')] as const
  const [first, second] = things
  const install = new InstallScreen(page)
  const frame = new Frame(page)
  const queue = new QueueScreen(page)
  const status = install.step('See it').getByRole('region', { name: 'Installation status' })

  for (const tuid of things) {
    await install.scan(labelOf(tuid))
    await expect(status).toContainText('New')
  }
  await simulator.refuseConnections()
  for (const tuid of things) {
    await install.begin(labelOf(tuid))
    await install.group('No group').check()
    await install.button('Go on with this group').click()
    await install.saveStatus('Installed')
    await expect(install.announcement).toHaveText(`${tuid}: saved here, will be sent.`)
    simulator.world.setStatus(tuid, 'quarantine', { responsible: 'mikael.strand@nordlys.example' })
  }
  await app.evaluate(() => {
    const { now } = Date
    Date.now = () => now() + 5 * 60_000
  })
  await simulator.acceptConnections()
  await frame.checkConnection()
  await expect(frame.badge).toHaveAccessibleName('Queue: 2 need you')

  await frame.goTo('Queue')
  const rows = queue.rows.filter({ hasText: 'Somebody else changed this after you saved yours.' })
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText(/Yours.*Installed.*On the server.*Quarantine.*by mikael\.strand/s)
  await rows.filter({ hasText: first }).getByRole('button', { name: 'Keep theirs' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Set installed' })
  await expect(dialog.getByRole('checkbox', { name: /^The same for 1 other thing/ })).not.toBeChecked()
  await dialog.getByRole('button', { name: 'Keep theirs' }).click()
  await expect(frame.badge).toHaveAccessibleName('Queue: 1 needs you')
  await rows.filter({ hasText: second }).getByRole('button', { name: 'Apply mine' }).click()
  await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting')
  expect(writes(simulator)).toEqual([`set ${second} installed`])
})
