import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { trustedSender } from '../../../../src/main/ipc/sender'

// Only their identity matters.
const page = contents()
const other = contents()

function contents(): WebContents {
  const identity: unknown = {}
  return identity as WebContents
}

interface Frame {
  readonly url: string
  readonly parent: unknown
}

function event(sender: WebContents, senderFrame: Frame | null): IpcMainInvokeEvent {
  // The check reads nothing but these two.
  return { sender, senderFrame } as unknown as IpcMainInvokeEvent
}

const main = (url: string): Frame => ({ url, parent: null })
const ours = 'installer://app/'
const dev = 'http://localhost:5173'

describe('a packaged or built app', () => {
  const isTrusted = trustedSender(() => page, null)

  it.each([ours, 'installer://app/index.html', 'installer://app/#/queue', 'installer://app/?a=1#b'])(
    'listens to the main frame of its page at %s',
    (url) => expect(isTrusted(event(page, main(url)))).toBe(true)
  )

  it.each<[string, Frame | null]>([
    ['a frame that is gone', null],
    ['a frame inside the page', { url: ours, parent: main(ours) }],
    ['another host of the scheme', main('installer://evil/')],
    ['a host that begins like ours', main('installer://app.evil/')],
    ['a host with a port', main('installer://app:81/')],
    ['a user before the host', main('installer://user@app/')],
    ['a scheme that begins like ours', main('installers://app/')],
    ['a web site', main('https://app/')],
    ['a web site with our address in its path', main('https://evil.example/installer://app/')],
    ['a file', main('file:///app/index.html')],
    ['a blob of ours', main('blob:installer://app/0e0e')],
    ['data', main('data:text/html,installer://app/')],
    ['an empty page', main('about:blank')],
    ['no address', main('')],
    ['the dev server', main(`${dev}/`)]
  ])('refuses %s', (_name, frame) => expect(isTrusted(event(page, frame))).toBe(false))

  it('refuses other web contents that show our page', () => {
    expect(isTrusted(event(other, main(ours)))).toBe(false)
  })

  it('refuses a frame that goes while it is asked about', () => {
    const going = {
      parent: null,
      get url(): string {
        throw new Error('Render frame was disposed before WebFrameMain could be accessed')
      }
    }
    expect(isTrusted(event(page, going))).toBe(false)
  })

  it('refuses everybody while there is no window', () => {
    expect(trustedSender(() => null, null)(event(page, main(ours)))).toBe(false)
  })
})

describe('under the dev server', () => {
  const isTrusted = trustedSender(() => page, dev)

  it.each<[string, boolean]>([
    [`${dev}/`, true],
    [`${dev}/index.html#/queue`, true],
    [ours, true],
    ['http://localhost:5174/', false],
    ['https://localhost:5173/', false],
    ['http://localhost:5173.evil.example/', false],
    ['http://localhost:5173@evil.example/', false],
    ['http://user@localhost:5173/', false]
  ])('%s: %s', (url, trusted) => expect(isTrusted(event(page, main(url)))).toBe(trusted))
})
