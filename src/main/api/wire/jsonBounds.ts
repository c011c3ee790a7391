/** Deeper than anything the API answers; whatever walks a value by calling itself gets to the end of one this deep. */
const deepest = 64

/** Many times what ten thousand messages hold, the most that are ever asked for: some servers send more. */
const mostValues = 4_000_000

/**
 * Whether a JSON text is of a size that can be parsed and walked. Looked at before it is parsed: a few megabytes of
 * brackets become gigabytes of objects, and a value nested a hundred thousand times ends whoever copies it.
 */
export function isWithinBounds(json: string): boolean {
  let depth = 0
  let values = 1
  for (let at = 0; at < json.length; at++) {
    switch (json[at]) {
      case '"':
        at = endOfString(json, at)
        break
      case ',':
        if (++values > mostValues) return false
        break
      case '[':
      case '{':
        if (++depth > deepest || ++values > mostValues) return false
        break
      case ']':
      case '}':
        depth--
    }
  }
  return true
}

/** @returns where the string that begins at `start` ends, or where the text does */
function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1)
  while (end >= 0 && isEscaped(json, end)) end = json.indexOf('"', end + 1)
  return end < 0 ? json.length : end
}

function isEscaped(json: string, at: number): boolean {
  let before = at - 1
  while (json[before] === '\\') before--
  return (at - before) % 2 === 0
}
