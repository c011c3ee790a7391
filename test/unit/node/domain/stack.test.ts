import { isAllowedOrigin, readBaseUrl } from '@shared/domain/stack'
import { describe, expect, test } from 'vitest'

const base = 'https://abc.execute-api.eu-west-1.amazonaws.com/prod/v1'

describe('readBaseUrl', () => {
  test.each<[what: string, text: string, baseUrl: string]>([
    ['as it is allocated', `${base}/`, base],
    ['without the slash', base, base],
    ['with several slashes', `${base}//`, base],
    ['with white space around', `  ${base}/\n`, base],
    ['with capitals in the host', base.replace('abc', 'ABC'), base],
    ['with an empty query', `${base}?`, base],
    ['with its default port', 'https://example.com:443/v1', 'https://example.com/v1'],
    ['without a path', 'https://example.com', 'https://example.com'],
    ['plain http on this machine', 'http://127.0.0.1:4010/v1/', 'http://127.0.0.1:4010/v1'],
    ['plain http on localhost', 'http://localhost:4010', 'http://localhost:4010'],
    ['plain http on the IPv6 loopback', 'http://[::1]:4010', 'http://[::1]:4010']
  ])('%s', (_what, text, baseUrl) => {
    expect(readBaseUrl(text)).toEqual({ ok: true, baseUrl })
  })

  test.each<[what: string, text: string, kind: 'bad_url' | 'not_https']>([
    ['nothing', '', 'bad_url'],
    ['no scheme', 'abc.execute-api.eu-west-1.amazonaws.com/prod/v1', 'bad_url'],
    ['another scheme', 'ftp://example.com', 'bad_url'],
    ['a script', 'javascript:alert(1)', 'bad_url'],
    ['a file', 'file:///etc/passwd', 'bad_url'],
    ['credentials in the URL', 'https://user:secret@example.com/v1', 'bad_url'],
    ['a user in the URL', 'https://user@example.com/v1', 'bad_url'],
    ['a query', `${base}?stage=prod`, 'bad_url'],
    ['a fragment', `${base}#top`, 'bad_url'],
    ['plain http elsewhere', 'http://example.com/v1', 'not_https'],
    ['plain http to a host that only looks local', 'http://127.0.0.1.example.com/', 'not_https'],
    ['plain http to a neighbour', 'http://192.168.1.10/v1', 'not_https']
  ])('%s', (_what, text, kind) => {
    expect(readBaseUrl(text)).toEqual({ ok: false, kind })
  })

  test('what was read is read again as itself', () => {
    expect(readBaseUrl(base)).toEqual({ ok: true, baseUrl: base })
  })
})

test.each<[url: string, allowed: boolean]>([
  ['https://example.com', true],
  ['http://localhost', true],
  ['http://example.com', false],
  ['ws://localhost', false]
])('%s may be spoken to: %s', (url, allowed) => {
  expect(isAllowedOrigin(new URL(url))).toBe(allowed)
})
