/** Strings, and the signs that open, close and part; numbers and words do not matter here. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g

/**
 * The first name that stands twice in one object. JSON.parse would keep the last of the two values and drop the other
 * without a word.
 *
 * @param json a text that JSON.parse has accepted; read in one pass, however deep it nests
 */
export function duplicateKey(json: string): string | null {
  /** The names met in each open object; a list has none. */
  const open: Set<string>[] = []
  let latest = ''
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (token !== ':') latest = token
    else {
      // The same name may be spelt with escapes the second time.
      const name = String(JSON.parse(latest))
      const names = open.at(-1)
      if (names?.has(name) === true) return name
      names?.add(name)
    }
  }
  return null
}
