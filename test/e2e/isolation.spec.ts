import { expect, test } from './fixtures.ts'

test('the page sees its bridge and nothing of the machine', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module'].filter((name) => name in globalThis),
    frozen: Object.isFrozen(window.installer),
    unfrozen: Object.entries(window.installer).flatMap(([room, deeds]) => (Object.isFrozen(deeds) ? [] : [room])),
    doors: ['invoke', 'send', 'ipcRenderer'].filter((name) => name in window.installer)
  }))
  expect(seen).toEqual({ node: [], frozen: true, unfrozen: ['on'], doors: [] })
})

test('the policy stops code made from text, and everything from outside', async ({ app, page }) => {
  app.allowComplaint(/Content Security Policy|TrustedScript/)
  const stopped = await page.evaluate(async () => {
    const script = document.createElement('script')
    // As a text node, which no trusted type stands guard over.
    script.append('document.title = "led astray"')
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

test('no text becomes markup, code or the address of a script', async ({ app, page }) => {
  app.allowComplaint(/Content Security policy|TrustedHTML|TrustedScript/i)
  const tried = await page.evaluate(async () => {
    const element = document.createElement('div')
    const tries: Record<string, () => unknown> = {
      markup: () => (element.innerHTML = '<b>bold</b>'),
      'markup beside it': () => element.insertAdjacentHTML('beforeend', '<b>bold</b>'),
      'a whole page': () => new DOMParser().parseFromString('<b>bold</b>', 'text/html'),
      code: () => Reflect.construct(Function, ['return 1']),
      'a script of somebody': () => new Worker('https://example.com/assets/evil.js'),
      'a script of a text': () => new Worker('data:text/javascript,1'),
      'a policy that lets all through': () =>
        (
          window as { trustedTypes?: { createPolicy: (name: string, rules: object) => unknown } }
        ).trustedTypes?.createPolicy('mine', { createHTML: (text: string) => text })
    }
    const doOrRefuse = (act: () => unknown): string => {
      try {
        act()
        return 'done'
      } catch {
        return 'refused'
      }
    }
    // Not at once: what the debugger itself runs may do more than the page.
    await new Promise((resolve) => setTimeout(resolve))
    return Object.entries(tries).map(([what, act]) => `${what}: ${doOrRefuse(act)}`)
  })
  expect(tried.filter((said) => !said.endsWith(': refused'))).toEqual([])
  expect(tried).toHaveLength(7)
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
