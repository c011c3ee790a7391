import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { StackForm } from './screens/stack-form.ts'
import { commands, labelOf, roleOf, writes } from './writes.ts'

/** More stops than any way on one page may have. */
const mostStops = 40

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/** Goes to a control with Tab, or back with Shift+Tab. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let stops = 0; stops < mostStops && !(await isFocused(target)); stops++) await page.keyboard.press(key)
  await expect(target).toBeFocused()
}

// The other specs do without, for what a mouse aims at must not move; keys find it all the same.
test.use({ reducedMotion: 'no-preference' })

test('the whole job is done without a mouse', async ({ page, simulator }) => {
  const install = new InstallScreen(page)
  const frame = new Frame(page)
  const queue = new QueueScreen(page)
  const form = new StackForm(page)
  const tuid = roleOf(simulator, 'readyPresence')
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())

  await test.step('the stack', async () => {
    await expect(form.name).toBeFocused()
    for (const text of ['Nordlys', simulator.url, simulator.clientId, simulator.clientSecret]) {
      await page.keyboard.type(text)
      if (text !== simulator.clientSecret) await press('Tab')
    }
    await press('Enter')
  })

  await test.step('scan, group, status: Enter goes on', async () => {
    await expect(install.scanField).toBeFocused()
    await install.scan(labelOf(tuid))
    await expect(install.button('Choose group and status')).toBeFocused()
    await press('Enter')
    await expect(page.getByRole('textbox', { name: 'Search groups' })).toBeFocused()
    await expect(install.group('prfi00pikkuvarasto')).toBeVisible()
    await page.keyboard.type('varasto')
    await press('Enter')
    await expect(install.group('prfi00pikkuvarasto')).toBeChecked()
    await press('Enter')
    await expect(install.status('Installed')).toBeFocused()
    await press('ArrowDown')
    await expect(install.status('Uninstalled')).toBeChecked()
    await press('ArrowUp', 'Enter')
    await expect(install.scanField).toBeFocused()
  })

  await test.step('the command', async () => {
    await tabTo(page, install.commandForm('Presence detection'))
    await press('Enter')
    await tabTo(page, page.getByRole('textbox', { name: 'Detection threshold' }))
    await press('ControlOrMeta+A')
    await page.keyboard.type('300')
    await press('Enter')
    await expect(install.step('Command')).toContainText(/Detection threshold 300.*Confirmed/s)
    await tabTo(page, install.button('Go on'), 'Shift+Tab')
    await press('Enter')
  })

  await test.step('the end, and the queue', async () => {
    await expect(install.step('Verify')).toBeVisible()
    await expect(install.button('Go on')).toBeFocused()
    await press('Enter')
    await expect(install.button('Next thing')).toBeFocused()
    await press('Enter')
    await expect(install.scanField).toBeFocused()
    await tabTo(page, frame.badge, 'Shift+Tab')
    await press('Enter')
    await tabTo(page, queue.filter('Done'))
    await press('Enter')
    await tabTo(page, queue.row('Set installed').getByRole('button', { name: 'Details' }))
    await press('Enter')
    await expect(queue.row('Set installed').getByRole('list', { name: 'Attempts' })).toContainText('accepted')
  })

  await test.step('menus open, move and close', async () => {
    await tabTo(page, frame.stack, 'Shift+Tab')
    await press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    await press('Escape')
    await expect(page.getByRole('menu')).toBeHidden()
    await expect(frame.stack).toBeFocused()
  })

  expect(writes(simulator)).toEqual([
    `put ${tuid} in prfi00pikkuvarasto`,
    `set ${tuid} installed`,
    `send ${tuid} 13200`
  ])
  expect(commands(simulator)).toMatchObject([{ threshold: 300 }])
})
