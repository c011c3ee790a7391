/* oxlint-disable unicorn/consistent-function-scoping -- what `.toString()` carries to the page must be one function */
/*
 * Structured-clone-like values as text, for the socket and for the channel to the test driver. Both functions are also
 * sent to the page by `.toString()`, so each must stay self-contained: no imports, no outer names.
 */

type Packed =
  | string
  | number
  | boolean
  | null
  | { is: 'undefined' }
  | { is: 'bigint' | 'number'; value: string }
  | { is: 'again'; value: number }
  | { is: 'date'; value: number | null }
  | { is: 'regexp'; source: string; flags: string }
  | { is: 'error'; name: string; message: string; stack: string }
  | { is: 'bytes'; type: string; value: string }
  | { is: 'map'; entries: [Packed, Packed][] }
  | { is: 'object'; entries: [string, Packed][] }
  | { is: 'set' | 'array'; items: Packed[] }

/** @throws DataCloneError for functions and symbols, as structured clone does */
export function encode(value: unknown): string {
  const seen = new Map<object, number>()

  const packBytes = (bytes: Uint8Array, type: string): Packed => {
    let text = ''
    for (let start = 0; start < bytes.length; start += 32_768) {
      text += String.fromCharCode(...bytes.subarray(start, start + 32_768))
    }
    return { is: 'bytes', type: type === 'Buffer' ? 'Uint8Array' : type, value: btoa(text) }
  }

  const packObject = (object: object): Packed => {
    if (object instanceof Date) return { is: 'date', value: object.getTime() }
    if (object instanceof RegExp) return { is: 'regexp', source: object.source, flags: object.flags }
    if (object instanceof Error) {
      return { is: 'error', name: object.name, message: object.message, stack: object.stack ?? '' }
    }
    if (object instanceof Map) return { is: 'map', entries: [...object].map(([key, item]) => [pack(key), pack(item)]) }
    if (object instanceof Set) return { is: 'set', items: [...object].map(pack) }
    if (object instanceof ArrayBuffer) return packBytes(new Uint8Array(object), 'ArrayBuffer')
    if (ArrayBuffer.isView(object)) {
      return packBytes(new Uint8Array(object.buffer, object.byteOffset, object.byteLength), object.constructor.name)
    }
    if (Array.isArray(object)) return { is: 'array', items: object.map(pack) }
    return { is: 'object', entries: Object.entries(object).map(([key, item]) => [key, pack(item)]) }
  }

  const pack = (item: unknown): Packed => {
    switch (typeof item) {
      case 'undefined':
        return { is: 'undefined' }
      case 'bigint':
        return { is: 'bigint', value: String(item) }
      case 'number':
        return Number.isFinite(item) && !Object.is(item, -0)
          ? item
          : { is: 'number', value: item === 0 ? '-0' : String(item) }
      case 'string':
      case 'boolean':
        return item
      case 'object': {
        if (item === null) return null
        const known = seen.get(item)
        if (known !== undefined) return { is: 'again', value: known }
        seen.set(item, seen.size)
        return packObject(item)
      }
      default:
        throw new DOMException('An object could not be cloned.', 'DataCloneError')
    }
  }

  return JSON.stringify(pack(value))
}

/** The value that `encode` made the text from; shared and circular references are kept. */
export function decode(text: string): unknown {
  const seen: unknown[] = []
  const keep = <Kept>(value: Kept): Kept => {
    seen.push(value)
    return value
  }

  const unpackBytes = (type: string, base64: string): unknown => {
    const letters = atob(base64)
    // Not by `Uint8Array.from`: that makes a list of all letters first, ten times as large as what it is made of.
    const bytes = new Uint8Array(letters.length)
    for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index)
    const { buffer } = bytes
    const views: Record<string, (new (buffer: ArrayBuffer) => ArrayBufferView) | undefined> = {
      Int8Array,
      Uint8Array,
      Uint8ClampedArray,
      Int16Array,
      Uint16Array,
      Int32Array,
      Uint32Array,
      Float32Array,
      Float64Array,
      BigInt64Array,
      BigUint64Array,
      DataView
    }
    const View = views[type]
    return View ? new View(buffer) : buffer
  }

  const unpack = (packed: Packed): unknown => {
    if (typeof packed !== 'object' || packed === null) return packed
    switch (packed.is) {
      case 'undefined':
        return undefined
      case 'bigint':
        return BigInt(packed.value)
      case 'number':
        return Number(packed.value)
      case 'again':
        return seen[packed.value]
      case 'date':
        return keep(new Date(packed.value ?? NaN))
      case 'regexp':
        return keep(new RegExp(packed.source, packed.flags))
      case 'error':
        return keep(Object.assign(new Error(packed.message), { name: packed.name, stack: packed.stack }))
      case 'bytes':
        return keep(unpackBytes(packed.type, packed.value))
      case 'map': {
        const map = keep(new Map<unknown, unknown>())
        for (const [key, item] of packed.entries) map.set(unpack(key), unpack(item))
        return map
      }
      case 'set': {
        const set = keep(new Set())
        for (const item of packed.items) set.add(unpack(item))
        return set
      }
      case 'array': {
        const array = keep<unknown[]>([])
        for (const item of packed.items) array.push(unpack(item))
        return array
      }
      case 'object': {
        const object = keep<Record<string, unknown>>({})
        for (const [key, item] of packed.entries) object[key] = unpack(item)
        return object
      }
    }
  }

  // Only `encode` writes such texts.
  return unpack(JSON.parse(text) as Packed)
}
