/**
 * Reads the bytes of a text file: UTF-8 or UTF-16 with or without a byte order mark, otherwise Windows-1252, which
 * spreadsheets in Western Europe still write. Every byte means something there, so nothing is ever refused.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = encodingByMark(bytes)
  if (marked !== null) return new TextDecoder(marked).decode(bytes)
  const wide = encodingByZeros(bytes)
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8, as its own rules tell; the other encoding has none.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function encodingByMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

/** Of two bytes for an ordinary letter one is zero, and no other encoding has zeros in a text. */
function encodingByZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 1000)
  let [even, odd] = [0, 0]
  sample.forEach((byte, index) => {
    if (byte !== 0) return
    if (index % 2 === 0) even += 1
    else odd += 1
  })
  if (even + odd < sample.length / 4) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}
