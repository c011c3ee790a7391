import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { expect, test } from './fixtures.ts'
import { allOf, filesIn, hits } from './haystack.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { StackForm } from './screens/stack-form.ts'
import { VisitScreen } from './screens/visit-screen.ts'
import { labelOf, roleOf } from './writes.ts'

const secret = 'kanarie-"S3cret"/of+Nordlys & söner'
const mistyped = 'kanarie-mistyped-secret-of-a-technician'
const password = 'kanarie-password-in-an-address'
const store = 'prfi00pikkuvarasto'

test.use({ simulatorOptions: { site: 'small', clientSecret: secret } })

/** What a click saves, as it lies on disk; of a zip, what is in it. */
async function saved(page: Page, click: () => Promise<void>): Promise<[string, Buffer][]> {
  const downloading = page.waitForEvent('download')
  await click()
  const file = await downloading
  const [name, bytes] = [file.suggestedFilename(), readFileSync(await file.path())]
  if (!name.endsWith('.zip')) return [[name, bytes]]
  return Object.entries(unzipSync(bytes)).map(([inside, content]) => [`${name}/${inside}`, Buffer.from(content)])
}

const dialogButton = (page: Page, name: string): Locator =>
  page.getByRole('dialog').getByRole('button', { name, exact: true })

/** Where else a program may leave something: the temporary folder and a home of this app alone. */
let elsewhere = ''
test.beforeEach(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'else-'))
  for (const name of ['temp', 'home']) mkdirSync(join(elsewhere, name))
})
test.afterEach(() => rmSync(elsewhere, { recursive: true, force: true }))

function environment(): Record<string, string> {
  const [temp, home] = [join(elsewhere, 'temp'), join(elsewhere, 'home')]
  const temporary = { TMPDIR: temp, TMP: temp, TEMP: temp }
  // On other systems the keychain is found by way of the home.
  if (process.platform !== 'linux') return temporary
  const folders = {
    XDG_CACHE_HOME: '.cache',
    XDG_CONFIG_HOME: '.config',
    XDG_DATA_HOME: '.local',
    XDG_STATE_HOME: '.st'
  }
  const places = Object.entries(folders).map(([name, folder]): [string, string] => [name, join(home, folder)])
  // A report of Node's about its own end would hold what was in memory; nobody has asked for one.
  return { ...temporary, HOME: home, NODE_REPORT_DIRECTORY: temp, ...Object.fromEntries(places) }
}

