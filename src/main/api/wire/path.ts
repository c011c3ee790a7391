export type QueryValues = Readonly<Record<string, string | number | readonly number[] | undefined>>

/**
 * A path below the base URL. Every segment stays one segment, whatever its characters: `.` and `..` are encoded as
 * well, since not every reader of URLs leaves them alone. A list in the query is comma-separated (spec: Get messages).
 */
export function pathOf(segments: readonly string[], query: QueryValues): string {
  const path = segments.map((segment) => `/${encodeSegment(segment)}`).join('')
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
    return [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`]
  })
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

function encodeSegment(segment: string): string {
  return /^\.{1,2}$/.test(segment) ? segment.replaceAll('.', '%2E') : encodeURIComponent(segment)
}
