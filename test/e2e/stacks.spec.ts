import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startSimulator } from '../simulator/simulator.ts'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { StackForm } from './screens/stack-form.ts'
import { StacksScreen } from './screens/stacks-screen.ts'
import { labelOf, roleOf, signIns, writes } from './writes.ts'

/** A server that answers everything with the same. @returns it and its address */
async function answering(type: string, body: string): Promise<{ server: Server; url: string }> {
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': type }).end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a server on a port has no other kind of address
  return { server, url: `http://127.0.0.1:${port}/prod/v1` }
}

test('an address or secret that is not right is refused in words, and typed in only once', async ({
  page,
  simulator
}) => {
  const webPage = await answering('text/html', '<!doctype html><title>Welcome</title><h1>A web page</h1>')
  const otherApi = await answering('application/json', '{"status":"ok","data":{"hello":"world"}}')
  const form = new StackForm(page)
  const { url, clientId, clientSecret } = simulator
  await form.fill({ name: 'Nordlys', clientId, secret: clientSecret })
  const trials = [
    { url: 'the address from the papers', says: 'This is not a web address' },
    { url: 'http://api.nordlys.example/prod/v1', says: 'The address must begin with https://' },
    { url: webPage.url, says: 'This address answered, but not like the Thingsee API' },
    { url: otherApi.url, says: 'This address answered, but not like the Thingsee API' },
    { url: 'http://127.0.0.1:1/prod/v1', says: 'The server cannot be reached' }
  ]
  for (const trial of trials) {
    await form.submit({ url: trial.url })
    await expect(page.getByText(trial.says)).toBeVisible()
    await expect(form.url).toHaveValue(trial.url)
    await expect(form.secret).toHaveValue(clientSecret)
  }
  expect(signIns(simulator)).toBe(0)

  await form.submit({ url, secret: 'a wrong secret' })
  await expect(page.getByText('The server does not accept this client ID and secret').first()).toBeVisible()
  await form.submit({ secret: clientSecret })
  await expect(new Frame(page).connection).toHaveAccessibleName('Connection: Online')
  for (const { server } of [webPage, otherApi]) server.close()
})

test('a secret goes in and never comes back, and can be replaced', async ({ readyPage: page, simulator }) => {
  const frame = new Frame(page)
  const stacks = new StacksScreen(page)
  await expect(frame.connection).toHaveAccessibleName('Connection: Online')
  await stacks.open()
  await expect(stacks.card('Demo')).toContainText('Secret in the keychain')
  await stacks.button('Change Demo').click()
  await expect(stacks.form.url).toHaveValue(simulator.url)
  await expect(stacks.form.secret).toHaveValue('')
  await expect(page.getByText('Stored in the keychain – type here only to replace it.')).toBeVisible()
  expect(await page.content()).not.toContain(simulator.clientSecret)

  // The customer has changed the secret.
  await simulator.refuseConnections()
  const port = Number(new URL(simulator.url).port)
  await using renewed = await startSimulator({ site: 'small', port, clientSecret: 'the next secret' })
  await frame.checkConnection()
  await expect(frame.connection).toHaveAccessibleName('Connection: Signed out')
  await stacks.form.submit({ secret: renewed.clientSecret })
  await expect(stacks.button('Change Demo')).toBeVisible()
  await expect(frame.connection).toHaveAccessibleName('Connection: Online')
})

