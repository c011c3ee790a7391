import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { overflowOf } from './overflow.ts'
import { Frame } from './screens/frame.ts'
import { ThingScreen } from './screens/thing-screen.ts'
import { ThingsScreen } from './screens/things-screen.ts'
import { roleOf } from './writes.ts'
import type { Simulator } from '../simulator/simulator.ts'

test.use({ simulatorOptions: { site: 'demo' } })

/** The messages of a thing, on its page. */
class MessagesScreen {
  readonly #page: Page
  readonly part: Locator
  readonly rows: Locator
  readonly charts: Locator
  readonly figures: Locator

  constructor(page: Page) {
    this.#page = page
    this.part = new ThingScreen(page).part('Messages')
    this.rows = this.part.getByRole('list', { name: 'Messages, newest first' }).locator(':scope > li')
    this.charts = this.part.getByRole('img', { name: /^Chart of/ })
    this.figures = this.part.getByRole('table', { name: 'In figures' }).locator('tbody tr')
  }

  async open(tuid: string): Promise<void> {
    const things = new ThingsScreen(this.#page)
    await things.open()
    await things.search.fill(tuid)
    await things.search.press('Enter')
    await new ThingScreen(this.#page).open('Messages')
  }

  button(name: string): Locator {
    return this.#page.getByRole('main').getByRole('button', { name, exact: true })
  }

  /** Picks one by its name or number, as somebody who types does. */
  async choose(field: string, typed: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: field }).fill(typed)
    await this.#page.getByRole('option', { name: typed }).first().click()
    await this.#closeMenu()
  }

