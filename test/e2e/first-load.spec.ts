import { filesLoaded, sizeOf } from './app/page-files.ts'
import { expect, test } from './fixtures.ts'
import { InstallScreen } from './screens/install-screen.ts'

/** Bytes, compressed, of all scripts and styles for the first screen. */
const budget = 350_000

test('the first screen loads what it needs and nothing that is for later', async ({ readyPage }) => {
  await expect(new InstallScreen(readyPage).scanField).toBeVisible()
  await readyPage.waitForLoadState('networkidle')
  const early = await filesLoaded(readyPage)
  expect(early.filter((name) => /chart|pdf|zxing|spreadsheet|help|finnish|camera/i.test(name))).toEqual([])
  expect(early.length).toBeLessThan(20)
  expect(sizeOf(early).compressed).toBeLessThan(budget)

  await test.step('what is for later is loaded when it is first wanted', async () => {
    await readyPage.keyboard.press('F1')
    await expect.poll(async () => (await filesLoaded(readyPage)).some((name) => /help/i.test(name))).toBe(true)
  })
})

test('what is drawn first is where to scan, ready to be typed into', async ({ readyPage }) => {
  // Looks into the page at each of its frames from the beginning on, and keeps what the first one with words shows.
  await readyPage.addInitScript(() => {
    const look = (): void => {
      if (document.getElementById('app')?.innerText.trim()) {
        const label = [...document.querySelectorAll('label')].find((one) => one.innerText === 'Scan or type a label')
        Object.assign(window, { drawnFirst: label?.control === document.activeElement ? 'ready' : 'something else' })
      } else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await readyPage.reload()
  await expect(new InstallScreen(readyPage).scanField).toBeVisible()
  await expect.poll(() => readyPage.evaluate(() => Reflect.get(window, 'drawnFirst') as unknown)).toBe('ready')
})
