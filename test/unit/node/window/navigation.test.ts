import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import { lockNavigation } from '../../../../src/main/window/navigation'
import { RecordingLog } from '../recordingLog'

type OpenHandler = (details: { url: string }) => { action: string }

/** Web contents as far as leaving a page goes. */
class Page extends EventEmitter {
  opens: OpenHandler = () => ({ action: 'allow' })
  readonly loaded: string[] = []
  loads = (): Promise<void> => Promise.resolve()

  loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    return this.loads()
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.opens = handler
  }

  /** Whether the page may do it. */
  tries(event: string, url: string, isMainFrame = true): boolean {
    let prevented = false
    const details = { url, isMainFrame, preventDefault: () => (prevented = true) }
    this.emit(event, details, {}, { src: url })
    return !prevented
  }
}

let log: RecordingLog
beforeEach(() => (log = new RecordingLog()))

function lockedPage(devOrigin: string | null): Page {
  const app = new EventEmitter()
  const page = new Page()
  // The lock uses only the events and the one setter that the page above has.
  lockNavigation(app as unknown as App, devOrigin, log)
  app.emit('web-contents-created', {}, page)
  return page
}

const places = [
  'https://example.com/',
  'http://localhost:5173/',
  'http://127.0.0.1/',
  'installer://app/',
  'installer://app/index.html',
  'installer://evil/',
  'file:///etc/passwd',
  'file://server/share',
  String.raw`\\server\share`,
  'data:text/html,<script>alert(1)</script>',
  'javascript:alert(1)',
  'blob:installer://app/0e0e-0e0e',
  'about:blank',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'view-source:https://example.com',
  'ms-settings:privacy',
  'mailto:someone@example.com',
  ''
]
const ways = ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']
const cases = ways.flatMap((way) => places.map((place): [string, string] => [way, place]))

describe('in a build', () => {
  it.each(cases)('%s to "%s" is refused', (way, place) => {
    const page = lockedPage(null)
    expect(page.tries(way, place)).toBe(false)
    expect(page.tries(way, place, false)).toBe(false)
    expect(log.entries.map((entry) => entry.level)).toEqual(['warn', 'warn'])
  })

  it.each(places)('a window for "%s" is refused', (place) => {
    expect(lockedPage(null).opens({ url: place })).toEqual({ action: 'deny' })
    expect(log.entries).toMatchObject([{ level: 'warn' }])
  })

  it.each(['about:blank', 'about:srcdoc'])(
    'a page that went to %s, which nobody is asked about, is brought back',
    (url) => {
      const page = lockedPage(null)
      page.emit('did-navigate', {}, url)
      expect(page.loaded).toEqual(['installer://app/'])
      expect(log.entries).toMatchObject([{ level: 'warn' }])
    }
  )

  it('a page that is where it belongs is let alone', () => {
    const page = lockedPage(null)
    for (const url of ['installer://app/', 'installer://app/#/queue']) page.emit('did-navigate', {}, url)
    expect(page.loaded).toEqual([])
  })

  it('a page that cannot be brought back is told of', async () => {
    const page = lockedPage(null)
    page.loads = () => Promise.reject(new Error('no such file'))
    page.emit('did-navigate', {}, 'about:blank')
    await expect.poll(() => log.entries.map(({ level }) => level)).toEqual(['warn', 'error'])
  })

  it('logs where to, not what with', () => {
    lockedPage(null).tries('will-navigate', 'https://user:pass@example.com/path?token=canary#canary')
    expect(log.entries[0]?.fields).toEqual({ way: 'navigate', to: 'https://example.com' })
  })
})

describe('under the dev server', () => {
  const dev = 'http://localhost:5173'

  it.each<[string, string, boolean, boolean]>([
    ['will-navigate', `${dev}/`, true, true],
    ['will-frame-navigate', `${dev}/index.html?t=1`, true, true],
    ['will-navigate', `${dev}/`, false, false],
    ['will-redirect', `${dev}/`, true, false],
    ['will-attach-webview', `${dev}/`, true, false],
    ['will-navigate', 'http://localhost:5174/', true, false],
    ['will-navigate', 'http://localhost:5173.evil.example/', true, false],
    ['will-navigate', 'https://example.com/', true, false]
  ])('%s to %s (main frame: %s) is allowed: %s', (way, place, isMainFrame, allowed) => {
    expect(lockedPage(dev).tries(way, place, isMainFrame)).toBe(allowed)
  })

  it('a page that went to about:blank is brought back to it', () => {
    const page = lockedPage(dev)
    page.emit('did-navigate', {}, 'about:blank')
    expect(page.loaded).toEqual([dev])
  })

  it('opens no window either', () => {
    expect(lockedPage(dev).opens({ url: `${dev}/` })).toEqual({ action: 'deny' })
  })
})
