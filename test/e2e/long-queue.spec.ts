import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { writes } from './writes.ts'

test.use({ simulatorOptions: { site: 'demo' } })

interface Answer {
  readonly ok: boolean
  readonly value: { readonly stack: { readonly id: string } | null }
}

/** Saves actions as the steps do, only faster. */
async function capture(page: Page, intents: readonly object[]): Promise<void> {
  const ask = askThroughBridge(page)
  const { value } = (await ask('session:get')) as Answer
  expect(await ask('outbox:capture', { stackId: value.stack?.id, intents })).toMatchObject({ ok: true })
}

const command = (tuid: string, reportInterval: number) => ({
  type: 'command',
  tuid,
  commands: [{ tsmId: 1500, tsmEv: 30, parameters: { reportInterval } }]
})

const commandTitle = (seconds: number): string => `Send command: Reporting intervals (Report interval ${seconds} s)`

test('a long queue is shown by the page, by search and by thing, and keeps its place', async ({
  app,
  readyPage: page,
  simulator
}) => {
  const frame = new Frame(page)
  const queue = new QueueScreen(page)
  const [first = '', second = ''] = simulator.tuids
  await expect(frame.connection).toHaveAccessibleName('Connection: Online')
  await simulator.refuseConnections()
  await capture(page, [
    ...Array.from({ length: 118 }, (_, index) => command(first, 60 + index)),
    command(second, 300),
    { type: 'group_create', groupId: 'prfi00longlist', description: null }
  ])
  await expect(frame.badge).toHaveAccessibleName('Queue: 120 waiting')

  await test.step('a page at a time, and the place is kept', async () => {
    await frame.goTo('Queue')
    await expect(queue.filter('Open')).toHaveText(/Open\s120/)
    await expect(queue.rows).toHaveCount(50)
    await page.getByRole('button', { name: 'Go to page 3' }).click()
    await expect(queue.rows).toHaveCount(20)
    await frame.goTo('Install')
    await frame.goTo('Queue')
    await expect(queue.rows).toHaveCount(20)
    await expect(queue.row(commandTitle(60))).toBeVisible()
  })

  await test.step('a search is counted in every filter', async () => {
    await queue.search.fill('longlist')
    await expect(queue.rows).toHaveCount(1)
    await expect(queue.filter('All')).toHaveText(/All\s1/)
    await expect(queue.filter('Done')).toHaveText(/Done\s0/)
    await queue.search.fill('')
  })

  await test.step('by thing, each says what waits, and unfolds', async () => {
    await queue.byThing.click()
    await expect(queue.things.getByRole('heading', { level: 2 })).toHaveText(['Group prfi00longlist', second, first])
    await expect(queue.thing(first)).toContainText('118 waiting')
    await queue.thing(first).getByRole('button', { name: 'Show its 118 actions' }).click()
    await expect(queue.thing(first).getByRole('heading', { level: 3 })).toHaveCount(20)
    await queue.thing(first).getByRole('button', { name: 'Show all 118 in the list' }).click()
    await expect(queue.rows).toHaveCount(50)
    await expect(queue.search).toHaveValue(first)
    await queue.search.fill('')
    await queue.byThing.click()
    await expect(queue.things).toBeVisible()
  })

  await test.step('which is remembered', async () => {
    const again = await app.restart()
    await new Frame(again).goTo('Queue')
    await expect(new QueueScreen(again).things).toBeVisible()
  })
})

