import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { ThingScreen } from './screens/thing-screen.ts'
import { VisitScreen } from './screens/visit-screen.ts'
import { roleOf, writes } from './writes.ts'

const office = 'prfi00pikkutoimisto'

/** What happened to one thing, in order. */
function writesOn(all: readonly string[], tuid: string): string[] {
  return all.filter((write) => write.includes(tuid))
}

/** By keys alone, from wherever one is. */
async function openReplace(page: Page): Promise<void> {
  const search = await new Frame(page).openSearch()
  await search.fill('Replace')
  await page.getByRole('dialog', { name: 'Search everywhere' }).getByText('Replace', { exact: true }).waitFor()
  await search.press('Enter')
  // Behind a dialog no scan is taken, also while it goes.
  await search.waitFor({ state: 'hidden' })
  await page.getByRole('heading', { name: 'Replace', level: 1 }).waitFor()
}

test('a thing is replaced with two scans and a key, and stands in the visit', async ({
  readyPage: page,
  simulator
}) => {
  const visit = new VisitScreen(page)
  const [old, fresh] = [roleOf(simulator, 'presence'), roleOf(simulator, 'readyPresence')]
  await visit.start('Harbour house', 'Aino')
  await visit.button('Other work').click()
  await page.getByRole('menuitem', { name: 'Replace' }).click()
  await page.getByRole('menuitem', { name: 'Replace' }).waitFor({ state: 'hidden' })

  await expect(page.getByRole('heading', { name: '1. Scan the old one' })).toBeVisible()
  await visit.scan(old)
  await expect(page.getByRole('group', { name: 'Old one' })).toContainText(office)
  await visit.scan(fresh)
  await expect(page.getByRole('group', { name: 'New one' }).getByText('New', { exact: true })).toBeVisible()
  await expect(page.getByRole('list', { name: 'This will be saved' }).getByRole('listitem')).toHaveCount(4)
  expect(writes(simulator)).toEqual([])

  await page.getByRole('textbox', { name: 'Scan or type a label' }).press('Enter')
  const saved = page.getByRole('region', { name: 'Saved on this laptop' })
  await expect(saved).toContainText(`${fresh} replaces ${old}`)
  await expect(saved.getByText('Confirmed')).toHaveCount(4)
  await expect(page.getByRole('heading', { name: '1. Scan the old one' })).toBeVisible()
  expect(writesOn(writes(simulator), fresh)).toEqual([`put ${fresh} in ${office}`, `set ${fresh} installed`])
  expect(writesOn(writes(simulator), old)).toEqual([`set ${old} uninstalled`, `put ${old} in unassigned`])

  await page.getByRole('button', { name: 'Back', exact: true }).click()
  const row = (tuid: string) => page.locator(`[data-thing="${tuid}"]`)
  await expect(row(fresh)).toContainText(`Replaces ${old}`)
  await expect(row(old)).toContainText(`Replaced by ${fresh}`)
})

test('a replacement that was cut short goes on where it was', async ({ readyPage: page, app, simulator }) => {
  const [old, fresh] = [roleOf(simulator, 'presence'), roleOf(simulator, 'readyPresence')]
  await openReplace(page)
  await new VisitScreen(page).scan(old)
  await expect(page.getByRole('group', { name: 'Old one' })).toContainText(office)

  simulator.setOnline(false)
  const second = await app.restart()
  await openReplace(second)
  await expect(second.getByRole('heading', { name: '2. Scan the new one' })).toBeVisible()
  await expect(second.getByRole('group', { name: 'Old one' })).toContainText(`${office}, as last seen here`)
  await new VisitScreen(second).scan(fresh)
  await expect(second.getByRole('list', { name: 'This will be saved' }).getByRole('listitem')).toHaveCount(4)
  await second.getByRole('textbox', { name: 'Scan or type a label' }).press('Enter')
  const saved = second.getByRole('region', { name: 'Saved on this laptop' })
  await expect(saved.getByText('Saved here, will be sent')).toHaveCount(4)

  await app.kill()
  simulator.setOnline(true)
  const third = await app.restart()
  await new Frame(third).goTo('Queue')
  await expect.poll(() => writes(simulator).length).toBe(4)
  expect(writesOn(writes(simulator), fresh)).toEqual([`put ${fresh} in ${office}`, `set ${fresh} installed`])
  expect(writesOn(writes(simulator), old)).toEqual([`set ${old} uninstalled`, `put ${old} in unassigned`])
})

test('a thing is taken away from its own page', async ({ readyPage: page, simulator }) => {
  const tuid = roleOf(simulator, 'presence')
  await (await new Frame(page).openSearch()).fill(tuid)
  await page.getByRole('dialog', { name: 'Search everywhere' }).getByText(tuid, { exact: true }).first().waitFor()
  await page.keyboard.press('Enter')
  const thing = new ThingScreen(page)
  await expect(thing.title).toHaveText('Presence sensor')
  await thing.button('Other work').click()
  await page.getByRole('menuitem', { name: 'Take away' }).click()
  await expect(page.getByRole('group', { name: 'Thing' })).toContainText(office)
  await page.getByRole('region', { name: 'Take away' }).getByRole('button', { name: 'Take away', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Saved on this laptop' }).getByText('Confirmed')).toHaveCount(2)
  expect(writes(simulator)).toEqual([`set ${tuid} uninstalled`, `put ${tuid} in unassigned`])
})
