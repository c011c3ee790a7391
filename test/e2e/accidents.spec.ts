import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { labelOf, roleOf } from './writes.ts'

/** What loads a page anew, leaves it, prints, saves, zooms or looks into it in a browser, as a slip of the hand. */
const browserKeys = [
  'F3',
  'F5',
  'F7',
  'F11',
  'F12',
  'Control+F5',
  'Control+r',
  'Control+Shift+R',
  'Control+p',
  'Control+s',
  'Control+o',
  'Control+u',
  'Control+n',
  'Control+t',
  'Control+w',
  'Control+h',
  'Control+j',
  'Control+d',
  'Control+g',
  'Control+Equal',
  'Control+Minus',
  'Control+0',
  'Control+Shift+I',
  'Control+Shift+Delete',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
  'Alt+Home'
]

/** Drops something onto the middle of the window, as the system would. */
async function drop(session: CDPSession, page: Page, data: object): Promise<void> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  const all = { items: [], files: [], dragOperationsMask: 1, ...data }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data: all })
  }
}

test('a slip of the hand costs nothing: no key, click or drop leads away or loses what is half done', async ({
  app,
  readyPage: page,
  simulator
}) => {
  const install = new InstallScreen(page)
  const search = page.getByRole('textbox', { name: 'Search groups' })
  await install.begin(labelOf(roleOf(simulator, 'readyPresence')))
  await search.fill('pikku')
  const address = page.url()
  const expectAsBefore = async (after: string): Promise<void> => {
    await expect.soft(search, after).toHaveValue('pikku')
    expect.soft(page.url(), after).toBe(address)
    expect.soft(app.windows(), after).toHaveLength(1)
  }

  await test.step('keys', async () => {
    for (const key of browserKeys) await page.keyboard.press(key)
    await expectAsBefore('keys')
  })

  await test.step('a mouse with more buttons, and one that turns its wheel with a key held', async () => {
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -300)
    await page.keyboard.up('Control')
    await expectAsBefore('the wheel')
    expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1)
  })

  await test.step('a link, an address and a file dropped beside every place for them', async () => {
    const file = join(app.userData, 'dropped.html')
    writeFileSync(file, '<title>led astray</title>')
    const session = await page.context().newCDPSession(page)
    const uri = { mimeType: 'text/uri-list', data: `${simulator.url}/dropped` }
    await drop(session, page, { items: [uri] })
    await drop(session, page, { items: [{ mimeType: 'text/plain', data: 'javascript:document.title="led astray"' }] })
    await drop(session, page, { files: [file] })
    await expectAsBefore('dropping')
  })

  expect(await page.title()).not.toContain('led astray')
  // Not by a click, which would wait for a navigation that was refused. What was on its way has arrived before this.
  expect(await page.evaluate(() => window.installer.session.check())).toMatchObject({ ok: true })
  expect(simulator.requests.filter(({ path }) => path.includes('dropped'))).toEqual([])
  expect(await app.noted()).toEqual([])
})

test('a page that asks ten thousand things at once is answered, and the app works on', async ({
  readyPage: page,
  simulator
}) => {
  const answers = await page.evaluate(async () => {
    const asked = Array.from({ length: 10_000 }, (_, index) =>
      index % 2 === 0 ? window.installer.session.get() : window.installer.settings.get()
    )
    const said = await Promise.all(asked)
    return said.filter(({ ok }) => ok).length
  })
  expect(answers).toBe(10_000)
  const install = new InstallScreen(page)
  await install.install(labelOf(roleOf(simulator, 'readyPresence')), 'prfi00pikkuvarasto')
  await expect(install.done).toContainText('Confirmed')
})
