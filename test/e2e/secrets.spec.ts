import { expect, test } from './fixtures.ts'
import { allOf, filesIn, hits } from './haystack.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { StackForm } from './screens/stack-form.ts'
import { labelOf, roleOf } from './writes.ts'

const secret = 'S3cr/et+of "Nordlys" & söner?='
const mistyped = 'a-mistyped-secret-of-the-technician'

test.use({ simulatorOptions: { site: 'small', clientSecret: secret } })

test('no secret and no token is left anywhere, whatever goes wrong', async ({ app, page, simulator }) => {
  const install = new InstallScreen(page)
  const frame = new Frame(page)
  const form = new StackForm(page)
  const [first, second] = [roleOf(simulator, 'readyPresence'), roleOf(simulator, 'readyEnvironment')]
  const pages = new Map<string, Buffer>()

  await test.step('signing in, at the second attempt', async () => {
    const { url, clientId } = simulator
    await form.submit({ name: 'Nordlys', url, clientId, secret: mistyped })
    await expect(page.getByText('The server does not accept this client ID and secret').first()).toBeVisible()
    const match = { method: 'POST', path: '/auth/' }
    const message = `client_secret ${secret} is not what it was`
    simulator.faults.add({ match, fault: 'status', status: 400, message, times: 1 })
    await form.submit({ secret })
    await expect(page.getByText('is not what it was')).toBeHidden()
    await page.getByRole('button', { name: 'Details' }).click()
    await expect(page.getByText('is not what it was')).toBeVisible()
    expect(hits(new Map([['the details', Buffer.from(await page.innerText('body'))]]), [secret, mistyped])).toEqual([])
    await form.save.click()
    await expect(frame.connection).toHaveAccessibleName('Connection: Online')
  })

  await test.step('a server that quotes the token, fails, breaks off, and revokes', async () => {
    const [token = 'none'] = simulator.issuedTokens.slice(-1)
    const message = `Not with Authorization: Bearer ${token} (${encodeURIComponent(token)})`
    simulator.faults.add(
      { match: { method: 'POST', path: `${first}/group` }, fault: 'status', status: 400, message, times: 1 },
      { match: { method: 'POST', path: `${second}/group` }, fault: 'act-then-drop', times: 1 },
      { match: { method: 'POST', path: `${second}/installations` }, fault: 'cut-body', times: 1 },
      { match: { method: 'GET', path: '/alerts' }, fault: 'status', status: 500, message }
    )
    for (const tuid of [first, second]) await install.install(labelOf(tuid), 'prfi00pikkuvarasto')
    await expect(frame.badge).toHaveAccessibleName('Queue: 1 waiting · 1 needs you')
    simulator.revokeCredentials()
    await install.scan(labelOf(roleOf(simulator, 'gateway')))
    await expect(frame.connection).toHaveAccessibleName('Connection: Signed out')
    await frame.goTo('Queue')
    const put = new QueueScreen(page).row('Put in prfi00pikkuvarasto').filter({ hasText: first })
    await put.getByRole('button', { name: 'Details' }).click()
    await expect(put.getByRole('list', { name: 'Attempts' })).toContainText('Not with Authorization')
    pages.set('the page before the crash', await allOf(page))
  })

  const killed = await test.step('a crash, and a start after it', async () => {
    await app.kill()
    const files = filesIn(app.userData)
    simulator.restoreCredentials()
    // No server goes on quoting a token of a run that is over, and nobody could tell that it is one.
    simulator.faults.clear()
    const again = await app.restart()
    await expect(new Frame(again).connection).toHaveAccessibleName('Connection: Online')
    pages.set('the page after the crash', await allOf(again))
    return files
  })
  const running = filesIn(app.userData)
  await app.close()

  const haystacks = [killed, running, filesIn(app.userData)]
  const keyring = process.env['TEST_KEYRING_FOLDER']
  if (keyring !== undefined) haystacks.push(filesIn(keyring))
  const secrets = [secret, mistyped, ...simulator.issuedTokens]
  expect(simulator.issuedTokens.length).toBeGreaterThanOrEqual(2)
  for (const haystack of [...haystacks, pages, new Map([['the output', Buffer.from(app.output)]])]) {
    expect(hits(haystack, secrets)).toEqual([])
  }

  // What may be there is found: the search is no empty one.
  const found = (text: string) => [...killed].flatMap(([name, bytes]) => (bytes.includes(text) ? [name] : []))
  expect(found(first)).toEqual(expect.arrayContaining([expect.stringContaining('installer.sqlite')]))
  expect(found(simulator.clientId)).toContain('config.json')
  expect(found('Not with Authorization')).not.toEqual([])
})

test('the search for secrets knows the forms they hide in', () => {
  const around = (text: string) => Buffer.from(`xy${text}z`)
  const hidden = [
    around(secret),
    around(JSON.stringify({ secret })),
    around(encodeURIComponent(secret)),
    ...[0, 1, 2].map((offset) => around(Buffer.from(`${'-'.repeat(offset)}${secret}--`).toString('base64'))),
    around(Buffer.from(`id:${secret}`).toString('base64url')),
    Buffer.from(secret, 'utf16le')
  ]
  for (const bytes of hidden) expect(hits(new Map([['file', bytes]]), [secret])).not.toEqual([])
  expect(hits(new Map([['file', around('S3cret')]]), [secret])).toEqual([])
})