test('a long drain says how far it is and what is on its way, and can be stopped', async ({
  readyPage: page,
  simulator
}) => {
  const frame = new Frame(page)
  const queue = new QueueScreen(page)
  const inFlight = page.getByRole('list', { name: 'On its way now:' }).getByRole('listitem')
  const things = simulator.tuids.slice(0, 20)
  await expect(frame.connection).toHaveAccessibleName('Connection: Online')
  simulator.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'hang', ms: 60_000, times: 3 })
  await capture(
    page,
    things.map((tuid) => command(tuid, 600))
  )
  await frame.goTo('Queue')
  await expect(queue.progress).toContainText('17 of 20 sent')
  await expect(inFlight).toHaveCount(3)
  await expect(inFlight.first()).toContainText(commandTitle(600))
  await queue.progress.getByRole('button', { name: 'Stop sending' }).click()
  await expect(page.getByText('Sending is stopped.')).toBeVisible()
  await capture(
    page,
    things.map((tuid) => command(tuid, 900))
  )
  await expect(queue.progress).toContainText('17 of 40 sent')
  await expect(frame.badge).toHaveAccessibleName('Queue: 23 waiting · sending stopped')
  expect(writes(simulator)).toHaveLength(17)
  await page.getByRole('button', { name: 'Go on sending' }).click()
  await expect(queue.progress).toContainText('34 of 40 sent')
  expect(writes(simulator)).toHaveLength(34)
})

test('one choice settles all that are alike', async ({ readyPage: page, simulator }) => {
  const frame = new Frame(page)
  const queue = new QueueScreen(page)
  const things = simulator.tuids.slice(0, 4)
  await expect(frame.connection).toHaveAccessibleName('Connection: Online')
  simulator.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'status', status: 400, times: 4 })
  await capture(
    page,
    things.map((tuid) => command(tuid, 600))
  )
  await expect(frame.badge).toHaveAccessibleName('Queue: 4 need you')
  await frame.goTo('Queue')
  await queue.rows.first().getByRole('button', { name: 'Send again' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('checkbox', { name: /^The same for 3 other things/ }).check()
  await dialog.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing waits' })).toBeVisible()
  expect(writes(simulator).toSorted()).toEqual(things.map((tuid) => `send ${tuid} 1500`).toSorted())
})

test('the whole queue can be saved as a file, without secrets', async ({ app, readyPage: page, simulator }) => {
  test.skip(app.kind === 'electron', 'where a file goes is asked in a dialog of the system, which no spec can answer')
  const frame = new Frame(page)
  const queue = new QueueScreen(page)
  const [tuid = ''] = simulator.tuids
  await expect(frame.connection).toHaveAccessibleName('Connection: Online')
  simulator.faults.add({
    match: { method: 'POST', path: '/commands' },
    fault: 'status',
    status: 400,
    message: '=HYPERLINK("https://evil.example")',
    times: 1
  })
  await capture(page, [command(tuid, 60)])
  await expect(frame.badge).toHaveAccessibleName('Queue: 1 needs you')
  await simulator.refuseConnections()
  await capture(
    page,
    Array.from({ length: 449 }, (_, index) => command(tuid, 61 + index))
  )
  await frame.goTo('Queue')

  const save = async (deed: string): Promise<{ name: string; text: string }> => {
    const download = page.waitForEvent('download')
    await queue.choose(deed)
    const file = await download
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
  }
  const json = await save('Save with every attempt (JSON)')
  expect(json.name).toMatch(/^queue-Demo-\d{4}-\d\d-\d\d-\d{4}\.json$/)
  const rows = JSON.parse(json.text) as { attempts: object[] }[]
  expect(rows).toHaveLength(450)
  expect(rows[0]?.attempts).toMatchObject([{ outcome: 'refused', httpStatus: 400 }])

  // Whatever is shown: always all of it, also from an empty page.
  await queue.filter('Done').click()
  await expect(page.getByRole('heading', { name: 'Nothing done yet' })).toBeVisible()
  const table = await save('Save as a table (CSV)')
  expect(table.name).toMatch(/\.csv$/)
  expect(table.text.codePointAt(0)).toBe(0xfeff)
  const lines = table.text.trimEnd().split('\r\n')
  expect(lines).toHaveLength(451)
  expect(lines[1]).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
  for (const secret of [simulator.clientSecret, simulator.clientId]) {
    expect(json.text + table.text).not.toContain(secret)
  }
})
