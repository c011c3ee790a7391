import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { channelNames } from '@shared/ipc/names'
import { goodInputs } from './channelSamples'
import { openGate, type Gate } from './gate'

let gate: Gate
beforeEach(() => (gate = openGate()))
afterEach(() => gate.close())

const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 'core'
  for (let i = 0; i < depth; i++) value = wrap(value)
  return value
}

function cyclic(): unknown {
  const ring: Record<string, unknown> = { name: 'ring' }
  ring['self'] = ring
  return ring
}

function bushy(): unknown {
  // Twenty levels of twenty references each to the next level: small in memory, endless to walk.
  let level: unknown[] = ['leaf']
  for (let i = 0; i < 20; i++) level = Array.from({ length: 20 }, () => level)
  return level
}

/** Refused in the place of any value whatever, whichever channel it is. */
const poison: Record<string, () => unknown> = {
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  'a bigint': () => 1n,
  'a symbol': () => Symbol('s'),
  'a function': () => () => 'called',
  'a map': () => new Map([['stackId', 'x']]),
  'a set': () => new Set([1]),
  'a date': () => new Date(0),
  'a regular expression': () => /x/,
  'an error': () => new Error('x'),
  'a promise': () => Promise.resolve('x'),
  bytes: () => new Uint8Array(8),
  'a boxed string': () => Object('text') as unknown,
  'an instance of a class': () => new URL('https://example.com/'),
  'an own __proto__': () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  'a constructor key': () => ({ constructor: { prototype: { polluted: true } } }),
  'a prototype key': () => ({ prototype: { polluted: true } }),
  'a symbol key': () => ({ [Symbol('hidden')]: 1 }),
  'a cycle': cyclic,
  'a bush of shared references': bushy,
  'arrays nested 100 000 deep': () => nested(100_000, (inner) => [inner]),
  'objects nested 100 000 deep': () => nested(100_000, (inner) => ({ inner })),
  'a string of 5 000 000 characters': () => 'x'.repeat(5_000_000),
  'an array of 40 000 dates': () => Array.from({ length: 40_000 }, () => new Date(0)),
  'an array of 60 000': () => Array.from({ length: 60_000 }, () => 0),
  'an array that claims 4 000 000 000': () => {
    const claimed: unknown[] = []
    claimed.length = 4_000_000_000
    return claimed
  },
  'an object of 60 000 keys': () => Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`k${i}`, i]))
}

/** Wrong as a whole for every channel. */
const wrongWholes: Record<string, unknown> = {
  null: null,
  'an empty string': '',
  'a number': 7,
  true: true,
  'an empty array': [],
  'an array of a good-looking object': [{ stackId: 'x' }],
  'an object with a key nobody knows': { surprise: 1 }
}

/** Every way to put `value` in the place of one part of `sample`, which itself stays as it is. */
function* replacing(sample: unknown, value: unknown): Generator {
  yield value
  if (typeof sample !== 'object' || sample === null) return
  for (const [key, part] of Object.entries(sample)) {
    for (const replaced of replacing(part, value)) yield withPart(sample, key, replaced)
  }
}

function withPart(sample: object, key: string, part: unknown): unknown {
  if (!Array.isArray(sample)) return { ...sample, [key]: part }
  return sample.map((item: unknown, index) => (String(index) === key ? part : item))
}

/** Adds a key that the table does not know to every object of the sample. */
function* adding(sample: unknown): Generator {
  if (typeof sample !== 'object' || sample === null) return
  if (!Array.isArray(sample)) yield { ...sample, surprise: 'boo' }
  for (const [key, part] of Object.entries(sample)) {
    // Parameters and last choices are records: they take any key that looks right, and 'surprise' does.
    if (key === 'parameters') continue
    for (const changed of adding(part)) yield withPart(sample, key, changed)
  }
}

async function expectRefusal(channel: (typeof channelNames)[number], ...args: unknown[]): Promise<void> {
  const answer = await gate.call(channel, ...args)
  expect(answer).toMatchObject({ ok: false, problem: { kind: 'invalid_input' } })
}

