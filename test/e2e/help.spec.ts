import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { StackForm } from './screens/stack-form.ts'
import { labelOf, roleOf } from './writes.ts'

test('F1 explains the page that is on screen, with pictures, and leaves the work as it is', async ({
  readyPage: page,
  simulator
}) => {
  const install = new InstallScreen(page)
  await simulator.refuseConnections()
  await install.scanField.fill(labelOf(roleOf(simulator, 'readyPresence')))
  await page.keyboard.press('F1')
  const help = page.getByRole('dialog', { name: 'Help' })
  await expect(help.getByRole('heading', { level: 1 })).toHaveText('Install a thing')
  await expect(help.getByRole('listitem').filter({ has: page.getByRole('img') })).toHaveCount(7)
  for (const picture of await help.getByRole('img').all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  }
  await help.getByRole('button', { name: 'All topics' }).click()
  await help.getByRole('searchbox', { name: 'Search the help' }).fill('wave hand')
  await help.getByRole('list', { name: 'Topics' }).getByRole('button').click()
  await expect(help.getByRole('heading', { level: 1 })).toHaveText('Before you leave')
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await expect(install.scanField).toHaveValue(labelOf(roleOf(simulator, 'readyPresence')))
})

test('the help is a place of its own, in the language of the app, and prints without the frame', async ({
  readyPage: page
}) => {
  await new Frame(page).goTo('Help')
  await page
    .getByRole('list', { name: 'Topics' })
    .getByRole('button', { name: /Set up a hand scanner/ })
    .click()
  await expect(page).toHaveURL(/#\/help\/scanner$/)
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText('Set up a hand scanner')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(page.getByRole('img').first()).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('link', { name: 'All topics' }).click()
  await expect(page.getByRole('list', { name: 'Topics' })).toBeVisible()
})

test('the whole help is printed at once, with all its pictures, and is gone from the page after that', async ({
  readyPage: page
}) => {
  await new Frame(page).goTo('Help')
  await expect(page.getByRole('list', { name: 'Topics' }).getByRole('listitem').first()).toBeVisible()
  const topics = await page.getByRole('list', { name: 'Topics' }).getByRole('listitem').count()
  expect(topics).toBeGreaterThan(12)
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await page.getByRole('button', { name: 'Print the whole help' }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed', '')
  const pictures = page.locator('article img')
  const widths = await pictures.evaluateAll((all) => all.map((each) => (each as HTMLImageElement).naturalWidth))
  expect(widths.length).toBeGreaterThan(30)
  expect(Math.min(...widths)).toBeGreaterThan(100)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('article')).toHaveCount(topics)
  await expect(page.locator('article').last()).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Search the help' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(page.locator('article')).toHaveCount(0)
})

test('F1 opens at the step at hand, and the pictures that arrive do not carry it away', async ({
  readyPage: page,
  simulator
}) => {
  const install = new InstallScreen(page)
  await install.scanField.fill(labelOf(roleOf(simulator, 'readyPresence')))
  await page.keyboard.press('Enter')
  await install.button('Choose group and status').click()
  await expect(install.step('Group')).toBeVisible()
  await page.keyboard.press('F1')
  const here = page.getByRole('dialog', { name: 'Help' }).locator('[aria-current=step]')
  await expect(here).toContainText('This is what you see now')
  await expect(here).toContainText('Choose the deployment group')
  const pictures = page.getByRole('dialog', { name: 'Help' }).getByRole('img')
  await expect
    .poll(() => pictures.evaluateAll((all) => all.every((each) => (each as HTMLImageElement).naturalWidth > 0)))
    .toBe(true)
  await expect(here.getByText('This is what you see now')).toBeInViewport()
})

test('the first start introduces the app once, beside a form that is ready', async ({ app, page, simulator }) => {
  const tour = page.getByRole('region', { name: 'Introduction' })
  const form = new StackForm(page)
  await expect(tour).toContainText('1 of 3')
  await expect(form.name).toBeFocused()
  await tour.getByRole('button', { name: 'Next' }).click()
  await expect(tour.getByRole('heading')).toBeFocused()
  await tour.getByRole('button', { name: 'Skip' }).click()
  await expect(tour).toHaveCount(0)

  const again = await app.restart()
  await expect(new StackForm(again).name).toBeVisible()
  await expect(again.getByRole('region', { name: 'Introduction' })).toHaveCount(0)
  const { url, clientId, clientSecret: secret } = simulator
  await new StackForm(again).submit({ name: 'Nordlys', url, clientId, secret })
  await expect(new Frame(again).connection).toHaveAccessibleName('Connection: Online')

  await test.step('and again when it is asked for', async () => {
    await new Frame(again).goTo('Help')
    await again.getByRole('button', { name: 'Show the introduction again' }).click()
    const asked = again.getByRole('region', { name: 'Introduction' })
    await expect(asked.getByRole('heading')).toBeFocused()
    await again.keyboard.press('ArrowRight')
    await again.keyboard.press('ArrowRight')
    await asked.getByRole('button', { name: 'Begin' }).click()
    await expect(asked).toHaveCount(0)
  })
})