test('a secret that is typed, given or quoted anywhere is in no file the app ever wrote', async ({
  launchApp,
  simulator
}) => {
  const app = await launchApp({ environment: environment() })
  test.skip(app.kind === 'electron', 'where a file goes is asked in a dialog of the system, which no spec can answer')
  let page = await app.firstWindow()
  const written = (): [string, Buffer][] => [...filesIn(app.userData), ...filesIn(elsewhere)]
  const form = new StackForm(page)
  const install = new InstallScreen(page)
  const frame = new Frame(page)
  const files = new Map<string, Buffer>()
  const [first, second] = [roleOf(simulator, 'readyPresence'), roleOf(simulator, 'readyEnvironment')]

  await test.step('typed in, right and wrong, also into the address', async () => {
    const { url, clientId } = simulator
    const withPassword = url.replace('http://', `http://${clientId}:${password}@`)
    await form.submit({ name: 'Nordlys', url: withPassword, clientId, secret: mistyped })
    await expect(page.getByText('This is not a web address')).toBeVisible()
    await form.submit({ url })
    await expect(page.getByText('The server does not accept this client ID and secret').first()).toBeVisible()
    await form.submit({ secret })
    await expect(frame.connection).toHaveAccessibleName('Connection: Online')
  })

  await test.step('quoted by the server, in its words and in its headers', async () => {
    const [token = 'none'] = simulator.issuedTokens.slice(-1)
    const message = `Bad header Authorization=Bearer ${token}, body {"client_secret":${JSON.stringify(secret)}}`
    const headers = {
      'www-authenticate': `Bearer ${token}`,
      location: `/${encodeURIComponent(token)}`,
      'set-cookie': token
    }
    simulator.faults.add(
      { match: { method: 'POST', path: `${first}/group` }, fault: 'status', status: 400, message, headers, times: 1 },
      {
        match: { method: 'POST', path: `${first}/installations` },
        fault: 'status',
        status: 302,
        message,
        headers,
        times: 1
      },
      { match: { method: 'GET', path: '/alerts' }, fault: 'status', status: 500, message, headers }
    )
    await install.install(labelOf(first), store)
    await expect(frame.badge).toHaveAccessibleName(/needs you/)
    simulator.revokeCredentials()
    await install.scan(labelOf(roleOf(simulator, 'gateway')))
    await expect(frame.connection).toHaveAccessibleName('Connection: Signed out')
  })

  await test.step('in the middle of a crash, and after it', async () => {
    await app.kill()
    for (const [name, bytes] of written()) files.set(`after the crash: ${name}`, bytes)
    simulator.restoreCredentials()
    simulator.faults.clear()
    page = await app.restart()
    await expect(new Frame(page).connection).toHaveAccessibleName('Connection: Online')
  })

  await test.step('in the report of a visit', async () => {
    const visit = new VisitScreen(page)
    await visit.start('Harbour house', 'Aino')
    await new Frame(page).goTo('Install')
    const installing = new InstallScreen(page)
    await installing.install(labelOf(second), store)
    await expect(installing.done).toContainText('Confirmed')
    await simulator.refuseConnections()
    await new Frame(page).goTo('Visits')
    await page.getByRole('main').getByRole('link', { name: 'Harbour house', exact: true }).click()
    await expect(visit.thing(second)).toContainText('Confirmed')
    await visit.button('Report').click()
    for (const kind of ['CSV, for spreadsheets', 'JSON, complete, for other systems']) {
      await page.getByRole('dialog').getByRole('radio', { name: kind }).check()
      for (const [name, bytes] of await saved(page, () => dialogButton(page, 'Make and save').click())) {
        files.set(name, bytes)
      }
    }
    await dialogButton(page, 'Close').click()
  })

  await test.step('in the exports of the queue', async () => {
    await new Frame(page).goTo('Queue')
    const queue = new QueueScreen(page)
    for (const deed of ['Save with every attempt (JSON)', 'Save as a table (CSV)']) {
      for (const [name, bytes] of await saved(page, () => queue.choose(deed))) files.set(name, bytes)
    }
  })

  await test.step('in the diagnostics, which are looked at first', async () => {
    await new Frame(page).goTo('Settings')
    await page
      .getByRole('region', { name: 'Help from support' })
      .getByRole('button', { name: 'Export diagnostics' })
      .click()
    const list = page.getByRole('dialog').getByRole('list', { name: 'What goes into the file' })
    await expect(list.getByRole('listitem')).toHaveCount(6)
    await list.getByText('main.log', { exact: true }).click()
    await expect(list.getByRole('region', { name: 'main.log' })).toContainText('a call did not succeed')
    const all = await saved(page, () => dialogButton(page, 'Save the file').click())
    expect(all.map(([name]) => name.split('/')[1]).toSorted()).toEqual([
      'README.txt',
      'app-settings.json',
      'main.log',
      'queue-1-Nordlys.json',
      'stacks.json',
      'versions.json'
    ])
    for (const [name, bytes] of all) files.set(name, bytes)
    await page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /With the queue/ })
      .uncheck()
    const fewer = await saved(page, () => dialogButton(page, 'Save the file').click())
    expect(fewer.map(([name]) => name).filter((name) => name.includes('queue'))).toEqual([])
    files.set('the page', await allOf(page))
  })

  for (const [name, bytes] of written()) files.set(`running: ${name}`, bytes)
  expect(await app.evaluate(({ app: electronApp }) => electronApp.getPath('temp'))).toBe(join(elsewhere, 'temp'))
  await app.close()
  for (const [name, bytes] of written()) files.set(`closed: ${name}`, bytes)
  const keyring = process.env['TEST_KEYRING_FOLDER']
  for (const [name, bytes] of keyring === undefined ? [] : filesIn(keyring)) files.set(`keyring: ${name}`, bytes)
  files.set('what it printed', Buffer.from(app.output))

  expect(simulator.issuedTokens.length).toBeGreaterThanOrEqual(2)
  const canaries = [secret, mistyped, password, ...simulator.issuedTokens]
  expect(hits(files, canaries)).toEqual([])

  // The search is no empty one: what may be there is found, and so is what is planted.
  expect(hits(files, [first]).join()).toMatch(/installer\.sqlite.*queue-1-Nordlys\.json/)
  expect([...files.keys()].filter((name) => name.includes('installer.sqlite-wal'))).not.toEqual([])
  appendFileSync(join(app.userData, 'logs/main.log'), Buffer.from(`id:${password}`).toString('base64'))
  writeFileSync(join(elsewhere, 'temp/left.dmp'), Buffer.from(mistyped, 'utf16le'))
  expect(hits(new Map(written()), canaries)).toEqual([
    `secret 2 in ${join('logs', 'main.log')}`,
    `secret 1 in ${join('temp', 'left.dmp')}`
  ])
})
