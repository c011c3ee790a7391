import type { Page } from '@playwright/test'
import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { StackForm } from './screens/stack-form.ts'
import { labelOf, roleOf } from './writes.ts'

test.use({ viewport: { width: 1024, height: 700 } })

test('a long name of a stack gives way, so that the bar stays one row', async ({ page, simulator }) => {
  const name = 'Nordlys Property Services Oy, Helsinki Region Branch, East B'
  const { url, clientId, clientSecret: secret } = simulator
  await new StackForm(page).submit({ name, url, clientId, secret })
  const { stack, badge, connection } = new Frame(page)
  await expect(connection).toHaveAccessibleName('Connection: Online')
  await expect(stack).toHaveAccessibleName(`Active stack: ${name}`)
  await expect(stack.getByTitle(name)).toBeVisible()
  const middles = () =>
    Promise.all(
      [stack, badge, connection].map((button) =>
        button.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect()
          return Math.round((top + bottom) / 2)
        })
      )
    )
  await expect.poll(async () => new Set(await middles()).size).toBe(1)
})

test('the scan field covers neither the heading of a step nor what the keyboard reaches', async ({
  readyPage: page,
  simulator
}) => {
  const install = new InstallScreen(page)
  const press = (key: string) => page.keyboard.press(key)
  await askThroughBridge(page)('settings:set', { textSize: 130 })
  await page.reload()
  await install.scanField.waitFor()
  await expect(page.locator('html')).toHaveCSS('font-size', '20.8px')
  const expectFree = async (step: string) => {
    await expect(page.locator('[aria-current="step"]')).toHaveAttribute('data-step', step)
    await expect.poll(() => hiddenBeneathScanField(page), step).toEqual([])
  }
  await twoFrames(page)
  await expectFree('identify')

  await install.scan(labelOf(roleOf(simulator, 'readyPresence')))
  await expect(install.button('Choose group and status')).toBeFocused()
  await expectFree('see')
  await press('Enter')
  await expect(install.group('prfi00pikkuvarasto')).toBeVisible()
  await expectFree('group')
  await page.keyboard.type('varasto')
  await press('Enter')
  await expect(install.group('prfi00pikkuvarasto')).toBeChecked()
  await press('Enter')
  await expect(install.status('Installed')).toBeFocused()
  await expectFree('status')
  await press('Enter')
  await expect(install.scanField).toBeFocused()
  await expectFree('command')

  await install.commandForm('Expert: JSON').focus()
  for (let stops = 0; stops < 8; stops++) {
    await press('Shift+Tab')
    await expect.poll(() => hiddenBeneathScanField(page, 'focus'), `${stops + 1} back`).toEqual([])
  }
})

/** The last changes of size are told, and answered, between two of them. */
const twoFrames = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))

/** What of the open step's heading and the focused control lies beneath the scan field. */
function hiddenBeneathScanField(page: Page, only: 'focus' | 'both' = 'both'): Promise<string[]> {
  return page.evaluate((which) => {
    const edge = document.querySelector('[role=search]')?.parentElement?.getBoundingClientRect().bottom ?? 0
    const focused = document.activeElement?.closest('[data-step]') === null ? null : document.activeElement
    const heading = which === 'both' ? document.querySelector('[aria-current="step"] h2') : null
    return [heading, focused].flatMap((element) =>
      element !== null && element.getBoundingClientRect().top < edge - 0.5 ? [element.outerHTML.slice(0, 200)] : []
    )
  }, only)
}
