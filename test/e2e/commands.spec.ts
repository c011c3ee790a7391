import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { ThingScreen } from './screens/thing-screen.ts'
import { ThingsScreen } from './screens/things-screen.ts'
import { commands, labelOf, roleOf, writes } from './writes.ts'

test.use({ simulatorOptions: { site: 'demo' } })

/** The answer of the thing is looked for after ten seconds, and then at a pace that eases off. */
const untilAnswered = { timeout: 60_000 }

/** A lost connection is looked for every ten seconds at the latest while something waits. */
const untilReconnected = { timeout: 25_000 }

/** The commands of a thing, on its page. */
class CommandsScreen {
  readonly #page: Page
  readonly #thing: ThingScreen
  readonly history: Locator
  readonly here: Locator

  constructor(page: Page) {
    this.#page = page
    this.#thing = new ThingScreen(page)
    this.history = this.#thing.part('Command history')
    this.here = this.#thing.part('From this laptop, not in the server’s history yet')
  }

  rows(part: Locator): Locator {
    return part.locator('[data-command]')
  }

  async open(tuid: string): Promise<void> {
    const things = new ThingsScreen(this.#page)
    await things.open()
    await things.search.fill(tuid)
    await things.search.press('Enter')
    await this.#thing.open('Commands')
  }

  async send(form: string, field: string, value: string): Promise<void> {
    await this.#thing.button('Send a command').click()
    await this.#page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${form}`) })
      .click()
    await this.#page.getByRole('textbox', { name: field }).fill(value)
    await this.#thing.button('Save command').click()
  }
}

test('commands are told, sent, and answered on the page of a thing', async ({ readyPage: page, simulator }) => {
  const tuid = roleOf(simulator, 'presence')
  const screen = new CommandsScreen(page)
  const rows = screen.rows(screen.history)
  simulator.world.setEcho(tuid, { mode: 'clamped', afterMs: 0 })

  await test.step('what others sent, and what the thing made of it', async () => {
    await screen.open(tuid)
    await expect(rows).toHaveCount(2)
    await expect(rows.first()).toContainText(/Presence detection\s*13200/)
    await expect(rows.first()).toContainText('by aino.lehto@nordlys.example')
    await expect(rows.first()).toContainText(/Detection threshold\s*40/)
    await expect(rows.first()).toContainText('Detection threshold: 40 was asked for, 60 applied.')
    await expect(rows.last()).toContainText('The thing answered')
  })

  await test.step('one of ours, from the form to the answer', async () => {
    await screen.send('Presence detection', 'Detection threshold', '100')
    await expect(rows).toHaveCount(3)
    await expect(rows.first()).toContainText(/from this laptop.*by .*Detection threshold\s*100/s)
    await expect(rows.first()).toContainText(/Confirmed \d/)
    await expect(rows.first()).toContainText('Detection threshold: you asked for 100, it applied 200.', untilAnswered)
    await expect(screen.here).toHaveCount(0)
    expect(writes(simulator)).toEqual([`send ${tuid} 13200`])
  })
})

test('commands wait without a signal, and nothing is claimed of their answers', async ({
  app,
  readyPage,
  simulator
}) => {
  const tuid = roleOf(simulator, 'presence')
  let screen = new CommandsScreen(readyPage)
  await screen.open(tuid)
  await expect(screen.rows(screen.history)).toHaveCount(2)

  await test.step('one is saved without a signal', async () => {
    await simulator.refuseConnections()
    await screen.send('Reporting intervals', 'Report interval (seconds)', '120')
    await expect(screen.rows(screen.here)).toContainText(/saved .*Report interval\s*120 s\s*Saved here, will be sent/s)
  })

  await test.step('it is still there after a restart, beside what was seen before', async () => {
    const page = await app.restart()
    screen = new CommandsScreen(page)
    await screen.open(tuid)
    await expect(screen.history).toContainText(/as of \d\d:\d\d/)
    await expect(screen.rows(screen.here)).toContainText('Saved here, will be sent')
    await expect(screen.rows(screen.history)).toHaveCount(2)
    await expect(screen.rows(screen.history).last()).toContainText('Whether the thing has answered is not known')
    expect(commands(simulator)).toEqual([])
    const frame = new Frame(page)
    await simulator.acceptConnections()
    await expect(frame.connection).toHaveAccessibleName(/Online/, untilReconnected)
  })

  await test.step('it is sent once, and takes its place in the history', async () => {
    await expect(screen.rows(screen.history)).toHaveCount(3, untilReconnected)
    await expect(screen.rows(screen.history).first()).toContainText(/Report interval\s*120 s.*Confirmed \d/s)
    await expect(screen.here).toHaveCount(0)
    expect(commands(simulator)).toMatchObject([{ tsmId: 1500, reportInterval: 120 }])
  })
})

test.describe('a command is answered while nobody looks', () => {
  test.use({ simulatorOptions: { site: 'small', echo: { mode: 'never' } } })

  test('after a restart, and what the thing applied is known without a connection', async ({
    app,
    readyPage,
    simulator
  }) => {
    test.setTimeout(180_000)
    const tuid = roleOf(simulator, 'readyPresence')
    await test.step('it is sent in the install step, which is left', async () => {
      const install = new InstallScreen(readyPage)
      await install.install(labelOf(tuid), 'prfi00pikkuvarasto')
      await install.commandForm('Presence detection').click()
      await readyPage.getByRole('textbox', { name: 'Detection threshold' }).fill('100')
      await install.button('Save command').click()
      await expect(install.step('Command')).toContainText(/Detection threshold 100.*Confirmed/s)
      await install.button('Go on').click()
      await expect(install.step('Verify')).toBeVisible()
    })

    const page = await app.restart()
    const banner = page.getByRole('main').getByRole('status').filter({ hasText: 'differs from what you asked for' })
    await test.step('the thing answers, and that it applied another value is told on any page', async () => {
      await new Frame(page).goTo('Settings')
      await expect(banner).toHaveCount(0)
      const [sent] = commands(simulator)
      simulator.world.addMessage(tuid, {
        tsmId: 13_200,
        tsmEv: 31,
        threshold: 200,
        transactionId: sent?.['transactionId']
      })
      await expect(banner).toContainText('Presence detection', untilAnswered)
      // No page of the thing has asked for it.
      expect(simulator.requests.filter(({ path }) => path.endsWith(`/${tuid}/commands`))).toMatchObject([
        { method: 'POST' }
      ])
    })

    await test.step('it is there on the page of the thing, though the signal is gone', async () => {
      await simulator.refuseConnections()
      await banner.getByRole('link').click()
      const command = page.locator('[data-command]')
      await expect(command).toContainText(/Detection threshold\s*100/)
      await expect(command).toContainText('Detection threshold: you asked for 100, it applied 200.')
      await expect(banner).toHaveCount(0)
    })
    expect(writes(simulator).filter((write) => write.startsWith('send'))).toEqual([`send ${tuid} 13200`])
  })
})
