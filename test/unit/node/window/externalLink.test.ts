import { shell } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openExternal, readExternalLink } from '../../../../src/main/window/externalLink'

describe('an address that may be opened outside', () => {
  it.each([
    ['https://www.openstreetmap.org', 'https://www.openstreetmap.org/'],
    ['https://www.openstreetmap.org/?mlat=1#map=2', 'https://www.openstreetmap.org/?mlat=1#map=2'],
    ['HTTPS://WWW.OpenStreetMap.org/A', 'https://www.openstreetmap.org/A']
  ])('%s', (address, href) => expect(readExternalLink(address)).toBe(href))

  it.each([
    '',
    'www.openstreetmap.org',
    '//www.openstreetmap.org/',
    'http://www.openstreetmap.org/',
    'httpss://www.openstreetmap.org/',
    'https:www.openstreetmap.org',
    'https:/www.openstreetmap.org',
    'https:///www.openstreetmap.org',
    String.raw`https:\\www.openstreetmap.org`,
    ' https://www.openstreetmap.org/',
    'https://',
    'https://user@www.openstreetmap.org/',
    'https://user:pass@www.openstreetmap.org/',
    'https://:pass@www.openstreetmap.org/',
    'https://exa mple.com/',
    'https://www.openstreetmap.org:99999/',
    'https://example.com/',
    'https://openstreetmap.org.example/',
    'https://evil-www.openstreetmap.org/',
    'https://www.openstreetmap.org.evil.example/',
    'https://www.openstreetmap.org:8443/',
    'https://www.openstreetmap.org./',
    'https://evil.example/https://www.openstreetmap.org/',
    'https://www.openstreetmap.örg/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'ms-msdt:/id',
    'smb://server/share',
    'vbscript:x',
    'installer://app/',
    `https://www.openstreetmap.org/${'a'.repeat(2000)}`
  ])('not %s', (address) => {
    expect(() => readExternalLink(address)).toThrow(
      expect.objectContaining({ problem: { kind: 'not_an_external_link' } }) as Error
    )
  })
})

describe('opening it', () => {
  afterEach(() => vi.restoreAllMocks())

  it('hands the system the address as it was read', async () => {
    const opened = vi.spyOn(shell, 'openExternal').mockResolvedValue()
    await openExternal('HTTPS://WWW.OpenStreetMap.org/A')
    expect(opened.mock.calls).toEqual([['https://www.openstreetmap.org/A']])
  })

  it('hands it nothing else', async () => {
    const opened = vi.spyOn(shell, 'openExternal').mockResolvedValue()
    await expect(openExternal('file:///etc/passwd')).rejects.toMatchObject({
      problem: { kind: 'not_an_external_link' }
    })
    expect(opened).not.toHaveBeenCalled()
  })
})
