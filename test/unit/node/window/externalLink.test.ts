import { shell } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openExternal, readExternalLink } from '../../../../src/main/window/externalLink'

describe('an address that may be opened outside', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['HTTPS://EXAMPLE.com/A', 'https://example.com/A'],
    ['https://example.com:8443/', 'https://example.com:8443/'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/']
  ])('%s', (address, href) => expect(readExternalLink(address)).toBe(href))

  it.each([
    '',
    'example.com',
    '//example.com/',
    'http://example.com/',
    'httpss://example.com/',
    'https:example.com',
    'https:/example.com',
    'https:///example.com',
    String.raw`https:\\example.com`,
    ' https://example.com/',
    'https://',
    'https://user@example.com/',
    'https://user:pass@example.com/',
    'https://:pass@example.com/',
    'https://exa mple.com/',
    'https://example.com:99999/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'ms-msdt:/id',
    'smb://server/share',
    'vbscript:x',
    'installer://app/',
    `https://example.com/${'a'.repeat(2000)}`
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
    await openExternal('HTTPS://EXAMPLE.com/A')
    expect(opened.mock.calls).toEqual([['https://example.com/A']])
  })

  it('hands it nothing else', async () => {
    const opened = vi.spyOn(shell, 'openExternal').mockResolvedValue()
    await expect(openExternal('file:///etc/passwd')).rejects.toMatchObject({
      problem: { kind: 'not_an_external_link' }
    })
    expect(opened).not.toHaveBeenCalled()
  })
})
