import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { StackForm } from './screens/stack-form.ts'
import { commands, labelOf, roleOf, writes } from './writes.ts'

test.use({
  simulatorOptions: { site: 'small', echo: { mode: 'at once' }, firstMessageAfterMs: 3_600_000 }
})

test('from an empty laptop to an installed thing that is heard', async ({ page, simulator }) => {
  const install = new InstallScreen(page)
  const frame = new Frame(page)
  const tuid = roleOf(simulator, 'readyPresence')
  simulator.world.setInfo(tuid, { battery_level: 87 })
  simulator.world.openAlert(tuid, 'heartbeat missed')
  simulator.world.setEcho(tuid, { mode: 'never' })

  await test.step('the first stack is set up with its papers', async () => {
    await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
    const { url, clientId, clientSecret: secret } = simulator
    await new StackForm(page).submit({ name: 'Nordlys', url, clientId, secret })
    await expect(frame.connection).toHaveAccessibleName('Connection: Online')
    await expect(frame.stack).toHaveAccessibleName('Active stack: Nordlys')
  })

  await test.step('a scan shows what the thing is', async () => {
    await expect(install.scanField).toBeFocused()
    await install.scan(labelOf(tuid))
    const see = install.step('See it')
    await expect(see.getByRole('heading', { name: 'Presence sensor' })).toBeVisible()
    await expect(see.getByRole('region', { name: 'Installation status' })).toContainText('New')
    await expect(see.getByRole('region', { name: 'Group' })).toContainText('No group (unassigned)')
    await expect(see.getByRole('region', { name: 'General' })).toContainText('87 %, good')
    await expect(see.getByRole('region', { name: 'General' })).toContainText(/Last heard.*Never/s)
    await expect(see.getByRole('region', { name: 'Active alerts' })).toContainText(/Heartbeat missed.*since/s)
    await install.button('Choose group and status').click()
  })

  await test.step('its group is searched for, chosen, and after all made new', async () => {
    await expect(install.group('prfi00pikkutoimisto')).toBeVisible()
    await page.getByRole('textbox', { name: 'Search groups' }).fill('varasto')
    await expect(install.group('prfi00pikkutoimisto')).toBeHidden()
    await install.group('prfi00pikkuvarasto').check()
    await install.button('New group').click()
    const form = page.getByRole('form', { name: 'New group' })
    // It takes the focus once it is seen: until then it could take what is meant for the next field.
    const name = form.getByRole('textbox', { name: 'Name of the site' })
    await expect(name).toBeFocused()
    await name.fill('Harbour House 3')
    await expect(form).toContainText('It will be called prfi00harbourhouse3')
    await form.getByRole('textbox', { name: 'Description' }).fill('By the old pier')
    await form.getByRole('button', { name: 'Use this new group' }).click()
  })

  await test.step('"Confirmed" is said after the server has said so, not before', async () => {
    simulator.faults.add({ match: { method: 'POST', path: '/installations' }, fault: 'latency', ms: 3000, times: 1 })
    await install.saveStatus('Installed')
    await expect(install.announcement).toHaveText(`${tuid}: saved here, will be sent.`)
    await expect(install.line('Group')).toContainText('prfi00harbourhouse3')
    await expect(install.line('Group')).toContainText('Confirmed')
    await expect(install.line('Status')).toContainText('Sending')
    await expect(install.line('Status')).not.toContainText('Confirmed')
    await expect(install.done).not.toContainText('Confirmed')
    // All that was seen while the answer was held back, or it proves nothing.
    const held = simulator.requests.find(({ method, path }) => method === 'POST' && path.endsWith('/installations'))
    expect(held?.fault).toBe('latency')
    expect(held?.status).toBeUndefined()
    await expect(install.line('Status')).toContainText(/Confirmed \d\d[:.]\d\d/)
    await expect(install.done).toContainText('Confirmed')
  })

  await test.step('two commands go out through their forms', async () => {
    await install.commandForm('Presence detection').click()
    await page.getByRole('textbox', { name: 'Detection threshold' }).fill('220')
    await install.button('Save command').click()
    await expect(install.step('Command')).toContainText(/Detection threshold 220.*Confirmed/s)
    await install.commandForm('Reporting intervals').click()
    await page.getByRole('textbox', { name: 'Report interval (seconds)' }).fill('600')
    await install.button('Save command').click()
    await expect(install.step('Command')).toContainText(/Report interval 600 s.*Confirmed/s)
    await expect(install.step('Command').getByText('The thing answers with its next report')).toHaveCount(2)
    const sent = commands(simulator)
    expect(sent).toMatchObject([
      { tsmId: 13200, tsmEv: 30, threshold: 220 },
      { tsmId: 1500, tsmEv: 30, reportInterval: 600 }
    ])
    const transactions = sent.map((command) => command['transactionId'])
    expect(transactions).toEqual([expect.any(Number), expect.any(Number)])
    expect(new Set(transactions).size).toBe(2)
    await install.button('Go on').click()
  })

  await test.step('a message appears by itself while somebody waits for it', async () => {
    const verify = install.step('Verify')
    await expect(verify.getByRole('status')).toContainText('Heard since installation: Not yet')
    await expect(verify.getByRole('status')).toContainText('Wave a hand in front of it.')
    simulator.world.report(tuid)
    await expect(verify.getByRole('status')).toContainText('Heard since installation: Yes', { timeout: 15_000 })
    await expect(verify.getByRole('region', { name: 'Latest messages' })).toContainText('Movement')
    await install.button('Go on').click()
  })

  await test.step('the end says what is confirmed, and the next thing is asked for', async () => {
    await expect(install.step('Finish')).toContainText('Confirmed by the server: 5')
    await expect(install.step('Finish')).toContainText('Create group prfi00harbourhouse3')
    await install.button('Next thing').click()
    await expect(install.scanField).toBeFocused()
    await expect(install.done).toContainText(/Done in this session: 1.*Confirmed/s)
    await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting')
  })

  expect(writes(simulator)).toEqual([
    'create prfi00harbourhouse3',
    `put ${tuid} in prfi00harbourhouse3`,
    `set ${tuid} installed`,
    `send ${tuid} 13200`,
    `send ${tuid} 1500`
  ])
})

