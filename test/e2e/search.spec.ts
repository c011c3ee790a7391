import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { GroupsScreen } from './screens/groups-screen.ts'
import { ThingScreen } from './screens/thing-screen.ts'
import { roleOf } from './writes.ts'

test('everything is found from everywhere by the keyboard', async ({ readyPage: page, simulator }) => {
  const field = page.getByRole('combobox', { name: 'Search everywhere' })
  const hits = page.getByRole('dialog', { name: 'Search everywhere' })
  const presence = roleOf(simulator, 'presence')
  const search = async (words: string): Promise<void> => {
    const opened = await new Frame(page).openSearch()
    await expect(opened).toBeFocused()
    await opened.fill(words)
  }

  await test.step('a thing this laptop has never met, by its whole TUID', async () => {
    await search(presence)
    await expect(hits).toContainText('not met on this laptop yet')
    await page.keyboard.press('Enter')
    await expect(new ThingScreen(page).title).toHaveText('Presence sensor')
  })

  await test.step('then by a part of it', async () => {
    await search('settings')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/settings/)
    await search('s')
    await field.fill(presence.slice(-5))
    await expect(hits).not.toContainText('not met')
    await page.keyboard.press('Enter')
    await expect(new ThingScreen(page).title).toHaveText('Presence sensor')
  })

  await test.step('a group that was listed, without a connection', async () => {
    const groups = new GroupsScreen(page)
    await groups.open()
    await expect(groups.rows).toHaveCount(3)
    simulator.setOnline(false)
    await search('toimisto')
    await page.keyboard.press('Enter')
    await expect(groups.title).toHaveText('prfi00pikkutoimisto')
  })

  await test.step('nothing is said to be found that is not', async () => {
    await page.getByRole('button', { name: 'Search' }).click()
    await field.fill('nothing like it')
    await expect(hits).toContainText('Nothing here is called “nothing like it”')
    await page.keyboard.press('Escape')
    await expect(hits).toBeHidden()
    await expect(page.getByRole('button', { name: 'Search' })).toBeFocused()
  })
})

test('a thing is taken to the installation from the search', async ({ readyPage: page, simulator }) => {
  const presence = roleOf(simulator, 'presence')
  await (await new Frame(page).openSearch()).fill(presence)
  await page.getByText(`Install ${presence}`).click()
  await expect(page.getByRole('main')).toContainText(presence)
  await expect(page).toHaveURL(/install/)
})
