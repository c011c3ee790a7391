import type { Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { denyPermissions } from '../../../../src/main/window/permissions'

type Handler = (...args: unknown[]) => unknown

function lockedSession(): Map<string, Handler> {
  const handlers = new Map<string, Handler>()
  const session: unknown = new Proxy(
    {},
    { get: (_target, name) => (handler: Handler) => void handlers.set(String(name), handler) }
  )
  denyPermissions(session as Session)
  return handlers
}

describe('what the browser could do for the page', () => {
  it.each([
    'clipboard-read',
    'clipboard-sanitized-write',
    'display-capture',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'media',
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
    const handlers = lockedSession()
    const answers: unknown[] = []
    handlers.get('setPermissionRequestHandler')?.({}, permission, (granted: unknown) => answers.push(granted), {})
    answers.push(handlers.get('setPermissionCheckHandler')?.({}, permission, 'installer://app', {}))
    expect(answers).toEqual([false, false])
  })

  it.each(['hid', 'serial', 'usb'])('a device of kind %s: denied', (deviceType) => {
    const answer = lockedSession().get('setDevicePermissionHandler')?.({ deviceType, origin: 'installer://app' })
    expect(answer).toBe(false)
  })
})