describe.each(channelNames)('%s', (channel) => {
  const sample: unknown = goodInputs[channel]

  it.each(Object.entries(poison))('refuses %s in the place of anything', async (_name, make) => {
    const value = make()
    const startedAt = performance.now()
    for (const input of replacing(sample, value)) await expectRefusal(channel, input)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    expect(gate.ran).toEqual([])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it.each(Object.entries(wrongWholes))('refuses %s as its input', async (_name, input) => {
    await expectRefusal(channel, input)
    expect(gate.ran).toEqual([])
  })

  it('refuses a key nobody knows at any level', async () => {
    for (const input of adding(sample)) await expectRefusal(channel, input)
    expect(gate.ran).toEqual([])
  })

  it('refuses more than one argument', async () => {
    await expectRefusal(channel, sample, sample)
    await expectRefusal(channel, sample, undefined)
    expect(gate.ran).toEqual([])
  })

  it('takes no time over a list that is just not too long to be looked at', async () => {
    const startedAt = performance.now()
    const list = Array.from({ length: 40_000 }, () => ({}))
    await expectRefusal(channel, list)
    if (sample !== undefined) await expectRefusal(channel, { ...sample, id: list, stackId: list, intents: list })
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    expect(gate.ran).toEqual([])
  })
})

it.each(channelNames.filter((channel) => goodInputs[channel] !== undefined))('%s refuses no input', async (channel) => {
  await expectRefusal(channel)
  await expectRefusal(channel, undefined)
  expect(gate.ran).toEqual([])
})

describe('a choice of messages', () => {
  const { stackId, tuid } = goodInputs['things:messages']

  it.each<[string, object]>([
    ['no limit', {}],
    ['a limit of none', { limit: 0 }],
    ['a limit beyond all lists', { limit: 10_001 }],
    ['an end before its beginning', { limit: 1, from: 2, to: 1 }],
    ['part of a millisecond', { limit: 1, from: 1.5 }],
    ['a time before all records', { limit: 1, from: -1 }],
    ['a time no clock shows', { limit: 1, to: 8.64e15 + 1 }],
    ['no message id at all', { limit: 1, messageIds: [] }],
    ['too many message ids', { limit: 1, messageIds: Array.from({ length: 101 }, (_, id) => id) }],
    ['an event id that is none', { limit: 1, eventIds: [31.5] }]
  ])('with %s is refused', async (_what, choice) => {
    await expectRefusal('things:messages', { stackId, tuid, ...choice })
    expect(gate.ran).toEqual([])
  })

  it.each<[string, object]>([
    ['a limit alone', { limit: 10_000 }],
    ['a beginning alone', { limit: 1, from: 0 }],
    ['one and the same moment', { limit: 1, from: 5, to: 5 }],
    ['ids alone', { limit: 1, eventIds: [0] }]
  ])('with %s is taken', async (_what, choice) => {
    await gate.call('things:messages', { stackId, tuid, ...choice })
    expect(gate.ran).toEqual(['things:messages'])
  })
})

it('names paths in a refusal, never values', async () => {
  const secret = 'hunter2-canary'
  const input = { ...goodInputs['stacks:save'], clientSecret: [secret], keep: secret }
  const answer = await gate.call('stacks:save', input)
  expect(answer).toEqual({
    ok: false,
    problem: { kind: 'invalid_input', detail: 'clientSecret: invalid_type, keep: invalid_value' }
  })
  expect(JSON.stringify(gate.log.entries)).not.toContain(secret)
})

describe('a photo', () => {
  const sample = goodInputs['photos:add']

  it.each<[string, unknown]>([
    ['no bytes', new Uint8Array(0)],
    ['the bytes of a PDF', new TextEncoder().encode('%PDF-1.7 and so on')],
    ['more bytes than a photo may have', new Uint8Array(12_000_001).fill(0xff).fill(0xd8, 1, 2)],
    ['100 MB', new Uint8Array(100_000_000).fill(0xff, 0, 3).fill(0xd8, 1, 2)],
    ['a list of numbers', [0xff, 0xd8, 0xff]],
    ['a buffer', Uint8Array.of(0xff, 0xd8, 0xff).buffer],
    ['words of two bytes', Uint16Array.of(0xff, 0xd8, 0xff)],
    ['a class of its own', Buffer.from([0xff, 0xd8, 0xff])]
  ])('is not %s', async (_name, bytes) => {
    await expectRefusal('photos:add', { ...sample, bytes })
    expect(gate.ran).toEqual([])
  })

  it.each<[string, unknown]>([
    ['a hash that leads elsewhere', { hash: '../config.json', type: 'image/jpeg' }],
    ['a hash in capitals', { hash: 'A1'.repeat(32), type: 'image/jpeg' }],
    ['another type of file', { hash: 'a1'.repeat(32), type: 'text/html' }]
  ])('is not read by %s', async (_name, file) => {
    await expectRefusal('photos:read', file)
    expect(gate.ran).toEqual([])
  })

  it('passes with its bytes as they are', async () => {
    gate.close()
    const given: unknown[] = []
    gate = openGate({ 'photos:add': (input) => void given.push(input) })
    await gate.call('photos:add', sample)
    expect(given).toEqual([sample])
  })
})
