import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { VisitScreen } from './screens/visit-screen.ts'
import { roleOf } from './writes.ts'

const store = 'prfi00pikkuvarasto'

interface Saved {
  readonly name: string
  readonly content: Buffer
}

async function save(page: Page, format: string): Promise<Saved> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: format }).check()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Make and save' }).click()
  const file = await downloading
  const name = file.suggestedFilename()
  await expect(dialog.getByText(`Made: ${name}`)).toBeVisible()
  return { name, content: readFileSync(await file.path()) }
}

test('a visit is saved as PDF, CSV and JSON, without a connection', async ({ readyPage: page, simulator }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text())
  })
  const screen = new VisitScreen(page)
  const [ready, waiting] = [roleOf(simulator, 'readyPresence'), roleOf(simulator, 'readyEnvironment')]
  await screen.start('Harbour house', 'Aino')
  await screen.choose(store)
  await screen.scan(ready)
  await expect(screen.thing(ready)).toContainText('Confirmed')
  await simulator.refuseConnections()
  await screen.scan(waiting)
  await expect(screen.thing(waiting)).toContainText('Saved here, will be sent')

  await screen.button('Report').click()
  const pdf = await save(page, 'PDF, to print or to send')
  expect(pdf.name).toMatch(/^visit-Harbour-house-\d{4}-\d\d-\d\d-\d{4}\.pdf$/)
  expect(pdf.content.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  // Both kinds of letters are in it, so that it looks the same on any machine.
  expect(pdf.content.toString('latin1').match(/FontFile2/g)?.length).toBeGreaterThanOrEqual(2)

  const csv = (await save(page, 'CSV, for spreadsheets')).content.toString('utf8')
  const rows = csv.trimEnd().split('\r\n')
  expect(rows).toHaveLength(5)
  expect(rows.filter((row) => row.includes(ready) && row.includes('confirmed'))).toHaveLength(2)
  expect(rows.filter((row) => row.includes(waiting) && row.includes('not_sent'))).toHaveLength(2)

  const json = (await save(page, 'JSON, complete, for other systems')).content.toString('utf8')
  expect(JSON.parse(json)).toMatchObject({
    format: 'visit-report',
    visit: { site: 'Harbour house', installer: 'Aino' },
    things: [
      { tuid: ready, result: { kind: 'confirmed' } },
      { tuid: waiting, result: { kind: 'not_sent' } }
    ]
  })
  for (const secret of [simulator.clientSecret, simulator.clientId]) expect(csv + json).not.toContain(secret)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(screen.button('Report')).toBeFocused()
  expect(refused).toEqual([])
})