test('a further thing takes the scan and one key', async ({ readyPage: page, simulator }) => {
  const install = new InstallScreen(page)
  const [first, second] = [roleOf(simulator, 'readyPresence'), roleOf(simulator, 'readyEnvironment')]
  await install.install(labelOf(first), 'prfi00pikkuvarasto')
  await expect(install.done).toContainText('Confirmed')

  await install.scan(labelOf(second))
  await expect(install.button(/^Same as before/)).toBeFocused()
  await expect(install.button(/^Same as before/)).toHaveText(
    'Same as before: put in prfi00pikkuvarasto and set installed'
  )
  // Keeps the lane busy, so that the words are there to be read.
  simulator.faults.add({ match: { method: 'POST', path: '/group' }, fault: 'latency', ms: 1500, times: 1 })
  const keys = await page.evaluateHandle(() => {
    const pressed: string[] = []
    addEventListener('keydown', ({ key }) => pressed.push(key), { capture: true })
    addEventListener('pointerdown', () => pressed.push('pointer'), { capture: true })
    return pressed
  })
  await page.keyboard.press('Enter')
  await expect(install.line('Status')).toContainText('Saved here, will be sent')
  await expect(install.announcement).toHaveText(`${second}: saved here, will be sent.`)
  expect(await keys.jsonValue()).toEqual(['Enter'])

  await expect(install.done.getByRole('listitem').first()).toContainText('Confirmed')
  await expect(install.scanField).toBeFocused()
  expect(writes(simulator)).toEqual([
    `put ${first} in prfi00pikkuvarasto`,
    `set ${first} installed`,
    `put ${second} in prfi00pikkuvarasto`,
    `set ${second} installed`
  ])
})

test('a device says what it really applied of a command', async ({ readyPage: page, simulator }) => {
  const install = new InstallScreen(page)
  const tuid = roleOf(simulator, 'presence')
  simulator.world.setEcho(tuid, { mode: 'clamped', afterMs: 0 })
  await install.begin(labelOf(tuid))
  await install.chooseGroup('prfi00pikkutoimisto')
  await expect(page.getByText('Group and status are so already: there is nothing to save.')).toBeVisible()
  await install.button('Go on').click()

  await install.commandForm('Presence detection').click()
  const threshold = page.getByRole('textbox', { name: 'Detection threshold' })
  await threshold.fill('40')
  await install.button('Save command').click()
  await expect(install.step('Command')).toContainText('At least 60.')
  expect(writes(simulator)).toEqual([])
  await threshold.fill('100')
  await install.button('Save command').click()
  const difference = 'Detection threshold: you asked for 100, it applied 200.'
  await expect(install.step('Command').getByText(difference)).toBeVisible({ timeout: 60_000 })
  expect(writes(simulator)).toEqual([`send ${tuid} 13200`])
})
