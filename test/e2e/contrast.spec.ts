import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'

test.use({ viewport: { width: 1024, height: 700 } })

const contrast = (page: Page) => expect(page.locator('html'))

test('high contrast is worn as the system asks, or as a person chose', async ({ launchApp }) => {
  const app = await launchApp()
  const page = await app.firstWindow()
  const settings = page.getByRole('radiogroup', { name: 'Contrast' })
  await new Frame(page).goTo('Settings')
  await contrast(page).toHaveAttribute('data-contrast', 'standard')
  await page.emulateMedia({ contrast: 'more' })
  await contrast(page).toHaveAttribute('data-contrast', 'high')
  await settings.getByRole('radio', { name: 'Normal' }).check()
  await contrast(page).toHaveAttribute('data-contrast', 'standard')
  await page.emulateMedia({ contrast: 'no-preference' })
  await settings.getByRole('radio', { name: 'High' }).check()
  await contrast(page).toHaveAttribute('data-contrast', 'high')
  await contrast(await app.restart()).toHaveAttribute('data-contrast', 'high')
})

test('with colours forced by the system, edges, focus and the place that is shown stay to be seen', async ({
  launchApp
}) => {
  const app = await launchApp()
  const page = await app.firstWindow()
  await new Frame(page).goTo('Settings')
  await page.emulateMedia({ forcedColors: 'active' })
  await contrast(page).toHaveAttribute('data-contrast', 'high')
  const edges = page
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.map((button) => ({ name: button.textContent, width: getComputedStyle(button).borderTopWidth }))
    )
  expect((await edges).filter(({ width }) => width === '0px')).toEqual([])
  const current = page.getByRole('navigation').getByRole('link', { name: 'Settings' })
  await expect(current).toHaveAttribute('aria-current', 'page')
  await expect(current).toHaveCSS('outline-style', 'solid')
  const other = page.getByRole('navigation').getByRole('link', { name: 'Things' })
  await expect(other).toHaveCSS('outline-style', 'none')
  const icon = current.locator('svg')
  const [drawn, ground] = await icon.evaluate((svg) => {
    const back = getComputedStyle(document.body).backgroundColor
    return [getComputedStyle(svg).fill, back]
  })
  expect(drawn).not.toBe(ground)
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus-visible')).toHaveCSS('outline-width', '4px')
})
