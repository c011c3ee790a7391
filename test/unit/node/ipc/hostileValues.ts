import fc from 'fast-check'

const trapNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length']

function cyclic(): unknown {
  const ring: Record<string, unknown> = { name: 'ring' }
  ring['self'] = [ring]
  return ring
}

function nested(depth: number): unknown {
  let value: unknown = 'core'
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { inner: value }
  return value
}

const explosive = {
  get stackId(): string {
    throw new Error('looked at')
  }
}

const trapped = (): unknown =>
  new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('asked for keys')
      },
      get: () => {
        throw new Error('read from')
      }
    }
  )

/** Whatever a page that was taken over may send, and more than any structured clone lets through. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.anything({ ...everyKind(), maxDepth: 3 }) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.dictionary(fc.constantFrom(...trapNames), fc.anything(), { noNullPrototype: false }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      NaN,
      -0,
      Infinity,
      Number.MAX_SAFE_INTEGER + 2,
      -1,
      1.5,
      '',
      '../../etc/passwd',
      "'; DROP TABLE actions; --",
      'installer://app/',
      'https://user:pass@example.invalid/',
      '\u0000',
      '\uD83D'
    )
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<() => unknown>(
        cyclic,
        trapped,
        () => explosive,
        () => nested(33),
        () => nested(50_000),
        () => 'x'.repeat(3_000_000),
        () => Array.from({ length: 60_000 }, () => null),
        () => new Map([[{}, 1]]),
        () => new Error('thrown'),
        () => Promise.reject(new Error('never waited for')).catch(() => undefined),
        () => Symbol('s'),
        () => () => 'called'
      )
      .map((make) => make())
  }
)

function everyKind() {
  return {
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true
  }
}

/** All places in a value at which something else could stand, the whole of it first. */
function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [[], ...Object.entries(value).flatMap(([name, part]) => placesIn(part).map((place) => [name, ...place]))]
}

/** Within something hostile that already stands there, nothing can be put any more. */
function spoil(value: unknown, place: readonly string[], part: unknown): unknown {
  try {
    return withAt(value, place, part)
  } catch {
    return value
  }
}

function withAt(value: unknown, [name, ...rest]: readonly string[], part: unknown): unknown {
  if (name === undefined) return part
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (String(index) === name ? withAt(item, rest, part) : item))
  }
  // Defined rather than assigned: one of the names is the prototype's.
  const entries = Object.entries(value).map(([key, held]): [string, unknown] => [
    key,
    key === name ? withAt(held, rest, part) : held
  ])
  return Object.fromEntries(entries)
}

/** A good input in which one to three parts, or all of it, are something else. */
export function spoiled(sample: unknown): fc.Arbitrary<unknown> {
  const spot = fc.tuple(fc.constantFrom(...placesIn(sample)), hostileValue)
  return fc
    .array(spot, { minLength: 1, maxLength: 3 })
    .map((spots) => spots.reduce<unknown>((value, [place, part]) => spoil(value, place, part), sample))
}
