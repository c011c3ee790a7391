/** What steers a terminal, breaks a line, hides something or turns the text around it. */
const steering = /[\p{Cc}\p{Cf}\u2028\u2029]/u

/** Far beyond any description or message of a device; a page could not lay out what somebody could send instead. */
const longestText = 10_000

export function isPlain(text: string): boolean {
  return !steering.test(text)
}

/** One line without control characters, and without invisible ones. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll(/\p{Cf}/gu, '')
}

/** A text of a server as it may be shown: as it is, unless there is something in it that would not be seen as such. */
export function plainText(text: string): string {
  const short = text.length > longestText ? `${text.slice(0, longestText).toWellFormed()}…` : text
  return isPlain(short) ? short : oneLine(short)
}

/** The same for every text within a value, which is not nested deeper than {@link isWithinBounds} allows. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plainValue)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [plainText(name), plainValue(part)]))
}