test('what was saved for one customer goes to that customer only', async ({ readyPage: page, simulator }) => {
  await using other = await startSimulator({ site: 'small', seed: 2, clientSecret: 'of the other customer' })
  const install = new InstallScreen(page)
  const frame = new Frame(page)
  const stacks = new StacksScreen(page)
  const [ours, theirs] = [roleOf(simulator, 'readyPresence'), roleOf(other, 'readyPresence')]

  await install.begin(labelOf(ours))
  await expect(install.group('prfi00pikkuvarasto')).toBeVisible()
  await simulator.refuseConnections()
  await install.chooseGroup('prfi00pikkuvarasto')
  await install.saveStatus('Installed')
  await expect(frame.badge).toHaveAccessibleName('Queue: 2 waiting')

  await test.step('a stack with something waiting stays', async () => {
    await stacks.open()
    const dialog = await stacks.askToRemove('Demo')
    await expect(dialog).toContainText('2 saved actions have not reached its server.')
    await dialog.getByRole('button', { name: 'Discard 2 actions and remove' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Save the queue as a file first')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(stacks.card('Demo')).toContainText('2 actions in the queue')
  })

  await test.step('and gets another name without its server', async () => {
    for (const [from, to] of [
      ['Demo', 'Nordlys'],
      ['Nordlys', 'Demo']
    ] as const) {
      await stacks.button(`Change ${from}`).click()
      await stacks.form.name.fill(to)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(frame.stack).toHaveAccessibleName(`Active stack: ${to}`)
      await expect(stacks.card(to)).toContainText('2 actions in the queue')
    }
  })

  await test.step('a second stack becomes the active one', async () => {
    await stacks.button('Add a stack').click()
    const { url, clientId, clientSecret: secret } = other
    await stacks.form.submit({ name: 'demo', url, clientId, secret })
    await expect(page.getByText('Another stack already has this name')).toBeVisible()
    await stacks.form.submit({ name: 'Fjordbygg' })
    await expect(frame.stack).toHaveAccessibleName('Active stack: Fjordbygg')
    await expect(frame.connection).toHaveAccessibleName('Connection: Online')
    await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting')
  })

  await test.step('its work goes to it, while that of the first waits for the first', async () => {
    await frame.goTo('Install')
    await install.install(labelOf(theirs), 'prfi00pikkutoimisto')
    await expect(install.done).toContainText('Confirmed')
    await simulator.acceptConnections()
    await expect.poll(() => writes(simulator), { timeout: 25_000 }).toHaveLength(2)
  })

  expect(writes(simulator)).toEqual([`put ${ours} in prfi00pikkuvarasto`, `set ${ours} installed`])
  expect(writes(other)).toEqual([`put ${theirs} in prfi00pikkutoimisto`, `set ${theirs} installed`])
  expect(simulator.requests.filter(({ path }) => path.includes(theirs))).toEqual([])
  expect(other.requests.filter(({ path }) => path.includes(ours))).toEqual([])
  expect([...simulator.requests, ...other.requests].filter(({ auth }) => auth === 'refused')).toEqual([])

  await test.step('switching back, and removing what is done with', async () => {
    await frame.stack.click()
    await page.getByRole('menuitemradio', { name: 'Demo' }).click()
    await expect(frame.stack).toHaveAccessibleName('Active stack: Demo')
    await stacks.open()
    await stacks.remove('Fjordbygg')
    await expect(stacks.card('Fjordbygg')).toBeHidden()
    await expect(stacks.card('Demo')).toBeVisible()
  })
})

test('a stack is given up with what waits for it only after a copy, and by its number', async ({
  readyPage: page,
  simulator
}) => {
  const install = new InstallScreen(page)
  const stacks = new StacksScreen(page)
  const tuid = roleOf(simulator, 'readyPresence')
  await install.begin(labelOf(tuid))
  await expect(install.group('prfi00pikkuvarasto')).toBeVisible()
  await simulator.refuseConnections()
  await install.chooseGroup('prfi00pikkuvarasto')
  await install.saveStatus('Installed')
  await expect(new Frame(page).badge).toHaveAccessibleName('Queue: 2 waiting')

  await stacks.open()
  const dialog = await stacks.askToRemove('Demo')
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save the queue as a file' }).click()
  const copy = await (await downloading).createReadStream()
  let text = ''
  for await (const piece of copy.setEncoding('utf8')) text += String(piece)
  expect(text.match(new RegExp(tuid, 'g'))).not.toBeNull()

  const agree = dialog.getByRole('button', { name: 'Discard 2 actions and remove' })
  const number = dialog.getByRole('textbox', { name: 'Type 2 to confirm' })
  await number.fill('3')
  await agree.click()
  await expect(dialog).toContainText('Type 2: so many actions will be discarded.')
  await number.fill('2')
  await number.press('Enter')
  await expect(page.getByRole('heading', { name: 'No stack yet' })).toBeVisible()
  await simulator.acceptConnections()
  await expect(dialog).toHaveCount(0)
  expect(writes(simulator)).toEqual([])
})

test('without a keychain the secret is kept for this run, and asked for at the next', async ({
  launchApp,
  simulator
}) => {
  test.skip(process.platform !== 'linux', 'elsewhere the keychain is part of the system and always there')
  const bus = process.env['DBUS_SESSION_BUS_ADDRESS']
  process.env['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent'
  try {
    const app = await launchApp()
    const page = await app.firstWindow()
    const { url, clientId, clientSecret: secret } = simulator
    await new StackForm(page).submit({ name: 'Nordlys', url, clientId, secret })
    const problem = page.getByRole('alert').filter({ hasText: 'no keychain that can keep the secret' })
    await expect(problem).toContainText('install the package dbus-user-session')
    await page.getByRole('button', { name: 'Keep the secret for this run only' }).click()
    await expect(new Frame(page).connection).toHaveAccessibleName('Connection: Online')

    const again = await app.restart()
    await expect(new Frame(again).connection).toHaveAccessibleName('Connection: Secret missing')
    await expect(new Frame(again).stack).toHaveAccessibleName('Active stack: Nordlys')
  } finally {
    process.env['DBUS_SESSION_BUS_ADDRESS'] = bus
  }
})
