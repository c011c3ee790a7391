import { expect, test } from './fixtures.ts'

test('the page sees its bridge and nothing of the machine', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module'].filter((name) => name in globalThis),
    unfrozen: Object.entries(window.installer).flatMap(([room, deeds]) => (Object.isFrozen(deeds) ? [] : [room])),
    doors: ['invoke', 'send', 'ipcRenderer'].filter((name) => name in window.installer)
  }))
  expect(seen).toEqual({ node: [], unfrozen: ['on'], doors: [] })
})

test('the policy stops code made from text, and everything from outside', async ({ app, page }) => {
  app.allowComplaint(/Content Security Policy/)
  const stopped = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "led astray"'
    document.head.append(script)
    const request = await fetch('https://example.com/').then(
      () => 'sent',
      () => 'refused'
    )
    return { request, title: document.title }
  })
  expect(stopped.request).toBe('refused')
  expect(stopped.title).not.toBe('led astray')
})

test('the page cannot be led away or open windows', async ({ app, page }) => {
  await page.evaluate(() => {
    location.assign('https://example.com/')
    window.open('https://example.com/')
  })
  expect(await page.evaluate(() => window.installer.app.info())).toMatchObject({ ok: true })
  expect(app.windows()).toHaveLength(1)
  expect(await app.noted()).toEqual([])
})

test('the app comes back after a crash, on the same data', async ({ app, readyPage }) => {
  const stacks = { ok: true, value: [{ name: 'Demo', active: true }] }
  expect(await readyPage.evaluate(() => window.installer.stacks.list())).toMatchObject(stacks)
  const { pid } = app
  await app.kill()
  const again = await app.restart()
  expect(app.pid).not.toBe(pid)
  expect(await again.evaluate(() => window.installer.stacks.list())).toMatchObject(stacks)
})

test('a second start on the same data ends and leaves the first one its window', async ({ app, page, launchApp }) => {
  test.skip(app.kind === 'electron', 'Playwright cannot attach to a process that ends at once')
  const second = await launchApp()
  await expect(second.firstWindow()).rejects.toThrow('has ended (exit code 0)')
  expect(await page.evaluate(() => window.installer.app.info())).toMatchObject({ ok: true })
  expect(app.windows()).toHaveLength(1)
})
