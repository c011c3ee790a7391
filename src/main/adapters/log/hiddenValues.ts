/** Shorter values would strike ordinary words out of every line. */
const shortest = 4

/** Tokens are renewed every quarter of an hour; the oldest ones have long expired when they are forgotten here. */
const mostValues = 500

export const struck = '[hidden]'

/** Exact values that must never be written, in every spelling in which they could travel through a log line. */
export class HiddenValues {
  readonly #spellings = new Map<string, readonly string[]>()

  add(value: string): void {
    if (value.length < shortest) return
    // Added again, a value counts as the youngest.
    this.#spellings.delete(value)
    this.#spellings.set(value, spellingsOf(value))
    const oldest = this.#spellings.keys().next()
    if (this.#spellings.size > mostValues && oldest.done !== true) this.#spellings.delete(oldest.value)
  }

  /** Replaces every spelling of every hidden value. */
  strike(text: string): string {
    let clean = text
    for (const spellings of this.#spellings.values()) {
      for (const spelling of spellings) clean = clean.replaceAll(spelling, struck)
    }
    return clean
  }
}

function spellingsOf(value: string): string[] {
  const json = jsonInner(value)
  const url = urlEncoded(value)
  const found = new Set([
    value,
    json,
    // A body of JSON quoted inside another one, as servers do in their error messages.
    jsonInner(json),
    url,
    url.replaceAll('%20', '+'),
    url.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    ...base64Spellings(value)
  ])
  // The longest first, so that no spelling leaves the rest of a longer one behind.
  return [...found].filter((spelling) => spelling.length >= shortest).sort((a, b) => b.length - a.length)
}

function jsonInner(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** Half a surrogate pair has no URL encoding at all. */
function urlEncoded(value: string): string {
  return encodeURIComponent(value.toWellFormed())
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
