import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { labelOf, roleOf, signIns, writes } from './writes.ts'

test.describe('answers that say nothing', () => {
  test.use({ simulatorOptions: { site: 'demo' } })

  test('a server that acts and then fails to say so is asked, and nothing happens twice', async ({
    readyPage: page,
    simulator
  }) => {
    const install = new InstallScreen(page)
    const frame = new Frame(page)
    const trials = [
      { role: 'readyPresence', site: 'Dropped', fault: 'act-then-drop' },
      { role: 'readyAir', site: 'Failed', fault: 'act-then-status' },
      { role: 'readyRugged', site: 'Torn', fault: 'truncated-json' }
    ] as const

    for (const { role, site, fault } of trials) {
      const tuid = roleOf(simulator, role)
      for (const path of [/^\/groups$/, `${tuid}/group`, `${tuid}/installations`, `${tuid}/commands`]) {
        simulator.faults.add({ match: { method: 'POST', path }, fault, times: 1 })
      }
      await install.begin(labelOf(tuid))
      await install.createGroup(site)
      await install.saveStatus('Installed')
      await install.commandForm('Reporting intervals').click()
      await page.getByRole('textbox', { name: 'Report interval (seconds)' }).fill('900')
      await install.button('Save command').click()
      await expect(install.step('Command')).toContainText('Report interval 900 s')
    }

    await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting', { timeout: 30_000 })
    await expect(install.done.getByRole('listitem').filter({ hasText: 'Confirmed' })).toHaveCount(3)
    expect(simulator.faults.struck).toHaveLength(12)
    for (const { role, site } of trials) {
      const tuid = roleOf(simulator, role)
      const group = `prfi00${site.toLowerCase()}`
      expect(writes(simulator).filter((write) => write.includes(tuid) || write.endsWith(` ${group}`))).toEqual([
        `create ${group}`,
        `put ${tuid} in ${group}`,
        `set ${tuid} installed`,
        `send ${tuid} 1500`
      ])
    }
  })
})

test.describe('a stack that lists no groups', () => {
  test.use({ simulatorOptions: { site: 'small', groupList: false } })

  test('what nobody can look up is asked of the person', async ({ readyPage: page, simulator }) => {
    const install = new InstallScreen(page)
    const frame = new Frame(page)
    const queue = new QueueScreen(page)
    const tuid = roleOf(simulator, 'readyPresence')
    await install.scan(labelOf(roleOf(simulator, 'presence')))
    await expect(install.step('See it').getByRole('region', { name: 'Group' })).toContainText('prfi00pikkutoimisto')
    await install.begin(labelOf(tuid))
    await expect(install.step('Group')).toContainText('these are the groups this laptop has met')
    await expect(install.group('prfi00pikkutoimisto')).toBeVisible()

    simulator.faults.add({ match: { method: 'POST', path: /^\/groups$/ }, fault: 'act-then-status', times: 1 })
    await install.createGroup('Cold cellar')
    await install.saveStatus('Installed')
    // Asked only when the server would show by now what it has done.
    await expect(frame.badge).toHaveAccessibleName('Queue: 2 waiting · 1 needs you', { timeout: 40_000 })
    await frame.goTo('Queue')
    const create = queue.row('Create group prfi00coldcellar')
    await expect(create).toContainText('Nobody can tell whether this arrived.')
    await create.getByRole('button', { name: 'It is as I want it, mark as done' }).click()
    await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting')
    await queue.filter('Done').click()
    await expect(create).toContainText('Settled by a person')
    await expect(create).not.toContainText('Confirmed')
    expect(writes(simulator)).toEqual([
      'create prfi00coldcellar',
      `put ${tuid} in prfi00coldcellar`,
      `set ${tuid} installed`
    ])
  })
})

test('a token that ends in the middle of the work is not noticed, a refusal of every token is', async ({
  readyPage: page,
  simulator
}) => {
  const install = new InstallScreen(page)
  const frame = new Frame(page)
  const tuid = roleOf(simulator, 'readyPresence')
  await install.begin(labelOf(tuid))
  await install.chooseGroup('prfi00pikkuvarasto')
  const before = signIns(simulator)
  simulator.expireTokens()
  await install.saveStatus('Installed')
  await expect(install.done).toContainText('Confirmed')
  await expect(frame.connection).toHaveAccessibleName('Connection: Online')
  expect(writes(simulator)).toEqual([`put ${tuid} in prfi00pikkuvarasto`, `set ${tuid} installed`])
  expect(signIns(simulator)).toBe(before + 1)

  simulator.faults.add({ match: { path: /^\/(?!auth)/ }, fault: 'status', status: 401 })
  await install.commandForm('Presence detection').click()
  await install.button('Save command').click()
  await expect(frame.connection).toHaveAccessibleName('Connection: Signed out')
  await expect(install.step('Command')).toContainText('Waits for signing in')
  // Each request with the token at hand and with a fresh one; then a person has to look.
  expect(simulator.faults.struck.length).toBeLessThanOrEqual(6)
  expect(signIns(simulator) - before).toBeLessThanOrEqual(4)
  simulator.faults.clear()
  await frame.checkConnection()
  await expect(install.step('Command')).toContainText(/Detection threshold 150.*Confirmed/s)
})

test('refused credentials keep everything, and are not tried over and over', async ({ readyPage: page, simulator }) => {
  const install = new InstallScreen(page)
  const frame = new Frame(page)
  const [first, second] = [roleOf(simulator, 'readyPresence'), roleOf(simulator, 'readyEnvironment')]
  await install.begin(labelOf(first))
  await install.chooseGroup('prfi00pikkuvarasto')
  const before = signIns(simulator)
  simulator.revokeCredentials()
  await install.saveStatus('Installed')
  await expect(frame.connection).toHaveAccessibleName('Connection: Signed out')

  await install.scan(labelOf(second))
  await install.button(/^Same as before/).click()
  await expect(frame.badge).toHaveAccessibleName('Queue: 4 waiting')
  await frame.goTo('Queue')
  await expect(page.getByText('The server does not accept the sign-in.')).toBeVisible()
  expect(signIns(simulator) - before).toBeLessThanOrEqual(3)
  expect(writes(simulator)).toEqual([])

  simulator.restoreCredentials()
  await frame.checkConnection()
  await expect(frame.connection).toHaveAccessibleName('Connection: Online')
  await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting')
  expect(writes(simulator).toSorted()).toEqual(
    [
      `put ${first} in prfi00pikkuvarasto`,
      `put ${second} in prfi00pikkuvarasto`,
      `set ${first} installed`,
      `set ${second} installed`
    ].toSorted()
  )
})
