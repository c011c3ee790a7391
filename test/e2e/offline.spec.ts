import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { labelOf, roleOf, signIns, writes } from './writes.ts'

/** A lost connection is looked for every ten seconds at the latest while something waits. */
const untilReconnected = { timeout: 25_000 }

/** A request that was lost on the way may still take effect for 40 seconds, before it is sent again. */
const untilSentAgain = { timeout: 90_000 }

test('a whole job in a basement, through a flat battery, is sent once the signal is back', async ({
  app,
  readyPage,
  simulator
}) => {
  test.setTimeout(180_000)
  const [first, second] = [roleOf(simulator, 'readyPresence'), roleOf(simulator, 'readyEnvironment')]
  const known = roleOf(simulator, 'environment')
  let install = new InstallScreen(readyPage)
  let frame = new Frame(readyPage)

  await test.step('the signal goes while a thing is on the bench', async () => {
    await install.scan(labelOf(known))
    await expect(install.step('See it').getByRole('region', { name: 'Group' })).toContainText('prfi00pikkutoimisto')
    await install.begin(labelOf(first))
    await expect(install.group('prfi00pikkuvarasto')).toBeVisible()
    simulator.setOnline(false)
  })

  await test.step('group, status and command are saved on the same screens', async () => {
    await install.createGroup('Cold cellar')
    await install.saveStatus('Installed')
    await expect(install.announcement).toHaveText(`${first}: saved here, will be sent.`)
    // Of the first request nobody knows how far it came; all others wait for it.
    await expect(install.line('Group')).toContainText('Saved here, will be sent')
    await expect(install.line('Status')).toContainText('Saved here, will be sent')
    await install.commandForm('Presence detection').click()
    await install.button('Save command').click()
    await expect(install.step('Command')).toContainText(/Detection threshold 150.*Saved here, will be sent/s)
    await expect(frame.connection).toHaveAccessibleName(/^Connection: Offline since \d\d/, untilReconnected)
    await expect(frame.badge).toHaveAccessibleName('Queue: 4 waiting')
    await simulator.refuseConnections()
    simulator.setOnline(true)
  })

  await test.step('a thing this laptop has never met is worked on all the same', async () => {
    await install.scan(labelOf(second))
    await expect(install.step('See it')).toContainText(`Nothing is known of ${second} here.`)
    await install.button(/^Same as before/).click()
    await expect(install.announcement).toHaveText(`${second}: saved here, will be sent.`)
    await expect(frame.badge).toHaveAccessibleName('Queue: 6 waiting')
  })

  await test.step('what was seen before says from when it is', async () => {
    await install.scan(labelOf(known))
    const see = install.step('See it')
    await expect(see.getByText('The server cannot be reached.')).toBeVisible()
    for (const part of ['Installation status', 'Group', 'General', 'Active alerts']) {
      await expect(see.getByRole('region', { name: part })).toContainText(/as of \d\d[:.]\d\d/)
    }
    await expect(see.getByRole('region', { name: 'Group' })).toContainText('prfi00pikkutoimisto')
  })

  await app.kill()
  const page = await app.restart()
  install = new InstallScreen(page)
  frame = new Frame(page)
  const queue = new QueueScreen(page)

  await test.step('after the crash everything is still there', async () => {
    await expect(frame.badge).toHaveAccessibleName('Queue: 6 waiting')
    await frame.goTo('Queue')
    await expect(queue.rows).toHaveCount(6)
    await expect(queue.row('Create group prfi00coldcellar')).toContainText('Waits for a connection')
    expect(writes(simulator)).toEqual([])
  })

  await test.step('the signal is back: all of it arrives, once and in order', async () => {
    await simulator.acceptConnections()
    await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting', untilSentAgain)
    await expect(frame.connection).toHaveAccessibleName('Connection: Online')
    await queue.filter('Done').click()
    await expect(queue.rows.filter({ hasText: 'Confirmed' })).toHaveCount(6)
  })

  const all = writes(simulator)
  expect(all).toHaveLength(6)
  expect(all[0]).toBe('create prfi00coldcellar')
  expect(all.filter((write) => write.includes(first))).toEqual([
    `put ${first} in prfi00coldcellar`,
    `set ${first} installed`,
    `send ${first} 13200`
  ])
  expect(all.filter((write) => write.includes(second))).toEqual([
    `put ${second} in prfi00coldcellar`,
    `set ${second} installed`
  ])
})

test('a crash between the deed of the server and its answer doubles nothing', async ({ app, readyPage, simulator }) => {
  const tuid = roleOf(simulator, 'readyPresence')
  simulator.faults.add({ match: { method: 'POST', path: '/installations' }, fault: 'latency', ms: 30_000, times: 1 })
  await new InstallScreen(readyPage).install(labelOf(tuid), 'prfi00pikkuvarasto')
  await expect.poll(() => writes(simulator)).toContain(`set ${tuid} installed`)
  await app.kill()
  const page = await app.restart()
  const queue = new QueueScreen(page)
  await new Frame(page).goTo('Queue')
  await queue.filter('Done').click()
  await expect(queue.row('Set installed')).toContainText('Confirmed', untilReconnected)
  expect(writes(simulator)).toEqual([`put ${tuid} in prfi00pikkuvarasto`, `set ${tuid} installed`])
})

test('a laptop that wakes up asks at once whether anybody is there', async ({ app, readyPage, simulator }) => {
  await expect(new Frame(readyPage).connection).toHaveAccessibleName('Connection: Online')
  for (const event of ['resume', 'unlock-screen']) {
    const before = signIns(simulator)
    await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
    await expect.poll(() => signIns(simulator)).toBe(before + 1)
  }
})
