import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFileLog } from '../../../../../src/main/adapters/log/fileLog'
import type { KeptLog } from '../../../../../src/main/ports/log'

const secret = 'Caña/ry+sec"ret\\ 7&x='
const now = new Date('2026-11-23T06:50:12.345Z')

let folder: string
let log: KeptLog
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'))
  log = openFileLog({ folder, now: () => now })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const written = (): string => readFileSync(join(folder, 'main.log'), 'utf8')

describe('a line of the log', () => {
  it('is time, level, area, message and fields', () => {
    log.info('outbox', 'sent', { id: 7, lane: 'TSPD04ESY93100802' })
    log.warn('window', 'a warning')
    expect(written().split(/\r?\n/)).toEqual([
      '2026-11-23T06:50:12.345Z info  outbox sent {"id":7,"lane":"TSPD04ESY93100802"}',
      '2026-11-23T06:50:12.345Z warn  window a warning',
      ''
    ])
  })

  it('is one line, whatever the words hold', () => {
    log.error('api', 'said\n2026 info forged entry\r\u001b[31m', { words: 'a\nb' })
    expect(written().trimEnd().split(/\r?\n/)).toHaveLength(1)
    expect(written()).not.toContain('\u001b')
  })

  it('keeps percent signs and braces as they are', () => {
    log.info('api', '100% of {text} %s %o %c', { words: '%s' })
    expect(written()).toContain('100% of {text} %s %o %c {"words":"%s"}')
  })

  it('shows an error with its stack and its cause', () => {
    const error = Object.assign(new TypeError('outer', { cause: new Error('inner') }), { code: 'EPIPE' })
    log.error('api', 'failed', { error })
    expect(written()).toMatch(/"name":"TypeError","message":"outer","stack":".*fileLog\.test.*"cause":\{.*inner/)
    expect(written()).toContain('"code":"EPIPE"')
  })

  it.each<[string, unknown, string]>([
    ['a cycle', cyclic(), '"[circular]"'],
    ['something deep', deep(30), '"[deep]"'],
    ['a bigint', 1n, '"[bigint]"'],
    ['NaN', Number.NaN, '"NaN"'],
    ['a date', now, '"2026-11-23T06:50:12.345Z"'],
    ['bytes', new Uint8Array(4), '"[bytes]"'],
    ['a function', () => 1, '"[function]"'],
    [
      'a getter that throws',
      {
        get value() {
          throw new Error('no')
        }
      },
      '"[unreadable]"'
    ],
    ['a long text', 'x'.repeat(20_000), '(20000 characters)']
  ])('can show %s', (_name, value, expected) => {
    log.info('test', 'shows', { value })
    expect(written()).toContain(expected)
    expect(written().length).toBeLessThan(10_000)
  })
})

function cyclic(): unknown {
  const ring: Record<string, unknown> = {}
  ring['self'] = ring
  return ring
}

function deep(levels: number): unknown {
  return levels === 0 ? 'core' : { inner: deep(levels - 1) }
}

describe('a hidden value', () => {
  beforeEach(() => log.hide(secret))

  const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)
  const json = inJson(secret)
  it.each<[string, string]>([
    ['plain', secret],
    ['JSON-escaped', json],
    ['JSON-escaped twice', inJson(json)],
    ['JSON-escaped four times', inJson(inJson(inJson(json)))],
    ['as PHP writes JSON', json.replaceAll('/', String.raw`\/`).replace('ñ', String.raw`\u00F1`)],
    ['URL-encoded', encodeURIComponent(secret)],
    ['URL-encoded in lower case', encodeURIComponent(secret).replaceAll(/%../g, (code) => code.toLowerCase())],
    ['form-encoded', encodeURIComponent(secret).replaceAll('%20', '+')],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in base64url', Buffer.from(secret).toString('base64url')],
    ['in base64 after one byte', Buffer.from(`:${secret}`).toString('base64')],
    ['in base64 after a client id', Buffer.from(`client-id:${secret}`).toString('base64')],
    ['in base64 with something after it', Buffer.from(`id:${secret}:more`).toString('base64')]
  ])('is never written: %s', (_name, spelling) => {
    log.info(`area ${spelling}`, `message ${spelling} more`, {
      words: `before ${spelling} after`,
      list: [spelling],
      [spelling]: 1,
      error: new Error(`failed with ${spelling}`),
      body: JSON.stringify({ words: spelling })
    })
    const text = written()
    expect(text).toContain('[hidden]')
    for (const trace of [secret, spelling, json, secret.slice(5, 11)]) expect(text).not.toContain(trace)
    for (const word of text.match(/[\w+/-]{8,}={0,2}/g) ?? []) {
      expect(Buffer.from(word, 'base64').toString('latin1')).not.toMatch(/ry.sec|et.. 7&/)
    }
  })

  it('is not left in half where a long text is cut', () => {
    for (let before = 7_960; before < 8_010; before += 3) log.info('a', 'b', { words: 'x'.repeat(before) + secret })
    expect(written()).not.toContain('Caña')
  })

  it('is hidden although it comes together from two parts of the line', () => {
    log.hide('left-half right-half')
    log.info('left-half', 'right-half')
    expect(written()).toContain('info  [hidden]')
  })

  it('stays hidden among many others', () => {
    for (let i = 0; i < 400; i++) log.hide(`token-number-${i}`)
    log.info('a', `token-number-0 token-number-399 ${secret}`)
    expect(written()).toMatch(/a \[hidden\] \[hidden\] \[hidden\]/)
  })

  it('is not made of a text too short to be told from ordinary words', () => {
    log.hide('')
    log.hide('abc')
    log.info('a', 'abc and others')
    expect(written()).toContain('abc and others')
  })
})

