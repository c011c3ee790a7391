import type { Page } from '@playwright/test'
import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import { channelNames } from '../../src/shared/ipc/names.ts'
import { expect, test } from './fixtures.ts'

/** By way of the page, without a click: a click would wait for a navigation that was refused. */
function askServer(page: Page): Promise<unknown> {
  return askThroughBridge(page)('session:check')
}

test('the page sees its bridge and nothing of the machine', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    frozen: Object.isFrozen(window.installer),
    unfrozen: Object.entries(window.installer).flatMap(([room, deeds]) => (Object.isFrozen(deeds) ? [] : [room])),
    rest: Object.entries(window.installer).flatMap(([room, deeds]) =>
      typeof deeds === 'function' ? [room] : Object.keys(deeds).map((deed) => `${room}:${deed}`)
    )
  }))
  expect(seen).toEqual({
    node: [],
    frozen: true,
    unfrozen: ['on'],
    // One function for each channel and one to listen: whatever else stood here would be a door of its own.
    rest: expect.arrayContaining(['on', ...channelNames]) as string[]
  })
  expect(seen.rest).toHaveLength(channelNames.length + 1)
})

test('the page cannot listen to what is not said to it', async ({ page }) => {
  const tried = await page.evaluate(() =>
    ['app:quit', 'ELECTRON_BROWSER_SANDBOX_LOAD', '__proto__', ''].map((name) => {
      try {
        // A page that was taken over asks for whatever it likes.
        window.installer.on(name as 'session:changed', () => undefined)
        return 'heard'
      } catch {
        return 'refused'
      }
    })
  )
  expect(tried).toEqual(['refused', 'refused', 'refused', 'refused'])
})

test('another window with our own page in it is not heard', async ({ app, page }) => {
  const answered = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const [ours] = BrowserWindow.getAllWindows()
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } })
    // Neither is known to Electron's types: where Electron itself keeps its handlers, and how the host is asked.
    const kept = Reflect.get(ipcMain, '_invokeHandlers') as
      Map<string, (event: unknown) => Promise<unknown>> | undefined
    const host = ipcMain as unknown as {
      answer?: (channel: string, event: unknown, args: unknown[]) => Promise<unknown>
    }
    const frame = { url: 'installer://app/', parent: null, top: null }
    const from = (sender: unknown): Promise<string> => {
      const event = { sender, senderFrame: frame }
      const asked = host.answer?.('app:info', event, []) ?? kept?.get('app:info')?.(event)
      return Promise.resolve(asked).then(
        () => 'answered',
        (error: unknown) => String(error)
      )
    }
    const said = [await from(ours?.webContents), await from(other.webContents)]
    other.destroy()
    return said
  })
  expect(answered).toEqual(['answered', expect.stringContaining('refused')])
  expect(await page.evaluate(() => window.installer.app.info())).toMatchObject({ ok: true })
})

