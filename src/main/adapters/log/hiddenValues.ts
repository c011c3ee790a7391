/** Shorter values would strike ordinary words out of every line. */
const shortest = 4

/** Tokens are renewed every quarter of an hour; the oldest ones have long expired when they are forgotten here. */
const mostValues = 500

export const struck = '[hidden]'

/** Exact values that must never be written, in every spelling in which they could travel through a log line. */
export class HiddenValues {
  readonly #patterns = new Map<string, RegExp>()
  /** The longest value first, so that no value leaves the rest of a longer one behind. */
  #inOrder: readonly RegExp[] = []

  add(value: string): void {
    if (value.length < shortest) return
    const known = this.#patterns.get(value)
    // Added again, a value counts as the youngest.
    this.#patterns.delete(value)
    this.#patterns.set(value, known ?? patternOf(value))
    const oldest = this.#patterns.keys().next()
    if (this.#patterns.size > mostValues && oldest.done !== true) this.#patterns.delete(oldest.value)
    const byLength = [...this.#patterns].toSorted(([one], [other]) => other.length - one.length)
    this.#inOrder = byLength.map(([, pattern]) => pattern)
  }

  /** Replaces every spelling of every hidden value. */
  strike(text: string): string {
    return this.#inOrder.reduce((clean, pattern) => clean.replace(pattern, struck), text)
  }
}

function patternOf(value: string): RegExp {
  const url = encodeURIComponent(value.toWellFormed())
  const exact = [
    url,
    url.replaceAll('%20', '+'),
    url.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    ...base64Spellings(value)
  ]
  const found = new Set([asInJson(value), ...exact.map(literally)])
  return new RegExp([...found].join('|'), 'g')
}

/** The value itself, and as it stands in JSON, in JSON quoted inside other JSON, and so on. */
function asInJson(value: string): string {
  return Array.from(value, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (character === '\\') return String.raw`\\+`
    if (character === '"' || character === '/') return String.raw`\\*` + literally(character)
    if (code >= 0x20 && code < 0x7f) return literally(character)
    // Some servers write everything beyond ASCII as \uXXXX, in either case.
    const escapes = Array.from({ length: character.length }, (_, unit) => hexEscape(character.charCodeAt(unit)))
    const short = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' }[character]
    const others = short === undefined ? [] : [String.raw`\\+${short}`]
    return `(?:${[literally(character), escapes.join(''), ...others].join('|')})`
  }).join('')
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
}

function hexEscape(unit: number): string {
  const digits = unit.toString(16).padStart(4, '0')
  return String.raw`\\+u` + digits.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}

/**
 * Base64 spells a value in three ways, depending on how many bytes stand before it ("client:secret" in one string).
 * The characters at both ends mix with their neighbours and are left out.
 */
function base64Spellings(value: string): string[] {
  const found: string[] = []
  const bytes = Buffer.from(value, 'utf8')
  for (const before of [0, 1, 2]) {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const first = before === 0 ? 0 : before + 1
    const last = (before + bytes.length) % 3 === 0 ? whole.length : whole.length - 1
    const spelling = whole.slice(first, last)
    found.push(spelling, spelling.replaceAll('+', '-').replaceAll('/', '_'))
  }
  // A very short value has too little left of it to be told from other text.
  return found.filter((spelling) => spelling.length >= 2 * shortest)
}
