import { expect, it } from 'vitest'
import { applicationMenu } from '../../../../src/main/window/applicationMenu'

it.each<NodeJS.Platform>(['win32', 'linux'])(
  'on %s there is none, and with it no key for reload or zoom',
  (platform) => {
    expect(applicationMenu(platform)).toBeNull()
  }
)

it('on macOS it carries the keys for copy, paste and quit, and none that reloads, zooms or looks into the page', () => {
  const roles = applicationMenu('darwin')?.items.map(({ role }) => role)
  expect(roles).toEqual(['appMenu', 'editMenu', 'windowMenu'])
})