test('nothing of the page reaches a server that would answer', async ({ app, readyPage: page, simulator }) => {
  app.allowComplaint(/Content Security Policy|TrustedScript|ERR_BLOCKED|frame|WebSocket/i)
  const refused = await page.evaluate(async (url) => {
    const ended = (target: EventTarget): Promise<string> =>
      new Promise((resolve) => {
        target.addEventListener('error', () => resolve('refused'))
        for (const done of ['load', 'open']) target.addEventListener(done, () => resolve('loaded'))
      })
    const shown = (name: 'img' | 'link' | 'video', values: object): Promise<string> => {
      const element = Object.assign(document.createElement(name), values)
      const end = ended(element)
      document.head.append(element)
      return end
    }
    const socket = (): WebSocket | null => {
      try {
        return new WebSocket(url.replace('http', 'ws'))
      } catch {
        return null
      }
    }
    const opened = socket()
    return Promise.all([
      fetch(`${url}/fetched`, { mode: 'no-cors' }).then(
        () => 'loaded',
        () => 'refused'
      ),
      shown('img', { src: `${url}/picture.png` }),
      shown('link', { rel: 'stylesheet', href: `${url}/style.css` }),
      shown('video', { src: `${url}/film.mp4` }),
      ended(new EventSource(`${url}/events`)),
      opened === null ? 'refused' : ended(opened)
    ])
  }, simulator.url)
  expect(refused).toEqual(['refused', 'refused', 'refused', 'refused', 'refused', 'refused'])
  await page.evaluate((url) => {
    navigator.sendBeacon(`${url}/beacon`, 'all of it')
    const frame = Object.assign(document.createElement('iframe'), { src: `${url}/frame` })
    const form = Object.assign(document.createElement('form'), { action: `${url}/form`, method: 'post' })
    const hint = Object.assign(document.createElement('link'), { rel: 'prefetch', href: `${url}/hint` })
    document.body.append(frame, form, hint)
    form.submit()
    const style = document.createElement('style')
    style.append(`body { background: url(${url}/styled.png) }`)
    document.head.append(style)
  }, simulator.url)
  // What had been on its way would have arrived before this.
  expect(await askServer(page)).toMatchObject({ ok: true, value: { connection: 'online' } })
  const foreign = /fetched|picture|style|film|events|beacon|frame|form|hint/
  expect(simulator.requests.map(({ path }) => path).filter((path) => foreign.test(path))).toEqual([])
  expect(simulator.requests.length).toBeGreaterThan(0)
})

test('the page gets no microphone', async ({ page }) => {
  const listened = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'heard',
      (error: unknown) => (error instanceof DOMException ? error.name : String(error))
    )
  )
  expect(listened).toBe('NotAllowedError')
})

test('the page cannot send a person anywhere', async ({ app, page }) => {
  const places = ['https://example.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'http://www.openstreetmap.org/']
  for (const url of places) {
    expect(await askThroughBridge(page)('app:openExternal', { url })).toMatchObject({
      ok: false,
      problem: { kind: 'not_an_external_link' }
    })
  }
  expect(await app.noted()).toEqual([])
})

test('the policy stops code made from text', async ({ app, page }) => {
  app.allowComplaint(/Content Security Policy|TrustedScript/)
  const title = await page.evaluate(() => {
    const script = document.createElement('script')
    // As a text node, which no trusted type stands guard over.
    script.append('document.title = "led astray"')
    document.head.append(script)
    return document.title
  })
  expect(title).not.toBe('led astray')
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

test('the page cannot be led away or open windows', async ({ app, readyPage: page, simulator }) => {
  app.allowComplaint(/TrustedScript|Content Security Policy|Not allowed to (navigate|load)/i)
  await page.evaluate((server) => {
    const places = [`${server}/away`, 'data:text/html,away', 'file:///etc/passwd', 'installer://evil/']
    for (const place of places) {
      try {
        location.assign(place)
      } catch {
        // Some are refused before anybody is asked.
      }
      window.open(place)
      const link = Object.assign(document.createElement('a'), { href: place, target: '_blank' })
      document.body.append(link)
      link.click()
      link.remove()
    }
    try {
      location.href = 'javascript:document.title="led astray"'
    } catch {
      // As above.
    }
  }, simulator.url)
  expect(await askServer(page)).toMatchObject({ ok: true, value: { connection: 'online' } })
  expect(await page.title()).not.toBe('led astray')
  expect(simulator.requests.filter(({ path }) => path.includes('away'))).toEqual([])
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
  expect(await askThroughBridge(again)('stacks:list')).toMatchObject(stacks)
})

test('a second start on the same data ends and leaves the first one its window', async ({ app, page, launchApp }) => {
  test.skip(app.kind === 'electron', 'Playwright cannot attach to a process that ends at once')
  const second = await launchApp()
  await expect(second.firstWindow()).rejects.toThrow('has ended (exit code 0)')
  expect(await page.evaluate(() => window.installer.app.info())).toMatchObject({ ok: true })
  expect(app.windows()).toHaveLength(1)
})
