import { struck } from './hiddenValues'

/** Keys whose value is never written, however deep they stand. */
const secretKey = /authorization|token|secret|passw|cookie|credential/i

const longestText = 8_000
const deepest = 8
const mostEntries = 200

/** Text that looks like a credential although nobody said so. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[^\s"',;\\]+/gi, `$1 ${struck}`],
  // A JSON Web Token: three parts in base64url, the first of which always begins with {"
  [/\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/g, struck],
  // key=value and "key": "value", also where the quotes are escaped
  [
    /((?:client_?secret|access_?token|refresh_?token|id_?token|password|passwd|api_?key)\\*["']?\s*[:=]\s*)(\\*["'])?[^"'\\&\s,;}]+/gi,
    `$1$2${struck}`
  ],
  // https://user:password@host
  [/(\/\/)[^\s/@"']+@/g, `$1${struck}@`]
]

/** Strikes out whatever looks like a credential. */
export function redactText(text: string): string {
  return patterns.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text)
}

/**
 * Makes a plain, bounded copy of anything, ready for JSON: errors become name, message and stack, cycles are cut, and
 * values under a key that names a secret are struck out.
 *
 * @param strike what is done to every text before it is cut to length, so that no half of a secret is left at a cut
 */
export function plainCopy(value: unknown, strike: (text: string) => string): unknown {
  const onTheWay = new Set<object>()

  function copy(item: unknown, depth: number): unknown {
    switch (typeof item) {
      case 'string':
        return shorten(strike(item))
      case 'number':
        return Number.isFinite(item) ? item : String(item)
      case 'boolean':
      case 'undefined':
        return item
      case 'bigint':
      case 'symbol':
      case 'function':
        return `[${typeof item}]`
      case 'object':
        return item === null ? null : copyObject(item, depth)
    }
  }

  function copyObject(item: object, depth: number): unknown {
    if (onTheWay.has(item)) return '[circular]'
    if (depth >= deepest) return '[deep]'
    onTheWay.add(item)
    try {
      if (item instanceof Date) return Number.isNaN(item.getTime()) ? '[no date]' : item.toISOString()
      if (ArrayBuffer.isView(item) || item instanceof ArrayBuffer) return '[bytes]'
      if (Array.isArray(item)) return item.slice(0, mostEntries).map((entry: unknown) => copy(entry, depth + 1))
      return copyEntries(item instanceof Error ? errorEntries(item) : Object.entries(item), depth)
    } catch {
      // A getter that throws must not take the log line with it.
      return '[unreadable]'
    } finally {
      onTheWay.delete(item)
    }
  }

  function copyEntries(entries: [string, unknown][], depth: number): Record<string, unknown> {
    const kept = entries.slice(0, mostEntries).map(([key, entry]): [string, unknown] => {
      const secret = secretKey.test(key) && entry !== null && entry !== undefined && typeof entry !== 'boolean'
      return [strike(key), secret ? struck : copy(entry, depth + 1)]
    })
    return Object.fromEntries(kept)
  }

  return copy(value, 0)
}

function errorEntries(error: Error): [string, unknown][] {
  const own: [string, unknown][] = Object.entries(error)
  const entries: [string, unknown][] = [
    ['name', error.name],
    ['message', error.message],
    ['stack', error.stack],
    ['cause', error.cause]
  ]
  return [...entries.filter(([, value]) => value !== undefined), ...own.filter(([key]) => key !== 'name')]
}

function shorten(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}… (${text.length} characters)` : text
}
