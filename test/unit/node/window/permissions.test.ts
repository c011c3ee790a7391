import type { Session, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { limitPermissions } from '../../../../src/main/window/permissions'

type Handler = (...args: unknown[]) => unknown

const page: unknown = { page: 'ours' }
const address = 'installer://app/index.html'

function limitedSession(devOrigin: string | null = null, isOpen = true): Map<string, Handler> {
  const handlers = new Map<string, Handler>()
  const session: unknown = new Proxy(
    {},
    { get: (_target, name) => (handler: Handler) => void handlers.set(String(name), handler) }
  )
  limitPermissions(session as Session, { ownPage: () => (isOpen ? (page as WebContents) : null), devOrigin })
  return handlers
}

interface Asked {
  contents?: unknown
  permission?: string
  url?: string
  isMainFrame?: boolean
  mediaTypes?: string[] | undefined
  securityOrigin?: string
  devOrigin?: string
  isOpen?: boolean
}

/** As the browser names it: Node knows no origin of a scheme like ours, and everything would be denied to `null`. */
function originOf(url: string): string {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}/`
}

/** What the session says when it is asked for a permission, and when it is asked whether there is one already. */
function answers({
  contents = page,
  permission = 'media',
  url = address,
  isMainFrame = true,
  mediaTypes = ['video'],
  securityOrigin,
  devOrigin,
  isOpen = true
}: Asked): unknown[] {
  const handlers = limitedSession(devOrigin, isOpen)
  const given: unknown[] = []
  const answer = (granted: unknown): void => void given.push(granted)
  const security = securityOrigin === undefined ? {} : { securityOrigin }
  const request = { requestingUrl: url, isMainFrame, mediaTypes, ...security }
  handlers.get('setPermissionRequestHandler')?.(contents, permission, answer, request)
  const check = { requestingUrl: url, isMainFrame, mediaType: mediaTypes.at(-1) ?? 'unknown' }
  given.push(handlers.get('setPermissionCheckHandler')?.(contents, permission, originOf(url), check))
  return given
}

describe('the camera', () => {
  it('is granted to our own page', () => {
    // An address of our scheme has no origin in Node; the browser names the scheme and the host.
    const handlers = limitedSession()
    const given: unknown[] = []
    const details = { requestingUrl: address, securityOrigin: 'installer://app/', isMainFrame: true }
    const answer = (granted: unknown): void => void given.push(granted)
    handlers.get('setPermissionRequestHandler')?.(page, 'media', answer, { ...details, mediaTypes: ['video'] })
    const check = { ...details, mediaType: 'video' }
    given.push(handlers.get('setPermissionCheckHandler')?.(page, 'media', 'installer://app/', check))
    expect(given).toEqual([true, true])
  })

  it('is granted to the dev server that stands in for it', () => {
    const devOrigin = 'http://localhost:5173'
    expect(answers({ url: `${devOrigin}/`, devOrigin })).toEqual([true, true])
  })

  it.each<[string, Asked]>([
    ['a page in another window', { contents: { page: 'another' } }],
    ['nobody that is known', { contents: null }],
    ['anybody while there is no window', { isOpen: false }],
    ['a frame in our page', { isMainFrame: false }],
    ['another site', { url: 'https://example.com/' }],
    ['another host of our scheme', { url: 'installer://other/' }],
    ['a file', { url: 'file:///home/index.html' }],
    ['what was the dev server, in a build', { url: 'http://localhost:5173/' }],
    ['a page of ours in the name of another', { securityOrigin: 'https://example.com' }],
    ['whoever wants the microphone', { mediaTypes: ['audio'] }],
    ['whoever wants the microphone as well', { mediaTypes: ['video', 'audio'] }],
    ['whoever does not say what for', { mediaTypes: [] }]
  ])('is denied to %s', (_name, asked) => {
    expect(answers(asked)[0]).toBe(false)
    const checked = answers(asked)[1]
    // The check does not know for whom an address asks; the request that follows does.
    if (asked.securityOrigin === undefined) expect(checked).toBe(false)
  })
})

describe('what else the browser could do for the page', () => {
  it.each([
    'clipboard-read',
    'clipboard-sanitized-write',
    'display-capture',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'notifications',
    'openExternal',
    'pointerLock',
    'serial',
    'storage-access',
    'usb',
    'window-management',
    'something new'
  ])('%s: denied, asked or not', (permission) => {
    expect(answers({ permission })).toEqual([false, false])
  })

  it.each(['hid', 'serial', 'usb'])('a device of kind %s: denied', (deviceType) => {
    const answer = limitedSession().get('setDevicePermissionHandler')?.({ deviceType, origin: 'installer://app' })
    expect(answer).toBe(false)
  })
})
