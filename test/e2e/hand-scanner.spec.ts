import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { handScan } from './hand-keys.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { labelOf, roleOf } from './writes.ts'

const outcome = (page: Page) => page.locator('[data-scan-outcome]')
const said = (page: Page) => page.locator('[data-scan-said]').filter({ hasText: /./ })
const place = (page: Page, name: RegExp) => page.getByRole('navigation').getByRole('link', { name })

test('a scan on any page, over whatever has the focus, begins the next installation', async ({
  readyPage: page,
  simulator
}) => {
  const install = new InstallScreen(page)
  const [first, second, third] = [
    roleOf(simulator, 'presence'),
    roleOf(simulator, 'environment'),
    roleOf(simulator, 'gateway')
  ]

  await test.step('over a button, which is not pressed', async () => {
    await place(page, /^Queue/).click()
    const menu = page.getByRole('button', { name: 'Search' })
    await menu.focus()
    // Printed with a space, as on the label: it would press the button, as Enter would.
    await handScan(page, `${first.slice(0, 6)} ${first.slice(6)}`)
    await expect(install.line('Identify')).toContainText(first)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(said(page)).toContainText(`Taken. Presence sensor ${first}`)
  })

  await test.step('ending with Tab, over a link', async () => {
    await place(page, /^Alerts/).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Alerts' })).toBeVisible()
    await handScan(page, labelOf(second), { end: 'Tab' })
    await expect(install.line('Identify')).toContainText(second)
  })

  await test.step('ending with nothing, over a button of the install page', async () => {
    await install.button('Choose group and status').focus()
    await handScan(page, labelOf(third), { end: null })
    await expect(install.line('Identify')).toContainText(third)
    await expect(install.scanField).toHaveValue('')
  })

  await test.step('the same thing once more is said to be open already', async () => {
    await handScan(page, labelOf(third))
    await expect(outcome(page)).toContainText(`Scanned already. ${third} is open here already.`)
  })
})

test('a scan leaves a text field as it was', async ({ readyPage: page, simulator }) => {
  const install = new InstallScreen(page)
  await install.begin(labelOf(roleOf(simulator, 'presence')))
  const search = page.getByRole('textbox', { name: 'Search groups' })
  await search.fill('toim')
  // Of another make, and of a scanner set to another layout: neither begins anything.
  await handScan(page, 'httpsÖ--thingsee.com-d-TSPR04EZU31901021')
  await expect(outcome(page)).toContainText('Not understood. The scanner types as if this laptop had another')
  await expect(outcome(page)).toContainText('Set the keyboard layout of the scanner to Finnish or Swedish')
  await expect(search).toHaveValue('toim')
  await expect(search).toBeFocused()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(outcome(page)).toHaveCount(0)
})

test('behind a question that waits for an answer nothing is taken, and nothing is pressed', async ({
  readyPage: page,
  simulator
}) => {
  await place(page, /^Settings/).click()
  await page.getByRole('link', { name: 'Manage stacks' }).click()
  await page.getByRole('button', { name: /^Remove/ }).click()
  const question = page.getByRole('alertdialog')
  const deed = question.getByRole('button', { name: 'Remove the stack' })
  await expect(deed).toBeFocused()
  await handScan(page, labelOf(roleOf(simulator, 'presence')))
  await expect(outcome(page)).toContainText('answer the question on the screen first')
  await expect(deed).toBeFocused()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Remove/ })).toBeVisible()
})

test('a label of another make is refused in words', async ({ readyPage: page }) => {
  const install = new InstallScreen(page)
  await install.scanField.waitFor()
  await handScan(page, 'LW:D0:70B3D5E75E000000:A81758')
  await expect(outcome(page)).toContainText('it has letters and digits only. If this label is of another make')
  await expect(said(page)).toHaveCount(1)
  await expect(install.scanField).toHaveValue('')
})

test('sounds can be turned off, and stay off', async ({ readyPage: page, app }) => {
  await place(page, /^Settings/).click()
  const sounds = page.getByRole('checkbox', { name: 'Sounds' })
  await expect(sounds).toBeChecked()
  await sounds.click()
  await expect(sounds).not.toBeChecked()
  const again = await app.restart()
  await place(again, /^Settings/).click()
  await expect(again.getByRole('checkbox', { name: 'Sounds' })).not.toBeChecked()
})
