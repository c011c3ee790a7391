import { describe, expect, test } from 'vitest'
import { concealing, serverWords } from '../../../../src/main/api/serverWords'
import { httpServer } from './servers'
import { apiAt } from './stack'

const none = concealing([])
const said = (body: unknown) => serverWords(typeof body === 'string' ? body : JSON.stringify(body), none)

describe("the server's words", () => {
  test.each([
    ['message', { statusCode: 400, error: 'Bad Request', message: 'No such group' }, 'No such group'],
    ['error alone', { statusCode: 400, error: 'Bad Request' }, 'Bad Request'],
    ['an empty message', { error: 'Bad Request', message: ' ' }, 'Bad Request'],
    ['the gateway', { Message: 'User is not authorized' }, 'User is not authorized'],
    ['a JSON text', '"No"', 'No'],
    ['plain text', 'Service unavailable\n', 'Service unavailable'],
    ['a message of another type', { message: { text: 'No' } }, undefined],
    ['a number', '7', undefined],
    ['null', 'null', undefined],
    ['nothing', '', undefined],
    ['a page', '<html><body>No</body></html>', undefined]
  ])('%s', (_what, body, words) => {
    expect(said(body)).toBe(words)
  })

  test('lose control characters and those that turn the text around', () => {
    expect(said({ message: 'a\u0000b\u001b[31mc\r\n\td\u202Ee\u2066f\u0085g' })).toBe('a b [31mc def g')
  })

  test('end at 500 characters, and never within one', () => {
    expect(said({ message: 'x'.repeat(500) })).toBe('x'.repeat(500))
    expect(said({ message: 'x'.repeat(501) })).toBe(`${'x'.repeat(499)}…`)
    expect(said({ message: `${'x'.repeat(498)}😀😀` })?.isWellFormed()).toBe(true)
  })
})

describe('what went out with a request', () => {
  const secret = 'a"b c/ü+1'
  const conceal = concealing([secret])

  test.each([
    ['as it is', `seen: ${secret}!`],
    ['in a URL', `seen: ${encodeURIComponent(secret)}!`],
    ['in JSON', `seen: ${JSON.stringify(secret).slice(1, -1)}!`]
  ])('is concealed %s', (_what, text) => {
    expect(conceal(text)).toBe('seen: •••!')
  })

  test.each([
    ["'Authorization=Bearer abcdefghijklmnop1234'", "'Authorization=Bearer •••'"],
    ['authorization: bearer abc.def-ghi_jkl~mno+pqr/==', 'authorization: bearer •••'],
    ['token eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl here', 'token ••• here']
  ])('a token is known by its look: %s', (text, expected) => {
    expect(none(text)).toBe(expected)
  })

  test('is concealed although the words are tidied', () => {
    expect(serverWords('seen: two  blanks!', concealing(['two  blanks']))).toBe('seen: •••!')
  })

  test('ordinary words stay', () => {
    const words = 'Bearer token is missing. Basic information required for eyJ.'
    expect(none(words)).toBe(words)
  })

  test('an empty secret conceals nothing', () => {
    expect(concealing([''])('abc')).toBe('abc')
  })
})

describe('no outcome tells a secret', () => {
  const clientSecret = 'hush-hush-secret'
  const token = 'opaque-token-0123456789'

  /** A stack that repeats everything it was sent in its answer. */
  async function echoing(status: number, shape: (echo: string) => string) {
    return httpServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const signIn = request.url === '/auth/client-token'
        const echo = `${request.headers.authorization ?? ''} ${Buffer.concat(chunks).toString()}`
        const refuses = !signIn || status === 418
        response.writeHead(refuses ? (status === 418 ? 400 : status) : 200, { 'content-type': 'application/json' })
        response.end(refuses ? shape(echo) : JSON.stringify({ data: { token } }))
      })
    })
  }

  const shapes: [string, (echo: string) => string][] = [
    ['a message', (echo) => JSON.stringify({ message: `Invalid: ${echo}` })],
    ['plain text', (echo) => `Invalid: ${echo}`],
    ['a message cut inside', (echo) => JSON.stringify({ message: 'x'.repeat(470) + echo })],
    ['a message with control characters inside', (echo) => JSON.stringify({ message: echo.split('').join('\u0000') })],
    [
      'a message with invisible characters inside',
      (echo) => JSON.stringify({ message: echo.split('').join('\u202E\u200B') })
    ],
    ['another shape', (echo) => JSON.stringify({ data: [echo] })]
  ]

  test.each(
    shapes.flatMap(([what, shape]) =>
      [200, 400, 401, 403, 404, 418, 429, 500].map((status) => ({ what, status, shape }))
    )
  )('$status with $what', async ({ status, shape }) => {
    const outcomes: unknown[] = []
    const api = apiAt(await echoing(status, shape), {
      credentials: () => Promise.resolve({ clientId: 'client', clientSecret }),
      onOutcome: (outcome) => void outcomes.push(outcome)
    })
    await api.signIn()
    await api.getGeneralInfo('TSPR04EZU31901021')
    await api.setStatus('TSPR04EZU31901021', 'installed')
    expect(outcomes).toHaveLength(3)
    const told = JSON.stringify(outcomes)
    for (const hidden of [clientSecret, token, clientSecret.slice(0, 12), token.slice(0, 16)]) {
      expect(told).not.toContain(hidden)
    }
  })
})