  async clear(field: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Clear ${field}` }).click()
    await this.#closeMenu()
  }

  /** Until it is gone, it takes the focus back. */
  async #closeMenu(): Promise<void> {
    await this.#page.keyboard.press('Escape')
    await expect(this.#page.getByRole('listbox')).toHaveCount(0)
  }

  /** A select opens wherever it is pressed. */
  async atMost(words: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: 'At most' }).press('ArrowDown')
    await this.#page.getByRole('option', { name: words }).click()
  }
}

/** What was asked about messages last, but for those about signals. */
function lastQuestion({ requests }: Simulator, tuid: string): URLSearchParams {
  const asked = requests.filter(({ path }) => path.startsWith(`/things/${tuid}/messages`))
  const queries = asked.map(({ path }) => new URLSearchParams(path.split('?')[1]))
  return queries.findLast((query) => query.get('messageid') !== '1202,1211') ?? new URLSearchParams()
}

test('messages are chosen, read, drawn and taken along', async ({ app, readyPage: page, simulator }) => {
  const tuid = roleOf(simulator, 'environment')
  const messages = new MessagesScreen(page)
  const question = () => lastQuestion(simulator, tuid)
  simulator.world.addMessage(tuid, { tsmId: 12_100, tsmEv: 9, temp: 31.5, humd: 40, airp: 101_000, lght: 7 })

  await test.step('the newest come first, with names and units', async () => {
    await messages.open(tuid)
    await expect(messages.part).toContainText('500 messages, ')
    await expect(messages.part).toContainText('These are the newest 500. There may be older ones')
    await expect(messages.rows.first()).toContainText(/Environment\s*12100\s*threshold crossed \(9\)/)
    await expect(messages.rows.first()).toContainText(/Temperature\s*31.5 °C\s*Humidity\s*40 %\s*Air pressure/)
  })

  await test.step('several are drawn at once, and told in figures', async () => {
    await expect(messages.charts).toHaveAccessibleName(/^Chart of Temperature, °C; Humidity, %; Air pressure, Pa;/)
    await expect(messages.charts.locator('canvas')).toBeVisible()
    await expect(messages.figures.first()).toContainText(/Temperature\s*31.5 °C/)
    await messages.button('Humidity').click()
    await messages.button('Signal').click()
    await expect(messages.charts).toHaveAccessibleName(/^Chart of Temperature, °C; Air pressure, Pa; Signal, dBm;/)
    await expect(messages.figures).toHaveCount(3)
  })

  await test.step('less of the time is shown on demand', async () => {
    await expect(messages.button('Later')).toBeDisabled()
    await messages.button('Show less of the time').click()
    await messages.button('Later').click()
    await expect(messages.button('Later')).toBeDisabled()
    await messages.button('Show all of the time').click()
    await expect(messages.button('Show more of the time')).toBeDisabled()
  })

  await test.step('a message is there as the server wrote it', async () => {
    await messages.rows.first().getByRole('button', { name: 'Raw message', exact: true }).click()
    await expect(messages.rows.first().locator('pre')).toContainText('"temp": 31.5')
    await messages.rows.first().getByRole('button', { name: 'Copy the raw message' }).click()
    await expect(messages.rows.first()).toContainText('Copied')
  })

  await test.step('a range, kinds and events are asked of the server', async () => {
    await messages.button('Last hour').click()
    await expect.poll(() => Number(question().get('from'))).toBeGreaterThan(Date.now() / 1000 - 3700)
    await messages.button('Week').click()
    await expect.poll(() => Number(question().get('from'))).toBeLessThan(Date.now() / 1000 - 7 * 86_400 + 60)
    await messages.choose('Kinds of message', 'Battery')
    await expect.poll(() => question().get('messageid')).toBe('1110')
    await expect(messages.rows.first()).toContainText(/Battery\s*1110/)
    await messages.choose('Kinds of message', '1202')
    await expect.poll(() => question().get('messageid')).toBe('1110,1202')
    await messages.clear('Kinds of message')
    await messages.choose('Events', 'threshold')
    await expect.poll(() => question().get('eventid')).toBe('9')
    await expect(messages.rows).toHaveCount(1)
    await expect(messages.part).toContainText(/1 message, \d/)
  })

  await test.step('what fits nothing says what to do', async () => {
    await messages.choose('Kinds of message', '17110')
    await expect(page.getByRole('heading', { name: 'No messages here' })).toBeVisible()
    await messages.clear('Kinds of message')
    await messages.clear('Events')
  })

  await test.step('an own range waits until it is one', async () => {
    await messages.button('Own range').click()
    await expect(page.getByText('Choose a beginning, an end, or both.')).toBeVisible()
    await page.getByLabel('From', { exact: true }).fill('2026-01-02T10:00')
    await page.getByLabel('To', { exact: true }).fill('2026-01-01T10:00')
    await expect(page.getByText('This range ends before it begins.')).toBeVisible()
    await page.getByLabel('To', { exact: true }).fill('2026-01-02T10:30')
    await expect.poll(() => question().get('to')).toBe(String(new Date(2026, 0, 2, 10, 31).getTime() / 1000))
    await messages.button('Newest').click()
  })

  await test.step('they are saved as a table', async () => {
    const downloading = page.waitForEvent('download')
    await messages.button('Save as CSV').click()
    const file = await downloading
    expect(file.suggestedFilename()).toMatch(new RegExp(`^messages-${tuid}-[-0-9]+\\.csv$`))
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
    expect(lines).toHaveLength(501)
    expect(lines[0]).toContain('temp [°C],humd [%],airp [Pa],lght [lx]')
    expect(lines[1]).toContain(',12100,Environment,9,threshold crossed,')
    await expect(messages.part).toContainText(/messages-.*\.csv was saved\./)
  })
  expect(app.complaints).toEqual([])
})

test('however many there are and whatever is in them, they are shown', async ({ app, readyPage: page, simulator }) => {
  const tuid = roleOf(simulator, 'air')
  const messages = new MessagesScreen(page)
  const start = Math.floor(Date.now() / 1000) - 100
  const answer = (data: unknown[]) =>
    simulator.faults.add({
      match: { path: `/things/${tuid}/messages` },
      fault: 'wrong-shape',
      body: JSON.stringify({ data })
    })
  const usual = (index: number) => ({
    tsmId: 12_100,
    tsmEv: 10,
    tsmTs: start - index * 60,
    tsmTuid: tuid,
    temp: index % 30
  })

  await test.step('10,000 of them are a few rows at a time', async () => {
    answer(Array.from({ length: 10_000 }, (_, index) => usual(index)))
    await messages.open(tuid)
    await messages.atMost('10,000 messages')
    await expect(messages.part).toContainText('10,000 messages, ')
    expect(await messages.rows.count()).toBeLessThan(60)
    await page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))
    await expect(messages.rows.last()).toHaveAttribute('aria-posinset', '10000')
    await expect(messages.rows.last()).toBeInViewport()
    expect(await messages.rows.count()).toBeLessThan(60)
    await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0))
    await expect(messages.rows.first()).toHaveAttribute('aria-posinset', '1')
    simulator.faults.clear()
  })

  await test.step('nonsense among them is marked, and hides nothing', async () => {
    const endless = 'W'.repeat(240)
    answer([
      'nonsense',
      { tsmId: 'x', tsmTs: start },
      { tsmId: 1110, tsmTs: 'never' },
      { ...usual(3), temp: 'warm', humd: '41.5', airp: { hidden: [true] } },
      usual(1),
      usual(1),
      { ...usual(2), tsmTs: (start - 120) * 1000 + 500 },
      { tsmId: 99_999, tsmEv: 77, tsmTs: start + 0.25, [endless]: endless, constructor: 1, list: [1, 2] },
      { tsmId: 12_100, tsmEv: null, tsmTs: start + 40 * 86_400, temp: 22 }
    ])
    await messages.button('Read messages again').click()
    await expect(messages.part).toContainText('3 messages could not be read.')
    await expect(messages.part).toContainText('1 message has values that are not what they should be')
    await expect(messages.part).toContainText('1 message whose time is still to come is not drawn.')
    await expect(messages.rows).toHaveCount(5)
    await expect(messages.rows.nth(1)).toContainText(/Message 99999.*event 77.*\[1,2\]/s)
    await expect(messages.rows.last()).toContainText(/Temperature\s*warm/)
    await expect(messages.rows.last().getByRole('img', { name: 'not what it should be' })).toHaveCount(3)
    expect(Math.max(...(await overflowOf(page)))).toBe(0)
    simulator.faults.clear()
  })

  await test.step('200,000, twice and in no order, are cut to what was asked for', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => usual((index * 7919) % 100_000))
    answer([...many, ...many])
    await messages.button('Read messages again').click()
    await expect(messages.part).toContainText('These are the newest 10,000.', { timeout: 30_000 })
    await expect(messages.rows.first()).toContainText(/Temperature\s*0 °C/)
    await new Frame(page).goTo('Queue')
  })
  expect(app.complaints).toEqual([])
})

test('without a connection there is what was read before, and it can be chosen from', async ({
  app,
  readyPage,
  simulator
}) => {
  const [known, strange] = [roleOf(simulator, 'presence'), roleOf(simulator, 'air')]
  await new MessagesScreen(readyPage).open(known)
  await expect(new MessagesScreen(readyPage).part).toContainText('500 messages, ')
  await simulator.refuseConnections()
  const page = await app.restart()
  const messages = new MessagesScreen(page)

  await test.step('the newest, with their age', async () => {
    await messages.open(known)
    await expect(messages.part).toContainText(/as of \d\d[:.]\d\d/)
    await expect(messages.part).toContainText('50 messages, ')
    await expect(messages.charts.locator('canvas')).toBeVisible()
  })

  await test.step('a choice among them', async () => {
    await messages.choose('Kinds of message', 'Movement')
    await expect(messages.part).toContainText('only the newest 50 messages of this laptop can be chosen from')
    await expect(messages.rows.first()).toContainText(/Movement\s*13100/)
    await messages.clear('Kinds of message')
    await messages.choose('Kinds of message', '17110')
    await expect(page.getByText('None of the messages kept on this laptop fits.')).toBeVisible()
    await messages.clear('Kinds of message')
  })

  await test.step('nothing of a thing never met, and why', async () => {
    await messages.open(strange)
    await expect(page.getByText(`Nothing is known of ${strange} here.`)).toBeVisible()
    await expect(messages.part).toContainText('Not known')
  })

  await test.step('with the connection back, it fills itself', async () => {
    await simulator.acceptConnections()
    await new Frame(page).checkConnection()
    await expect(messages.part).toContainText('500 messages, ')
  })
})