describe('what nobody registered', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJlLWNhbmFyeQ'
  it.each<[string, () => void, string[]]>([
    ['a token by its look', () => log.info('a', `got ${jwt}`, { words: jwt }), ['eyJ']],
    ['a bearer header in a text', () => log.info('a', 'Authorization: Bearer canary.token-1'), ['canary']],
    ['a header by its key', () => log.info('a', 'b', { headers: { Authorization: 'Token canary' } }), ['canary']],
    ['a client secret by its key', () => log.info('a', 'b', { body: { client_secret: 'canary' } }), ['canary']],
    [
      'whatever stands under such a key',
      () => log.info('a', 'b', { secrets: ['canary', { x: 'canary' }] }),
      ['canary']
    ],
    [
      'a secret in camel case',
      () => log.info('a', 'b', { clientSecret: 'canary', accessToken: 7654321 }),
      ['canary', '7654321']
    ],
    ['a password', () => log.info('a', 'b', { Password: 'canary' }), ['canary']],
    ['a body in a text', () => log.info('a', '{"client_secret":"canary","x":1}'), ['canary']],
    ['a body in a field', () => log.info('a', 'b', { body: '{"client_secret": "canary"}' }), ['canary']],
    ['a form', () => log.info('a', 'client_id=me&client_secret=canary&x=1'), ['canary']],
    ['credentials in an address', () => log.info('a', 'b', { proxy: 'http://me:canary@proxy:8080' }), ['canary']]
  ])('%s is struck out all the same', (_name, write, traces) => {
    write()
    expect(written()).toContain('[hidden]')
    for (const trace of traces) expect(written()).not.toContain(trace)
  })

  it('leaves ordinary words alone', () => {
    log.info('a', 'the bearer of this, basically', { secretMissing: true, tokens: null, note: 'user@example.com' })
    expect(written()).toContain('{"secretMissing":true,"tokens":null,"note":"user@example.com"}')
  })
})

describe('the file', () => {
  it.skipIf(process.platform === 'win32')('is for nobody but this person', () => {
    log.info('a', 'b')
    expect(statSync(join(folder, 'main.log')).mode & 0o077).toBe(0)
  })

  it('is begun anew when it is full, keeping one old one', () => {
    const small = join(folder, 'small')
    const smallLog = openFileLog({ folder: small, maxSize: 2_000 })
    for (let i = 0; i < 100; i++) smallLog.info('test', `entry ${i}`, { words: 'x'.repeat(60) })
    expect(readdirSync(small).toSorted()).toEqual(['main.log', 'main.old.log'])
    expect(readFileSync(join(small, 'main.log'), 'utf8')).toContain('entry 99')
    for (const name of readdirSync(small)) expect(statSync(join(small, name)).size).toBeLessThan(2_500)
  })

  it('is read back whole, the older one first, without what has become secret since', () => {
    const kept = join(folder, 'kept')
    const keptLog = openFileLog({ folder: kept, maxSize: 500 })
    expect(keptLog.files()).toEqual([])
    for (let i = 0; i < 12; i++) keptLog.info('test', `entry ${i} of a-secret-typed-later`, { words: 'x'.repeat(60) })
    keptLog.hide('a-secret-typed-later')
    const files = keptLog.files()
    expect(files.map(({ name }) => name)).toEqual(['main.old.log', 'main.log'])
    expect(files[1]?.text).toContain('entry 11 of [hidden]')
    expect(JSON.stringify(files)).not.toContain('a-secret-typed-later')
  })

  it('goes on where the last run ended', () => {
    const again = join(folder, 'again')
    openFileLog({ folder: again }).info('test', 'first run')
    openFileLog({ folder: again }).info('test', 'second run')
    expect(readFileSync(join(again, 'main.log'), 'utf8')).toMatch(/first run[^]*second run/)
  })

  it('costs nobody their work when it cannot be written', () => {
    const blocked = join(folder, 'blocked')
    writeFileSync(blocked, 'a file where the folder should be')
    const blockedLog = openFileLog({ folder: join(blocked, 'logs') })
    expect(() => blockedLog.error('test', 'lost')).not.toThrow()
  })
})
