/** Far beyond anything the table takes: 500 commands of 30 parameters, a report of a million characters. */
const deepest = 32
const mostValues = 50_000
const mostCharacters = 2_000_000
/** A photo, with some to spare. */
const mostBytes = 16_000_000

/** Names that reach an object's prototype in careless code. None of our fields is called so. */
const trapNames = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Structured clone lets far more through than JSON: cycles, maps, dates, buffers, values nested thousands deep. This
 * looks at the raw input before any schema does, in bounded time and without recursion. Of all that, only plain bytes
 * pass, as the field `bytes` of the input itself: whether the channel has such a field is for its schema to say.
 *
 * @returns why the input is refused, or null when it is plain data of a sane size
 */
export function unfitInput(input: unknown): string | null {
  let values = 0
  let characters = 0
  const waiting: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    if (++values > mostValues) return 'too many values'
    if (typeof value === 'string') characters += value.length
    if (characters > mostCharacters) return 'too much text'
    if (isPrimitive(value)) continue
    if (depth >= deepest) return 'nested too deep'
    if (Array.isArray(value) && value.length > mostValues) return 'too many values'
    const children = childrenOf(value)
    if (children === null) return 'not plain data'
    if (children.length + waiting.length > mostValues) return 'too many values'
    for (const [name, child] of children) {
      characters += name.length
      if (depth === 0 && name === 'bytes' && isBytes(child)) {
        if (child.byteLength > mostBytes) return 'too many bytes'
        continue
      }
      waiting.push({ value: child, depth: depth + 1 })
    }
  }
  return null
}

function isPrimitive(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)
}

/** Neither another kind of list nor a class of its own. */
function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && Object.getPrototypeOf(value) === Uint8Array.prototype
}

/** The entries of a plain object or array; null for anything else, or when it has a key nobody would write. */
function childrenOf(value: unknown): [string, unknown][] | null {
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) return value.map((item: unknown) => ['', item])
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return null
  if (Object.getOwnPropertySymbols(value).length > 0) return null
  const entries: [string, unknown][] = Object.entries(value)
  return entries.some(([name]) => trapNames.has(name)) ? null : entries
}
